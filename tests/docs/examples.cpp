// What the pages show of files and commands works.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "tests/cli/process.hpp"
#include "tests/docs/pages.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;

TEST_CASE("the files of docs/projects.md are read without complaint, and do what the page says") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "people");
  folder.file("people/ada.toml", "[[person]]\nname = \"Ada\"\n");
  folder.file("duties.toml", "");
  folder.file("acme.toml",
              "[company]\nname = \"Acme\"\ncomplete = false\n[[position]]\nid = \"ceo\"\n"
              "[[position]]\nid = \"cfo\"\nreports_to = \"ceo\"\n"
              "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"Ada\"\n"
              "reports_to = \"cfo\"\n");
  std::vector<std::string> files;
  for (const std::string& block : toml_blocks(page("docs/projects.md"))) {
    REQUIRE(block.starts_with("# "));
    files.push_back(block.substr(2, block.find('\n') - 2));
    folder.file(files.back(), block);
  }
  CHECK(files == std::vector<std::string>{"org.toml", "rolecall.toml", "next-year.toml"});
  const RunWith here{.folder = folder.path()};

  const Ran checked = run_rolecall({"check", ".", "--output", "short"}, here);
  CAPTURE(checked.out);
  CHECK(checked.err.empty());
  for (const char* complaint : {"syntax", "unknown-", "wrong-type", "missing-key"}) {
    CHECK_THAT(checked.out, !Contains("[" + std::string(complaint)));
  }
  CHECK_THAT(run_rolecall({"check", "org.toml", "--show-config"}, here).out,
             Contains("span-wide = \"error\"") && Contains("fail-on = \"warning\""));
  const Ran changed = run_rolecall({"diff", "next-year.toml"}, here);
  CHECK(changed.status == 0);
  CHECK_THAT(changed.out, Contains("cio") && Contains("ceo"));
}

TEST_CASE("the description of docs/editors.md is one") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", toml_blocks(page("docs/editors.md")).front());
  const Ran ran = run_rolecall({"check", file, "--output", "short"});
  CHECK(ran.err.empty());
  for (const char* complaint : {"syntax", "unknown-", "wrong-type", "missing-key"}) {
    CHECK_THAT(ran.out, !Contains("[" + std::string(complaint)));
  }
}

TEST_CASE("the commands that the pages show have the options that they show") {
  const std::regex command("rolecall ([a-z]+)( [^`|\n]*)");
  const std::regex option(" (--?[a-z][a-z-]*)( ([a-z]+))?");
  using Matches = std::sregex_iterator;
  std::size_t shown = 0;
  for (const auto& entry : std::filesystem::directory_iterator(ROLECALL_SOURCE_DIR "/docs")) {
    if (entry.path().extension() != ".md") continue;
    const std::string name = "docs/" + entry.path().filename().string();
    const std::string text = page(name);
    for (Matches each(text.begin(), text.end(), command); each != Matches(); ++each) {
      const std::string words = (*each)[2];
      if (words.find(" -") == std::string::npos) continue;
      CAPTURE(name, each->str());
      const Ran help = run_rolecall({(*each)[1], "--help"});
      CHECK(help.status == 0);
      for (Matches word(words.begin(), words.end(), option); word != Matches(); ++word) {
        CHECK_THAT(help.out, Contains((*word)[1].str()));
        if ((*word)[1] == "--output" && (*word)[3].matched)
          CHECK_THAT(help.out, Contains(" " + (*word)[3].str() + ": "));
        ++shown;
      }
    }
  }
  CHECK(shown > 20);
}
