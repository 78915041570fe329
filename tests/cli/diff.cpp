// `diff`, and `check --against`, over real files and a real repository of git.
#include <catch2/catch.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/repository.hpp"
#include "tests/companies.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

const std::string base(clean_text);
const std::string more = "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nreports_to = \"cio\"\n";
const std::string wrong = "[[position]]\nid = \"lost\"\ncolour = \"red\"\n";

}  // namespace

TEST_CASE("diff of two files ends with 1 for new errors only") {
  const TemporaryFolder folder;
  folder.file("a.toml", base);
  folder.file("b.toml", base + more);
  folder.file("c.toml", base + wrong);
  const RunWith there{.folder = folder.path()};
  const Ran same = run_rolecall({"diff", "a.toml", "a.toml"}, there);
  CHECK(same.status == 0);
  CHECK_THAT(same.out, Contains("nothing changes"));
  const Ran added = run_rolecall({"diff", "a.toml", "b.toml"}, there);
  CHECK_THAT(added.out, Contains("+ cto  new, below `cio`"));
  const Ran faulty = run_rolecall({"diff", "a.toml", "c.toml"}, there);
  CHECK(faulty.status == 1);
  CHECK_THAT(faulty.out, Contains("error[unknown-key]") && Contains("1 new error"));
  const Ran back = run_rolecall({"diff", "c.toml", "a.toml"}, there);
  CHECK(back.status == 0);
  CHECK_THAT(back.out, Contains("- error[unknown-key]"));
  CHECK(run_rolecall({"diff", "c.toml", "c.toml"}, there).status == 0);
}

TEST_CASE("a proposal is held against its base") {
  const TemporaryFolder folder;
  folder.file("org.toml", base);
  folder.file("next.toml",
              "base = \"org.toml\"\n[[position]]\nid = \"cio\"\nholder = \"Bo Lind\"\n" + more);
  const RunWith there{.folder = folder.path()};
  const Ran ran = run_rolecall({"diff", "next.toml"}, there);
  CHECK_THAT(ran.out, Contains("~ cio  Bo Lind takes over from Ada Okafor") && Contains("+ cto"));
  const Ran json = run_rolecall({"diff", "next.toml", "--output", "json"}, there);
  CHECK_THAT(json.out, Contains("\"before\": \"org.toml\"") && Contains("\"handed over\""));
  const Ran alone = run_rolecall({"diff", "org.toml"}, there);
  CHECK(alone.status == 2);
  CHECK_THAT(alone.err, Contains("has no `base`"));
}

TEST_CASE("diff tells more than posts and duties, and all of it with --verbose") {
  const TemporaryFolder folder;
  const std::string team = "[[team]]\nid = \"net\"\nname = \"Network crew\"\n";
  folder.file("a.toml", base + team + "lead = \"cio\"\nsize = 5\n");
  folder.file("b.toml", base + team + "lead = \"cto\"\nsize = 6\n[checks]\nmax_span = 4\n");
  const RunWith there{.folder = folder.path()};
  const Ran ran = run_rolecall({"diff", "a.toml", "b.toml"}, there);
  CHECK_THAT(ran.out, Contains("~ net  Network crew: `lead` `cio` -> `cto`; `size` 5 -> 6") &&
                          Contains("+ max_span  added: 4") &&
                          Contains("1 team and 1 setting change"));
  const Ran json = run_rolecall({"diff", "a.toml", "b.toml", "--output", "json"}, there);
  CHECK_THAT(json.out, Contains("\"tables\"") && Contains("\"table\": \"team\""));
  const Ran markdown = run_rolecall({"diff", "a.toml", "b.toml", "--output", "markdown"}, there);
  CHECK_THAT(markdown.out, Contains("### Teams") && Contains("### Checks"));

  std::string interim = Company().text();
  folder.file("now.toml", interim);
  folder.file("interim.toml", interim.replace(interim.find("\"CIO\""), 5, "\"Interim CIO\""));
  const Ran short_one = run_rolecall({"diff", "interim.toml", "now.toml"}, there);
  CHECK_THAT(short_one.out, Contains("interim -> filled") &&
                                Contains("duties: provisional -> covered") &&
                                !Contains("it-strategy`,"));
  const Ran long_one = run_rolecall({"diff", "interim.toml", "now.toml", "--verbose"}, there);
  CHECK_THAT(long_one.out, Contains("`it-strategy`,"));
}

TEST_CASE("a renamed post is one that goes on, for a proposal and for a commit") {
  const Repository repository;
  repository.write("org.toml", base);
  repository.commit();
  repository.write("next.toml",
                   "base = \"org.toml\"\n[[position]]\nid = \"cdio\"\nwas = "
                   "\"cio\"\n");
  const Ran proposal = repository.run({"diff", "next.toml"});
  CAPTURE(proposal.out, proposal.err);
  CHECK(proposal.status == 0);
  CHECK_THAT(proposal.out, Contains("called `cio` before") && Contains("1 post changes"));
  std::string renamed = base;
  for (std::size_t at = renamed.find("\"cio\""); at != renamed.npos;
       at = renamed.find("\"cio\"", at)) {
    renamed.replace(at, 5, "\"cdio\"");
  }
  renamed.insert(renamed.find("id = \"cdio\""), "was = \"cio\"\n");
  repository.write("org.toml", renamed);
  const Ran commit = repository.run({"diff", "org.toml", "--against", "HEAD"});
  CAPTURE(commit.out, commit.err);
  CHECK_THAT(commit.out, Contains("called `cio` before") && Contains("1 post changes"));
}

TEST_CASE("a file is held against a commit, with the files that it includes") {
  const Repository repository;
  repository.write("orgs/a/org.toml", "include = [\"people/*.toml\"]\n" + base);
  repository.write("orgs/a/people/x.toml", "[[position]]\nid = \"x\"\nreports_to = \"cio\"\n");
  repository.commit();
  repository.write("orgs/a/people/x.toml", "[[position]]\nid = \"x\"\nreports_to = \"ceo\"\n");
  repository.write("orgs/a/people/y.toml", wrong);
  for (const char* file : {"orgs/a/org.toml", "./orgs/../orgs/a/org.toml"}) {
    const Ran ran = repository.run({"diff", file, "--against", "HEAD"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, Contains("~ x     now below `ceo`, was below `cio`") &&
                            Contains("+ lost  new") && Contains("1 new error"));
  }
}

TEST_CASE("check --against fails only on what a change adds") {
  const Repository repository;
  const std::string other = "[[position]]\nid = \"y\"\nshape = \"round\"\n";
  repository.write("org.toml", base + wrong);
  repository.commit();
  const Ran clean = repository.run({"check", "org.toml", "--against", "main"});
  CAPTURE(clean.out, clean.err);
  CHECK(clean.status == 0);
  CHECK_THAT(clean.out, Contains("known before") && !Contains("error["));
  repository.write("org.toml", "# moved\n" + base + wrong + other);
  const Ran added = repository.run({"check", ".", "--against", "main"});
  CHECK(added.status == 1);
  CHECK_THAT(added.out, Contains("`shape`") && !Contains("`colour`"));
  // A file that the commit does not have is new as a whole.
  repository.write("new.toml", base + wrong);
  const Ran fresh = repository.run({"check", "new.toml", "--against", "HEAD"});
  CHECK(fresh.status == 1);
  CHECK_THAT(fresh.out, Contains("`colour`"));
}

TEST_CASE("mending or waiving one of a group makes none of the others new, a duty more does") {
  const auto org = [](const std::string& duties) {
    return base +
           "[[position]]\nid = \"a\"\nholder = \"A\"\nreports_to = \"cio\"\naccountable = [" +
           duties +
           "]\n[[position]]\nid = \"b\"\nholder = \"B\"\nreports_to = \"cio\"\naccountable = [" +
           duties + "]\n";
  };
  const std::string five =
      R"("it-budget", "networks", "it-assets", "service-desk", "it-operations")";
  const Repository repository;
  repository.write("org.toml", org(five));
  repository.commit();
  const auto check = [&](const std::string& text) {
    repository.write("org.toml", text);
    return repository.run({"check", "org.toml", "--against", "main", "--fail-on", "note"});
  };
  CHECK(check(org(five)).status == 0);
  const Ran mended = check(org(five.substr(five.find("\"networks"))));
  CAPTURE(mended.out);
  CHECK(mended.status == 0);
  const Ran waived = check(org(five) +
                           "[[waiver]]\ncheck = \"duty-overlap\"\non = \"networks\"\nreason = "
                           "\"agreed\"\n");
  CHECK(waived.status == 0);
  const Ran more = check(org(five + ", \"infrastructure\""));
  CHECK(more.status == 1);
  CHECK_THAT(more.out, Contains("`infrastructure` has 2 accountable holders"));
}

TEST_CASE("what git does not know is said in plain words") {
  const Repository repository;
  repository.write("org.toml", base);
  repository.commit();
  const auto says = [](const Ran& ran, const std::string& words) {
    CAPTURE(ran.err);
    CHECK(ran.status == 3);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Contains(words));
  };
  says(repository.run({"diff", "org.toml", "--against", "no-such"}),
       "git knows no such branch, tag or commit");
  says(repository.run({"check", "org.toml", "--against", "no-such"}),
       "git knows no such branch, tag or commit");
  CHECK(repository.run({"diff", "org.toml", "--against", "--output=x"}).status == 2);

  const TemporaryFolder elsewhere;
  elsewhere.file("org.toml", base);
  says(run_rolecall({"diff", "org.toml", "--against", "HEAD"}, {.folder = elsewhere.path()}),
       "is in no git repository");

  repository.git("commit -q --allow-empty -m second");
  repository.git("clone -q --depth 1 'file://" + repository.folder.path().string() + "' shallow");
  says(run_rolecall({"diff", "org.toml", "--against", "HEAD~1"},
                    {.folder = repository.folder.path() / "shallow"}),
       "fetch-depth: 0");
}

TEST_CASE("the chart of a proposal marks what changes") {
  const TemporaryFolder folder;
  folder.file("org.toml", base);
  folder.file("next.toml", "base = \"org.toml\"\n" + more);
  const RunWith there{.folder = folder.path()};
  const auto drawn = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "render");
    arguments.insert(arguments.end(), {"--view", "diff", "--format", "dot", "-o", "-"});
    return run_rolecall(arguments, there);
  };
  const Ran proposal = drawn({"next.toml"});
  CHECK(proposal.status == 0);
  CHECK_THAT(proposal.out, Contains("new post"));
  CHECK(drawn({"next.toml", "--against", "org.toml"}).out == proposal.out);
  CHECK_THAT(drawn({"org.toml", "--against", "next.toml"}).out, Contains("removed:cto"));
  CHECK(drawn({"org.toml"}).status == 2);
  CHECK(drawn({"org.toml", "--against", "gone"}).status == 3);
  CHECK(
      run_rolecall({"render", "org.toml", "-o", "x.svg", "--against", "next.toml"}, there).status ==
      2);
}
