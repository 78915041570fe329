#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "cli/files.hpp"

namespace rolecall {

namespace {

constexpr std::chrono::seconds patience{1};

/// Where a line can be taken away again.
bool forgets(int handle) {
  const char* const term = std::getenv("TERM");
  return ::isatty(handle) == 1 && (term == nullptr || std::string_view(term) != "dumb");
}

}  // namespace

Progress::Progress(int handle, std::string what) {
  if (!forgets(handle)) return;
  shower_ = std::thread([this, handle, what = std::move(what)] {
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, patience, [this] { return done_; })) return;
    static_cast<void>(write_all(handle, what));
    ended_.wait(lock, [this] { return done_; });
    static_cast<void>(write_all(handle, "\r\x1b[K"));
  });
}

Progress::~Progress() {
  if (!shower_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  ended_.notify_one();
  shower_.join();
}

}  // namespace rolecall
