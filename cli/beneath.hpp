#pragma once
// Files that are named by what is not trusted: they are opened beneath a folder, or not at all.

#include <expected>
#include <string>

#include "cli/handle.hpp"

namespace rolecall {

/// Opens a folder by the path that the user gave, or that was found; empty: the current one. The
/// error is errno.
std::expected<Handle, int> open_folder(const std::string& path);

/// Opens what `path`, relative to an open folder, means. Links and parts `..` are followed as long
/// as they stay beneath the folder at each step, also while somebody else swaps them. EXDEV: they
/// do not; an absolute link counts as one that leads out. `flags` are those of `open`, none that
/// make a file.
std::expected<Handle, int> open_beneath(const Handle& folder, const std::string& path, int flags);

/// The same part by part, for where the kernel or a filter of system calls has no `openat2`.
std::expected<Handle, int> open_beneath_by_parts(const Handle& folder, const std::string& path,
                                                 int flags);

}  // namespace rolecall
