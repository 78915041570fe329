// What git is asked for `--against`: of hooks, worktrees, links, partial clones and submodules.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/cli/process.hpp"
#include "tests/cli/repository.hpp"
#include "tests/companies.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

void check_nothing_new(const Ran& ran) {
  CAPTURE(ran.out, ran.err);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Contains("nothing new found"));
}

void check_said(const Ran& ran, const std::string& words) {
  CAPTURE(ran.out, ran.err);
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains(words));
}

}  // namespace

TEST_CASE("the environment of a hook means another repository and is left out") {
  const Repository repository;
  repository.write("org/a.toml", faulty_text);
  repository.commit();
  const std::string git = repository.folder / ".git";
  const std::vector<std::string> words{"check", "org/a.toml", "--against", "HEAD"};
  check_nothing_new(repository.run(words));
  for (const std::string& variable :
       {"GIT_DIR=" + git, "GIT_INDEX_FILE=" + git + "/index", std::string("GIT_DIR=/nowhere"),
        std::string("GIT_WORK_TREE=/"), std::string("GIT_PREFIX=org/"),
        std::string("GIT_OBJECT_DIRECTORY=/nowhere"), std::string("GIT_COMMON_DIR=/nowhere"),
        std::string("GIT_TRACE=1")}) {
    CAPTURE(variable);
    check_nothing_new(run_rolecall(
        words, {.env = {variable, "PATH=/usr/bin:/bin"}, .folder = repository.folder.path()}));
  }
  // As git runs a hook of a linked worktree.
  repository.git("worktree add -q ../" + repository.folder.path().filename().string() +
                 "-tree -b t");
  const fs::path tree = repository.folder.path().string() + "-tree";
  check_nothing_new(run_rolecall(
      words,
      {.env = {"GIT_DIR=" + git + "/worktrees/" + tree.filename().string(), "PATH=/usr/bin:/bin"},
       .folder = tree}));
  fs::remove_all(tree);
}

TEST_CASE("a description behind a link is what the link meant in the commit") {
  const Repository repository;
  repository.write("org/a.toml", faulty_text);
  repository.write("include.toml", "include = [\"parts/*.toml\"]\n[company]\nname = \"F\"\n");
  repository.write("parts/real/x", "");
  fs::create_symlink("org/a.toml", repository.folder / "link.toml");
  fs::create_symlink("org", repository.folder / "folder");
  fs::create_symlink("link.toml", repository.folder / "twice.toml");
  fs::create_symlink("../../secret.toml", repository.folder / "org/out.toml");
  fs::create_symlink("../org/a.toml", repository.folder / "parts/a.toml");
  repository.write("parts/b.toml", "[[position]]\nid = \"b\"\ncolour = \"red\"\n");
  fs::create_symlink("b.toml", repository.folder / "parts/c.toml");
  repository.commit();
  for (const char* file : {"link.toml", "folder/a.toml", "twice.toml", "include.toml"}) {
    CAPTURE(file);
    check_nothing_new(repository.run({"check", file, "--against", "HEAD"}));
  }
  CHECK_THAT(repository.run({"diff", "link.toml", "--against", "HEAD"}).out,
             Contains("nothing changes"));
  const std::string outside = repository.folder.path().parent_path() / "secret.toml";
  if (!fs::exists(outside)) {
    repository.folder.file("../secret.toml", clean_text);
    check_said(repository.run({"check", "org/out.toml", "--against", "HEAD"}),
               "a link that leads out of the repository");
    fs::remove(outside);
  }
}

TEST_CASE("a partial clone fetches nothing and runs nothing") {
  const Repository repository;
  repository.write("org.toml", faulty_text);
  repository.commit();
  repository.git("config uploadpack.allowFilter true");
  const std::string from = "'file://" + repository.folder.path().string() + "'";
  for (const std::string filter : {"blob:none", "tree:0"}) {
    CAPTURE(filter);
    const std::string name = "clone-" + filter.substr(0, 4);
    repository.git("clone -q --no-checkout --filter=" + filter + ' ' + from + ' ' + name);
    const std::string mark = repository.folder / (name + "-was-run");
    repository.git("-C " + name + " config remote.origin.url 'ext::sh -c touch% " + mark + "'");
    repository.git("-C " + name + " config protocol.ext.allow always");
    repository.git("-C " + name + " config core.fsmonitor 'touch " + mark + "'");
    repository.write(name + "/org.toml", faulty_text);
    check_said(run_rolecall({"check", "org.toml", "--against", "HEAD"},
                            {.folder = repository.folder.path() / name}),
               "this clone is partial");
    CHECK_FALSE(fs::exists(mark));
  }
}

TEST_CASE("a repository among the files of another one is not asked") {
  const Repository repository;
  repository.write("org/a.toml", faulty_text);
  repository.commit();
  for (const char* part : {"HEAD", "config", "objects", "refs"}) {
    fs::copy(repository.folder / ".git/" + part, repository.folder / ("org/" + std::string(part)),
             fs::copy_options::recursive);
  }
  check_said(repository.run({"check", "org/a.toml", "--against", "HEAD"}),
             "cannot use bare repository");
}

TEST_CASE("a submodule's commits are its own") {
  const Repository inner;
  inner.write("a.toml", faulty_text);
  inner.commit();
  const Repository outer;
  outer.git("submodule add '" + inner.folder.path().string() + "' part");
  outer.write("org.toml", "include = [\"part/a.toml\"]\n");
  outer.commit();
  check_said(outer.run({"check", "part/a.toml", "--against", "HEAD"}), "is in a submodule");
  check_said(outer.run({"check", "org.toml", "--against", "HEAD"}), "`part` is a submodule");
  check_nothing_new(run_rolecall({"check", "a.toml", "--against", "HEAD"},
                                 {.folder = outer.folder.path() / "part"}));
}

TEST_CASE("an option without its value takes no other word") {
  const Repository repository;
  repository.write("org.toml", faulty_text);
  repository.commit();
  struct Case {
    std::vector<std::string> words;
    std::string says;
  };
  const std::string lacks = "--against= lacks its value: --against=REV";
  const std::string took = "`org.toml` went to --against, which takes a commit before it";
  for (const Case& each : {
           Case{{"check", "--against=", "org.toml"}, lacks},
           Case{{"check", "org.toml", "--against="}, lacks},
           Case{{"diff", "org.toml", "--against="}, lacks},
           Case{{"check", "org.toml", "--against"}, "--against lacks its value: --against REV"},
           Case{{"check", "--against", "org.toml"}, took},
           Case{{"diff", "--against", "org.toml"}, took},
           Case{{"check", "org.toml", "--against", "--output"}, "--against"},
           Case{{"check", "--output=", "org.toml"}, "--output= lacks its value"},
           Case{{"check", "org.toml", "--fail-on=", "warning"}, "--fail-on= lacks its value"},
           Case{{"render", "org.toml", "-o", "x.svg", "--view", "diff", "--against="},
                "--against= lacks its value: --against=PATH|REV"},
       }) {
    CAPTURE(each.words);
    const Ran ran = repository.run(each.words);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Contains(each.says));
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "--against", "HEAD", "org.toml"},
        {"check", "--against=HEAD", "org.toml"},
        {"check", "org.toml", "--against", "HEAD"},
        {"check", "--against", "HEAD", "--", "org.toml"}}) {
    CAPTURE(words);
    check_nothing_new(repository.run(words));
  }
  repository.write("new.toml", clean_text);
  check_said(repository.run({"check", "--against", "new.toml", "org.toml"}),
             "no such branch, tag or commit here; it is a file, and `rolecall diff OLD NEW`");
}
