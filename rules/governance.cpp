#include "rules/governance.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/verdict/lines.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Whether the post has a seat in a body to which lines lead.
std::vector<bool> sits_above(const Org& org) {
  std::vector<bool> out(org.positions.size());
  for (std::size_t i = 0; i < org.bodies.size(); ++i) {
    if (org.graph.reports(org.vertex(BodyId(i))).empty()) continue;
    for (const PositionId member : org.bodies[i].members) out[member.index()] = true;
  }
  return out;
}

}  // namespace

std::vector<Vertex> company_tops(const Org& org) {
  std::vector<Vertex> candidates;
  for (const Vertex top : org.graph.tops()) {
    const auto position = org.position(top);
    const bool counts = position ? exists(org[*position].filling) && !org[*position].boss_unknown
                                 : !org.graph.reports(top).empty();
    if (counts) candidates.push_back(top);
  }
  if (candidates.empty()) return {};
  const auto size = [&](Vertex v) { return org.graph.subtree(v).size(); };
  const Vertex head = *std::ranges::max_element(candidates, {}, size);
  const std::vector<bool> seated = sits_above(org);
  std::vector<Vertex> out{head};
  for (const Vertex top : candidates) {
    const auto position = org.position(top);
    if (top != head && position && !seated[position->index()]) out.push_back(top);
  }
  return out;
}

std::optional<PositionId> officer(const Org& org, RoleId role) {
  const auto chief = chiefs(org)[role.index()];
  if (!chief || !active(org[*chief].filling) || !org[*chief].scopes.all) return std::nullopt;
  return chief;
}

std::optional<Officers> officers(const Org& org) {
  const auto cio_role = org.role("CIO");
  const auto cto_role = org.role("CTO");
  if (!cio_role || !cto_role) return std::nullopt;
  const auto cio = officer(org, *cio_role);
  const auto cto = officer(org, *cto_role);
  if (!cio || !cto || cio == cto) return std::nullopt;
  const auto post = [](PositionId id) { return Party{Party::Kind::position, id.value}; };
  if (org.share_person(post(*cio), post(*cto))) return std::nullopt;
  return Officers{*cio, *cto};
}

std::optional<RoleId> watching_role(const Org& org, PositionId id) {
  for (const RoleId role : org[id].roles) {
    const std::string_view name = org[role].id;
    if (name == "CISO" || name == "CPRO" || name == "DPO" || name == "CAE") return role;
  }
  return org[id].watches;
}

bool line_known(const Org& org, Vertex v) {
  if (org.graph.detached(v)) return false;
  const auto top = org.position(org.graph.line(v).back());
  return !top || !org[*top].boss_unknown;
}

bool under_one_head(const Org& org, Vertex a, Vertex b) {
  if (org.graph.lowest_common_boss(a, b)) return true;
  const auto tops = company_tops(org);
  const auto stray = [&](Vertex v) {
    return std::ranges::find(tops.begin() + 1, tops.end(), org.graph.line(v).back()) != tops.end();
  };
  return !tops.empty() && !stray(a) && !stray(b);
}

Span line_place(const Org& org, PositionId id) {
  const Text& boss = org[id].decl->reports_to;
  return boss.given() ? boss.span : org.place(org.vertex(id));
}

Heads::Heads(const Org& org) : org_(org), leads_(org.graph.size()) {
  find_leading_posts();
  find_leading_bodies();
  const auto tops = company_tops(org);
  if (first_ || tops.empty()) return;
  first_ = tops.front();
  if (org.position(*first_)) return;
  for (const Vertex report : org.graph.reports(*first_)) {
    if (leads(report)) first_ = report;
  }
}

bool Heads::is_chief_executive(Vertex v) const {
  const auto ceo = org_.role("CEO");
  const auto post = org_.position(v);
  return ceo && post && org_[*post].has_role(*ceo) && org_[*post].scopes.all &&
         exists(org_[*post].filling);
}

/// Whether a chief executive leads the company below a post that does: one who chairs it, or whose
/// one report it is. Of several the one with most below leads, and who has the same title; the
/// others are heads of units.
bool Heads::leads_below(Vertex v, Vertex boss) {
  const auto post = org_.position(boss);
  if (post && !leads(boss)) return false;
  if (post && !chairs_[post->index()]) {
    return std::ranges::count_if(org_.graph.reports(boss), [&](Vertex report) {
             const Position& other = org_[*org_.position(report)];
             return exists(other.filling) && !other.assistant;
           }) == 1;
  }
  const auto [entry, fresh] = foremost_.try_emplace(boss, v);
  if (fresh) {
    const auto rank = [&](Vertex report) {
      return std::pair(-static_cast<std::ptrdiff_t>(org_.graph.subtree(report).size()),
                       org_.id(report));
    };
    for (const Vertex report : org_.graph.reports(boss)) {
      if (is_chief_executive(report) && rank(report) < rank(entry->second)) entry->second = report;
    }
  }
  return v == entry->second ||
         org_[*org_.position(v)].title == org_[*org_.position(entry->second)].title;
}

void Heads::find_leading_posts() {
  chairs_.resize(org_.positions.size());
  for (std::size_t i = 0; i < org_.positions.size(); ++i) {
    chairs_[i] = org_.positions[i].above_head;
  }
  for (const Body& body : org_.bodies) {
    for (const PositionId chair : body.chairs) chairs_[chair.index()] = true;
  }
  std::vector<bool> below_ceo(org_.graph.size());
  for (const Vertex v : top_down(org_)) {
    const auto post = org_.position(v);
    if (!post) continue;
    const bool is_ceo = is_chief_executive(v);
    if (org_.graph.layer(v) == 0) {
      leads_[v.index()] = true;
    } else {
      const Vertex boss = *org_.graph.boss(v);
      below_ceo[v.index()] = below_ceo[boss.index()];
      leads_[v.index()] =
          leads_under(v, boss) || (is_ceo && !below_ceo[v.index()] && leads_below(v, boss));
    }
    if (is_ceo && leads_[v.index()]) {
      below_ceo[v.index()] = true;
      if (!first_) first_ = v;
    }
  }
}

/// Who chairs the body to which it reports, or alone reports there.
bool Heads::leads_under(Vertex v, Vertex body) const {
  if (org_.position(body)) return false;
  const PositionId post = *org_.position(v);
  const auto& chairs = org_.bodies[body.index() - org_.positions.size()].chairs;
  if (std::ranges::find(chairs, post) != chairs.end()) return true;
  const bool technology =
      std::ranges::any_of(org_[post].roles, [&](RoleId role) { return is_cio_or_cto(org_, role); });
  return !technology && org_.graph.reports(body).size() == 1;
}

void Heads::find_leading_bodies() {
  for (std::size_t i = 0; i < org_.bodies.size(); ++i) {
    const Vertex body = org_.vertex(BodyId(i));
    const auto& members = org_.bodies[i].members;
    leads_[body.index()] =
        !org_.graph.reports(body).empty() ||
        std::ranges::any_of(members, [&](PositionId id) { return leads(org_.vertex(id)); });
  }
}

std::optional<Vertex> Heads::direct(Vertex v) const {
  if (const auto boss = org_.graph.boss(v); boss && leads(*boss)) return boss;
  for (const Vertex boss : org_.graph.dotted_bosses(v)) {
    if (leads(boss)) return boss;
  }
  return std::nullopt;
}

std::size_t Heads::level(Vertex v) const {
  std::size_t steps = 0;
  while (!leads(v) && org_.graph.layer(v) > 0) {
    v = *org_.graph.boss(v);
    ++steps;
  }
  return steps;
}

}  // namespace rolecall
