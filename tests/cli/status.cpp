// Exit statuses, and what happens where the world or the user does not play along.

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("a description without errors ends with 0") {
  const Ran ran = run_rolecall({"check", "-"}, {.in = std::string(clean_text)});
  INFO(ran.out);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, Contains("checked <stdin>: "));
}

TEST_CASE("errors end with 1, in every format") {
  for (const char* format : {"text", "json"}) {
    const Ran ran =
        run_rolecall({"check", "-", "--output", format}, {.in = std::string(faulty_text)});
    CHECK(ran.status == 1);
    CHECK(ran.err.empty());
    CHECK_FALSE(ran.out.empty());
  }
}

TEST_CASE("more warnings than allowed end with 1") {
  const std::string text = "[company]\nname = \"F\"\n" + std::string(R"([[position]]
id = "ceo"
title = "CEO"
holder = "Mina Park"
[[position]]
id = "coo"
title = "COO"
holder = "Ola Berg"
reports_to = "ceo"
[[position]]
id = "cio"
title = "CIO"
holder = "Ada Okafor"
reports_to = "coo"
accountable = ["@CIO", "@shared", "@contested"]
[[position]]
id = "cto"
title = "CTO"
holder = "Cleo Dunn"
reports_to = "ceo"
accountable = ["@CTO"]
)");
  const Ran all = run_rolecall({"check", "-"}, {.in = text});
  INFO(all.out);
  CHECK(all.status == 0);
  CHECK_THAT(all.out, Contains("warning["));
  const Ran none = run_rolecall({"check", "-", "--max-warnings", "0"}, {.in = text});
  CHECK(none.status == 1);
  CHECK(none.out == all.out);
  CHECK_THAT(none.err, Contains("and --max-warnings allows 0"));
  CHECK(run_rolecall({"check", "-", "--max-warnings", "9"}, {.in = text}).status == 0);
  CHECK(run_rolecall({"check", "-", "--max-warnings", "0", "--exit-zero"}, {.in = text}).status ==
        0);
  const Ran few = run_rolecall({"check", "-", "--max-warnings", "few"}, {.in = text});
  CHECK(few.status == 2);
  CHECK_THAT(few.err, Contains("--max-warnings is a number, not `few`"));
}

TEST_CASE("a report may leave out what is less loud") {
  const TemporaryFolder folder;
  const std::string file = folder.file("x.toml", std::string(faulty_text) +
                                                     "[[position]]\nid = \"web\"\nholder = \"Cy\"\n"
                                                     "reports_to = \"ceo\"\ndotted_to = \"ceo\"\n");
  const Ran all = run_rolecall({"check", file, "--output", "short"});
  REQUIRE_THAT(all.out, Contains("error[") && Contains("warning[") && Contains("note["));
  const Ran errors = run_rolecall({"check", file, "--output", "short", "--show", "errors"});
  CHECK(errors.status == all.status);
  CHECK_THAT(errors.out, Contains("error[") && !Contains("warning[") && !Contains("note["));
  CHECK_THAT(run_rolecall({"check", file, "--output", "short:warnings"}).out,
             Contains("error[") && Contains("warning[") && !Contains("note["));
  const std::string json = folder / "all.json";
  const Ran both = run_rolecall({"check", file, "--output", "short:errors", "--output",
                                 "json:notes=" + json, "--show", "warnings"});
  CHECK(both.out == errors.out);
  CHECK_THAT(bytes_of(json).value_or(""), Contains("\"note\""));
  CHECK_THAT(run_rolecall({"check", file, "--show", "errors"}).out, Contains(" not shown"));
  CHECK(run_rolecall({"check", file, "--output", "short:error"}).out == errors.out);
  CHECK(run_rolecall({"check", file, "--output", "short", "--show", "error"}).out == errors.out);
  CHECK(run_rolecall({"check", file, "--fail-on", "notes"}).status == 1);
  const Ran wrong = run_rolecall({"check", file, "--output", "short:eror"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("notes, warnings or errors, not `eror`"));
  CHECK(run_rolecall({"diff", file, file, "--output", "text:errors"}).status == 2);
}

TEST_CASE("an argument cannot be a command of a build log") {
  for (const std::string word : {"##[error]x", "x\n::error::x"}) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{word},
                                               {"check", word},
                                               {"check", "-", "--fail-on", word},
                                               {"check", "-", "--output", word},
                                               {"check", "-", "--config", word},
                                               {"render", "-", "-o", word},
                                               {"explain", word}}) {
      const Ran ran = run_rolecall(arguments, {.in = std::string(clean_text)});
      CAPTURE(arguments, ran.err);
      CHECK(ran.status >= 2);
      CHECK_THAT(ran.err, !Contains("##[") && !Contains("\n::"));
    }
  }
}

TEST_CASE("a wrong command line ends with 2 and says what is near") {
  struct Case {
    std::vector<std::string> arguments;
    std::string says;
  };
  const std::vector<Case> cases = {
      {{"chekc", "x.toml"}, "unknown command `chekc` (did you mean `check`?)"},
      {{"check"}, "`check` needs a FILE"},
      {{"check", "x.toml", "--output", "jsno"}, "unknown format `jsno` (did you mean `json`?)"},
      {{"check", "x.toml", "--output=json="}, "lacks a path"},
      {{"check", "x.toml", "--ouput", "json"}, "(did you mean `--output`?)"},
      {{"check", "x.toml", "--output", "text", "--output", "json"}, "only one --output"},
      {{"check", "x.toml", "--color", "allways"}, "(did you mean `always`?)"},
      {{"check", "x.toml", "--as-of", "yesterday"}, "--as-of is a day"},
      {{"check", "x.toml", "--as-of", "2026-02-30"}, "--as-of is a day"},
      {{"check", "-", "-"}, "once only"},
      {{"--color", "never", "check"}, "options come after it"},
      {{"render", "x.toml"}, "-o OUT"},
      {{"render", "x.toml", "-o", "x"}, "no ending"},
      {{"render", "x.toml", "-o", "x.svgg"}, "(did you mean `svg`?)"},
      {{"render", "x.toml", "y.toml", "-o", "x.svg"}, "one argument too many: `y.toml`"},
      {{"explain"}, "needs the id"},
      {{"explain", "duty-overlapp"}, "(did you mean `duty-overlap`?)"},
      {{"explain", "no such \x1b[31m thing"}, "there is no duty, check or role"},
      {{"catalogue", "--owner", "CTOO"}, "(did you mean `CTO`?)"},
  };
  for (const Case& each : cases) {
    const Ran ran = run_rolecall(each.arguments);
    INFO(ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, StartsWith("rolecall: ") && Contains(each.says));
    CHECK(ran.err.find('\x1b') == std::string::npos);
    CHECK(ran.err.find('\n') == ran.err.size() - 1);
  }
}

TEST_CASE("no command at all prints the help on standard error") {
  const Ran ran = run_rolecall({});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Contains("Usage: rolecall COMMAND"));
}

TEST_CASE("help and version end with 0") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"help"}, {"check", "--help"}, {"help", "render"}, {"explain", "-h"}}) {
    const Ran ran = run_rolecall(arguments);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Contains("Usage: rolecall") && Contains("Example"));
  }
  CHECK(run_rolecall({"--version"}).out == "rolecall " ROLECALL_VERSION "\n");
}

TEST_CASE("what cannot be read ends with 3") {
  const TemporaryFolder folder;
  const std::string file = folder.file("file.toml", clean_text);
  struct Case {
    std::string path;
    std::string says;
  };
  for (const Case& each :
       {Case{folder / "missing.toml", "no such file"},
        Case{file + "/below.toml", "not a directory"}, Case{"", "no such file"}}) {
    for (const char* format : {"text", "json"}) {
      const Ran ran = run_rolecall({"check", each.path, "--output", format});
      INFO(ran.err);
      CHECK(ran.status == 3);
      CHECK(ran.out.empty());
      CHECK_THAT(ran.err, StartsWith("rolecall: cannot read `") && Contains(each.says));
    }
  }
  if (::geteuid() != 0) {
    ::chmod(file.c_str(), 0);
    CHECK(run_rolecall({"check", file}).status == 3);
  }
}

TEST_CASE("--as-of is the day of a description without one") {
  const TemporaryFolder folder;
  const std::string open =
      folder.file("open.toml", std::string(clean_text) + "until = 2026-03-31\n");
  CHECK(run_rolecall({"check", open, "--as-of", "2026-03-31"}).status == 0);
  CHECK(run_rolecall({"check", open, "--as-of", "2026-04-01"}).status == 1);
  const std::string dated = folder.file(
      "dated.toml", "company.as_of = 2026-01-01\ncompany.complete = false\n" +
                        std::string(clean_text.substr(clean_text.find("[[position]]"))) +
                        "until = 2026-03-31\n");
  CHECK(run_rolecall({"check", dated, "--as-of", "2026-04-01"}).status == 0);
}

TEST_CASE("a file that cannot be read does not keep the others from being judged") {
  const TemporaryFolder folder;
  const Ran ran =
      run_rolecall({"check", folder / "missing.toml", folder.file("x.toml", faulty_text)});
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains("missing.toml"));
  CHECK_THAT(ran.out, Contains("x.toml: "));
}

TEST_CASE("a huge file is refused at once") {
  const TemporaryFolder folder;
  const std::string path = folder.file("huge.toml", "");
  std::filesystem::resize_file(path, 100u << 20);
  const Ran ran = run_rolecall({"check", path});
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains("larger than 64 MiB"));
  CHECK(run_rolecall({"check", "/dev/zero"}).status == 3);
}

TEST_CASE("text that is no description is an error with a place") {
  const TemporaryFolder folder;
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\x00\x00\xff\xfe\n[[[\x1b]0;title\x07",
      24);
  for (const std::string& bytes : {binary, std::string("name = \"\xc3\x28\"\n"),
                                   std::string("[company\n"), std::string(3000, '[')}) {
    const std::string path = folder.file("x.toml", bytes);
    const Ran ran = run_rolecall({"check", path});
    INFO(ran.out);
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, Contains("error[syntax]") && Contains("--> " + path + ":"));
    CHECK(ran.out.find('\x1b') == std::string::npos);
    CHECK(ran.out.find('\0') == std::string::npos);
  }
}

TEST_CASE("an empty file is no clean company") {
  const Ran ran = run_rolecall({"check", "-"}, {.in = ""});
  INFO(ran.out);
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, Contains("error["));
}

TEST_CASE("standard output that cannot be written to ends with 3") {
  const RunWith full{.in = std::string(clean_text), .out = "/dev/full"};
  const RunWith closed{.in = std::string(clean_text), .no_out = true};
  for (const RunWith& with : {full, closed}) {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"check", "-"}, {"catalogue"}, {"--version"}, {"explain", "CIO"}}) {
      const Ran ran = run_rolecall(arguments, with);
      CHECK(ran.status == 3);
      CHECK_THAT(ran.err, Contains("cannot write standard output"));
    }
  }
}

TEST_CASE("a reader that went away is no failure and no death") {
  const Ran ran =
      run_rolecall({"check", "-"}, {.in = std::string(clean_text), .broken_pipe = true});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
}
