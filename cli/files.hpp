#pragma once
// Bytes in and out of the process. What the world refuses comes back as a sentence.

#include <expected>
#include <string>
#include <string_view>

namespace rolecall {

/// What went wrong, fit to stand behind "rolecall: ": "cannot read `x.toml`: is a directory".
struct Trouble {
  std::string what;
};

/// The bytes of a file, or of standard input for `-`. Pipes and terminals are read to their end.
/// Refused: what is missing, unreadable, a directory, a block device, or larger than
/// `max_text_bytes`.
std::expected<std::string, Trouble> read_file(const std::string& path);

/// Replaces a file whole or not at all: a temporary file in the same folder is written, synced and
/// renamed. An existing file keeps its permissions, a symbolic link to a file stays one.
/// What is no regular file (a pipe, /dev/null) is written to as it is; `-` is standard output.
std::expected<void, Trouble> write_file(const std::string& path, std::string_view bytes);

/// Writes all bytes to a handle. A reader that went away is no trouble: it had enough.
std::expected<void, Trouble> write_all(int handle, std::string_view bytes);

/// Makes the process fit for the above: no death by SIGPIPE, no half-written file left by SIGINT
/// or SIGTERM, and no file opened in place of a closed standard handle.
void prepare_process();

}  // namespace rolecall
