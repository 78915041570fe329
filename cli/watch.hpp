#pragma once
// Waiting for files to change.

#include <map>
#include <string>
#include <vector>

namespace rolecall {

/// What tells one state of a file from another. All 0: the file is not there.
struct FileState {
  long long seconds = 0;  ///< when it was written last
  long nanoseconds = 0;
  long long bytes = 0;
  unsigned long long node = 0;  ///< which file it is: editors put a new one in the old one's place

  bool operator==(const FileState&) const = default;
};

using FileStates = std::map<std::string, FileState>;

/// What a run depends on.
struct WatchList {
  std::vector<std::string> files;    ///< there or not
  std::vector<std::string> folders;  ///< all `.toml` files in them and below

  bool operator==(const WatchList&) const = default;
};

FileStates states_of(const WatchList& list);

/// Waits until the files of the list are in other states than in `seen` and have stopped changing.
void wait_for_change(const WatchList& list, const FileStates& seen);

}  // namespace rolecall
