#pragma once
// A repository of git to run the program in.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/process.hpp"

namespace rolecall::test {

/// A folder that is a repository of git.
class Repository {
 public:
  Repository() { git("init -q -b main"); }

  void git(const std::string& words) const {
    const std::string command =
        "cd '" + folder.path().string() +
        "' && GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 git -c user.name=test "
        "-c user.email=test@example.com -c protocol.file.allow=always " +
        words + " >/dev/null 2>&1";
    INFO(command);
    REQUIRE(std::system(command.c_str()) == 0);
  }
  void commit() const {
    git("add -A");
    git("commit -q -m state");
  }
  std::string write(const std::string& path, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(folder / path).parent_path());
    return folder.file(path, bytes);
  }
  Ran run(const std::vector<std::string>& arguments) const {
    return run_rolecall(arguments, {.folder = folder.path()});
  }

  TemporaryFolder folder;
};

}  // namespace rolecall::test
