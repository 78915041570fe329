// `rolecall fix` as users run it.

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "cli/fixed_files.hpp"
#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

namespace rolecall::test {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

/// A misspelt boss, and nothing else that is wrong.
const std::string misspelt = R"([company]
name = "Fernhill"
complete = false

# the head
[[position]]
id = "director"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "dirctor"  # since May
accountable = ["it-strategy", "it-budget"]
)";

std::string mended(std::string text) {
  text.replace(text.find("dirctor"), 7, "director");
  return text;
}

const std::string stale_waiver = R"(
# nobody knows any more why
[[waiver]]
check = "duty-overlap"
on = ["networks"]
reason = "agreed"
)";

/// Two people answer for one duty.
const std::string overlapping = [] {
  std::string text(faulty_text);
  return text.replace(text.find("ceoo"), 4, "ceo");
}();

}  // namespace

TEST_CASE("fix mends a misspelling in place and leaves the rest as it is") {
  for (const bool crlf : {false, true}) {
    const TemporaryFolder folder;
    std::string text = misspelt;
    if (crlf) {
      for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, "\r");
      }
      text.insert(0, "\xEF\xBB\xBF");
    }
    const std::string file = folder.file("org.toml", text);
    fs::permissions(file, fs::perms::owner_all);
    const Ran ran = run_rolecall({"fix", file});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 0);
    CHECK(bytes_of(file) == mended(text));
    CHECK(ran.out.find("org.toml:15: write `director` [unknown-reference]\n") != std::string::npos);
    CHECK(ran.out.find("1 finding fixed in 1 file, ") != std::string::npos);
    CHECK(fs::status(file).permissions() == fs::perms::owner_all);
    const auto time = fs::last_write_time(file);
    CHECK(run_rolecall({"fix", file}).out.starts_with("0 findings fixed, "));
    CHECK(fs::last_write_time(file) == time);
  }
}

TEST_CASE("fix --diff changes nothing and says what patch takes") {
  const TemporaryFolder folder;
  for (const std::string& text : {misspelt, misspelt + "[checks]", misspelt + stale_waiver}) {
    const std::string file = folder.file("org.toml", text);
    const Ran ran = run_rolecall({"fix", "--diff", "org.toml"}, {.folder = folder.path()});
    CHECK(ran.status == 0);
    CHECK(ran.out.starts_with("--- a/org.toml\n+++ b/org.toml\n@@ -"));
    CHECK(ran.err.find("would be fixed in 1 file") != std::string::npos);
    CHECK(bytes_of(file) == text);
    const std::string patch = folder.file("fix.patch", ran.out);
    const std::string command = "cd " + folder.path().string() +
                                " && git apply --check fix.patch && patch -s -p1 < fix.patch";
    REQUIRE(std::system(command.c_str()) == 0);
    const auto patched = bytes_of(file);
    folder.file("org.toml", text);
    CHECK(run_rolecall({"fix", file}).status == 0);
    CHECK(bytes_of(file) == patched);
  }
}

TEST_CASE("fix reads standard input and writes the mended text") {
  const Ran ran = run_rolecall({"fix", "-"}, {.in = misspelt});
  CHECK(ran.status == 0);
  CHECK(ran.out == mended(misspelt));
  CHECK(ran.err.find("<stdin>:15: write `director`") != std::string::npos);
  CHECK(run_rolecall({"fix", "-"}, {.in = std::string(clean_text)}).out == clean_text);
}

TEST_CASE("fix takes stale waivers out, and with --check only what it names") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", misspelt + stale_waiver);
  CHECK(run_rolecall({"fix", "--check", "unused-waiver", file}).status == 1);  // the other is left
  CHECK(bytes_of(file) == misspelt);
  CHECK(run_rolecall({"fix", "--check", "unused-waiver", "--check", "unknown-reference", file})
            .status == 0);
  CHECK(bytes_of(file) == mended(misspelt));
  CHECK(run_rolecall({"fix", "--check", "unknown-refrence", file}).status == 2);
}

TEST_CASE("a comment that is a waiver of nothing goes") {
  const TemporaryFolder folder;
  std::string text = mended(misspelt);
  text.replace(text.find("# since May"), 11, "# rolecall: allow span-wide too many");
  const std::string file = folder.file("org.toml", text);
  CHECK(run_rolecall({"fix", file}).status == 0);
  text.replace(text.find("  # rolecall: allow span-wide too many"), 38, "");
  CHECK(bytes_of(file) == text);
}

TEST_CASE("what decides something is left, unless it is asked for") {
  const TemporaryFolder folder;
  std::string text = mended(misspelt);
  text.replace(text.find("complete = false"), 16, "employees = 12");
  const std::string more =
      "\n[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"Ben\"\nreports_to = \"director\"\n"
      "accountable = [\"@CTO\"]\n";
  const std::string file = folder.file("org.toml", text + more);
  const Ran safe = run_rolecall({"fix", file, "--check", "no-working-link"});
  CHECK(bytes_of(file) == text + more);
  CHECK(safe.out.find(" a fix that decides something: --unsafe, --interactive\n") !=
        std::string::npos);
  const Ran unsafe = run_rolecall({"fix", "--unsafe", file, "--check", "no-working-link"});
  CHECK(bytes_of(file) == text + more + "\n[[link]]\nbetween = [\"cio\", \"cto\"]\n");
  CHECK(unsafe.out.find(
            ": add a `[[link]]` with `between = [\"cio\", \"cto\"]` [no-working-link]\n") !=
        std::string::npos);
}

TEST_CASE("fix --interactive shows each fix and does what is answered") {
  const std::string both = misspelt + stale_waiver;
  const auto run = [&](const std::string& typed) {
    const TemporaryFolder folder;
    const std::string file = folder.file("org.toml", both);
    Ran ran = run_rolecall({"fix", "--interactive", file}, {.typed = typed});
    ran.err = bytes_of(file).value();
    return ran;
  };
  const Ran none = run("n\nn\n");
  CHECK(none.err == both);
  CHECK(none.status == 1);  // in a part of a company, too, a boss who is misspelt is an error
  CHECK(none.out.find("error[unknown-reference]: ") != std::string::npos);
  CHECK(none.out.find("+reports_to = \"director\"  # since May\n") != std::string::npos);
  CHECK(none.out.find("[y]es, [n]o, [a]ll that are left, [q]uit: ") != std::string::npos);
  CHECK(run("y\nn\n").err == mended(misspelt) + stale_waiver);
  CHECK(run("what?\nn\ny\n").err == misspelt);
  CHECK(run("a\n").err == mended(misspelt));
  CHECK(run("q\n").err == both);
  CHECK(run("y\nq\n").err == mended(misspelt) + stale_waiver);
}

TEST_CASE("a fix that would add a finding is not applied, and it is said why") {
  // Mended, the boss's line is a circle.
  const TemporaryFolder folder;
  std::string text = misspelt;
  text.insert(text.find("holder = \"Mina"), "reports_to = \"cio\"\n");
  const std::string file = folder.file("org.toml", text);
  const Ran ran = run_rolecall({"fix", file});
  CHECK(ran.status == 1);
  CHECK(bytes_of(file) == text);
  CHECK(ran.out.find("not fixed: write `director` [unknown-reference]: it would lead to "
                     "error[reporting-cycle]") != std::string::npos);
}

TEST_CASE("what is left is counted as check counts it") {
  const TemporaryFolder folder;
  std::string text = misspelt;
  for (const char* id : {"a", "b", "c"}) {
    text += "\n[[position]]\nid = \"" + std::string(id) +
            "\"\ntitle = \"Head of Unit\"\nreports_to = \"cio\"\ncolour = \"red\"\n";
  }
  const std::string file = folder.file("org.toml", text);
  CHECK(run_rolecall({"fix", file}).out.find(", 1 error") != std::string::npos);
  CHECK(run_rolecall({"check", file}).out.find("3 posts have `colour`") != std::string::npos);
}

TEST_CASE("an edit goes to the file in which the place is") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "teams");
  const std::string main =
      folder.file("org.toml", "include = [\"teams/*.toml\"]\n" + mended(misspelt));
  const std::string part =
      "[[position]]\nid = \"ops\"\ntitle = \"Head\"\nholder = \"X\"\nreports_to = ";
  const std::string file = folder.file("teams/ops.toml", part + "'dirctor'\n");
  const auto before = bytes_of(main);
  const Ran ran = run_rolecall({"fix", folder.path().string()});
  CAPTURE(ran.out, ran.err);
  CHECK(ran.status == 0);
  CHECK(bytes_of(file) == part + "'director'\n");
  CHECK(bytes_of(main) == before);
}

TEST_CASE("two descriptions that share a file have it mended once") {
  const TemporaryFolder folder;
  const std::string part =
      "[[position]]\nid = \"ops\"\ntitle = \"Head\"\nholder = \"X\"\nreports_to = ";
  const std::string file = folder.file("ops.toml", part + "\"dirctor\"\n");
  const std::string text = "include = [\"ops.toml\"]\n" + mended(misspelt);
  const std::string a = folder.file("a.toml", text);
  const std::string b = folder.file("b.toml", text);
  const Ran ran = run_rolecall({"fix", a, b, folder / "./a.toml"});
  CHECK(ran.status == 0);
  CHECK(bytes_of(file) == part + "\"director\"\n");
}

TEST_CASE("a proposal's base, its configuration and links out of its folder are left alone") {
  const TemporaryFolder folder;
  const std::string base = folder.file("base.toml", misspelt);
  const std::string proposal = folder.file(
      "next.toml", "base = \"base.toml\"\n[[position]]\nid = \"cio\"\nholder = \"B\"\n");
  CHECK(run_rolecall({"fix", proposal}).out.starts_with("0 findings fixed, "));
  CHECK(bytes_of(base) == misspelt);
  fs::create_directory(folder.path() / "org");
  fs::create_symlink(base, folder.path() / "org" / "link.toml");
  const Ran ran = run_rolecall({"fix", folder / "org"});
  CHECK(ran.status == 3);
  CHECK(ran.err.find("is a link that leads out of its folder") != std::string::npos);
  CHECK(bytes_of(base) == misspelt);
  // A link that the user names is followed, and stays one.
  CHECK(run_rolecall({"fix", folder / "org/link.toml"}).status == 0);
  CHECK(bytes_of(base) == mended(misspelt));
  CHECK(fs::is_symlink(folder.path() / "org" / "link.toml"));
}

TEST_CASE("what cannot be written is left whole") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", misspelt);
  const Ran full = run_rolecall({"fix", file}, {.file_limit = 20});
  CHECK(full.status == 3);
  CHECK(bytes_of(file) == misspelt);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  const Ran fmt =
      run_rolecall({"fmt", folder.file("b.toml", "a=1\nb=2\nc=3\nd=4\n")}, {.file_limit = 9});
  CHECK(fmt.status == 3);
  CHECK(bytes_of(folder / "b.toml") == "a=1\nb=2\nc=3\nd=4\n");
  CHECK(run_rolecall({"fix", folder / "none.toml"}).status == 3);
}

TEST_CASE("where one file has changed meanwhile none is written") {
  const TemporaryFolder folder;
  const std::string a = folder.file("a.toml", "a = 1\n");
  const std::string b = folder.file("b.toml", "b = 2\n");
  const std::string said = folder.file("said", "");
  const int err = ::open(said.c_str(), O_WRONLY);
  const Handles handles{.out = err, .err = err};
  const NewFiles changed{{a, "a = 3\n"}, {b, "b = 3\n"}};
  CHECK_FALSE(replace_files(changed, {{a, "a = 1\n"}, {b, "b = 1\n"}}, handles));
  CHECK(bytes_of(a) == "a = 1\n");
  CHECK(bytes_of(b) == "b = 2\n");
  CHECK(bytes_of(said).value().find("it was changed meanwhile; nothing is written") !=
        std::string::npos);
  CHECK(replace_files(changed, {{a, "a = 1\n"}, {b, "b = 2\n"}}, handles));
  CHECK(bytes_of(a) == "a = 3\n");
  ::close(err);
}

TEST_CASE("usage of fix is told where it is wrong") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", misspelt);
  CHECK(run_rolecall({"fix"}).status == 2);
  CHECK(run_rolecall({"fix", "-", file}).status == 2);
  CHECK(run_rolecall({"fix", "--interactive", file}).status == 2);
  CHECK(run_rolecall({"fix", "--interactive", "--diff", file}).status == 2);
  CHECK(bytes_of(file) == misspelt);
}

TEST_CASE("a file in the one layout is in it after its fixes") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", overlapping);
  REQUIRE(run_rolecall({"fmt", file}).status == 0);
  REQUIRE(run_rolecall({"fmt", "--check", file}).status == 0);
  run_rolecall({"fix", "--unsafe", file});
  CHECK(bytes_of(file) != overlapping);
  CHECK(run_rolecall({"fmt", "--check", file}).status == 0);
}

TEST_CASE("fmt lays files out, once") {
  const TemporaryFolder folder;
  const std::string text =
      "[company]\nas_of=2026-01-01\nname='A'\n[[position]]\ntitle='T'\nid='x'\n";
  const std::string good =
      "[company]\nname = \"A\"\nas_of = 2026-01-01\n\n[[position]]\nid = \"x\"\ntitle = \"T\"\n";
  const std::string file = folder.file("org.toml", text);
  CHECK(run_rolecall({"fmt", "--check", file}).status == 1);
  const Ran diff = run_rolecall({"fmt", "--diff", file});
  CHECK(diff.status == 0);
  CHECK(diff.out.starts_with("--- a/"));
  CHECK(bytes_of(file) == text);
  CHECK(run_rolecall({"fmt", file}).status == 0);
  CHECK(bytes_of(file) == good);
  CHECK(run_rolecall({"fmt", "--check", file}).status == 0);
  CHECK(run_rolecall({"fmt", file}).out == "0 files laid out, 1 as it should be\n");
  CHECK(run_rolecall({"fmt", "-"}, {.in = text}).out == good);
  CHECK(run_rolecall({"fmt", "--check", "-"}, {.in = text}).status == 1);
  CHECK(run_rolecall({"fmt", "-"}, {.in = "a = \n"}).out.empty());
  CHECK(run_rolecall({"fmt"}).status == 2);
}

TEST_CASE("fmt of a folder takes what is rolecall's and leaves what is broken") {
  const TemporaryFolder folder;
  const std::string other = folder.file("Cargo.toml", "[package]\nname='x'\n");
  const std::string main = folder.file("org.toml", "include=['p.toml']\n[company]\nname='A'\n");
  const std::string part = folder.file("p.toml", "[[person]]\nname='B'\n");
  const std::string config = folder.file("rolecall.toml", "fail_on='note'\nprofile='x'\n");
  const std::string broken = folder.file("broken.toml", "[company]\nname='x\n");
  const Ran ran = run_rolecall({"fmt", folder.path().string()});
  CHECK(ran.status == 3);
  CHECK(ran.err.find("broken.toml: line 2 is no TOML") != std::string::npos);
  CHECK(bytes_of(other) == "[package]\nname='x'\n");
  CHECK(bytes_of(broken) == "[company]\nname='x\n");
  CHECK(bytes_of(part) == "[[person]]\nname = \"B\"\n");
  CHECK(bytes_of(config) == "profile = \"x\"\nfail_on = \"note\"\n");
}

TEST_CASE("a reason is written only where somebody is asked") {
  const std::string example = ROLECALL_SOURCE_DIR "/examples/halden.toml";
  const Ran all = run_rolecall({"fix", "--unsafe", "--diff", example});
  CHECK_THAT(all.out, Contains("+++ ") && !Contains("joint = "));
  const Ran text = run_rolecall({"check", example});
  CHECK_THAT(text.out, Contains("error[duty-overlap]") && !Contains("+ joint = "));
  // Programs see it among the fixes, as one that is not safe.
  const Ran json = run_rolecall({"check", "--output", "json", example});
  CHECK_THAT(json.out, Contains("joint = \\\"cto and cio answer for it together"));
}

}  // namespace rolecall::test
