#pragma once
// Files that are changed in place: read once, held against the disk before they are replaced.

#include <map>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "cli/common_options.hpp"
#include "cli/files.hpp"

namespace rolecall {

/// The new bytes of files by their paths.
using NewFiles = std::map<std::string, std::string, std::less<>>;

/// Replaces files, each whole or not at all, once all are found to be as they were read. `read` has
/// the bytes that were read. False where one could not be; it is said.
bool replace_files(const NewFiles& files, const NewFiles& read, const Handles& handles);

/// The files' unified diff, in order of their paths.
std::string diff_of(const NewFiles& files, const NewFiles& read);

/// A diff as it goes to standard output: as it is, so that `patch` takes it; on a terminal, or in
/// colour, with what may not be printed made visible.
std::string shown_diff(const std::string& diff, Colour colour, const Handles& handles);

}  // namespace rolecall
