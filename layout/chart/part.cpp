#include "layout/chart/part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Positions and bodies by id, with and without their kind.
std::optional<Vertex> find_vertex(const Org& org, std::string_view id) {
  for (std::size_t i = 0; i < org.graph.size(); ++i) {
    const Vertex v(i);
    if (org.id(v) == id || org.subject(v).text() == id) return v;
  }
  return std::nullopt;
}

std::string not_there(const Org& org, std::string_view option, std::string_view id) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < org.graph.size(); ++i) known.push_back(org.id(Vertex(i)));
  const auto near = nearest(id, known);
  return fmt::format("{} names {}, which is no position or body{}", option, quoted(id),
                     near ? fmt::format(" (did you mean `{}`?)", *near) : std::string());
}

/// Where what a finding is about stands.
class Seats {
 public:
  explicit Seats(const Org& org) : org_(org), shown_(org.graph.size()) {
    for (std::size_t i = 0; i < org.graph.size(); ++i) by_id_[org.subject(Vertex(i))] = Vertex(i);
    for (std::size_t i = 0; i < org.teams.size(); ++i) {
      const TeamId team(i);
      if (const auto lead = org[team].lead) by_id_[org.subject(team)] = org.vertex(*lead);
    }
    for (std::size_t i = 0; i < org.duties.size(); ++i) duties_[org.duties[i].id] = DutyId(i);
  }

  void add(const Finding& finding) {
    bool posts = false;
    for (const Subject& subject : finding.subjects) {
      if (const auto found = by_id_.find(subject); found != by_id_.end()) {
        shown_[found->second.index()] = 1;
        posts = true;
      }
    }
    if (posts) return;
    // A finding about a duty alone is about those who have a part in it.
    for (const Subject& subject : finding.subjects) {
      const auto duty = duties_.find(subject.id);
      if (subject.kind != Subject::Kind::duty || duty == duties_.end()) continue;
      const auto [entry, fresh] = added_.try_emplace(duty->second, false);
      if (fresh) entry->second = add_parties(duty->second);
      posts = posts || entry->second;
    }
    if (!posts && !std::exchange(chiefs_added_, true)) add_chiefs();
  }

  /// Whether anybody has a part in the duty.
  bool add_parties(DutyId duty) {
    bool found = false;
    for (const Raci raci : {Raci::accountable, Raci::responsible}) {
      for (const Assignment& a : org_.of(duty, raci)) {
        if (const auto seat = org_.seat(a.party)) {
          shown_[seat->index()] = 1;
          found = true;
        }
      }
    }
    return found;
  }

  /// What nobody has is looked for beside the CIO and the CTO, or below the top.
  void add_chiefs() {
    bool found = false;
    for (const std::string_view id : {"CIO", "CTO"}) {
      const auto role = org_.role(id);
      if (!role) continue;
      for (const PositionId post : org_.with_role(*role)) {
        shown_[org_.vertex(post).index()] = 1;
        found = true;
      }
    }
    const auto tops = org_.graph.tops();
    if (!found && !tops.empty()) shown_[tops.front().index()] = 1;
  }

  /// What was added, with the lines up to the lowest common boss.
  std::vector<std::uint8_t> joined() && {
    std::optional<Vertex> common;
    bool first = true;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      if (shown_[i] == 0) continue;
      common = first    ? std::optional(Vertex(i))
               : common ? org_.graph.lowest_common_boss(*common, Vertex(i))
                        : std::nullopt;
      first = false;
    }
    std::vector<std::uint8_t> joined(shown_.size());
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      if (shown_[i] == 0) continue;
      // Stops where an earlier way upwards went.
      for (Vertex v(i); joined[v.index()] == 0;) {
        joined[v.index()] = 1;
        if (v == common || org_.graph.layer(v) == 0) break;
        v = *org_.graph.boss(v);
      }
    }
    return joined;
  }

 private:
  const Org& org_;
  std::vector<std::uint8_t> shown_;
  std::map<Subject, Vertex> by_id_;
  std::map<std::string_view, DutyId> duties_;
  std::map<DutyId, bool> added_;  ///< duties whose parties are in: whether there are any
  bool chiefs_added_ = false;
};

bool is_about(const Finding& finding, std::string_view id) {
  return std::ranges::any_of(finding.subjects, [&](const Subject& subject) {
    return subject.id == id || subject.text() == id;
  });
}

using Chosen = std::expected<Part, std::string>;

Chosen only(const Judgement& judgement, const std::string& what) {
  const std::size_t at = what.find('@');
  const std::string_view check = std::string_view(what).substr(0, at);
  const std::string_view id =
      at == std::string::npos ? std::string_view() : std::string_view(what).substr(at + 1);
  std::vector<const Finding*> findings;
  std::vector<std::string_view> checks;
  for (const Finding& finding : judgement.findings) {
    checks.push_back(finding.check);
    if (finding.check != check || (!id.empty() && !is_about(finding, id))) continue;
    findings.push_back(&finding);
  }
  if (findings.empty()) {
    const auto near = nearest(check, checks);
    return std::unexpected(fmt::format(
        "there is no finding {}{}", quoted(what),
        near && *near != check ? fmt::format(" (did you mean `{}`?)", *near) : std::string()));
  }
  Part part = part_about(*judgement.org, findings);
  part.says = fmt::format("only what {} is about", what);
  if (std::ranges::none_of(part.shown, [](std::uint8_t shown) { return shown != 0; })) {
    return std::unexpected(fmt::format("{} is about nobody who could be drawn", quoted(what)));
  }
  return part;
}

Part around(const Org& org, Vertex centre) {
  Part part{false, std::vector<std::uint8_t>(org.graph.size()), {}};
  const auto add_line = [&](Vertex v) {
    for (const Vertex at : org.graph.line(v)) part.shown[at.index()] = 1;
  };
  add_line(centre);
  for (const Vertex v : org.graph.reports(centre)) part.shown[v.index()] = 1;
  if (const auto boss = org.graph.boss(centre)) {
    for (const Vertex v : org.graph.reports(*boss)) part.shown[v.index()] = 1;
  }
  for (const auto others : {org.graph.dotted_reports(centre), org.graph.dotted_bosses(centre),
                            org.graph.linked(centre)}) {
    for (const Vertex v : others) add_line(v);
  }
  part.says = fmt::format("around {}", org.id(centre));
  return part;
}

/// Takes out what stands more than so many levels below the root, or below its top.
void cut(const Org& org, Part& part, std::optional<Vertex> root, std::size_t depth) {
  const std::size_t above = root ? org.graph.layer(*root) : 0;
  for (std::size_t i = 0; i < part.shown.size(); ++i) {
    const std::size_t layer = org.graph.layer(Vertex(i));
    if (layer >= above && layer - above > depth) part.shown[i] = 0;
  }
}

}  // namespace

bool Part::shows(const Org& org, Party party) const {
  if (whole) return true;
  const auto seat = org.seat(party);
  return seat && shows(*seat);
}

Part part_about(const Org& org, const std::vector<const Finding*>& findings) {
  Seats seats(org);
  for (const Finding* finding : findings) seats.add(*finding);
  return {false, std::move(seats).joined(), {}};
}

Chosen choose_part(const Judgement& judgement, const PartOptions& options) {
  if (options == PartOptions()) return Part();
  const Org& org = *judgement.org;
  Part part{false, std::vector<std::uint8_t>(org.graph.size(), 1), {}};
  if (!options.only.empty()) {
    auto chosen = only(judgement, options.only);
    if (!chosen) return chosen;
    part = std::move(*chosen);
  } else if (!options.around.empty()) {
    const auto centre = find_vertex(org, options.around);
    if (!centre) return std::unexpected(not_there(org, "--around", options.around));
    part = around(org, *centre);
  }
  std::optional<Vertex> root;
  if (!options.root.empty()) {
    root = find_vertex(org, options.root);
    if (!root) return std::unexpected(not_there(org, "--root", options.root));
    for (std::size_t i = 0; i < part.shown.size(); ++i) {
      if (!org.graph.in_line(Vertex(i), *root)) part.shown[i] = 0;
    }
    part.says += fmt::format("{}{} and below", part.says.empty() ? "" : ", ", org.id(*root));
  }
  if (options.depth) {
    cut(org, part, root, *options.depth);
    part.says += fmt::format("{}{}", part.says.empty() ? "" : ", ",
                             counted(*options.depth, "level", "levels"));
  }
  return part;
}

}  // namespace rolecall
