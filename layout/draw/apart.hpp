#pragma once
// Work with libraries that end the program where they fail, in a process of its own.

#include <functional>

#include "layout/draw/picture.hpp"

namespace rolecall {

/// How much work may take. Memory is that of the whole process, as the system counts addresses.
struct WorkLimits {
  unsigned seconds = 60;
  std::size_t megabytes = 4096;
};

/// The limits for a picture of so many cards.
WorkLimits limits_for(std::size_t cards);

/// What `work` gives. It runs in a child process with a copy of everything: what it changes is not
/// seen here. Where it crashes, takes too long, or finds no memory, that is the message.
Drawn drawn_apart(const WorkLimits& limits, const std::function<Drawn()>& work);

}  // namespace rolecall
