#include "report/markdown_text.hpp"

#include <fmt/format.h>

#include "model/text/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {

std::string markdown_text(std::string_view text) {
  std::string out;
  bool code = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '`') {
      code = !code;
      out += code ? "<code>" : "</code>";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c < 0x7F && std::string_view("\\*_[]#|~@").contains(static_cast<char>(c))) {
      out += fmt::format("&#{};", static_cast<unsigned>(c));
    } else if (c == ':' && text.substr(at).starts_with("//")) {
      out += "&#58;";  // no link by itself
    } else if (c == '\n') {
      out += ' ';
    } else if (!printable_as_is(c)) {
      append_printable(out, c);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return code ? out + "</code>" : out;
}
}  // namespace rolecall
