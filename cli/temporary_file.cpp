#include "cli/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

namespace rolecall {
namespace {

// What a signal has to remove. Only set while `pending` is true.
std::array<char, 64> pending_name;
volatile std::sig_atomic_t pending_folder = -1;
volatile std::sig_atomic_t pending = 0;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // crashes are the sanitizer's to tell
#else
constexpr bool sanitized = false;
#endif

extern "C" void remove_and_die(int signal) {
  remove_temporary_file();
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

/// Whether a signal ends the process where it is not caught. Those that a write tells of itself are
/// ignored.
bool ends_process(int signal) {
  switch (signal) {
    case SIGKILL:
    case SIGSTOP:
    case SIGCHLD:
    case SIGCONT:
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU:
    case SIGURG:
    case SIGWINCH:
    case SIGPIPE:
    case SIGXFSZ:
      return false;
    case SIGSEGV:
    case SIGBUS:
    case SIGFPE:
    case SIGILL:
    case SIGABRT:
      return !sanitized;
    default:
      return true;
  }
}

void catch_signals() {
  for (int signal = 1; signal <= SIGRTMAX; ++signal) {
    if (!ends_process(signal)) continue;
    // Who started us may have asked to leave a signal alone, as nohup does.
    if (std::signal(signal, remove_and_die) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

/// No signal comes as long as it lives: none may see the file without the note that it is there.
class Undisturbed {
 public:
  Undisturbed() {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before_);
  }
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;
  ~Undisturbed() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

}  // namespace

void remove_temporary_file() noexcept {
  if (pending != 0) ::unlinkat(pending_folder, pending_name.data(), 0);
}

TemporaryFile::TemporaryFile(int folder) {
  const std::string stem = ".rolecall-" + std::to_string(::getpid()) + '-';
  const Undisturbed undisturbed;
  static const bool caught = (catch_signals(), true);
  static_cast<void>(caught);
  for (int attempt = 0; attempt < 100 && handle_ < 0; ++attempt) {
    const std::string name = stem + std::to_string(attempt);
    handle_ =
        ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    error_ = handle_ < 0 ? errno : 0;
    if (handle_ >= 0) {
      std::memcpy(pending_name.data(), name.c_str(), name.size() + 1);
      pending_folder = folder;
      pending = 1;
    } else if (error_ != EEXIST) {
      break;
    }
  }
}

TemporaryFile::~TemporaryFile() {
  if (handle_ >= 0) ::close(handle_);
  remove_temporary_file();
  pending = 0;
}

int TemporaryFile::replace(const std::string& name) {
  if (::fsync(handle_) != 0) return errno;
  if (::close(std::exchange(handle_, -1)) != 0) return errno;
  const Undisturbed undisturbed;
  if (::renameat(pending_folder, pending_name.data(), pending_folder, name.c_str()) != 0) {
    return errno;
  }
  pending = 0;
  return 0;
}

}  // namespace rolecall
