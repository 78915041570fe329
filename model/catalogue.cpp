#include "model/catalogue.hpp"

namespace rolecall {

std::string_view name(Focus focus) {
  switch (focus) {
    case Focus::both:
      return "both";
    case Focus::inward:
      return "inward";
    case Focus::outward:
      return "outward";
  }
  return {};
}

}  // namespace rolecall
