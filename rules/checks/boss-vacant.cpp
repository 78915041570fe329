#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "model/verdict/lines.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// For each vertex the nearest one above in whose post somebody is.
std::vector<std::optional<Vertex>> next_bosses(const Org& org) {
  std::vector<std::optional<Vertex>> out(org.graph.size());
  for (const Vertex v : top_down(org)) {
    if (org.graph.layer(v) == 0) continue;
    const Vertex boss = *org.graph.boss(v);
    const auto position = org.position(boss);
    const bool there = !position || active(org[*position].filling);
    out[v.index()] = there ? boss : out[boss.index()];
  }
  return out;
}

/// Whether a post that nobody fills is called what boards are called.
bool is_called_board(const Position& post) {
  constexpr std::string_view boards[] = {"board", "boards", "committee", "council", "trustees"};
  return post.filling == Filling::vacant && post.decl->holders.empty() && post.roles.empty() &&
         has_word(post.title, boards);
}

void report(const Org& org, PositionId boss, std::span<const Vertex> reports,
            std::optional<Vertex> next, Findings& findings) {
  Finding finding(
      "boss-vacant",
      fmt::format("{} to {}, which is {}", counted(reports.size(), "post reports", "posts report"),
                  quoted(org[boss].id), reason_text(org, boss)),
      reason_place(org, boss), reason_text(org, boss));
  std::vector<Label> labels;
  finding.add_subject(org.subject(boss));
  for (const Vertex report : reports) {
    finding.add_related(org.subject(report));
    labels.push_back({org[*org.position(report)].decl->reports_to.span,
                      fmt::format("{} reports there", introduce(org, *org.position(report)))});
  }
  add_labels(finding, labels);
  if (org[boss].filling == Filling::vacant) {
    const auto deputy = name_deputy(org, boss);
    finding.help_text =
        deputy ? "name a `holder`, or " + deputy->title : "name a `holder` or a `deputy`";
    if (deputy) offer(finding, *deputy);
    if (next) finding.help_text += ", or let them report further up until then";
  } else {
    finding.help_text = "let them report to a post that exists";
  }
  if (next) finding.help_text += fmt::format(": `reports_to = \"{}\"`", plain(org.id(*next)));
  if (is_called_board(org[boss])) {
    finding.help_text = fmt::format(
        "if it is a board, write it as `[[body]]` with `id = \"{}\"` and `name = \"{}\"`",
        plain(org[boss].id), plain(org[boss].title));
  }
  finding.number = static_cast<std::int64_t>(reports.size());
  if (holder_left_out(org, org[boss])) finding.severity = Severity::note;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto next = next_bosses(org);
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId boss(i);
    // Of one who is on leave `leave-without-deputy` tells.
    if (active(org[boss].filling) || org[boss].filling == Filling::on_leave) continue;
    std::vector<Vertex> reports;
    bool somebody = false;
    for (const Vertex report : org.graph.reports(org.vertex(boss))) {
      const auto position = org.position(report);
      if (!position || !exists(org[*position].filling)) continue;
      reports.push_back(report);
      somebody = somebody || active(org[*position].filling);
    }
    if (somebody) report(org, boss, reports, next[i], findings);
  }
}

}  // namespace

extern const Check boss_vacant_check;
const Check boss_vacant_check{
    .id = "boss-vacant",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "people report to a post in which nobody is",
    .why =
        "Who has no boss has nobody to decide, to shield them or to settle their disputes. A "
        "deputy, or a line to the next one up, is enough until the post is filled.",
    .loud =
        "A warning, because the work goes on for a while without a boss, and a vacancy is often "
        "known and being filled.",
    .sources = "A30",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
