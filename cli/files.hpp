#pragma once
// Bytes in and out of the process. What the world refuses comes back as a sentence.

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace rolecall {

/// What went wrong, fit to stand behind "rolecall: ": "cannot read `x.toml`: is a directory".
struct Trouble {
  std::string what;
};

/// A folder out of which what was found in it may not lead, the beginning of its path (empty: the
/// current folder); none: the user named it.
using Within = std::optional<std::string>;

/// The bytes of a file that the user named, or of standard input for `-`. Pipes and terminals are
/// read to their end. Refused: what is missing, unreadable, a directory, a block device, a socket,
/// a pipe to which nobody writes, larger than `max_text_bytes`, and what is called `*.toml` and is
/// no regular file.
std::expected<std::string, Trouble> read_file(const std::string& path);

/// The bytes of a file that something else than the user named: a folder, a description, a
/// configuration. `path` is relative to `folder` (empty: the current one) and may not lead out of
/// it, also through links; nor may `folder` out of `within`. A regular file, or a trouble at once,
/// which calls it `shown`, else by its path.
std::expected<std::string, Trouble> read_beneath(const std::string& folder, const std::string& path,
                                                 const Within& within = {},
                                                 const std::string& shown = {});

/// The bytes of a file that the user named, or that was found within a folder.
std::expected<std::string, Trouble> read_named(const std::string& path, const Within& within);

/// Replaces a file whole or not at all: a temporary file in the same folder is written, synced and
/// renamed. An existing file keeps its permissions, a symbolic link stays one: what it means is
/// replaced, or made. What is no regular file (a pipe, /dev/null) is written to as it is; `-` is
/// standard output.
std::expected<void, Trouble> write_file(const std::string& path, std::string_view bytes);

/// The same for a report that a configuration names: `path` is relative to `folder` and may not
/// lead out of it. Refused is what is there already and is no file, or of which `may_replace` says
/// no.
std::expected<void, Trouble> write_beneath(const std::string& folder, const std::string& path,
                                           std::string_view bytes,
                                           bool (*may_replace)(std::string_view before));

/// Adds to the end of a file, which is made if need be. A pipe that nobody reads is refused.
std::expected<void, Trouble> append_file(const std::string& path, std::string_view bytes);

/// Writes all bytes to a handle. A reader that went away is no trouble: it had enough.
std::expected<void, Trouble> write_all(int handle, std::string_view bytes);

/// Writes a line without asking for memory, of which there may be none. Nobody is told of a
/// failure.
void write_plainly(int handle, std::string_view line) noexcept;

/// Makes the process fit for the above: no death by SIGPIPE or by a limit of file sizes, no
/// half-written file left by a signal or for want of memory, which is told and ends the process
/// with 3, and no file opened in place of a closed standard handle.
void prepare_process();

}  // namespace rolecall
