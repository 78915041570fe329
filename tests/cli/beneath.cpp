// Files beneath a folder: what leads out is not opened, with `openat2` and without it.
#include "cli/beneath.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/cli/process.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

namespace fs = std::filesystem;

using Open = std::expected<Handle, int> (*)(const Handle&, const std::string&, int);

/// What is read, or "error " and its number.
std::string read(Open open, const Handle& folder, const std::string& path) {
  const auto file = open(folder, path, O_RDONLY | O_NONBLOCK);
  if (!file) return "error " + std::to_string(file.error());
  char buffer[16];
  const ssize_t got = ::read(file->get(), buffer, sizeof buffer);
  return got < 0 ? "error " + std::to_string(errno)
                 : std::string(buffer, static_cast<std::size_t>(got));
}

const std::string out = "error " + std::to_string(EXDEV);
const std::string nothing = "error " + std::to_string(ENOENT);

}  // namespace

TEST_CASE("a path is opened beneath a folder, or not at all") {
  const TemporaryFolder outer;
  fs::create_directories(outer / "root/a/b");
  outer.file("secret", "secret");
  outer.file("root/top", "top");
  outer.file("root/a/b/file", "file");
  const auto link = [&](const std::string& to, const std::string& name) {
    fs::create_symlink(to, outer / ("root/" + name));
  };
  link("a/b/file", "inner");
  link("a", "folder");
  link("../top", "a/up");
  link("../secret", "leak");
  link("a/../../secret", "crooked");
  link("..", "above");
  link("/etc/passwd", "absolute");
  link((fs::path(outer / "root") / "top").string(), "absolute-inner");
  link("circle", "circle");
  link("gone", "dangling");
  const auto folder = open_folder(outer / "root");
  REQUIRE(folder);
  for (const Open open : {&open_beneath, &open_beneath_by_parts}) {
    CAPTURE(open == &open_beneath);
    CHECK(read(open, *folder, "top") == "top");
    CHECK(read(open, *folder, "./a//b/file") == "file");
    CHECK(read(open, *folder, "a/../top") == "top");
    CHECK(read(open, *folder, "inner") == "file");
    CHECK(read(open, *folder, "folder/b/file") == "file");
    CHECK(read(open, *folder, "folder/up") == "top");
    CHECK(read(open, *folder, "../secret") == out);
    CHECK(read(open, *folder, "a/../../root/top") == out);
    CHECK(read(open, *folder, "leak") == out);
    CHECK(read(open, *folder, "crooked") == out);
    CHECK(read(open, *folder, "above/secret") == out);
    CHECK(read(open, *folder, "above/root/top") == out);
    CHECK(read(open, *folder, "absolute") == out);
    CHECK(read(open, *folder, "absolute-inner") == out);
    CHECK(read(open, *folder, outer / "root/top") == out);
    CHECK(read(open, *folder, "gone") == nothing);
    CHECK(read(open, *folder, "dangling") == nothing);
    CHECK(read(open, *folder, "circle") == "error " + std::to_string(ELOOP));
    CHECK(read(open, *folder, "top/x") == "error " + std::to_string(ENOTDIR));
    CHECK(open(*folder, "a", O_PATH | O_DIRECTORY));
    CHECK(open(*folder, ".", O_PATH | O_DIRECTORY));
    CHECK_FALSE(open(*folder, "top", O_PATH | O_DIRECTORY));
  }
}

TEST_CASE("while a file is swapped for a link nothing outside is read") {
  const TemporaryFolder outer;
  fs::create_directories(outer / "root/d");
  outer.file("secret", "secret");
  outer.file("root/good", "good");
  outer.file("root/d/x", "good");
  const auto folder = open_folder(outer / "root");
  std::atomic<bool> done = false;
  std::thread swapper([&] {
    const std::string swapped = outer / "root/d/x";
    const std::string next = outer / "root/next";
    while (!done) {
      fs::create_symlink("../../secret", next);
      fs::rename(next, swapped);
      fs::create_hard_link(outer / "root/good", next);
      fs::rename(next, swapped);
    }
  });
  int leaks = 0;
  for (int i = 0; i < 3000; ++i) {
    leaks += read(open_beneath, *folder, "d/x") == "secret";
    leaks += read(open_beneath_by_parts, *folder, "d/x") == "secret";
  }
  done = true;
  swapper.join();
  CHECK(leaks == 0);
}
