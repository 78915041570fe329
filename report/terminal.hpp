#pragma once
// Text on its way to a terminal or a build log: nothing of the user's acts as a command there,
// and things that stand below each other line up.

#include <cstddef>
#include <string>
#include <string_view>

namespace rolecall {

/// Columns that a code point takes in a terminal: 0, 1 or 2.
std::size_t display_width(char32_t c);
/// Columns that a text without control characters takes.
std::size_t display_width(std::string_view text);

/// Appends one code point as it may be printed behind what is there: what hides, or begins a
/// command of a build service, shows as `\u{1b}`, a tab as four spaces. Returns the columns it
/// takes.
std::size_t append_printable(std::string& out, char32_t c);

/// A text as it may be printed, on one line. Bytes that are no UTF-8 show as `\xff`.
std::string printable(std::string_view text);

/// Ways to stress text, in the colours that rustc made familiar.
enum class Style { plain, strong, error, warning, note, help, gutter };

/// Puts text in a style, or plainly where colour is off.
class Painter {
 public:
  explicit Painter(bool colour) : colour_(colour) {}
  void put(std::string& out, Style style, std::string_view text) const;

 private:
  bool colour_;
};

/// `text` in lines of at most 100 columns; lines after the first are indented, and none of them
/// begins like a command of a GitHub job (`::`).
std::string wrapped(std::string_view text, std::size_t indent);

}  // namespace rolecall
