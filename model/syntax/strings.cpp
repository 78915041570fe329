#include "model/syntax/strings.hpp"

#include "model/syntax/characters.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall::syntax {
namespace {

class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t begin) : text_(text), at_(begin) {}

  StringToken scan() {
    const char quote = text_[at_];
    token_.several_lines = run_of(quote, 3) == 3;
    at_ += token_.several_lines ? 3 : 1;
    const bool escapes = quote == '"';
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == quote) {
        if (close(quote)) return finish();
      } else if (c == '\\' && escapes) {
        escape();
      } else if (is_control_byte(c)) {
        if (!control(c)) break;
      } else {
        ++at_;
      }
    }
    fault(StringFault::unclosed, token_.end, at_);
    token_.fault = StringFault::unclosed;
    return finish();
  }

 private:
  StringToken finish() {
    token_.end = at_;
    return token_;
  }

  /// How many of `quote` stand here, up to `most`.
  std::uint32_t run_of(char quote, std::uint32_t most) const {
    std::uint32_t n = 0;
    while (n < most && at_ + n < text_.size() && text_[at_ + n] == quote) ++n;
    return n;
  }

  /// Steps over quotes; true where they end the string.
  bool close(char quote) {
    if (!token_.several_lines) {
      ++at_;
      return true;
    }
    // Up to two quotes may stand before the three that end the string.
    const std::uint32_t quotes = run_of(quote, 5);
    at_ += quotes;
    return quotes >= 3;
  }

  /// Steps over a control character or a line break; false where it ends the string.
  bool control(char c) {
    if (c == '\n' || (c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')) {
      if (!token_.several_lines) return false;
      at_ += c == '\n' ? 1 : 2;
      return true;
    }
    fault(StringFault::control, at_, at_ + 1);
    ++at_;
    return true;
  }

  void escape() {
    const std::uint32_t begin = at_++;
    if (at_ >= text_.size()) return;
    const char c = text_[at_];
    if (c == 'u' || c == 'U') {
      code(begin, c == 'u' ? 4 : 8);
    } else if (std::string_view("btnfr\"\\").find(c) != std::string_view::npos) {
      ++at_;
    } else if (is_blank(c) || c == '\n' || c == '\r') {
      if (token_.several_lines) {
        line_end(begin);
      } else {
        fault(StringFault::unknown_escape, begin, at_);
      }
    } else {
      std::size_t end = at_;
      next_code_point(text_, end);
      fault(StringFault::unknown_escape, begin, static_cast<std::uint32_t>(end));
      at_ = static_cast<std::uint32_t>(is_control_byte(c) ? at_ : end);
    }
  }

  void code(std::uint32_t begin, std::uint32_t digits) {
    ++at_;
    std::uint32_t value = 0;
    std::uint32_t read = 0;
    for (; read < digits && at_ < text_.size() && is_hex_digit(text_[at_]); ++read, ++at_) {
      const char c = text_[at_];
      value =
          value * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (read < digits || surrogate || value > 0x10FFFF) {
      fault(StringFault::bad_code, begin, at_);
    }
  }

  /// A backslash at the end of a line takes the line break and what follows it away.
  void line_end(std::uint32_t begin) {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    if (at_ >= text_.size()) return;
    const bool crlf = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    if (text_[at_] == '\n' || crlf) {
      at_ += crlf ? 2 : 1;
    } else {
      fault(StringFault::space_after_slash, begin, at_);
    }
  }

  void fault(StringFault what, std::uint32_t begin, std::uint32_t end) {
    if (token_.fault != StringFault::none) return;
    token_.fault = what;
    token_.fault_begin = begin;
    token_.fault_end = end;
  }

  std::string_view text_;
  std::uint32_t at_;
  StringToken token_;
};

/// Appends what an escape means and steps over it; `at` is behind the backslash.
void add_escape(std::string_view text, std::size_t& at, std::string& out) {
  const char c = text[at++];
  switch (c) {
    case 'b':
      out += '\b';
      return;
    case 't':
      out += '\t';
      return;
    case 'n':
      out += '\n';
      return;
    case 'f':
      out += '\f';
      return;
    case 'r':
      out += '\r';
      return;
    case 'u':
    case 'U': {
      char32_t value = 0;
      for (int left = c == 'u' ? 4 : 8; left > 0 && at < text.size() && is_hex_digit(text[at]);
           --left, ++at) {
        const char d = text[at];
        value = value * 16 + static_cast<char32_t>(is_digit(d) ? d - '0' : (d | 0x20) - 'a' + 10);
      }
      append_utf8(out, value);
      return;
    }
    default:
      break;
  }
  if (is_blank(c) || c == '\n' || c == '\r') {
    while (at < text.size() && (is_blank(text[at]) || text[at] == '\n' || text[at] == '\r')) ++at;
    return;
  }
  out += c;
}

}  // namespace

StringToken scan_string(std::string_view text, std::uint32_t begin) {
  return Scanner(text, begin).scan();
}

std::string unquoted(std::string_view token) {
  if (token.empty() || !is_quote(token[0])) return std::string(token);
  const char quote = token[0];
  const bool three = token.size() >= 6 && token[1] == quote && token[2] == quote;
  const std::size_t quotes = three ? 3 : 1;
  if (token.size() < 2 * quotes) return {};
  std::string_view inner = token.substr(quotes, token.size() - 2 * quotes);
  if (three && inner.starts_with("\r\n")) {
    inner.remove_prefix(2);
  } else if (three && inner.starts_with('\n')) {
    inner.remove_prefix(1);
  }
  if (inner.find_first_of("\\\r") == std::string_view::npos) return std::string(inner);
  std::string out;
  out.reserve(inner.size());
  for (std::size_t at = 0; at < inner.size();) {
    if (inner[at] == '\\' && quote == '"' && at + 1 < inner.size()) {
      add_escape(inner, ++at, out);
    } else if (inner[at] == '\r' && at + 1 < inner.size() && inner[at + 1] == '\n') {
      ++at;  // one line break, as everywhere
    } else {
      out += inner[at++];
    }
  }
  return out;
}

std::string quoted_string(std::string_view value) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out = "\"";
  char32_t before = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(value, at);
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (c == U'\t') {
      out += "\\t";
    } else if (c == U'\r') {
      out += "\\r";
    } else if (is_hidden(c, before)) {
      out += c > 0xFFFF ? "\\U" : "\\u";
      for (int shift = c > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) {
        out += hex[(c >> shift) & 0xF];
      }
    } else if (c == U'\uFFFD') {
      append_utf8(out, c);  // also for a byte that is no UTF-8
    } else {
      out += value.substr(begin, at - begin);
    }
    before = c;
  }
  return out + '"';
}

std::string key_text(std::string_view part) {
  bool bare = !part.empty();
  for (const char c : part) bare = bare && is_bare(c);
  return bare ? std::string(part) : quoted_string(part);
}

}  // namespace rolecall::syntax
