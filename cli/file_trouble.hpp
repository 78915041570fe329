#pragma once
// What the system says of files, as our messages are written.

#include <expected>
#include <string>
#include <string_view>

#include "cli/files.hpp"

namespace rolecall {

/// The error number in words. EXDEV is said of a path that leads out of its folder.
std::string reason_of(int error);

/// "cannot read `x`: why"; `-` is standard input or output.
std::unexpected<Trouble> cannot(std::string_view verb, std::string_view path, std::string_view why);

/// After an error of a read or write: whether it is worth another try, if need be after a wait. A
/// handle that never waits by itself may be handed to us by whoever started the program.
bool worth_another_try(int error, int handle, short event);

/// Reads to the end. `name` is for messages; `regular`: refuse all else. A pipe that is open
/// without waiting gets a writer soon, or is a trouble.
std::expected<std::string, Trouble> read_handle(int handle, const std::string& name, bool regular);

/// The longest that we wait for somebody at the other end of a pipe.
inline constexpr int patience_milliseconds = 2000;

}  // namespace rolecall
