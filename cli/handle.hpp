#pragma once
// What the system gives a number for: an open file, folder or pipe.

#include <unistd.h>

#include <utility>

namespace rolecall {

/// An open file, closed at the end of its life.
class Handle {
 public:
  Handle() = default;
  explicit Handle(int handle) : handle_(handle) {}
  Handle(Handle&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Handle() {
    if (handle_ >= 0) ::close(handle_);
  }
  int get() const { return handle_; }
  explicit operator bool() const { return handle_ >= 0; }
  /// Closes it now; 0, or the error number.
  int close();

 private:
  int handle_ = -1;
};

}  // namespace rolecall
