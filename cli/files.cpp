#include "cli/files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include "cli/beneath.hpp"
#include "cli/file_trouble.hpp"
#include "model/language/read_toml.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

/// What a file is that is no regular one.
const char* kind_of(mode_t mode) {
  return S_ISDIR(mode)    ? "it is a directory"
         : S_ISFIFO(mode) ? "it is a pipe, not a file"
         : S_ISSOCK(mode) ? "it is a socket"
                          : "it is a device";
}

/// Why a file could not be opened without waiting.
std::string open_trouble(int error) {
  return error == ENXIO ? "it is a socket or a device that is not there" : reason_of(error);
}

/// Whether a pipe that gave nothing has had no writer yet: the kernel then does not call it hung
/// up.
bool waits_for_writer(int handle) {
  pollfd look{handle, POLLIN, 0};
  return ::poll(&look, 1, 0) == 0;
}

constexpr int reading = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

}  // namespace

std::string reason_of(int error) {
  if (error == EXDEV) return "it is a link that leads out of its folder";
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

bool worth_another_try(int error, int handle, short event) {
  if (error != EAGAIN) return error == EINTR;
  pollfd wait{handle, event, 0};
  return ::poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

std::expected<std::string, Trouble> read_handle(int handle, const std::string& name, bool regular) {
  static_assert(max_text_bytes % (1u << 20) == 0);
  const std::string too_large =
      "it is larger than " + std::to_string(max_text_bytes >> 20) + " MiB";
  struct stat about {};
  if (::fstat(handle, &about) != 0) return cannot("read", name, reason_of(errno));
  const bool is_regular = S_ISREG(about.st_mode);
  if (S_ISDIR(about.st_mode) || S_ISBLK(about.st_mode) || (regular && !is_regular)) {
    return cannot("read", name, kind_of(about.st_mode));
  }
  if (is_regular && static_cast<std::size_t>(about.st_size) > max_text_bytes) {
    return cannot("read", name, too_large);
  }

  std::string bytes;
  std::size_t size = 0;
  bool waited = false;
  bytes.resize(is_regular ? static_cast<std::size_t>(about.st_size) + 1 : 1u << 16);
  while (true) {
    const ssize_t got = ::read(handle, bytes.data() + size, bytes.size() - size);
    if (got < 0) {
      const int error = errno;
      if (worth_another_try(error, handle, POLLIN)) continue;
      return cannot("read", name, reason_of(error));
    }
    if (got == 0 && S_ISFIFO(about.st_mode) && waits_for_writer(handle)) {
      if (std::exchange(waited, true)) {
        return cannot("read", name, "it is a pipe that nobody writes to");
      }
      pollfd wait{handle, POLLIN, 0};
      static_cast<void>(::poll(&wait, 1, patience_milliseconds));
      continue;
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_text_bytes) return cannot("read", name, too_large);
    if (size == bytes.size()) bytes.resize(2 * size);
  }
  bytes.resize(size);
  return bytes;
}

std::expected<std::string, Trouble> read_file(const std::string& path) {
  if (path == "-") return read_handle(STDIN_FILENO, path, false);
  const Handle file(::open(path.c_str(), reading));
  if (!file) return cannot("read", path, open_trouble(errno));
  return read_handle(file.get(), path, path.ends_with(".toml"));
}

std::expected<std::string, Trouble> read_beneath(const std::string& folder, const std::string& path,
                                                 const Within& within, const std::string& shown) {
  const std::string name = shown.empty() ? folder + path : shown;
  auto root = open_folder(within.value_or(folder));
  if (root && within && folder.size() > within->size()) {
    root = open_beneath(*root, folder.substr(within->size()), O_PATH | O_DIRECTORY);
  }
  if (!root) return cannot("read", name, reason_of(root.error()));
  const auto file = open_beneath(*root, path, reading);
  if (!file) return cannot("read", name, open_trouble(file.error()));
  return read_handle(file->get(), name, true);
}

std::expected<std::string, Trouble> read_named(const std::string& path, const Within& within) {
  return within ? read_beneath(*within, path.substr(within->size())) : read_file(path);
}

}  // namespace rolecall
