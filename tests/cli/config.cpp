// `rolecall.toml`: where it is found, what it changes, and what is wrong with it.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

/// With one finding, the missing CIO.
const std::string company =
    "[company]\nname = \"F\"\nas_of = 2026-11-01\n[[position]]\nid = \"cto\"\ntitle = \"CTO\"\n"
    "holder = \"Ada\"\naccountable = [\"@CTO\"]\n";

class Project {
 public:
  void write(const std::string& path, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(folder / path).parent_path());
    folder.file(path, bytes);
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "check");
    return run_rolecall(arguments, {.folder = folder.path()});
  }
  std::string errors(const std::vector<std::string>& arguments) const {
    const Ran ran = run(arguments);
    CHECK(ran.status == 3);
    CHECK(ran.out.empty());
    return ran.err;
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("the nearest configuration holds, and the description goes before it") {
  const Project project;
  project.write("rolecall.toml", "[checks]\nrole-missing = \"off\"\n");
  project.write("a/org.toml", company);
  project.write("b/org.toml", company);
  project.write("b/rolecall.toml", "# nothing is said here\n");
  project.write("c/org.toml", company + "[checks]\nrole-missing = \"note\"\n");
  CHECK_THAT(project.run({"a/org.toml"}).out, !Contains("role-missing"));
  CHECK_THAT(project.run({"b/org.toml"}).out, Contains("error[role-missing]"));
  CHECK_THAT(project.run({"c/org.toml"}).out, Contains("note[role-missing]"));
  CHECK_THAT(project.run({"a/org.toml", "--isolated"}).out, Contains("error[role-missing]"));
  CHECK_THAT(project.run({"b/org.toml", "--config", "rolecall.toml"}).out,
             !Contains("role-missing"));
}

TEST_CASE("the search ends at the top of a repository") {
  const Project project;
  project.write("rolecall.toml", "[checks]\nrole-missing = \"off\"\n");
  project.write("repo/.git/HEAD", "");
  project.write("repo/orgs/org.toml", company);
  CHECK_THAT(project.run({"repo/orgs/org.toml"}).out, Contains("error[role-missing]"));
}

TEST_CASE("a configuration extends another one") {
  const Project project;
  project.write("shared/base.toml",
                "profile = \"startup\"\n[checks]\nrole-missing = \"off\"\nmax_span = 3\n");
  project.write("orgs/rolecall.toml",
                "extends = \"../shared/base.toml\"\n[checks]\nmax_span = 5\n");
  project.write("orgs/org.toml", company);
  const Ran shown = project.run({"orgs/org.toml", "--show-config"});
  CHECK(shown.status == 0);
  CHECK_THAT(shown.out, Contains("# read: orgs/rolecall.toml shared/base.toml") &&
                            Contains("profile = \"startup\"") &&
                            Contains("# shared/base.toml:1:11") && Contains("max_span = 5") &&
                            Contains("# orgs/rolecall.toml:3:1") && !Contains("max_span = 3"));
  project.write("shared/base.toml", "extends = \"../orgs/rolecall.toml\"\n");
  CHECK_THAT(project.errors({"orgs/org.toml"}),
             Contains("shared/base.toml:1:11") && Contains("circle"));
  CHECK_THAT(project.run({"orgs/org.toml", "--show-config", "--isolated"}).out,
             Contains("there is no configuration"));
}

TEST_CASE("what is wrong with a configuration has a place") {
  const Project project;
  project.write("org.toml", company);
  struct Case {
    std::string text;
    std::string says;
  };
  for (const Case& each : {
           Case{"profil = \"startup\"\n",
                "rolecall.toml:1:1: unknown key `profil` in a "
                "configuration; did you mean `profile`?"},
           Case{"[checks]\nspan-wid = \"off\"\n", "rolecall.toml:2:1: unknown key `span-wid`"},
           Case{"[checks]\nspan-wide = \"loud\"\n", "rolecall.toml:2:13: "},
           Case{"profile = 3\n", "rolecall.toml:1:11: `profile` must be a string"},
           Case{"[checks\n", "rolecall.toml:1:"},
           Case{"required-version = \">=9\"\n", "rolecall.toml:1:20: this is rolecall "},
           Case{"required-version = \"new\"\n",
                "rolecall.toml:1:20: `required-version` is written"},
           Case{"catalogues = [\"x.toml\"]\n", "rolecall.toml:1:15: "},
           Case{"extends = \"gone.toml\"\n", "cannot read `gone.toml`"},
       }) {
    CAPTURE(each.text);
    project.write("rolecall.toml", each.text);
    CHECK_THAT(project.errors({"org.toml"}), Contains(each.says));
  }
  // Once for all files that it would hold for.
  project.write("rolecall.toml", "profil = 1\n");
  project.write("b.toml", company);
  const std::string all = project.errors({"."});
  CHECK(all.find("profil") == all.rfind("unknown key `profil`") + 13);
  project.write("rolecall.toml", "required-version = \">= 0.1, <9\"\n");
  CHECK(project.run({"org.toml"}).status == 1);
}

TEST_CASE("a profile of the configuration that is not known is shown in its line") {
  const Project project;
  project.write("org.toml", company);
  project.write("rolecall.toml", "profile = \"startupp\"\n");
  const Ran ran = project.run({"org.toml"});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, Contains("rolecall.toml:1:11") && Contains("did you mean `startup`?"));
}

TEST_CASE("a configuration says from which severity on a run fails") {
  const Project project;
  const std::string warned =
      std::string(clean_text) + "[[waiver]]\ncheck = \"duty-overlap\"\nreason = \"agreed\"\n";
  project.write("org.toml", warned);
  project.write("strict/org.toml", warned);
  project.write("strict/rolecall.toml", "extends = \"../base.toml\"\n");
  project.write("base.toml", "fail-on = \"warning\"\n");
  CHECK(project.run({"org.toml"}).status == 0);
  CHECK(project.run({"strict/org.toml"}).status == 1);
  CHECK(project.run({"strict", "org.toml"}).status == 1);
  CHECK(project.run({"org.toml", "strict"}).status == 0);
  CHECK(project.run({"strict/org.toml", "--fail-on", "error"}).status == 0);
  CHECK(project.run({"strict/org.toml", "--isolated"}).status == 0);
  CHECK_THAT(project.run({"strict/org.toml", "--show-config"}).out,
             Contains("fail-on = \"warning\"") && Contains("# base.toml:1:11"));
  project.write("base.toml", "fail-on = \"loud\"\n");
  CHECK_THAT(project.errors({"strict/org.toml"}),
             Contains("base.toml:1:11") && Contains("`note`, `warning` and `error`"));
}

TEST_CASE("the reports of the configuration are written where none are asked for") {
  const Project project;
  project.write("org.toml", company);
  project.write("rolecall.toml", "output = [\"short\", \"json=out.json\"]\n");
  const Ran ran = project.run({"org.toml"});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, Contains("org.toml:2:8: error") && !Contains("-->"));
  CHECK(bytes_of(project.folder / "out.json"));
  CHECK_THAT(project.run({"org.toml", "--output", "text"}).out, Contains("-->"));
  project.write("rolecall.toml", "output = [\"shrt\"]\n");
  const Ran wrong = project.run({"org.toml"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("did you mean `short`?"));
}

TEST_CASE("an empty list clears what another configuration says, and is shown") {
  const Project project;
  project.write("org.toml", clean_text);
  project.write("rolecall.toml", "extends = \"house.toml\"\ncatalogues = []\n");
  project.write("house.toml", "catalogues = [\"leadership\"]\n");
  const Ran shown = project.run({"org.toml", "--show-config"});
  CHECK_THAT(shown.out, Contains("catalogues = []") && !Contains("leadership"));
}
