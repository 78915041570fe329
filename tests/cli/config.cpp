// `rolecall.toml`: where it is found, what it changes, and what is wrong with it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "cli/wording.hpp"
#include "report/format.hpp"
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
  project.write(".git/HEAD", "");
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
  project.write(".git/HEAD", "");
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

TEST_CASE("what a configuration extends stays in its repository, or below it") {
  const Project project;
  project.write("co/org.toml", company);
  project.write("co/rolecall.toml", "extends = \"../secret.toml\"\n");
  project.write("secret.toml", "password = \"x\"\n");
  CHECK_THAT(project.errors({"co/org.toml"}),
             Contains("co/rolecall.toml:1:11: `extends` names `../secret.toml`, which is not below "
                      "`co`, the folder of the configuration") &&
                 !Contains("password"));
  project.write("co/rolecall.toml", "extends = \"/etc/rolecall.toml\"\n");
  CHECK_THAT(project.errors({"co/org.toml"}), Contains("an absolute path"));
  std::filesystem::create_symlink("../secret.toml", project.folder / "co/link.toml");
  project.write("co/rolecall.toml", "extends = \"link.toml\"\n");
  CHECK_THAT(project.errors({"co/org.toml"}),
             Contains("`co/link.toml`: it is a link that leads out") && !Contains("password"));
  // The configuration itself, too.
  std::filesystem::remove(project.folder / "co/rolecall.toml");
  std::filesystem::create_symlink("../secret.toml", project.folder / "co/rolecall.toml");
  CHECK_THAT(project.errors({"co/org.toml"}),
             Contains("`co/rolecall.toml`: it is a link that leads out") && !Contains("password"));
  CHECK(project.run({"co/org.toml", "--isolated"}).status == 1);
  // Within a repository, above the configuration is not outside.
  std::filesystem::remove(project.folder / "co/rolecall.toml");
  project.write("co/rolecall.toml", "extends = \"../house.toml\"\n");
  project.write("house.toml", "[checks]\nrole-missing = \"off\"\n");
  project.write(".git/HEAD", "");
  CHECK_THAT(project.run({"co/org.toml"}).out, !Contains("role-missing"));
}

TEST_CASE("the reports of a configuration stay in its folder and replace nothing but reports") {
  const Project project;
  project.write("co/org.toml", company);
  project.write("victim/.bashrc", "keep");
  project.write("co/Makefile", "all:");
  project.write("co/deep/x", "");
  std::filesystem::create_symlink("../victim", project.folder / "co/link");
  std::filesystem::create_symlink("deep/y", project.folder / "co/inner");
  const std::string absolute = project.folder / "victim/.bashrc";
  struct Case {
    std::string output;
    std::string says;
  };
  for (const Case& each : {
           Case{"short=../victim/.bashrc", "co/rolecall.toml:1:10: `output` names"},
           Case{"short=" + absolute, "co/rolecall.toml:1:10: `output` names"},
           Case{"short=deep/../../victim/.bashrc", "`output` names"},
           Case{"short=.git/config", "outside of .git"},
           Case{"short=deep/.GIT/config", "outside of .git"},
           Case{"short=link/.bashrc", "`co/link/.bashrc`: it is a link that leads out"},
           Case{"short=inner", "`co/inner`: it is a link, and a configuration names it"},
           Case{"short=Makefile", "`co/Makefile`: it is there and no report"},
           Case{"short=deep", "`co/deep`: it is a directory"},
       }) {
    CAPTURE(each.output);
    project.write("co/rolecall.toml", "output = \"" + each.output + "\"\n");
    const Ran ran = project.run({"co/org.toml"});
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err, Contains(each.says));
  }
  CHECK(bytes_of(absolute) == "keep");
  CHECK(bytes_of(project.folder / "co/Makefile") == "all:");
  // A report of each format may be made, and replaced by the next; the folder is the
  // configuration's.
  for (const std::string& format : rolecall::ids_of(rolecall::all_formats())) {
    CAPTURE(format);
    project.write("co/rolecall.toml", "output = \"" + format + "=deep/report\"\n");
    for (const std::string_view text :
         {std::string_view(company), clean_text, std::string_view(company)}) {
      project.write("co/org.toml", text);
      const Ran ran = project.run({"co/org.toml"});
      CHECK(ran.status <= 1);
      CHECK(ran.err.empty());
    }
    CHECK_FALSE(bytes_of(project.folder / "co/deep/report")->empty());
  }
  // What the user names is free.
  CHECK(project.run({"co/org.toml", "--output", "short=" + absolute}).status == 1);
  CHECK(bytes_of(absolute) != "keep");
}

TEST_CASE("an empty list clears what another configuration says, and is shown") {
  const Project project;
  project.write("org.toml", clean_text);
  project.write("rolecall.toml", "extends = \"house.toml\"\ncatalogues = []\n");
  project.write("house.toml", "catalogues = [\"leadership\"]\n");
  const Ran shown = project.run({"org.toml", "--show-config"});
  CHECK_THAT(shown.out, Contains("catalogues = []") && !Contains("leadership"));
}
