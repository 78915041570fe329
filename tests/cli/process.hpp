#pragma once
// The program run as users run it: in a process of its own.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall::test {

/// How a run differs from one without input, in an empty environment, with its output collected.
struct RunWith {
  std::string in = {};                 ///< standard input
  std::vector<std::string> env = {};   ///< `NAME=VALUE`
  std::string out = {};                ///< a path to write standard output to, e.g. /dev/full
  bool terminal = false;               ///< standard output is a terminal
  bool no_out = false;                 ///< standard output is closed
  bool broken_pipe = false;            ///< standard output is a pipe that nobody reads
  std::filesystem::path folder = {};   ///< to run in
  std::size_t file_limit = 0;          ///< largest file in bytes that may be written; 0: any
  std::size_t memory_limit = 0;        ///< of addresses, in bytes; 0: any
  std::string typed = {};              ///< standard input is a terminal on which this is typed
  std::filesystem::path program = {};  ///< another copy of the program
};

struct Ran {
  int status = -1;  ///< the exit status; 128 + the signal that ended it
  std::string out;
  std::string err;
};

Ran run_rolecall(const std::vector<std::string>& arguments, const RunWith& with = {});

/// A folder that is gone again at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }
  /// Writes a file and returns its path.
  std::string file(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; nothing where there is none.
std::optional<std::string> bytes_of(const std::filesystem::path& path);

}  // namespace rolecall::test
