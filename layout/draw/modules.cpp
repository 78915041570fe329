#include "layout/draw/modules.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/auxv.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <utility>

#ifndef ROLECALL_MODULE_FROM_BIN
#define ROLECALL_MODULE_FROM_BIN "../lib/rolecall"
#endif

namespace rolecall {
namespace {

/// The folder of the running program; empty where that is not known.
std::string own_folder() {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t length = readlink("/proc/self/exe", buffer.data(), buffer.size());
  std::string path(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  if (path.empty()) {  // there is no /proc, as in a bare chroot
    const auto* const started_as = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
    if (started_as != nullptr && realpath(started_as, buffer.data()) != nullptr) {
      path = buffer.data();
    }
  }
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace

std::expected<void*, std::string> load_module(std::string_view name, const char* symbol) {
  const std::string folder = own_folder();
  const std::string file = fmt::format("rolecall-{}.so", name);
  std::string why = fmt::format("{} is not beside the program", file);
  for (const std::string_view place : {".", "..", ROLECALL_MODULE_FROM_BIN}) {
    const std::string path = fmt::format("{}{}/{}", folder, place, file);
    if (folder.empty() || access(path.c_str(), R_OK) != 0) continue;
    void* const handle = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (!handle) {
      const char* said = dlerror();
      why = said ? said : "it cannot be loaded";
      continue;
    }
    if (void* const function = dlsym(handle, symbol)) return function;
    why = fmt::format("{} is of another version or build than this program", path);
  }
  return std::unexpected(fmt::format("the drawing module does not load: {}", why));
}

void Received::receive(void* to, bool ok, const char* bytes, std::size_t size) {
  auto* received = static_cast<Received*>(to);
  try {
    received->bytes.assign(bytes, size);
    received->ok = ok;
  } catch (...) {
    received->ok = false;
  }
}

std::expected<std::string, std::string> Received::take(std::string_view who) && {
  if (ok) return std::move(bytes);
  return std::unexpected(fmt::format("{} failed: {}", who, bytes));
}

}  // namespace rolecall
