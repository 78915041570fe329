// What a checkout may not do: hang the run, have its own files replaced, or be read through links.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/wording.hpp"
#include "model/text/name_bytes.hpp"
#include "report/format.hpp"
#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

void make_pipe(const std::string& path) { REQUIRE(::mkfifo(path.c_str(), 0600) == 0); }

void make_socket(const fs::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.string().size() < sizeof address.sun_path);
  std::strcpy(address.sun_path, path.c_str());
  const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  REQUIRE(::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::close(handle);
}

/// Whether a text has bytes that are no UTF-8.
bool invalid_utf8(const std::string& text) { return with_bytes_shown(text) != text; }

}  // namespace

TEST_CASE("pipes and sockets that are called like files are told at once") {
  const TemporaryFolder folder;
  folder.file("good.toml", clean_text);
  folder.file("include.toml", "include = \"pipe.toml\"\n" + std::string(clean_text));
  folder.file("base.toml", "base = \"pipe.toml\"\n");
  folder.file("catalogue.toml",
              "[company]\nname = \"F\"\ncatalogues = [\"pipe.toml\"]\n[[position]]\nid = \"a\"\n");
  make_pipe(folder / "pipe.toml");
  const RunWith there{.folder = folder.path()};
  const std::string says = "`pipe.toml`: it is a pipe, not a file";
  for (const char* file : {"include.toml", "base.toml", "catalogue.toml"}) {
    CAPTURE(file);
    const Ran ran = run_rolecall({"check", file}, there);
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, Contains(says));
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "pipe.toml"},
        {"check", "good.toml", "--config", "pipe.toml"},
        {"check", "good.toml", "--baseline", "pipe.toml"},
        {"render", "good.toml", "-o", "x.svg", "--theme", "pipe.toml"},
        {"diff", "good.toml", "pipe.toml"},
        {"advise", "pipe.toml"},
        {"fmt", "--check", "pipe.toml"},
        {"fix", "pipe.toml"}}) {
    CAPTURE(words);
    const Ran ran = run_rolecall(words, there);
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err, Contains(says));
  }
  folder.file("rolecall.toml", "extends = \"pipe.toml\"\n");
  CHECK_THAT(run_rolecall({"check", "good.toml"}, there).err, Contains(says));
  fs::remove(folder / "rolecall.toml");
  make_pipe(folder / "rolecall.toml");
  CHECK_THAT(run_rolecall({"check", "good.toml"}, there).err,
             Contains("`rolecall.toml`: it is a pipe"));
  fs::remove(folder / "rolecall.toml");

  // In a folder the others are judged all the same.
  make_socket(folder.path() / "socket.toml");
  fs::create_symlink("/dev/zero", folder / "zero.toml");
  for (const char* verb : {"check", "fix", "fmt"}) {
    CAPTURE(verb);
    const Ran ran = run_rolecall({verb, "."}, there);
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err, Contains(says) && Contains("`socket.toml`: it is a socket"));
    CHECK_FALSE(ran.out.empty());
  }
  CHECK_THAT(run_rolecall({"check", "."}, there).err,
             Contains("`zero.toml`: it is a link that leads out of its folder"));
  CHECK_THAT(run_rolecall({"check", "."}, there).out, Contains("checked good.toml"));

  make_pipe(folder / "summary");
  const Ran job = run_rolecall(
      {"check", "good.toml"},
      {.env = {"GITHUB_ACTIONS=true", "GITHUB_STEP_SUMMARY=summary"}, .folder = folder.path()});
  CHECK(job.status == 3);
  CHECK_THAT(job.err, Contains("cannot write `summary`: it is a pipe that nobody reads"));
  CHECK_THAT(run_rolecall({"check", "good.toml", "--output", "json=summary"}, there).err,
             Contains("it is a pipe that nobody reads"));
  CHECK_THAT(run_rolecall({"check", "summary"}, there).err,
             Contains("it is a pipe that nobody writes to"));
}

TEST_CASE("standard input and pipes of the user's are read") {
  const TemporaryFolder folder;
  for (const char* name : {"-", "/dev/stdin", "/proc/self/fd/0"}) {
    CAPTURE(name);
    const Ran ran = run_rolecall({"check", name}, {.in = std::string(clean_text)});
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, Contains("nothing wrong found"));
  }
  make_pipe(folder / "pipe");
  std::thread writer([&] {
    const int pipe = ::open((folder / "pipe").c_str(), O_WRONLY | O_CLOEXEC);
    ::usleep(200'000);  // later than the run begins
    CHECK(::write(pipe, clean_text.data(), clean_text.size()) ==
          static_cast<ssize_t>(clean_text.size()));
    ::close(pipe);
  });
  CHECK(run_rolecall({"check", folder / "pipe"}).status == 0);
  writer.join();
}

TEST_CASE("a link in a folder that leads out is told and not read") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "co");
  folder.file("secret.toml", "[company]\npassword = \"x\"\n");
  folder.file("other.toml", "[package]\nname = \"x\"\n");
  folder.file("co/org.toml", clean_text);
  fs::create_symlink("../secret.toml", folder / "co/link.toml");
  fs::create_symlink("../other.toml", folder / "co/package.toml");  // somebody else's, as ever
  for (const std::string where : {"co", "co/", "."}) {
    CAPTURE(where);
    const RunWith there{.folder = where == "." ? folder.path() / "co" : folder.path()};
    const Ran ran = run_rolecall({"check", where}, there);
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err,
               Contains("link.toml`: it is a link that leads out") && !Contains("package.toml"));
    CHECK_THAT(ran.out, Contains("nothing wrong found") && !Contains("password"));
  }
  // What the user names is his.
  CHECK_THAT(run_rolecall({"check", folder / "co/link.toml"}).out, Contains("password"));
}

TEST_CASE("what is read is not written, and nothing is written twice") {
  const TemporaryFolder folder;
  folder.file("org.toml", "include = \"part.toml\"\n" + std::string(faulty_text));
  folder.file("part.toml", "[[position]]\nid = \"part\"\n");
  folder.file("old.toml", clean_text);
  folder.file("theme.toml", "base = \"dark\"\n");
  folder.file("rolecall.toml", "fail-on = \"error\"\n");
  fs::create_symlink("org.toml", folder / "link.toml");
  fs::create_hard_link(folder / "part.toml", folder / "same.toml");
  const RunWith there{.folder = folder.path()};
  REQUIRE(run_rolecall({"check", "org.toml", "--write-baseline", "known.json"}, there).status <= 1);
  const auto all = [&] {
    std::string out;
    for (const char* name :
         {"org.toml", "part.toml", "old.toml", "theme.toml", "rolecall.toml", "known.json"}) {
      out += *bytes_of(folder / name);
    }
    return out;
  };
  const std::string before = all();
  using Words = std::vector<std::string>;
  for (const Words& words : {
           Words{"check", "org.toml", "--output", "json=org.toml"},
           Words{"check", "org.toml", "--output", "json=./part.toml"},
           Words{"check", "org.toml", "--output", "json=link.toml"},
           Words{"check", "org.toml", "--output", "json=same.toml"},
           Words{"check", "org.toml", "--output", "json=rolecall.toml"},
           Words{"check", ".", "--output", "json=old.toml"},
           Words{"check", "org.toml", "--write-baseline", "org.toml"},
           Words{"check", "org.toml", "--baseline", "known.json", "--output", "json=known.json"},
           Words{"check", "org.toml", "--output", "json=a", "--output", "sarif=a"},
           Words{"check", "org.toml", "--output", "json=a", "--output", "sarif=./a"},
           Words{"check", "org.toml", "--output", "json=a", "--write-baseline", "a"},
           Words{"diff", "old.toml", "org.toml", "--output", "json=org.toml"},
           Words{"diff", "old.toml", "org.toml", "--output", "json=old.toml"},
           Words{"diff", "old.toml", "org.toml", "--output", "json=a", "--output", "text=a"},
           Words{"render", "org.toml", "--format", "svg", "-o", "org.toml"},
           Words{"render", "org.toml", "--format", "svg", "-o", "part.toml"},
           Words{"render", "org.toml", "--theme", "theme.toml", "--format", "svg", "-o",
                 "theme.toml"},
           Words{"render", "org.toml", "--view", "diff", "--against", "old.toml", "--format", "svg",
                 "-o", "old.toml"},
           Words{"render", "org.toml", "-o", "a.svg", "-o", "./a.svg"},
       }) {
    CAPTURE(words);
    const Ran ran = run_rolecall(words, there);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err,
               Contains("which is read; name another file") || Contains("write the same file"));
    CHECK(all() == before);
    CHECK_FALSE(fs::exists(folder / "a"));
  }
  for (const Words& words : {
           Words{"check", "old.toml", "--output", "json=/dev/null", "--output", "sarif=/dev/null"},
           Words{"check", "org.toml", "--baseline", "known.json", "--write-baseline", "known.json"},
           Words{"check", "old.toml", "--output", "json=b", "--output", "sarif=c"},
       }) {
    CAPTURE(words);
    CHECK(run_rolecall(words, there).status <= 1);
  }
}

TEST_CASE("a link that leads to nothing yet is written through") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "deep");
  fs::create_symlink("deep/next.svg", folder / "link.svg");
  fs::create_symlink("chart.svg", folder / "deep/next.svg");
  fs::create_symlink("missing/chart.svg", folder / "lost.svg");
  folder.file("org.toml", clean_text);
  const RunWith there{.folder = folder.path()};
  CHECK(run_rolecall({"render", "org.toml", "-o", "link.svg"}, there).status == 0);
  CHECK(fs::is_symlink(folder / "link.svg"));
  CHECK(fs::is_symlink(folder / "deep/next.svg"));
  CHECK(fs::is_regular_file(fs::symlink_status(folder / "deep/chart.svg")));
  const Ran lost = run_rolecall({"render", "org.toml", "-o", "lost.svg"}, there);
  CHECK(lost.status == 3);
  CHECK_THAT(lost.err, Contains("cannot write `lost.svg`: no such file or directory"));
  CHECK(fs::is_symlink(folder / "lost.svg"));
}

TEST_CASE("a name that is no UTF-8 is shown in escapes, in a report that is UTF-8") {
  const TemporaryFolder folder;
  folder.file("a\xFF.toml", faulty_text);
  folder.file("b.toml", clean_text);
  for (const std::string& format : ids_of(all_formats())) {
    CAPTURE(format);
    const Ran ran = run_rolecall({"check", ".", "--output", format}, {.folder = folder.path()});
    CHECK(ran.status == 1);
    CHECK_FALSE(invalid_utf8(ran.out));
    for (const std::string_view for_people : {"text", "short", "github", "markdown", "csv"}) {
      if (format != for_people) continue;
      CHECK_THAT(ran.out, Contains("a\\xff.toml") || Contains("a&#92;xff.toml"));
    }
  }
  CHECK_THAT(run_rolecall({"check", folder / "gone\xFE"}).err, Contains("gone\\xfe"));
  const Ran drawn = run_rolecall({"render", "b.toml", "--format", "svg", "-o", "x\xC3(.svg"},
                                 {.folder = folder.path()});
  CHECK_THAT(drawn.out, Contains("wrote x\\xc3(.svg"));
  CHECK(fs::exists(folder / "x\xC3(.svg"));
}

TEST_CASE("where memory is short, that is said") {
#ifdef __SANITIZE_ADDRESS__
  return;  // it takes addresses without end
#endif
  const TemporaryFolder folder;
  folder.file("org.toml", clean_text);
  for (const char* kind : {"png", "pdf", "svg"}) {
    for (const std::size_t megabytes : {80, 120, 160, 240}) {
      CAPTURE(kind, megabytes);
      const Ran ran = run_rolecall({"render", "org.toml", "-o", std::string("x.") + kind},
                                   {.folder = folder.path(), .memory_limit = megabytes << 20});
      CAPTURE(ran.err);
      CHECK((ran.status == 0 || ran.status == 3));
      CHECK(fs::exists(folder / (std::string("x.") + kind)) == (ran.status == 0));
      if (ran.status == 3) CHECK_THAT(ran.err, Contains("memory"));
      fs::remove(folder / (std::string("x.") + kind));
    }
  }
  // More text than memory.
  std::string text = "[company]\nname = \"F\"\n";
  while (text.size() < (24u << 20))
    text += "[[position]]\nid = \"p" + std::to_string(text.size()) + "\"\n";
  folder.file("large.toml", text);
  const Ran large =
      run_rolecall({"check", "large.toml"}, {.folder = folder.path(), .memory_limit = 100u << 20});
  CHECK(large.status == 3);
  CHECK(large.err == "rolecall: out of memory\n");
}
