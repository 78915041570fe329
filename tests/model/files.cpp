// Descriptions of several files, and proposals, over files in memory.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "model/language/config.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

using Files = std::map<std::string, std::string>;

/// Judges `org.toml` of some files; `listed` counts how often a folder was listed.
Judgement judge_files(const Files& files, const std::string& first = "org.toml",
                      std::size_t* listed = nullptr) {
  Sources sources;
  sources.texts.emplace_back(first, files.at(first));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.beside.read = [&](const std::string& path) -> std::expected<SourceText, std::string> {
    const auto file = files.find(path);
    if (file == files.end()) return std::unexpected("no such file");
    return SourceText(path, file->second);
  };
  options.beside.list = [&](const std::string& folder, bool deep) {
    std::vector<std::string> out;
    if (listed != nullptr) ++*listed;
    for (const auto& [path, bytes] : files) {
      if (!path.starts_with(folder)) continue;
      if (deep || path.find('/', folder.size()) == path.npos) out.push_back(path);
    }
    std::ranges::reverse(out);  // any order will do
    return out;
  };
  return judge(std::move(sources), options);
}

/// "file:line:column message" of each finding of a check.
std::vector<std::string> said(const Judgement& judgement, std::string_view check) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) {
    if (finding.check != check) continue;
    out.push_back(judgement.sources.of(finding.place()).name() + ":" +
                  std::to_string(finding.place().line) + ":" +
                  std::to_string(finding.place().column) + " " + finding.message);
  }
  return out;
}

using Said = std::vector<std::string>;

std::vector<std::string_view> posts(const Judgement& judgement) {
  std::vector<std::string_view> out;
  for (const Position& position : judgement.org->positions) out.push_back(position.id);
  return out;
}

std::string entry(std::string_view id, std::string_view more = {}) {
  return "[[position]]\nid = \"" + std::string(id) + "\"\n" + std::string(more);
}

const std::string root =
    "include = [\"people/*.toml\"]\n[company]\nname = \"Fernhill\"\ncomplete = false\n";

const Position& post(const Judgement& judgement, std::string_view id) {
  return *std::ranges::find(judgement.org->positions, id, &Position::id);
}

}  // namespace

TEST_CASE("a description includes files, and ids are found across them") {
  const Judgement judgement =
      judge_files({{"org.toml", root + entry("ceo", "holder = \"Mina Park\"\n")},
                   {"people/b.toml", entry("cto", "reports_to = \"ceo\"\n")},
                   {"people/a.toml", entry("cio", "reports_to = \"ceo\"\n")},
                   {"people/deep/c.toml", entry("deep")},
                   {"people/rolecall.toml", "not = \"ours\"\n"}});
  CHECK(posts(judgement) == std::vector<std::string_view>{"ceo", "cio", "cto"});
  CHECK(said(judgement, "unknown-reference").empty());
  CHECK(judgement.sources.texts.size() == 3);
  const Position& cto = post(judgement, "cto");
  CHECK(judgement.sources.of(cto.decl->id.span).name() == "people/b.toml");
}

TEST_CASE("patterns mean parts of a path") {
  struct Case {
    std::string_view pattern;
    std::string_view path;
    bool matches;
  };
  for (const Case& each : std::initializer_list<Case>{{"*.toml", "a.toml", true},
                                                      {"*.toml", "x/a.toml", false},
                                                      {"**/*.toml", "a.toml", true},
                                                      {"**/*.toml", "x/y/a.toml", true},
                                                      {"x/**", "x/y/a.toml", true},
                                                      {"x/**/z.toml", "x/z.toml", true},
                                                      {"x/**/z.toml", "y/z.toml", false},
                                                      {"?.toml", "ä.toml", true},
                                                      {"?.toml", "ab.toml", false},
                                                      {"a*b*c", "aXbXbc", true},
                                                      {"a*b*c", "aXbXb", false},
                                                      {"./x//a.toml", "x/a.toml", true},
                                                      {"[a].toml", "a.toml", false},
                                                      {"", "a", false}}) {
    CAPTURE(each.pattern, each.path);
    CHECK(matches(each.pattern, each.path) == each.matches);
  }
  // Time stays a product of the lengths.
  std::string stars;
  for (int i = 0; i < 2000; ++i) stars += "*a";
  CHECK_FALSE(matches(stars, std::string(4000, 'a') + "b"));
}

TEST_CASE("an include that leads out, to nothing or in a circle has a place") {
  CHECK(said(judge_files({{"org.toml",
                           "include = [\"../x.toml\", \"/etc/passwd\", \"no/*.toml\", "
                           "\"gone.toml\"]\n" +
                               entry("ceo")}}),
             "unknown-reference") ==
        Said{"org.toml:1:12 `include` names `../x.toml`, which is not beside this file",
             "org.toml:1:25 `include` names `/etc/passwd`, which is not beside this file",
             "org.toml:1:40 `include` names `no/*.toml`, which matches no file",
             "org.toml:1:53 `include` names `gone.toml`, which cannot be read"});
  const Judgement circle = judge_files({{"org.toml", "include = \"a/a.toml\"\n" + entry("ceo")},
                                        {"a/a.toml", "include = \"b.toml\"\n" + entry("cio")},
                                        {"a/b.toml", "include = \"a.toml\"\n" + entry("cto")}});
  CHECK(said(circle, "unknown-reference") ==
        Said{"a/b.toml:1:11 `include` names `a/a.toml`, by which this file is included"});
  CHECK(posts(circle).size() == 3);
  CHECK(said(judge_files({{"org.toml", "include = \"org.toml\"\n" + entry("ceo")}}),
             "unknown-reference") ==
        Said{"org.toml:1:11 `include` names `org.toml`, the file itself"});
}

TEST_CASE("a folder is listed once, however many patterns and files name it") {
  // 300 files, each with 20 patterns that match all of them: nothing is tried or told twice.
  Files files{{"org.toml", "include = \"k*.toml\"\n[company]\ncomplete = false\n" + entry("ceo")}};
  std::string patterns;
  for (int i = 0; i < 20; ++i) patterns += (i % 2 == 0 ? "\"k*.toml\"," : "\"**/k*.toml\",");
  for (int i = 0; i < 300; ++i) {
    files["k" + std::to_string(i) + ".toml"] =
        "include = [" + patterns + "]\n" + entry("p" + std::to_string(i));
  }
  std::size_t listed = 0;
  const Judgement judgement = judge_files(files, "org.toml", &listed);
  CHECK(listed == 2);  // the folder alone, and with all below
  CHECK(posts(judgement).size() == 301);
  CHECK(said(judgement, "unknown-reference").size() == 100);  // circles that are told
}

TEST_CASE("a pattern does not mean the file that it stands in") {
  CHECK(said(judge_files({{"org.toml", "include = \"*.toml\"\n" + entry("ceo")},
                          {"cio.toml", entry("cio")}}),
             "unknown-reference")
            .empty());
  CHECK(said(judge_files({{"org.toml", "include = \"*.toml\"\n" + entry("ceo")}}),
             "unknown-reference") ==
        Said{"org.toml:1:11 `include` names `*.toml`, which matches no file"});
  // Each of two files that is included by a pattern of the other leads back.
  CHECK(said(judge_files({{"org.toml", "include = \"p/a.toml\"\n" + entry("ceo")},
                          {"p/a.toml", "include = \"*.toml\"\n" + entry("cio")},
                          {"p/b.toml", "include = \"*.toml\"\n" + entry("cto")}}),
             "unknown-reference") ==
        Said{"p/b.toml:1:11 `include` names `p/a.toml`, by which this file is included"});
}

TEST_CASE("a file that two others include counts once") {
  const Judgement judgement =
      judge_files({{"org.toml", "include = [\"*.toml\", \"x.toml\"]\n" + entry("ceo")},
                   {"x.toml", "include = \"y.toml\"\n" + entry("cio")},
                   {"y.toml", entry("cto")}});
  CHECK(said(judgement, "unknown-reference").empty());
  CHECK(posts(judgement).size() == 3);
}

TEST_CASE("what two files say is told with both places") {
  const Judgement judgement = judge_files(
      {{"org.toml", root + "[checks]\nmax_span = 4\n" + entry("cio") +
                        "[duties.networks]\naccountable = \"cio\"\n"},
       {"people/a.toml",
        "[company]\nname = \"Fernhil\"\nindustry = \"wood\"\n[checks]\nmax_span = "
        "5\n" +
            entry("cio") + "[duties.networks]\naccountable = \"cio\"\nresponsible = \"cio\"\n"}});
  CHECK(said(judgement, "duplicate-id") ==
        Said{"people/a.toml:2:8 `name` of [company] is said twice",
             "people/a.toml:5:1 `max_span` of [checks] is said twice",
             "people/a.toml:7:6 the id `cio` is used twice",
             "people/a.toml:9:15 `accountable` of [duties.networks] is said twice"});
  for (const Finding& finding : judgement.findings) {
    if (finding.check != "duplicate-id") continue;
    REQUIRE(finding.labels.size() == 2);
    CHECK(judgement.sources.of(finding.labels[1].span).name() == "org.toml");
  }
  CHECK(judgement.org->document->company.industry.value == "wood");
}

TEST_CASE("of a part with a mistake the rest is judged, and nothing is said to be missing") {
  const Judgement judgement =
      judge_files({{"org.toml", root}, {"people/a.toml", "[[position]]\nid =\ntitle = \"CIO\"\n"}});
  REQUIRE(judgement.org);
  CHECK(judgement.org->document->damaged);
  CHECK(judgement.findings.size() == 1);
  CHECK(said(judgement, "syntax").size() == 1);
}

TEST_CASE("where a file is not there, that is the one thing to do") {
  const std::string post = "[company]\nname = \"x\"\nas_of = 2026-06-01\n" +
                           entry("ceo",
                                 "title = \"CEO\"\nholder = \"Mina\"\naccountable = "
                                 "[\"networks\"]\n");
  for (const std::string missing :
       {"include = \"gone.toml\"\n", "include = \"people/*.toml\"\n", "base = \"gone.toml\"\n"}) {
    CAPTURE(missing);
    const Judgement judgement = judge_files({{"org.toml", missing + post}});
    REQUIRE(judgement.org);
    CHECK(judgement.org->document->damaged);
    CHECK(judgement.findings.size() == 1);
    CHECK(said(judgement, "unknown-reference").size() == 1);
  }
  // A circle loses nothing.
  const Judgement circle = judge_files({{"org.toml", "include = \"org.toml\"\n" + post}});
  CHECK_FALSE(circle.org->document->damaged);
  CHECK_FALSE(said(circle, "duty-missing").empty());
}

TEST_CASE("a part of another format leaves nothing to judge") {
  const Judgement judgement =
      judge_files({{"org.toml", root}, {"people/a.toml", "id,title\ncio,CIO\n"}});
  CHECK_FALSE(judgement.org);
  CHECK(said(judgement, "syntax").size() == 1);
  CHECK(judge_files({{"org.toml", root + entry("cio")}, {"people/a.toml", "# nobody yet\n"}})
            .findings.empty());
}

TEST_CASE("the order of files changes no verdict") {
  const std::string parts[] = {
      entry("ceo", "title = \"CEO\"\nholder = \"Mina\"\n"),
      entry("cio",
            "title = \"CIO\"\nholder = \"Ada\"\nreports_to = \"ceo\"\naccountable = "
            "[\"@CIO\", \"networks\"]\n"),
      entry("cto",
            "title = \"CTO\"\nholder = \"Bo\"\nreports_to = \"ceo\"\naccountable = "
            "[\"@CTO\", \"networks\", \"it-strategy\"]\n")};
  std::array<int, 3> order{0, 1, 2};
  std::map<std::string, VerdictKind> first;
  do {
    Files files{{"org.toml", "include = \"people/*.toml\"\n[company]\nname = \"F\"\n"}};
    for (std::size_t i = 0; i < order.size(); ++i) {
      files["people/" + std::to_string(order[i]) + ".toml"] = parts[i];
    }
    const Judgement judgement = judge_files(files);
    std::map<std::string, VerdictKind> verdicts;
    for (const Verdict& verdict : judgement.coverage) {
      verdicts.emplace((*judgement.org)[verdict.duty].id, verdict.kind);
    }
    if (first.empty()) first = verdicts;
    CHECK(verdicts == first);
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("a proposal changes its base key by key") {
  const Files files{
      {"org.toml", root},
      {"people/a.toml", entry("ceo", "title = \"CEO\"\nholder = \"Mina\"\n") +
                            entry("cio",
                                  "title = \"CIO\"\nholder = \"Ada\"\nreports_to = "
                                  "\"ceo\"\naccountable = [\"@CIO\"]\n") +
                            entry("old", "reports_to = \"cio\"\n") +
                            "[duties.networks]\njoint = \"by tradition\"\n"},
      {"next.toml", "base = \"org.toml\"\n" +
                        entry("cio", "holder = \"Bo\"\nunset = [\"accountable\"]\n") +
                        entry("old", "remove = true\n") +
                        entry("cto", "title = \"CTO\"\nreports_to = \"ceo\"\n") +
                        "[duties.networks]\nunset = \"joint\"\naccountable = \"cto\"\n"}};
  const Judgement judgement = judge_files(files, "next.toml");
  CHECK(said(judgement, "unknown-reference").empty());
  CHECK(said(judgement, "unknown-key").empty());
  CHECK(posts(judgement) == std::vector<std::string_view>{"ceo", "cio", "cto"});
  const Position& cio = post(judgement, "cio");
  CHECK((*judgement.org)[*cio.holder].name == "Bo");
  CHECK(cio.title == "CIO");
  CHECK(cio.decl->duties.accountable.empty());
  CHECK(judgement.sources.of(cio.decl->holder.front().span).name() == "next.toml");
  CHECK(judgement.sources.of(cio.decl->title.span).name() == "people/a.toml");
  CHECK(judgement.org->document->duty_views.at(0).joint.value.empty());
}

TEST_CASE("a proposal that changes what is not there is told so") {
  const std::string base =
      entry("cio", "title = \"CIO\"\n") + "[[person]]\nid = \"ada\"\nname = \"Ada\"\n";
  const Judgement judgement = judge_files(
      {{"org.toml", base},
       {"next.toml", "base = \"org.toml\"\n" + entry("coi", "remove = true\n") +
                         entry("cio", "unset = [\"titel\"]\n") +
                         "[[person]]\nid = \"ada\"\nskills = \"law\"\n[[person]]\nid = \"bo\"\n"}},
      "next.toml");
  CHECK(said(judgement, "unknown-reference") ==
        Said{"next.toml:3:6 [[position]] `coi` is to be removed, and the base has none",
             "next.toml:7:10 `unset` names `titel`, which is no key of [[position]] that can be "
             "taken away"});
  CHECK(said(judgement, "missing-key") == Said{"next.toml:11:1 `name` is missing in [[person]]"});
  CHECK(said(judge_files({{"org.toml", entry("cio", "remove = true\n")}}), "unknown-key") ==
        Said{"org.toml:3:10 `remove` changes a base, and there is none"});
  CHECK(said(judge_files({{"org.toml", "base = \"../x.toml\"\n" + entry("cio")}}),
             "unknown-reference") ==
        Said{"org.toml:1:8 `base` names `../x.toml`, which is not beside this file"});
  CHECK(
      said(judge_files({{"org.toml", "base = \"a.toml\"\n"}, {"a.toml", "base = \"org.toml\"\n"}}),
           "unknown-reference") ==
      Said{"a.toml:1:8 `base` names `org.toml`, which is the proposal itself or built on it"});
}

namespace {

/// What `next.toml` makes of a base.
Judgement proposed(const std::string& base, const std::string& change) {
  return judge_files({{"org.toml", base}, {"next.toml", "base = \"org.toml\"\n" + change}},
                     "next.toml");
}

}  // namespace

TEST_CASE("a list that is written and empty clears the base's") {
  const std::string base = "[company]\ncatalogues = [\"articles\"]\n" + entry("ceo") +
                           entry("cio",
                                 "dotted_to = [\"ceo\"]\naccountable = [\"@CIO\"]\n"
                                 "holders = [{ name = \"Ada\" }]\n");
  const Judgement kept = proposed(base, entry("cio"));
  CHECK(post(kept, "cio").decl->dotted_to.size() == 1);
  CHECK(kept.org->document->company.catalogues.size() == 1);
  const Judgement cleared =
      proposed(base, "[company]\ncatalogues = []\n" +
                         entry("cio", "dotted_to = []\naccountable = []\nholders = []\n"));
  CHECK(post(cleared, "cio").decl->dotted_to.empty());
  CHECK(post(cleared, "cio").decl->duties.accountable.empty());
  CHECK(post(cleared, "cio").filling == Filling::vacant);
  CHECK(cleared.org->document->company.catalogues.empty());
  // Over a configuration, too, and in a configuration over the one that it extends.
  ConfigDecl config;
  config.catalogues = {Text{"articles", {}}};
  Findings none;
  ConfigDecl own = read_config(SourceText("rolecall.toml", "catalogues = []\n"), 0, none);
  extend(own, config);
  CHECK(own.catalogues.empty());
  Document document;
  document.company.catalogues.span = Span{0, 1, 1, 1, 2};
  Sources sources;
  apply(Config{{}, config}, document, sources);
  CHECK(document.company.catalogues.empty());
}

TEST_CASE("another holder comes without the dates, the state and the deputy of the one before") {
  const std::string base =
      "[company]\nas_of = 2026-06-01\n" +
      entry("cio",
            "holder = \"ada\"\nstate = \"interim\"\nfrom = 2026-01-01\nuntil = 2026-03-31\n"
            "deputy = \"Bo\"\n") +
      "[[person]]\nid = \"ada\"\nname = \"Ada Okafor\"\n";
  const Judgement another = proposed(base, entry("cio", "holder = \"Priya Raman\"\n"));
  const PositionDecl& decl = *post(another, "cio").decl;
  CHECK_FALSE((decl.from.given() || decl.until.given() || decl.state.given()));
  CHECK_FALSE(decl.deputy.given());
  CHECK(post(another, "cio").filling == Filling::filled);
  // The same person by another word keeps them; what the proposal says itself counts.
  for (const char* same : {"ada", "Ada Okafor"}) {
    const Judgement judgement =
        proposed(base, entry("cio", "holder = \"" + std::string(same) + "\"\n"));
    CHECK(post(judgement, "cio").decl->until.given());
    CHECK(post(judgement, "cio").decl->deputy.given());
  }
  const Judgement own =
      proposed(base, entry("cio", "holder = \"Priya Raman\"\nstate = \"acting\"\n"));
  CHECK(post(own, "cio").filling == Filling::acting);
  // Several who share it are the same in any order.
  const std::string shared = "[company]\nas_of = 2026-06-01\n" +
                             entry("cio", "holder = [\"Ada\", \"Bo\"]\nfrom = 2026-01-01\n");
  const auto keeps_date = [&](std::string_view holder) {
    const Judgement judgement =
        proposed(shared, entry("cio", "holder = " + std::string(holder) + "\n"));
    return post(judgement, "cio").decl->from.given();
  };
  CHECK(keeps_date("[\"Bo\", \"Ada\"]"));
  CHECK_FALSE(keeps_date("[\"Bo\", \"Cy\"]"));
  CHECK_FALSE(keeps_date("\"Bo\""));
  // A post that does not exist yet does so whoever will have it.
  const Judgement planned = proposed(
      "[company]\nas_of = 2026-06-01\n" + entry("cto", "state = \"planned\"\nfrom = 2027-01-01\n"),
      entry("cto", "holder = \"Bo\"\n"));
  CHECK(post(planned, "cto").filling == Filling::planned);
}

TEST_CASE("a planned post is there once its day has come") {
  const auto filling = [](const std::string& as_of, const std::string& more) {
    const Judgement judgement =
        judge_files({{"org.toml", "[company]\nas_of = " + as_of + "\n" +
                                      entry("cto", "state = \"planned\"\n" + more)}});
    return post(judgement, "cto").filling;
  };
  const std::string from = "from = 2026-06-01\n";
  CHECK(filling("2026-05-31", from) == Filling::planned);
  CHECK(filling("2026-06-01", from) == Filling::vacant);
  CHECK(filling("2026-06-01", from + "holder = \"Bo\"\n") == Filling::filled);
  CHECK(filling("2026-05-31", from + "holder = \"Bo\"\n") == Filling::planned);
  CHECK(filling("2026-06-01", from + "holder = \"Bo\"\ntitle = \"Interim CTO\"\n") ==
        Filling::interim);
  CHECK(filling("2026-06-01", "holder = \"Bo\"\n") == Filling::planned);
  const Judgement turns =
      judge_files({{"org.toml", "[company]\nas_of = 2026-06-01\n" +
                                    entry("cto",
                                          "holders = [{ name = \"Bo\", from = 2026-06-01, state = "
                                          "\"planned\" }]\n")}});
  CHECK(post(turns, "cto").filling == Filling::filled);
}

TEST_CASE("a waiver that only the base needs is not unused in a proposal") {
  const std::string waiver =
      "[[waiver]]\ncheck = \"boss-vacant\"\non = \"cio\"\nreason = \"soon\"\n";
  const std::string base = "[company]\ncomplete = false\n" + entry("cio", "title = \"CIO\"\n") +
                           entry("ops", "holder = \"Bo\"\nreports_to = \"cio\"\n");
  REQUIRE(said(judge_files({{"org.toml", base + waiver}}), "unused-waiver").empty());
  const std::string filled = entry("cio", "holder = \"Ada\"\n");
  CHECK(said(proposed(base + waiver, filled), "unused-waiver").empty());
  CHECK(said(proposed(base, filled + waiver), "unused-waiver").size() == 1);
}

TEST_CASE("a proposal renames what its base has, with all that refers to it") {
  const std::string base =
      "[company]\ncomplete = false\n" +
      entry("cio",
            "title = \"CIO\"\nholder = \"ada\"\naccountable = [\"it-operations\", "
            "\"kilns\"]\n") +
      entry("ops", "reports_to = \"cio\"\ndeputy = \"ada\"\n") +
      "[[person]]\nid = \"ada\"\nname = \"Ada Okafor\"\n"
      "[[team]]\nid = \"t\"\nlead = \"cio\"\n"
      "[[link]]\nbetween = [\"cio\", \"ops\"]\non = [\"kilns\"]\n"
      "[[duty]]\nid = \"kilns\"\nowner = \"CIO\"\n"
      "[duties.kilns]\nresponsible = \"t\"\nlead = \"cio\"\n"
      "[duties.networks]\naccountable = \"cio\"\n";
  const Judgement judgement =
      proposed(base, entry("cdo", "was = \"cio\"\ntitle = \"Chief Digital Officer\"\n") +
                         "[[person]]\nid = \"okafor\"\nwas = [\"ada\"]\nskills = \"law\"\n"
                         "[[duty]]\nid = \"ovens\"\nwas = \"kilns\"\n");
  CHECK(posts(judgement) == std::vector<std::string_view>{"cdo", "ops"});
  for (const char* check : {"unknown-reference", "unknown-duty", "duplicate-id", "missing-key"}) {
    CAPTURE(check);
    CHECK(said(judgement, check).empty());
  }
  const Org& org = *judgement.org;
  CHECK(org.graph.boss(org.vertex(PositionId(1))) == org.vertex(PositionId(0)));
  CHECK(org[*org.positions[0].holder].name == "Ada Okafor");
  CHECK(org.links.at(0).on.size() == 1);
  CHECK(org.teams.at(0).lead == PositionId(0));
  CHECK(org.document->duty_views.at(0).duty.value == "ovens");
}

TEST_CASE("`was` names what is there no more, and each thing once") {
  const Judgement judgement = judge_files(
      {{"org.toml", "[company]\nname = \"F\"\nwas = \"F\"\ncomplete = false\n" +
                        entry("cio", "was = \"ops\"\n") + entry("ops", "was = [\"old\"]\n") +
                        "[[team]]\nid = \"t\"\nwas = \"old\"\n"
                        "[[duty]]\nid = \"kilns\"\nowner = \"CIO\"\nwas = \"networks\"\n"
                        "[[person]]\nname = \"Ada\"\nwas = [\"Ada\", \"Bo\"]\n"
                        "[[person]]\nname = \"Cy\"\nwas = \"Bo\"\n"}});
  CHECK(said(judgement, "duplicate-id") ==
        Said{"org.toml:3:7 `was` names `F` itself",
             "org.toml:7:7 `was` names `ops`, which is still there",
             "org.toml:13:7 `ops` and `t` both say that they were `old`",
             "org.toml:17:7 `was` names `networks`, which is still there",
             "org.toml:20:8 `was` names `Ada` itself",
             "org.toml:23:7 `Ada` and `Cy` both say that they were `Bo`"});
}

TEST_CASE("a reference to a former id is told the new one") {
  const Judgement judgement = judge_files(
      {{"org.toml", entry("cdo", "was = \"cio\"\n") + entry("ops", "reports_to = \"cio\"\n") +
                        entry("lab", "deputy = \"cio\"\naccountable = [\"kilns\"]\n") +
                        "[[duty]]\nid = \"ovens\"\nowner = \"CIO\"\nwas = \"kilns\"\n"}});
  CHECK(said(judgement, "unknown-reference").size() == 1);
  CHECK(first_of(judgement, "unknown-reference").labels.size() == 3);
  for (const Finding& finding : judgement.findings) {
    if (finding.check == "unknown-reference") CHECK(finding.help_text == "did you mean `cdo`?");
  }
  CHECK(first_of(judgement, "unknown-duty").help_text == "did you mean `ovens`?");
  for (const Finding& finding : judgement.findings) {
    if (!finding.check.starts_with("unknown-")) continue;
    REQUIRE(finding.fixes.size() == 1);
    CHECK(finding.fixes.front().safe);
  }

  const Judgement people = judge_files(
      {{"org.toml", entry("cio", "holder = \"ada\"\n") +
                        entry("ops", "holders = [{ name = \"ada\" }]\ndeputy = \"ada\"\n") +
                        "[[person]]\nid = \"okafor\"\nname = \"Ada Okafor\"\nwas = \"ada\"\n"}});
  CHECK(said(people, "unknown-reference") ==
        Said{"org.toml:3:10 `ada` is named, who is called `okafor` now",
             "org.toml:6:21 `ada` is named, who is called `okafor` now",
             "org.toml:7:10 `ada` is named, who is called `okafor` now"});
  CHECK(said(people, "duplicate-id").empty());

  const Judgement roles =
      judge_files({{"org.toml", "[company]\ncatalogues = [\"articles\", \"own.toml\"]\n" +
                                    entry("x", "role = \"CXO\"\n") +
                                    "[[duty]]\nid = \"kilns\"\nowner = \"CXO\"\n"},
                   {"own.toml", "[[role]]\nid = \"CVO\"\nwas = \"CXO\"\n"}});
  CHECK(said(roles, "unknown-reference").size() == 2);
  CHECK(first_of(roles, "unknown-reference").help_text == "did you mean `CVO`?");
}
