// `check --write-waivers`: what is found is accepted, in writing.

#include <catch2/catch.hpp>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

namespace rolecall::test {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

const std::vector<std::string> because = {
    "--write-waivers", "--reason", "agreed \"for now\"", "--by", "board", "--until", "2099-12-31"};

/// Errors, all of which can be waived.
std::string wrong_text() {
  std::string text(faulty_text);
  return text.replace(text.find("ceoo"), 4, "ceo");
}

std::vector<std::string> with(std::vector<std::string> arguments,
                              const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

}  // namespace

TEST_CASE("--write-waivers accepts what is found and leaves the rest of the file as it is") {
  const TemporaryFolder folder;
  const std::string before = wrong_text() + "# the last word";  // no end of line
  const std::string file = folder.file("bad.toml", before);
  CHECK(run_rolecall({"check", file}).status == 1);
  const Ran ran = run_rolecall(with({"check", file}, because));
  INFO(ran.err << ran.out);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, Contains("wrote ") && Contains(" waiver") && Contains("bad.toml"));
  const std::string after = bytes_of(file).value_or("");
  CHECK_THAT(after, StartsWith(before + "\n\n[[waiver]]\ncheck = \"") &&
                        Contains("reason = \"agreed \\\"for now\\\"\"\nby = \"board\"\n") &&
                        EndsWith("until = 2099-12-31\n"));
  CHECK(run_rolecall({"check", file}).status == 0);
  CHECK(run_rolecall({"check", file, "--no-waivers"}).status == 1);
  // Nothing is left to accept: the file is not touched again.
  CHECK(run_rolecall(with({"check", file}, because)).status == 0);
  CHECK(bytes_of(file) == after);
}

TEST_CASE("--write-waivers keeps the line ends of the file") {
  const TemporaryFolder folder;
  std::string text;
  for (const char c : wrong_text()) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::string file = folder.file("bad.toml", text);
  CHECK(run_rolecall(with({"check", file}, because)).status == 0);
  const std::string after = bytes_of(file).value_or("");
  CHECK_THAT(after, StartsWith(text) && Contains("\r\n[[waiver]]\r\ncheck = "));
  std::size_t bare = 0;
  for (std::size_t i = 0; i < after.size(); ++i) {
    bare += after[i] == '\n' && (i == 0 || after[i - 1] != '\r') ? 1 : 0;
  }
  CHECK(bare == 0);
}

TEST_CASE("waivers go into a file of their own, which the description includes") {
  const TemporaryFolder folder;
  const std::string file = folder.file("acme.toml", wrong_text());
  const std::string waivers = folder / "waivers.toml";
  const Ran apart = run_rolecall(with({"check", file, "--waivers-into", waivers}, because));
  CHECK(apart.status == 3);
  CHECK_THAT(apart.err, Contains("is no part of") && Contains("include = [\"waivers.toml\"]"));
  CHECK_FALSE(bytes_of(waivers));

  const std::string whole =
      folder.file("whole.toml", "include = [\"waivers.toml\"]\n" + wrong_text());
  folder.file("waivers.toml", "# what the board accepted\n");
  const Ran ran = run_rolecall(with({"check", whole, "--waivers-into", waivers}, because));
  INFO(ran.err << ran.out);
  CHECK(ran.status == 0);
  CHECK_THAT(bytes_of(waivers).value_or(""),
             StartsWith("# what the board accepted\n\n[[waiver]]\n"));
  CHECK(bytes_of(whole) == "include = [\"waivers.toml\"]\n" + wrong_text());
}

TEST_CASE("what may hide other findings gets no waiver") {
  const TemporaryFolder folder;
  const std::string file = folder.file("bad.toml", faulty_text);
  const Ran ran = run_rolecall(with({"check", file}, because));
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, Contains("1 finding cannot be waived"));
  CHECK(bytes_of(file).value_or("").find("unknown-reference") == std::string::npos);
}

TEST_CASE("waivers are not written through a link that leads out of the folder") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  const std::string target = elsewhere.file("other.toml", wrong_text());
  const std::string link = folder / "acme.toml";
  std::filesystem::create_symlink(target, link);
  const Ran ran = run_rolecall(with({"check", link}, because));
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains("is a link that leads out of its folder"));
  CHECK(bytes_of(target) == wrong_text());
}

TEST_CASE("--write-waivers is told what it needs") {
  const TemporaryFolder folder;
  const std::string file = folder.file("bad.toml", faulty_text);
  const auto says = [&](const std::vector<std::string>& more) {
    const Ran ran = run_rolecall(with({"check", file}, more));
    CHECK(ran.status == 2);
    return ran.err;
  };
  CHECK_THAT(says({"--write-waivers"}), Contains("needs --reason"));
  CHECK_THAT(says({"--reason", "why"}), Contains("go with --write-waivers"));
  CHECK_THAT(says({"--write-waivers", "--reason", "x", "--until", "soon"}),
             Contains("--until is a date"));
  CHECK_THAT(says({"--write-waivers", "--reason", "x", "--no-waivers"}),
             Contains("cannot go with --no-waivers"));
  CHECK(run_rolecall({"check", "-", "--write-waivers", "--reason", "x"}, {.in = "x"}).status == 2);
  CHECK(bytes_of(file) == std::string(faulty_text));
}

}  // namespace rolecall::test
