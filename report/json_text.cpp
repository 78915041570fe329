#include "report/json_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// A unit of UTF-16.
void append_unit(std::string& out, char32_t unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (const int shift : {12, 8, 4, 0}) out += digits[(unit >> shift) & 0xF];
}

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
    const char32_t c = next_code_point(json, at);
    if (c == '[' ? !opens_command(out) : !is_hidden(c)) {
      append_utf8(out, c);
    } else if (c > 0xFFFF) {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      append_unit(out, c);
    }
  }
  return out;
}

void append_indented(std::string& out, const Json& value, std::size_t indent) {
  // A document that cannot be read serves nobody, so bad bytes are replaced. Line breaks stand
  // between values alone: those within texts are escaped.
  const std::string text = made_safe(value.dump(2, ' ', false, Json::error_handler_t::replace));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (at > 0) out.append(indent, ' ');
    if (end == std::string::npos) {
      out.append(text, at);
      break;
    }
    out.append(text, at, end + 1 - at);
    at = end + 1;
  }
}

}  // namespace

void LongDocument::open(std::string_view key) {
  text_ += std::exchange(first_, false) ? "\n  " : ",\n  ";
  append_indented(text_, Json(key), 0);
  text_ += ": ";
}

void LongDocument::set(std::string_view key, const Json& value) {
  open(key);
  append_indented(text_, value, 2);
}

void LongDocument::begin_list(std::string_view key) {
  open(key);
  text_ += '[';
  first_entry_ = true;
}

void LongDocument::add(const Json& entry) {
  text_ += std::exchange(first_entry_, false) ? "\n    " : ",\n    ";
  append_indented(text_, entry, 4);
}

void LongDocument::end_list() { text_ += first_entry_ ? "]" : "\n  ]"; }

std::string LongDocument::text() && {
  text_ += "\n}\n";
  return std::move(text_);
}

std::string json_text(const Json& document) {
  // A document that cannot be read serves nobody, so bad bytes are replaced.
  return made_safe(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

std::string json_line(const Json& document) {
  return made_safe(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace rolecall
