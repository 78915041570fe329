#include "cli/watch.hpp"

#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "cli/disk_workspace.hpp"

namespace rolecall {
namespace {

constexpr std::chrono::milliseconds between_looks(200);
constexpr std::chrono::milliseconds until_quiet(50);

FileState state_of(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return {};
  return {about.st_mtim.tv_sec, about.st_mtim.tv_nsec, about.st_size, about.st_ino};
}

}  // namespace

FileStates states_of(const WatchList& list) {
  FileStates out;
  for (const std::string& file : list.files) out.emplace(file, state_of(file));
  for (const std::string& folder : list.folders) {
    const std::string start = folder.ends_with('/') ? folder : folder + '/';
    for (const std::string& file : disk_workspace(start).list("", true)) {
      if (file.ends_with(".toml")) out.emplace(start + file, state_of(start + file));
    }
  }
  return out;
}

void wait_for_change(const WatchList& list, const FileStates& seen) {
  FileStates now = states_of(list);
  while (now == seen) {
    std::this_thread::sleep_for(between_looks);
    now = states_of(list);
  }
  // An editor may take several steps to save a file.
  FileStates last;
  do {
    last = std::move(now);
    std::this_thread::sleep_for(until_quiet);
    now = states_of(list);
  } while (now != last);
}

}  // namespace rolecall
