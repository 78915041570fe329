#include "report/json_text.hpp"

#include "model/text/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

/// JSON's own escapes for what must not reach a terminal or a build log as it is. All of it can
/// only stand within strings.
std::string made_safe(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t at = 0; at < json.size();) {
    const unsigned char byte = static_cast<unsigned char>(json[at]);
    if (byte < 0x7F && byte != '[') {  // the usual case
      out += json[at++];
      continue;
    }
    std::string shown;
    const char32_t c = next_code_point(json, at);
    if (c == '[') {
      shown = out.ends_with("##") || out.ends_with("##vso") ? "\\u005b" : "[";
    } else if (c > 0xFFFF || printable_as_is(c)) {
      append_utf8(shown, c);
    } else {
      constexpr std::string_view digits = "0123456789abcdef";
      shown = "\\u";
      for (const int shift : {12, 8, 4, 0}) shown += digits[(c >> shift) & 0xF];
    }
    out += shown;
  }
  return out;
}

}  // namespace

std::string json_text(const Json& document) {
  // A document that cannot be read serves nobody, so bad bytes are replaced.
  return made_safe(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

std::string json_line(const Json& document) {
  return made_safe(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace rolecall
