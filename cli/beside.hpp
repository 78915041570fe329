#pragma once
// The files beside a description, on the disk.

#include <string>

#include "model/beside.hpp"

namespace rolecall {

/// The files in the folder of `path` and below it. A symbolic link that leads out of that folder is
/// refused.
Beside files_beside(const std::string& path);

}  // namespace rolecall
