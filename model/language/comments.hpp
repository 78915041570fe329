#pragma once
// Comments of a TOML text, and the waivers that stand in them.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/language/document.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// A walk over TOML that knows strings and comments: each comes whole, all else byte by byte.
class TomlWalk {
 public:
  enum class Kind { string, comment, byte };

  explicit TomlWalk(std::string_view text) : text_(text) {}

  /// Steps to the next piece; false at the end.
  bool next();

  Kind kind() const { return kind_; }
  std::size_t begin() const { return begin_; }
  /// The piece; a comment begins with `#` and ends before its line break.
  std::string_view piece() const { return text_.substr(begin_, end_ - begin_); }

 private:
  std::size_t end_of_string() const;

  std::string_view text_;
  Kind kind_ = Kind::byte;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// The waivers in comments: `# rolecall: allow duty-overlap, span-wide until=2027-03-31 by=cto
/// why`. Each check of a comment is one waiver. It is for the comment's line where something stands
/// before it, else for the next line that holds more than a comment. What is written wrong becomes
/// a finding.
std::vector<WaiverDecl> read_comment_waivers(const SourceText& text, std::uint32_t file,
                                             Findings& findings);

}  // namespace rolecall
