#pragma once
// The files beside a description, on the disk.

#include <string>
#include <vector>

#include "cli/files.hpp"
#include "model/language/workspace.hpp"

namespace rolecall {

/// The files in the folder of `path` and below it. What leads out of that folder through a symbolic
/// link is refused, and what is no regular file. `within`: where the description was found.
/// `unreadable`, if given, outlives the workspace and gets the path of a folder that could not be
/// listed.
Workspace disk_workspace(const std::string& path, const Within& within = {},
                         std::string* unreadable = nullptr);

/// What a folder holds.
struct Listing {
  std::vector<std::string> files;       ///< as for `ListTexts`
  std::vector<std::string> unreadable;  ///< folders whose files are not known, named the same way
};
Listing list_files(const std::string& root, const std::string& folder, bool deep);

/// Whether a path leads out of a folder through a symbolic link.
bool leads_out_of(const std::string& path, const std::string& folder);

}  // namespace rolecall
