#include "model/org/meant_references.hpp"

#include <fmt/format.h>

#include <string>

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

void MeantReferences::offer_post(PositionId post, Finding& finding) const {
  const std::string id(org_[post].id);
  offer(finding, {fmt::format("write {}", quoted(id)), {ReplaceText{finding.place(), id}}, false});
}

bool MeantReferences::explain(std::string_view text, std::string_view key, Finding& finding) const {
  if (key == "parent") return false;  // of a team, and no post
  if (const auto known = people_.find(text); known && key != "deputy") {
    const Person& person = org_[*known];
    if (person.positions.empty()) return false;
    std::vector<std::string_view> posts;
    for (const PositionId post : person.positions) posts.push_back(org_[post].id);
    finding.help_text = fmt::format("{} takes an id: {} is in {}", quoted(key), quoted(person.name),
                                    list_of(posts));
    if (posts.size() == 1) offer_post(person.positions.front(), finding);
    return true;
  }
  if (const auto unit = unit_heads_.find(text); unit != unit_heads_.end()) {
    finding.help_text = fmt::format("{} is a `unit`: name the post that leads it", quoted(text));
    if (unit->second.size() == 1) {
      finding.help_text += fmt::format(", {}", quoted(org_[unit->second.front()].id));
      offer_post(unit->second.front(), finding);
    }
    return true;
  }
  const auto party = names_.find(text);
  if (!party || party->kind != Party::Kind::team) return false;
  const auto lead = org_.teams[party->index].lead;
  finding.help_text = "name the post that leads the team";
  if (lead) {
    finding.help_text += fmt::format(", {}", quoted(org_[*lead].id));
    offer_post(*lead, finding);
  }
  return true;
}

}  // namespace rolecall
