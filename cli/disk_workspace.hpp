#pragma once
// The files beside a description, on the disk.

#include <string>

#include "model/language/workspace.hpp"

namespace rolecall {

/// The files in the folder of `path` and below it. A symbolic link that leads out of that folder is
/// refused.
Workspace disk_workspace(const std::string& path);

}  // namespace rolecall
