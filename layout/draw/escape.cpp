#include "layout/draw/escape.hpp"

#include <string>
#include <string_view>

#include "model/text/shown.hpp"

namespace rolecall {

std::string escape(std::string_view text, GraphvizPlace place) {
  const bool html = place == GraphvizPlace::html;
  const bool name = place == GraphvizPlace::name;
  const bool id = place == GraphvizPlace::id || name;
  if (html && text.empty()) return " ";  // an empty cell is a syntax error
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    switch (c) {
      // A lone backslash would start an escape (`\N`), at the end one past the end.
      // In a name, which is no label, even one before a quote or at the end would end the string.
      case '\\':
        out += name ? "&#92;" : place == GraphvizPlace::tooltip ? R"(\\\\)" : R"(\\)";
        break;
      case '[':
        out += opens_command(out) ? "&#91;" : "[";
        break;
      case '&':
        out += "&amp;";
        break;
      // For ids and names Graphviz escapes these itself, and only what is no entity already.
      case '<':
        out += id ? "<" : "&lt;";
        break;
      case '>':
        out += id ? ">" : "&gt;";
        break;
      case '"':
        out += html ? "&quot;" : "\"";
        break;
      case '\'':
        out += html ? "&#39;" : "'";
        break;
      case ']':
        out += html ? "&#93;" : "]";
        break;
      // The second of two spaces would become a no-break space.
      case ' ':
        out += id && out.ends_with(' ') ? "&#32;" : " ";
        break;
      case '\n':
        out += place == GraphvizPlace::tooltip ? "&#10;" : " ";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace rolecall
