#include "report/format.hpp"

namespace rolecall {

const Format* find_format(std::string_view id) {
  for (const Format* format : all_formats()) {
    if (format->id == id) return format;
  }
  return nullptr;
}

}  // namespace rolecall
