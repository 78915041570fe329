#include "model/prescan.hpp"

#include <fmt/format.h>

#include "model/read_toml.hpp"
#include "model/text.hpp"

namespace rolecall {
namespace {

/// Walks over TOML far enough to count the parts of dotted keys: it knows strings and comments,
/// and takes dots between bare words and strings for a key.
class KeyParts {
 public:
  explicit KeyParts(std::string_view text) : text_(text) {}

  /// Offset where a key has more parts than are allowed; none where all is well.
  std::optional<std::size_t> find_too_many() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        skip_line();
      } else if (c == '"' || c == '\'') {
        skip_string(c);
      } else if (c == '.') {
        if (++dots_ >= max_key_parts) return at_;
        ++at_;
      } else {
        // White space and bare words go on with a key; all else ends it.
        if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
          dots_ = 0;
        }
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  void skip_line() {
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    if (text_.substr(at_, 3) == three) {
      at_ += 3;
      while (at_ < text_.size() && text_.substr(at_, 3) != three) {
        at_ += (quote == '"' && text_[at_] == '\\') ? 2 : 1;
      }
      at_ = std::min(at_ + 3, text_.size());
      return;
    }
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      at_ += (quote == '"' && text_[at_] == '\\') ? 2 : 1;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t dots_ = 0;
};

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
  if (const auto deep = KeyParts(bytes).find_too_many()) {
    return Finding("syntax", fmt::format("a key has more than {} parts", max_key_parts),
                   at(text, file, *deep), "too many dots");
  }
  return std::nullopt;
}

}  // namespace rolecall
