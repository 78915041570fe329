// Both readers over the files of toml-test, which Debian's golang-github-burntsushi-toml-dev
// brings.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/syntax/tree.hpp"
#include "tests/syntax/both_readers.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

namespace fs = std::filesystem;

const fs::path tests = "/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests";

struct File {
  std::string name;
  std::string text;
  bool valid = false;
};

std::vector<File> toml_test_files() {
  std::vector<File> out;
  if (!fs::exists(tests)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(tests)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    std::string name = fs::relative(entry.path(), tests).generic_string();
    const bool valid = name.starts_with("valid/");
    out.push_back({std::move(name), std::move(text).str(), valid});
  }
  return out;
}

}  // namespace

TEST_CASE("the tree and toml++ agree on every file of toml-test") {
  const std::vector<File> files = toml_test_files();
  INFO("the package golang-github-burntsushi-toml-dev brings them to " << tests);
  REQUIRE(files.size() >= 300);
  std::size_t invalid = 0;
  for (const File& file : files) {
    CAPTURE(file.name);
    CHECK(disagreement(file.text).empty());
    invalid += file.valid ? 0 : 1;
  }
  CHECK(invalid >= 100);
}
