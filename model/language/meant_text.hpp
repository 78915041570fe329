#pragma once
// A text on its way to the reader: its errors are told, what is surely meant is taken as
// meant, and the rest of what is wrong is blanked.

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"
#include "model/text/text_cursor.hpp"

namespace rolecall {

/// Why no text: too large, binary. None where it can be read.
std::optional<Finding> refusal(const SourceText& text, std::uint32_t file);

class MeantText {
 public:
  /// Names of tables by their brackets: `[[position]]`, `[company]`.
  struct Brackets {
    std::span<const std::string_view> lists;
    std::span<const std::string_view> tables;
  };

  /// `text` must outlive this. Findings are told in order of the text.
  MeantText(const SourceText& text, std::uint32_t file, const Brackets& brackets,
            Findings& findings);

  /// The text is something else altogether, and there is nothing in it to read.
  bool foreign() const { return foreign_; }
  /// Some of it is blanked.
  bool damaged() const { return damaged_; }
  /// There are errors.
  bool wrong() const { return wrong_; }

  /// The tree of what can be read, which has no errors.
  const syntax::Tree& meant() const { return meant_ ? *meant_ : *tree_; }
  /// The place in the text of bytes of `meant()`.
  Span place(std::uint32_t begin, std::uint32_t end) const;
  /// The tree of the text as it is written.
  const syntax::Tree& tree() const { return *tree_; }
  std::shared_ptr<const syntax::Tree> shared_tree() const { return tree_; }

 private:
  struct Edit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
    std::uint32_t begins_at = 0;  ///< in the text after the edits
  };
  /// Edits of a text, in order and apart.
  struct Stage {
    std::vector<Edit> edits;
    std::string text;  ///< after them
  };

  std::vector<Edit> bracket_edits(const Brackets& brackets, Findings& findings) const;
  static std::vector<Edit> safe_repairs(const syntax::Tree& tree);
  void apply(std::vector<Edit> edits, std::string_view to);
  void tell(const syntax::Tree& tree, Findings& findings);
  std::uint32_t written_at(std::uint32_t offset) const;
  Span label_place(std::uint32_t begin, std::uint32_t end) const;
  Span exact_place(std::uint32_t begin, std::uint32_t end) const;
  Finding finding_of(const syntax::Error& error) const;

  const SourceText& text_;
  std::uint32_t file_;
  std::shared_ptr<const syntax::Tree> tree_;
  std::vector<Stage> stages_;
  std::set<std::pair<std::uint32_t, std::string>> told_;  ///< where, and what
  std::string fed_;                                       ///< the text of `meant_`
  std::optional<syntax::Tree> meant_;
  mutable TextCursor cursor_;
  bool foreign_ = false;
  bool damaged_ = false;
  bool wrong_ = false;
};

}  // namespace rolecall
