// Only what findings concern: the posts, the lines that join them, and what is missing.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "layout/chart/ghosts.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {
namespace {

/// What a finding says on a card: its check, and the duties it is about.
Badge badge(const std::map<std::string_view, std::string_view>& titles, const Finding& finding) {
  std::vector<std::string_view> duties;
  for (const Subject& subject : finding.subjects) {
    if (subject.kind != Subject::Kind::duty) continue;
    const auto title = titles.find(subject.id);
    duties.push_back(title == titles.end() ? std::string_view(subject.id) : title->second);
  }
  std::string text(finding.check);
  if (duties.size() == 1) text += fmt::format(": {}", duties[0]);
  if (duties.size() > 1) text += fmt::format(": {}", counted(duties.size(), "duty", "duties"));
  return {finding.severity == Severity::error ? Tone::error : Tone::warning, std::move(text),
          finding.message + (finding.help_text.empty() ? "" : "\n" + finding.help_text)};
}

bool is_ghost(const Finding& finding) {
  return finding.check == "role-missing" || finding.check == "duty-missing";
}

Chart make(const Judgement& judgement, const Part& wanted) {
  const Org& org = *judgement.org;
  const Entries entries(judgement.findings);
  std::vector<const Finding*> open;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const Finding* entry : entries.apart()) {
      if (!entry->waived && entry->severity == severity) open.push_back(entry);
    }
  }
  // Wherever they stand in the text, the badges of a card have one order.
  std::ranges::stable_sort(open, [](const Finding* a, const Finding* b) {
    return std::tie(b->severity, a->check, a->message) <
           std::tie(a->severity, b->check, b->message);
  });
  Part part = part_about(org, open);
  part.says = wanted.says;
  for (std::size_t i = 0; i < part.shown.size(); ++i) {
    if (!wanted.shows(Vertex(i))) part.shown[i] = 0;
  }
  Chart chart;
  set_head(chart, judgement, part, "what findings are about");
  chart.most_badges = 24;
  const PostCards posts(judgement, part, chart);
  std::map<Subject, std::uint32_t> cards;
  for (std::size_t i = 0; i < org.graph.size(); ++i) {
    const auto card = posts.card_of(Vertex(i));
    if (!card) continue;
    cards[org.subject(Vertex(i))] = *card;
    const auto post = org.position(Vertex(i));
    if (!post) continue;
    for (const Incumbent& each : org[*post].incumbents) {
      cards.try_emplace(org.subject(each.person), *card);
    }
  }
  std::map<std::string_view, std::string_view> titles;
  for (const Duty& duty : org.duties) titles[duty.id] = duty.title;
  for (const Finding* finding : open) {
    if (is_ghost(*finding) && org.complete) continue;
    std::set<std::uint32_t> told;  // a post and its holder have one card
    for (const Subject& subject : finding->subjects) {
      const auto card = cards.find(subject);
      if (card == cards.end() || !told.insert(card->second).second) continue;
      chart.cards[card->second].badges.push_back(badge(titles, *finding));
    }
  }
  posts.add_hidden(chart);
  posts.add_relations(chart);
  add_ghosts(judgement, posts, chart);
  return chart;
}

}  // namespace

extern const View gaps_view;
const View gaps_view{"gaps", "only what findings are about, with the lines between", make};

}  // namespace rolecall
