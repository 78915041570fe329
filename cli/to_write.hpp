#pragma once
// Files that a run writes, held against those that it reads.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/text/source.hpp"

namespace rolecall {

/// A file that is to be written, and the words of the user that say so.
struct ToWrite {
  std::string words;
  std::string path;
};

/// A message where a file would be written in the place of one that is read, or twice. What is no
/// regular file, such as /dev/null, takes whatever comes.
std::optional<std::string> clash_of(std::span<const ToWrite> written,
                                    std::span<const std::string> read);

/// Adds the paths of texts.
void add_paths(std::vector<std::string>& paths, std::span<const SourceText> texts);

}  // namespace rolecall
