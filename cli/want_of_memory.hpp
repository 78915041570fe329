#pragma once
// Want of memory ends the program with a message.

namespace rolecall {

/// From now on a request for memory that fails is told on standard error, and ends the process with
/// status 3 and without temporary files. Nothing is unwound: that could ask for memory again, and
/// there is nothing to save but the files as they are.
void end_at_want_of_memory() noexcept;

}  // namespace rolecall
