#include "cli/files.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "model/language/read_toml.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

/// What the system says, as our messages are written.
std::string reason(int error) {
  std::string text = std::strerror(error);
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

std::unexpected<Trouble> cannot(std::string_view verb, std::string_view path,
                                std::string_view why) {
  const std::string name = path == "-" ? (verb == "read" ? "standard input" : "standard output")
                                       : '`' + printable(path) + '`';
  return std::unexpected(
      Trouble{"cannot " + std::string(verb) + ' ' + name + ": " + std::string(why)});
}

/// An open file, closed at the end of its life.
class Handle {
 public:
  explicit Handle(int handle) : handle_(handle) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (handle_ >= 0) ::close(handle_);
  }
  int get() const { return handle_; }
  explicit operator bool() const { return handle_ >= 0; }

 private:
  int handle_;
};

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// The temporary file that a signal has to remove. Only set while `pending` is true.
std::array<char, PATH_MAX> pending_path;
volatile std::sig_atomic_t pending = 0;

extern "C" void remove_pending_and_die(int signal) {
  if (pending != 0) ::unlink(pending_path.data());
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

/// A new file beside `target` that is gone again at the end, unless it took the target's place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target) {
    const std::string stem = folder_of(target) + "/.rolecall-" + std::to_string(::getpid()) + '-';
    if (stem.size() + 8 >= pending_path.size()) {
      error_ = ENAMETOOLONG;
      return;
    }
    // No signal may come between the file and the note that it is there.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    for (int attempt = 0; attempt < 100 && handle_ < 0; ++attempt) {
      const std::string path = stem + std::to_string(attempt);
      handle_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      error_ = handle_ < 0 ? errno : 0;
      if (handle_ >= 0) {
        std::memcpy(pending_path.data(), path.c_str(), path.size() + 1);
        pending = 1;
      } else if (error_ != EEXIST) {
        break;
      }
    }
    sigprocmask(SIG_SETMASK, &before, nullptr);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (handle_ >= 0) ::close(handle_);
    if (pending != 0) ::unlink(pending_path.data());
    pending = 0;
  }

  /// 0, or why it could not be made.
  int error() const { return error_; }
  int handle() const { return handle_; }
  /// 0, or why the bytes or the file could not be put in the target's place.
  int replace(const std::string& target) {
    if (::fsync(handle_) != 0) return errno;
    if (::close(std::exchange(handle_, -1)) != 0) return errno;
    if (::rename(pending_path.data(), target.c_str()) != 0) return errno;
    pending = 0;
    return 0;
  }

 private:
  int handle_ = -1;
  int error_ = 0;
};

/// After an error of a read or write: whether it is worth another try, if need be after a wait. A
/// handle that never waits by itself may be handed to us by whoever started the program.
bool try_again(int error, int handle, short event) {
  if (error != EAGAIN) return error == EINTR;
  pollfd wait{handle, event, 0};
  return ::poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

/// Writes everything. 0, or the error number.
int write_bytes(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (const int error = errno; !try_again(error, handle, POLLOUT)) {
      return error;
    }
  }
  return 0;
}

/// The file that a path means, through symbolic links; the path itself where it does not exist.
std::string resolved(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  std::free(real);
  return out;
}

std::expected<void, Trouble> replace_file(const std::string& path, const std::string& target,
                                          std::string_view bytes, const struct stat* existing) {
  TemporaryFile file(target);
  if (file.error() != 0) return cannot("write", path, reason(file.error()));
  if (existing != nullptr) {
    // Another owner's file may be ours to replace, but not to give back; its mode is kept anyway.
    static_cast<void>(::fchown(file.handle(), existing->st_uid, existing->st_gid) == 0);
    if (::fchmod(file.handle(), existing->st_mode & 0777) != 0) {
      return cannot("write", path, reason(errno));
    }
  }
  int error = write_bytes(file.handle(), bytes);
  if (error == 0) error = file.replace(target);
  if (error != 0) return cannot("write", path, reason(error));
  // The new name lasts once the folder is on the disk too; where a folder cannot be synced, the
  // file is there all the same.
  const Handle folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder) ::fsync(folder.get());
  return {};
}

}  // namespace

std::expected<std::string, Trouble> read_file(const std::string& path) {
  static_assert(max_text_bytes % (1u << 20) == 0);
  const std::string too_large =
      "it is larger than " + std::to_string(max_text_bytes >> 20) + " MiB";
  const bool standard_input = path == "-";
  const Handle opened(standard_input ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!standard_input && !opened) return cannot("read", path, reason(errno));
  const int handle = standard_input ? STDIN_FILENO : opened.get();

  struct stat about {};
  if (::fstat(handle, &about) != 0) return cannot("read", path, reason(errno));
  if (S_ISDIR(about.st_mode)) return cannot("read", path, "it is a directory");
  if (S_ISBLK(about.st_mode)) return cannot("read", path, "it is a device");
  const bool regular = S_ISREG(about.st_mode);
  if (regular && static_cast<std::size_t>(about.st_size) > max_text_bytes) {
    return cannot("read", path, too_large);
  }

  std::string bytes;
  std::size_t size = 0;
  bytes.resize(regular ? static_cast<std::size_t>(about.st_size) + 1 : 1u << 16);
  while (true) {
    const ssize_t got = ::read(handle, bytes.data() + size, bytes.size() - size);
    if (got < 0) {
      const int error = errno;
      if (try_again(error, handle, POLLIN)) continue;
      return cannot("read", path, reason(error));
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_text_bytes) return cannot("read", path, too_large);
    if (size == bytes.size()) bytes.resize(2 * size);
  }
  bytes.resize(size);
  return bytes;
}

std::expected<void, Trouble> write_all(int handle, std::string_view bytes) {
  const int error = write_bytes(handle, bytes);
  if (error != 0 && error != EPIPE) return cannot("write", "-", reason(error));
  return {};
}

std::expected<void, Trouble> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_all(STDOUT_FILENO, bytes);
  const std::string target = resolved(path);
  struct stat about {};
  if (::stat(target.c_str(), &about) != 0) {
    if (errno != ENOENT) return cannot("write", path, reason(errno));
    return replace_file(path, target, bytes, nullptr);
  }
  if (S_ISDIR(about.st_mode)) return cannot("write", path, "it is a directory");
  // The folder may be ours and the file protected all the same.
  if (::access(target.c_str(), W_OK) != 0) return cannot("write", path, reason(errno));
  if (S_ISREG(about.st_mode)) return replace_file(path, target, bytes, &about);
  const Handle file(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file) return cannot("write", path, reason(errno));
  const int error = write_bytes(file.get(), bytes);
  if (error != 0 && error != EPIPE) return cannot("write", path, reason(error));
  return {};
}

void prepare_process() {
#ifdef M_MMAP_THRESHOLD
  // Large vectors come and go while a description is read; memory that is kept need not be cleared
  // by the kernel again.
  constexpr int kept = 64 << 20;
  static_cast<void>(mallopt(M_MMAP_THRESHOLD, kept));
  static_cast<void>(mallopt(M_TRIM_THRESHOLD, kept));
#endif
  std::signal(SIGPIPE, SIG_IGN);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // Who started us may have asked to leave a signal alone, as nohup does.
    if (std::signal(signal, remove_pending_and_die) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  for (const int handle : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(handle, F_GETFD) != -1 || errno != EBADF) continue;
    // Opened the wrong way round, so that using it fails as it should. The lowest free handle is
    // this one.
    static_cast<void>(::open("/dev/null", handle == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace rolecall
