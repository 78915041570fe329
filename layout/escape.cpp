#include "layout/escape.hpp"

namespace rolecall {

std::string escape(std::string_view text, GraphvizPlace place) {
  const bool html = place == GraphvizPlace::html;
  const bool id = place == GraphvizPlace::id;
  if (html && text.empty()) return " ";  // an empty cell is a syntax error
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    switch (c) {
      // A lone backslash would start an escape (`\N`), at the end one past the end.
      case '\\': out += place == GraphvizPlace::tooltip ? R"(\\\\)" : R"(\\)"; break;
      case '&': out += "&amp;"; break;
      // What is written for an id escapes these itself.
      case '<': out += id ? "<" : "&lt;"; break;
      case '>': out += id ? ">" : "&gt;"; break;
      case '"': out += html ? "&quot;" : "\""; break;
      case '\'': out += html ? "&#39;" : "'"; break;
      case ']': out += html ? "&#93;" : "]"; break;
      case '\n': out += place == GraphvizPlace::tooltip ? "&#10;" : " "; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace rolecall
