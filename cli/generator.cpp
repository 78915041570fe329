#include "cli/generator.hpp"

#include <algorithm>

namespace rolecall {

Offer offer_for(const OptionText& option) {
  if (option.offered != nullptr) return {option.offered()};
  return {{}, option.value == "OUT" || option.value == "FILE" || option.value == "PATH"};
}

Offer offer_for(const CommandText& command) {
  if (command.offered != nullptr) return {command.offered()};
  return {{}, true};
}

std::string first_line(std::string_view text) {
  std::string out(text.substr(0, text.find('\n')));
  while (out.ends_with(':') || out.ends_with(' ') || out.ends_with(',')) out.pop_back();
  return out;
}

std::string brief(const CommandText& command) {
  std::string out = command.says;
  std::ranges::replace(out, '\n', ' ');
  for (const char* end : {". ", ": "}) out.resize(std::min(out.size(), out.find(end)));
  return out;
}

}  // namespace rolecall
