// Which of CIO and CTO comes first, and what it would take.
#include <catch2/catch.hpp>

#include "rules/advice.hpp"
#include "tests/cli/process.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

struct Advised {
  explicit Advised(const std::string& text)
      : judgement(judge_text(text)), advice(advise(judgement)) {}

  std::string role() const {
    return advice.role ? std::string((*judgement.org)[*advice.role].id) : "none";
  }
  std::string step() const { return std::string(name(advice.step)); }

  Judgement judgement;
  Advice advice;
};

const std::string cto =
    post("cto", "ceo", "title = \"CTO\"\naccountable = [\"@CTO\", \"networks\"]");
const std::string cio =
    post("cio", "ceo", "title = \"CIO\"\naccountable = [\"@CIO\", \"networks\"]");

}  // namespace

TEST_CASE("without facts the guiding questions are asked") {
  const Advised advised(headed(""));
  CHECK(advised.step() == "undecided");
  CHECK(advised.role() == "none");
  REQUIRE(advised.advice.questions.size() == 3);
  CHECK(advised.advice.questions[0]->sources.front() == "A35");
  CHECK(advised.advice.questions[2]->sources.front() == "B36");
}

TEST_CASE("who may be a missing role in all but name is named") {
  const std::string posts = post("it", "ceo", "title = \"Director of IT\"") +
                            post("eng", "ceo", "title = \"VP Engineering\"");
  const auto near = [](const Advised& advised) {
    std::string out;
    for (const Advice::Near& each : advised.advice.near) {
      out += std::string((*advised.judgement.org)[each.role].id) + ':';
      for (const PositionId id : each.posts) {
        out += ' ' + std::string((*advised.judgement.org)[id].id);
      }
      out += '\n';
    }
    return out;
  };
  CHECK(near(Advised(headed("", posts))) == "CIO: it\nCTO: eng\n");
  CHECK(near(Advised(headed("aims = \"improve-processes\"", posts))) == "CIO: it\nCTO: eng\n");
  CHECK(near(Advised(headed("", posts + cio))) == "CTO: eng\n");
  CHECK(near(Advised(headed("", posts + cio + cto))) == "");
}

TEST_CASE("aims decide, and go before what is typical") {
  CHECK(Advised(headed("aims = \"improve-processes\"")).role() == "CIO");
  CHECK(Advised(headed("aims = \"serve-customers\"")).role() == "CTO");
  const Advised against(headed("aims = \"serve-customers\"\nemployees = 20000"));
  CHECK(against.role() == "CTO");
  CHECK(against.step() == "create");
  CHECK(std::ranges::any_of(against.advice.reasons, [](const Advice::Reason& reason) {
    return reason.sources == std::vector<std::string_view>{"B36"};
  }));
}

TEST_CASE("size and industry decide where nothing else does") {
  CHECK(Advised(headed("employees = 5000")).role() == "CIO");
  CHECK(Advised(headed("employees = 40")).role() == "none");
  CHECK(Advised(headed("industry = \"Industrial Software\"")).role() == "CTO");
  CHECK(Advised(headed("industry = \"Fish farming\"")).role() == "none");
  const Advised both(headed("employees = 5000\nindustry = \"semiconductors\""));
  CHECK(both.role() == "none");
  CHECK(both.advice.questions.size() == 3);
}

TEST_CASE("aims for both leave no question but the one of the kind of company") {
  const Advised both(headed("aims = [\"improve-processes\", \"serve-customers\"]"));
  CHECK(both.step() == "undecided");
  REQUIRE(both.advice.questions.size() == 1);
  CHECK(both.advice.questions[0]->id == "kind");
}

TEST_CASE("where one of the two is there, the other comes first") {
  const Advised advised(headed("", cto));
  CHECK(advised.step() == "create");
  CHECK(advised.role() == "CIO");
  REQUIRE(advised.advice.stand_ins.size() == 1);
  CHECK(advised.advice.stand_ins[0].duties.size() == 1);
  CHECK(advised.judgement.org->id(advised.advice.stand_ins[0].party) == "cto");
  CHECK(advised.advice.unheld.size() == 28);
}

TEST_CASE("a vacant post is to be filled, not created") {
  const Advised advised(
      headed("", cto + post("cio", "ceo", "title = \"CIO\"\naccountable = \"@CIO\"", "-")));
  CHECK(advised.step() == "fill");
  CHECK(advised.role() == "CIO");
}

TEST_CASE("where the aims ask for the role that is there, it is strengthened") {
  const Advised advised(
      headed("aims = \"improve-products\"",
             post("cto", "ceo", "title = \"CTO\"\naccountable = [\"@CTO\", \"!new-products\"]")));
  CHECK(advised.step() == "strengthen");
  CHECK(advised.role() == "CTO");
  REQUIRE(advised.advice.unheld.size() == 1);
}

TEST_CASE("a role that may hold a duty is no stand-in") {
  const Advised advised(headed(
      "", cto + post("ciso", "ceo", "title = \"CISO\"\naccountable = \"information-security\"")));
  for (const Advice::StandIn& each : advised.advice.stand_ins) {
    CHECK(advised.judgement.org->id(each.party) != "ciso");
  }
}

TEST_CASE("where both are there, what to mend comes by its number") {
  const Advised advised(headed("", cio + cto));
  CHECK(advised.step() == "mend");
  REQUIRE(advised.advice.gaps.size() >= 3);
  CHECK(advised.advice.gaps[0].owner == "shared");
  CHECK(advised.advice.gaps[0].missing.size() == 5);
  CHECK(advised.advice.gaps[1].owner == "contested");
  CHECK(advised.advice.gaps[2].owner == "CIO");
  CHECK(advised.advice.gaps[2].missing.empty());
}

TEST_CASE("cost is put beside pay, with its source") {
  const Advised advised(headed("", post("cio", "ceo", "title = \"CIO\"\ncost = 60000") +
                                       post("cto", "ceo", "title = \"CTO\"\ncost = 400000")));
  REQUIRE(advised.advice.pay.size() == 2);
  CHECK(advised.advice.pay[0].side == -1);
  CHECK(advised.advice.pay[0].pay->source == "A27");
  CHECK(advised.advice.pay[1].side == 1);
  CHECK(
      Advised(headed("", post("cio", "ceo", "title = \"CIO\"\ncost = 98000"))).advice.pay[0].side ==
      0);
}

TEST_CASE("a profile that needs one of the two decides, too") {
  CHECK(Advised(headed("profile = \"startup\"")).role() == "CTO");
  CHECK(Advised(headed("profile = \"internal-it\"")).role() == "CIO");
}

TEST_CASE("advise prints one page and exits with 0, whatever it says") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", headed("employees = 5000", cto));
  const Ran text = run_rolecall({"advise", file});
  CHECK(text.status == 0);
  CHECK(text.err.empty());
  CHECK(text.out.starts_with("Advice for Test, as of "));
  CHECK(text.out.find("Create the CIO first.") != std::string::npos);
  CHECK(text.out.find("(B36)") != std::string::npos);
  const Ran json = run_rolecall({"advise", file, "--output", "json"});
  CHECK(json.status == 0);
  CHECK(json.out.find("\"role\": \"CIO\"") != std::string::npos);
  CHECK(json.out.find("\"step\": \"create\"") != std::string::npos);
}

TEST_CASE("advise needs a description") {
  const TemporaryFolder folder;
  CHECK(run_rolecall({"advise"}).status == 2);
  CHECK(run_rolecall({"advise", folder / "none.toml"}).status == 3);
  const Ran broken = run_rolecall({"advise", folder.file("broken.toml", "{\"position\": []}")});
  CHECK(broken.status == 1);
  CHECK(broken.out.empty());
}

TEST_CASE("the catalogue command lists sets and profiles") {
  CHECK(run_rolecall({"catalogue"}).out.find("federal-cio") != std::string::npos);
  const Ran security = run_rolecall({"catalogue", "articles", "security", "--owner", "CISO"});
  CHECK(security.status == 0);
  CHECK(security.out.starts_with("CISO, 9 duties"));
  CHECK(run_rolecall({"catalogue", "securty"}).err.find("did you mean `security`?") !=
        std::string::npos);
  CHECK(run_rolecall({"catalogue", "--profiles"}).out.find("profile regulated: ") !=
        std::string::npos);
}

TEST_CASE("a catalogue file is read from beside the description") {
  const TemporaryFolder folder;
  const std::string file =
      folder.file("org.toml",
                  "[company]\ncomplete = false\ncatalogues = \"own.toml\"\n[[position]]\nid = "
                  "\"a\"\nholder = \"A\"\naccountable = \"weaving\"\n");
  CHECK(run_rolecall({"check", file}).status == 1);
  const std::string own = folder.file("own.toml", "[[duty]]\nid = \"weaving\"\nowner = \"COO\"\n");
  CHECK(run_rolecall({"check", file}).status == 0);
  // And relative to the description, not to where one stands.
  CHECK(run_rolecall({"check", "org.toml"}, {.folder = folder.path()}).status == 0);
}
