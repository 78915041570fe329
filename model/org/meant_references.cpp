#include "model/org/meant_references.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {

MeantReferences::MeantReferences(const Org& org, const Names& names, const People& people)
    : org_(org), names_(names), people_(people) {
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const std::string_view unit = org.positions[i].decl->unit.value;
    if (unit.empty()) continue;
    const auto boss = org.graph.boss(Vertex(i));
    const auto post = boss ? org.position(*boss) : std::nullopt;
    auto& heads = unit_heads_[unit];
    if (!post || org[*post].decl->unit.value != unit) heads.emplace_back(i);
  }
}

void MeantReferences::offer_post(PositionId post, bool safe, Finding& finding) const {
  const std::string id(org_[post].id);
  offer(finding, {fmt::format("write {}", quoted(id)), {ReplaceText{finding.place(), id}}, safe});
}

std::string MeantReferences::person(const Person& person, Finding& finding) const {
  if (person.positions.empty()) return "a person who holds no post";
  std::vector<std::string_view> posts;
  for (const PositionId post : person.positions) posts.push_back(org_[post].id);
  if (posts.size() > 1) {
    finding.help_text = "write the id of the post that is meant";
    return fmt::format("a person who holds {}: write the id that is meant", list_of(posts));
  }
  offer_post(person.positions.front(), true, finding);
  return fmt::format("a person who holds {0}: write {0}", quoted(posts.front()));
}

std::optional<std::string> MeantReferences::explain(std::string_view text, std::string_view key,
                                                    Finding& finding) const {
  if (key == "parent") return std::nullopt;  // of a team, and no post
  if (const auto known = people_.find(text); known && key != "deputy") {
    return person(org_[*known], finding);
  }
  if (const auto unit = unit_heads_.find(text); unit != unit_heads_.end()) {
    finding.help_text = "name the post that leads it";
    if (unit->second.size() != 1) return "a `unit`: name the post that leads it";
    const std::string lead = quoted(org_[unit->second.front()].id);
    finding.help_text += ", " + lead;
    offer_post(unit->second.front(), false, finding);
    return fmt::format("a `unit`: name the post that leads it, {}", lead);
  }
  const auto party = names_.find(text);
  if (!party || party->kind != Party::Kind::team) return std::nullopt;
  const auto lead = org_.teams[party->index].lead;
  finding.help_text = "name the post that leads the team";
  if (!lead) return "a team: name the post that leads it";
  finding.help_text += fmt::format(", {}", quoted(org_[*lead].id));
  offer_post(*lead, false, finding);
  return fmt::format("a team: name the post that leads it, {}", quoted(org_[*lead].id));
}

}  // namespace rolecall
