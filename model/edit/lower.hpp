#pragma once
// Changes become edits of the text: comments, order, quotes, line breaks and indentation of what
// is not changed stay byte for byte.

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/edit/text_edit.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/fix.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// The edits for changes of one file, in order. `tree` is the tree of `source`. Refused, with a
/// sentence without full stop: a change whose place is not there or is something else, one that is
/// made already, and two at one place. Entries that go into or out of one list may be several.
std::expected<TextEdits, std::string> lower(const syntax::Tree& tree, const SourceText& source,
                                            std::span<const Change> changes);

/// The place that a change names.
const Span& place_of(const Change& change);

/// A value as it is written in TOML.
std::string text_of(const NewValue& value);

struct FileEdits {
  std::uint32_t file = 0;  ///< index into the sources
  TextEdits edits;
};

/// Lowers changes of several files. A file without a tree is parsed once, where it is asked for.
class SourcesEditor {
 public:
  /// The sources must stay where they are for as long as this is used. `trees` are of these
  /// sources, as far as they are known already.
  explicit SourcesEditor(const Sources& sources, syntax::Trees trees = {})
      : sources_(sources), trees_(std::move(trees)) {}

  /// In order of the files.
  std::expected<std::vector<FileEdits>, std::string> edits(std::span<const Change> changes);

 private:
  const syntax::Tree& tree(std::uint32_t file);

  const Sources& sources_;
  syntax::Trees trees_;
};

}  // namespace rolecall
