#pragma once
// The files beside a description, on the disk.

#include <string>

#include "model/language/workspace.hpp"

namespace rolecall {

/// The files in the folder of `path` and below it. A symbolic link that leads out of that folder is
/// refused.
Workspace disk_workspace(const std::string& path);

/// Whether a path leads out of a folder through a symbolic link.
bool leads_out_of(const std::string& path, const std::string& folder);

}  // namespace rolecall
