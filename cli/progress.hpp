#pragma once
// A line about long work, for whoever waits at a terminal.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace rolecall {

/// Shows a text from one second on until the end of its scope, and takes it away then. Where the
/// handle is no terminal nothing is ever shown.
class Progress {
 public:
  Progress(int handle, std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  bool done_ = false;
  std::thread shower_;
};

}  // namespace rolecall
