#pragma once
// Where something stands in a text that the user wrote.

#include <compare>
#include <cstdint>

namespace rolecall {

/// A range of text in one file. Lines and columns count from 1, columns count code points, the
/// end is exclusive. `line == 0` means "no place".
struct Span {
  std::uint32_t file = 0;  ///< index into `Sources`
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  explicit operator bool() const { return line != 0; }
  auto operator<=>(const Span&) const = default;
};

}  // namespace rolecall
