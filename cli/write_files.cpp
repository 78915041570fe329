// The half of files.hpp that writes.

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "cli/beneath.hpp"
#include "cli/file_trouble.hpp"
#include "cli/files.hpp"
#include "cli/temporary_file.hpp"

namespace rolecall {

namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// Writes everything. 0, or the error number.
int write_bytes(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (const int error = errno; !worth_another_try(error, handle, POLLOUT)) {
      return error;
    }
  }
  return 0;
}

/// What a symbolic link that leads to nothing yet means; the path itself where it is none.
std::string meant_by(std::string path) {
  constexpr int most_links = 40;
  for (int links = 0; links < most_links; ++links) {
    std::array<char, PATH_MAX> buffer;
    const ssize_t size = ::readlink(path.c_str(), buffer.data(), buffer.size());
    if (size < 0) break;
    const std::string target(buffer.data(), static_cast<std::size_t>(size));
    path = target.starts_with('/') ? target : folder_of(path) + '/' + target;
  }
  return path;
}

/// The file that a path means, through symbolic links.
std::string resolved(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return meant_by(path);
  std::string out = real;
  std::free(real);
  return out;
}

/// Puts a file in the place of another one, or where none is yet. `path` is for messages.
std::expected<void, Trouble> replace_file(const std::string& path, const Handle& folder,
                                          const std::string& name, std::string_view bytes,
                                          const struct stat* existing) {
  TemporaryFile file(folder.get());
  if (file.error() != 0) return cannot("write", path, reason_of(file.error()));
  if (existing != nullptr) {
    // Another owner's file may be ours to replace, but not to give back; its mode is kept anyway.
    static_cast<void>(::fchown(file.handle(), existing->st_uid, existing->st_gid) == 0);
    if (::fchmod(file.handle(), existing->st_mode & 0777) != 0) {
      return cannot("write", path, reason_of(errno));
    }
  }
  int error = write_bytes(file.handle(), bytes);
  if (error == 0) error = file.replace(name);
  if (error != 0) return cannot("write", path, reason_of(error));
  // The new name lasts once the folder is on the disk too; where a folder cannot be synced, the
  // file is there all the same.
  const Handle synced(::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (synced) ::fsync(synced.get());
  return {};
}

/// Opens to write without waiting for ever: a pipe gets a reader soon, or ENXIO is the error.
Handle open_to_write(const std::string& path, int flags) {
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_milliseconds);
  while (true) {
    Handle file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | flags, 0644));
    struct stat about {};
    const bool waits = !file && errno == ENXIO && ::stat(path.c_str(), &about) == 0 &&
                       S_ISFIFO(about.st_mode) && std::chrono::steady_clock::now() < end;
    if (!waits) {
      if (!file && S_ISFIFO(about.st_mode)) errno = ENXIO;
      return file;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

std::expected<void, Trouble> write_in_place(const std::string& path, const std::string& target,
                                            std::string_view bytes, int flags) {
  const Handle file = open_to_write(target, flags);
  if (!file && errno == ENXIO) return cannot("write", path, "it is a pipe that nobody reads");
  if (!file) return cannot("write", path, reason_of(errno));
  const int error = write_bytes(file.get(), bytes);
  if (error != 0 && error != EPIPE) return cannot("write", path, reason_of(error));
  return {};
}

}  // namespace

std::expected<void, Trouble> write_all(int handle, std::string_view bytes) {
  const int error = write_bytes(handle, bytes);
  if (error != 0 && error != EPIPE) return cannot("write", "-", reason_of(error));
  return {};
}

void write_plainly(int handle, std::string_view line) noexcept {
  static_cast<void>(write_bytes(handle, line));
}

std::expected<void, Trouble> append_file(const std::string& path, std::string_view bytes) {
  return write_in_place(path, path, bytes, O_APPEND | O_CREAT);
}

std::expected<void, Trouble> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_all(STDOUT_FILENO, bytes);
  const std::string target = resolved(path);
  struct stat about {};
  const bool there = ::stat(target.c_str(), &about) == 0;
  if (!there && errno != ENOENT) return cannot("write", path, reason_of(errno));
  if (there && S_ISDIR(about.st_mode)) return cannot("write", path, "it is a directory");
  // The folder may be ours and the file protected all the same.
  if (there && ::access(target.c_str(), W_OK) != 0) return cannot("write", path, reason_of(errno));
  if (there && !S_ISREG(about.st_mode)) return write_in_place(path, target, bytes, 0);
  if (name_of(target).empty()) return cannot("write", path, "it is a directory");
  const auto folder = open_folder(folder_of(target));
  if (!folder) return cannot("write", path, reason_of(folder.error()));
  return replace_file(path, *folder, name_of(target), bytes, there ? &about : nullptr);
}

std::expected<void, Trouble> write_beneath(const std::string& folder, const std::string& path,
                                           std::string_view bytes,
                                           bool (*may_replace)(std::string_view before)) {
  const std::string name = folder + path;
  const auto root = open_folder(folder);
  if (!root) return cannot("write", name, reason_of(root.error()));
  const auto parent = open_beneath(*root, folder_of(path), O_PATH | O_DIRECTORY);
  if (!parent) return cannot("write", name, reason_of(parent.error()));
  const std::string last = name_of(path);
  const Handle before(::openat(parent->get(), last.c_str(),
                               O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!before && errno == ENOENT) return replace_file(name, *parent, last, bytes, nullptr);
  if (!before) {
    return cannot("write", name,
                  errno == ELOOP ? "it is a link, and a configuration names it" : reason_of(errno));
  }
  struct stat about {};
  if (::fstat(before.get(), &about) != 0) return cannot("write", name, reason_of(errno));
  const auto text = read_handle(before.get(), name, true);
  if (!text) return std::unexpected(text.error());
  if (!text->empty() && !may_replace(*text)) {
    return cannot("write", name,
                  "it is there and no report of rolecall's, and a configuration names it; delete "
                  "it, or name it with --output");
  }
  if (::faccessat(parent->get(), last.c_str(), W_OK, 0) != 0) {
    return cannot("write", name, reason_of(errno));
  }
  return replace_file(name, *parent, last, bytes, &about);
}

}  // namespace rolecall
