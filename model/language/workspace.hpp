#pragma once
// The files that stand beside a description, handed in by whoever can read files.

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/source.hpp"

namespace rolecall {

/// Gives a text that stands beside the description; `path` is relative to its folder and does not
/// lead out of it. The error is a sentence without full stop that says why there is none.
using ReadText = std::function<std::expected<SourceText, std::string>(const std::string& path)>;

/// Gives the files of a folder, named relative to the description's folder, in any order. `folder`
/// is empty or ends with a slash; `deep` asks for those of the folders below, too. What is hidden
/// (a name that begins with a dot) is left out. No files where there is no such folder.
using ListTexts = std::function<std::vector<std::string>(const std::string& folder, bool deep)>;

/// Both may be null: then there are no files.
struct Workspace {
  ReadText read;
  ListTexts list;
  /// The path of the description itself; empty: the name of its text without folders.
  std::string self{};
};

/// Whether a path written in a text may leave the folder of the description: it is absolute or has
/// a part `..`.
bool leads_out(std::string_view path);

/// A path without empty parts and parts `.`.
std::string plain_path(std::string_view path);

/// Whether a path matches a pattern of `*`, `?` (within a part of the path) and `**` (any number of
/// parts). Time is at most the product of both lengths.
bool matches(std::string_view pattern, std::string_view path);

/// Whether a pattern has any of these.
bool is_pattern(std::string_view text);

}  // namespace rolecall
