#include "cli/beneath.hpp"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace rolecall {
namespace {

constexpr int most_links = 40;   // as the kernel has it
constexpr int most_tries = 100;  // while somebody swaps files

/// The parts of a path, the first one last.
void add_parts(std::string_view path, std::vector<std::string>& rest) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view part = slash == path.npos ? path : path.substr(slash + 1);
    if (!part.empty() && part != ".") rest.emplace_back(part);
    path = slash == path.npos ? std::string_view() : path.substr(0, slash);
  }
}

std::expected<Handle, int> opened(int handle) {
  if (handle < 0) return std::unexpected(errno);
  return Handle(handle);
}

std::expected<std::string, int> target_of(const Handle& link) {
  std::array<char, PATH_MAX> buffer;
  const ssize_t size = ::readlinkat(link.get(), "", buffer.data(), buffer.size());
  if (size < 0) return std::unexpected(errno);
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

}  // namespace

int Handle::close() {
  const int handle = std::exchange(handle_, -1);
  return handle >= 0 && ::close(handle) != 0 ? errno : 0;
}

std::expected<Handle, int> open_folder(const std::string& path) {
  return opened(::open(path.empty() ? "." : path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

std::expected<Handle, int> open_beneath_by_parts(const Handle& folder, const std::string& path,
                                                 int flags) {
  if (path.starts_with('/')) return std::unexpected(EXDEV);
  std::vector<std::string> rest;
  add_parts(path, rest);
  std::vector<Handle> way;  // from the folder to where we are, without the folder
  int links = 0;
  int tries = 0;
  const auto here = [&] { return way.empty() ? folder.get() : way.back().get(); };
  while (!rest.empty()) {
    const std::string part = std::move(rest.back());
    rest.pop_back();
    if (part == "..") {
      if (way.empty()) return std::unexpected(EXDEV);
      way.pop_back();
      continue;
    }
    auto seen = opened(::openat(here(), part.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!seen) return seen;
    struct stat about {};
    if (::fstat(seen->get(), &about) != 0) return std::unexpected(errno);
    if (S_ISLNK(about.st_mode)) {
      if (++links > most_links) return std::unexpected(ELOOP);
      const auto target = target_of(*seen);
      if (!target) return std::unexpected(target.error());
      if (target->starts_with('/')) return std::unexpected(EXDEV);
      add_parts(*target, rest);
      continue;
    }
    if (!rest.empty()) {
      if (!S_ISDIR(about.st_mode)) return std::unexpected(ENOTDIR);
      way.push_back(std::move(*seen));
      continue;
    }
    auto out = opened(::openat(here(), part.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
    const bool swapped = !out && out.error() == ELOOP;
    if (!swapped || ++tries == most_tries) return out;
    rest.push_back(part);  // it has become a link since we looked
  }
  return opened(::openat(here(), ".", flags | O_CLOEXEC));
}

std::expected<Handle, int> open_beneath(const Handle& folder, const std::string& path, int flags) {
  const std::string name = path.empty() ? "." : path;
  open_how how{};
  how.flags = static_cast<unsigned>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  for (int tries = 0; tries < most_tries; ++tries) {
    const long handle = ::syscall(SYS_openat2, folder.get(), name.c_str(), &how, sizeof how);
    if (handle >= 0) return Handle(static_cast<int>(handle));
    // EAGAIN: a folder was moved meanwhile, and the kernel does not know whether it led out.
    if (errno != EAGAIN) break;
  }
  const int error = errno;
  // Filters of system calls say EPERM of what they do not know; by parts a real one comes again.
  const bool unknown = error == ENOSYS || error == EPERM || error == E2BIG || error == EAGAIN;
  if (!unknown) return std::unexpected(error);
  return open_beneath_by_parts(folder, path, flags);
}

}  // namespace rolecall
