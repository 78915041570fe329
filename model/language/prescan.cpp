#include "model/language/prescan.hpp"

#include <fmt/format.h>

#include "model/language/comments.hpp"
#include "model/language/read_toml.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Offset where a dotted key has more parts than are allowed; none where all is well. Takes dots
/// between bare words and strings for a key.
std::optional<std::size_t> find_too_many_parts(std::string_view text) {
  std::size_t dots = 0;
  for (TomlWalk walk(text); walk.next();) {
    if (walk.kind() != TomlWalk::Kind::byte) continue;
    const char c = walk.piece().front();
    if (c == '.') {
      if (++dots >= max_key_parts) return walk.begin();
    } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
      // White space and bare words go on with a key; all else ends it.
      dots = 0;
    }
  }
  return std::nullopt;
}

Span at(const SourceText& text, std::uint32_t file, std::size_t offset) {
  Span span = text.span_at(offset);
  span.file = file;
  return span;
}

}  // namespace

std::optional<Finding> prescan(const SourceText& text, std::uint32_t file) {
  const std::string_view bytes = text.bytes();
  const Span start{file, 1, 1, 1, 2};
  if (bytes.size() > max_text_bytes) {
    return Finding("syntax",
                   fmt::format("the text has {} MiB, more than the {} MiB that are read",
                               bytes.size() >> 20, max_text_bytes >> 20),
                   start);
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Finding("syntax", "the file is binary, not text: it holds a NUL byte", start,
                   fmt::format("the NUL byte is at offset {}", nul));
  }
  if (const auto bad = find_invalid_utf8(bytes)) {
    return Finding("syntax",
                   fmt::format("the text is not UTF-8: byte 0x{:02X} at offset {}",
                               static_cast<unsigned char>(bytes[*bad]), *bad),
                   at(text, file, *bad), "this byte cannot stand here")
        .help("save the file as UTF-8");
  }
  if (const auto deep = find_too_many_parts(bytes)) {
    return Finding("syntax", fmt::format("a key has more than {} parts", max_key_parts),
                   at(text, file, *deep), "too many dots");
  }
  return std::nullopt;
}

}  // namespace rolecall
