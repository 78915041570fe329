#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "model/text/text.hpp"
#include "model/verdict/lines.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

class Search {
 public:
  Search(const Org& org, Findings& findings) : org_(org), findings_(findings), heads_(org) {}

  void run() {
    find_lines();
    for (const Vertex v : top_down(org_)) {
      const auto post = org_.position(v);
      if (!post || !exists(org_[*post].filling)) continue;
      if (const auto role = watcher(*post)) look_at(*post, org_[*role].id);
    }
    for (std::size_t i = 0; i < org_.teams.size(); ++i) {
      const std::string_view kind = org_.teams[i].decl->kind.value;
      if (kind == "audit" || kind == "privacy") look_at(TeamId(i), kind);
    }
  }

 private:
  std::optional<RoleId> watcher(PositionId id) const { return watching_role(org_, id); }

  /// The nearest CIO or CTO at or above each vertex, whether the post exists or not.
  void find_lines() {
    watched_.resize(org_.graph.size());
    covered_.resize(org_.graph.size());
    for (const Vertex v : top_down(org_)) {
      if (org_.graph.layer(v) > 0) {
        const Vertex boss = *org_.graph.boss(v);
        watched_[v.index()] = watched_[boss.index()];
        const auto above = org_.position(boss);
        // A direct line of the one above is no line for those below.
        covered_[v.index()] =
            covered_[boss.index()] || (above && watcher(*above) && !has_way_past(boss));
      }
      const auto post = org_.position(v);
      if (!post || !exists(org_[*post].filling)) continue;
      const auto& roles = org_[*post].roles;
      if (std::ranges::any_of(roles, [&](RoleId r) { return is_cio_or_cto(org_, r); })) {
        watched_[v.index()] = post;
        covered_[v.index()] = false;
      }
    }
  }

  /// Whether a post has a direct line to the head past the CIO or CTO above it.
  bool has_way_past(Vertex seat) const {
    const auto chief = watched_[seat.index()];
    const auto direct = heads_.direct(seat);
    return chief && direct && *direct != org_.vertex(*chief);
  }

  /// Of watchers below each other in one line the topmost is told.
  void look_at(PositionId id, std::string_view role) {
    const Vertex v = org_.vertex(id);
    const auto chief = watched_[v.index()];
    if (!chief || covered_[v.index()]) return;
    report(Party{Party::Kind::position, id.value}, v, *chief, task(role), line_place(org_, id));
  }

  /// A team stands where its lead does; a lead who watches is told already.
  void look_at(TeamId id, std::string_view kind) {
    const Party party{Party::Kind::team, id.value};
    const auto seat = working_seat(org_, party);
    if (!seat || covered_[seat->index()]) return;
    const auto lead = org_.position(*seat);
    const auto chief = watched_[seat->index()];
    if (!chief || (lead && watcher(*lead))) return;
    const Text& kind_text = org_[id].decl->kind;
    report(party, *seat, *chief, task(kind), kind_text.span);
  }

  static std::string_view task(std::string_view role_or_kind) {
    if (role_or_kind == "CISO") return "watches over security";
    return role_or_kind == "CAE" || role_or_kind == "audit" ? "audits" : "watches over privacy";
  }

  void report(Party party, Vertex seat, PositionId chief, std::string_view task, Span place) {
    const Vertex top = org_.vertex(chief);
    const bool same = seat == top;  // one post with both roles, or a team that the chief leads
    const std::string who = short_name(org_, party);
    const std::string role = role_of(chief);
    Finding finding("independence",
                    !same ? fmt::format("{} {}, and stands below the {}, {}", who, task, role,
                                        quoted(org_[chief].id))
                    : party.kind == Party::Kind::position
                        ? fmt::format("{} {}, and is the {} as well", who, task, role)
                        : fmt::format("{} {}, and is led by the {}, {}", who, task, role,
                                      quoted(org_[chief].id)),
                    place, introduce(org_, party));
    finding.add_label(org_.place(top), introduce(org_, chief));
    finding.add_subject(org_.subject(party));
    finding.add_related(org_.subject(chief));
    add_path(finding, path_text(org_, seat, top));
    const auto direct = heads_.direct(seat);
    const bool milder = !same && has_way_past(seat);
    if (milder) {
      finding.severity = Severity::note;
      finding.notes.push_back(
          fmt::format("its direct line to {} makes it milder", quoted(org_.id(*direct))));
    }
    finding.help_text = help(party, seat, chief, same, milder);
    findings_.push_back(std::move(finding));
  }

  std::string help(Party party, Vertex seat, PositionId chief, bool same, bool direct) const {
    if (same && party.kind == Party::Kind::position) return "give the watching to another post";
    const std::string who = quoted(org_.id(seat));
    if (same) return "let somebody outside the line lead the team";
    const auto head = heads_.first();
    const Vertex top = org_.vertex(chief);
    if (!head || *head == top || org_.graph.in_line(*head, top)) {
      // Whoever is at the head of the text is watched: the way out leads to one above.
      return fmt::format(
          "add the board above {0} as a `[[body]]`, to which {0} reports, and let {1} report there "
          "as well: `reports_to = \"board\"`; milder is a dotted line, `dotted_to = \"board\"`",
          quoted(org_[chief].id), who);
    }
    const std::string there = quoted(org_.id(*head));
    return direct ? fmt::format("let {} report to {} on a solid line", who, there)
                  : fmt::format(
                        "let {} report to {}, or give it a dotted line there: `dotted_to = "
                        "\"{}\"`",
                        who, there, plain(org_.id(*head)));
  }

  std::string role_of(PositionId chief) const {
    for (const RoleId role : org_[chief].roles) {
      if (is_cio_or_cto(org_, role)) return plain(org_[role].id);
    }
    return {};
  }

  const Org& org_;
  Findings& findings_;
  Heads heads_;
  std::vector<std::optional<PositionId>> watched_;
  std::vector<bool> covered_;  ///< a watcher stands between
};

void find(const Facts& facts, Findings& findings) { Search(facts.org, findings).run(); }

}  // namespace

extern const Check independence_check;
const Check independence_check{
    .id = "independence",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "security, audit or privacy stands below the role that it watches",
    .why =
        "Whoever watches the CIO or the CTO, and is paid and promoted by them, will not say what "
        "they do not like to hear. A direct line to the head makes it milder.",
    .loud =
        "A warning, because for security it is common, and still a risk to know; a note where "
        "a direct line to the head exists.",
    .sources = "F9",
    .find = find,
};

}  // namespace rolecall
