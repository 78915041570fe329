#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

std::string names(const Org& org, std::span<const RoleId> roles) {
  std::string out;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (i > 0) out += i + 1 == roles.size() ? " or the " : ", the ";
    out += plain(org[roles[i]].name);
  }
  return out;
}

/// "CDO", which may be two.
void report_ambiguous(const Org& org, PositionId id, Findings& findings) {
  const Position& post = org[id];
  Finding finding(
      "title-unclear",
      fmt::format("the title of {} may mean the {}", quoted(post.id), names(org, post.doubt.roles)),
      org.place(org.vertex(id)), "taken for none of them");
  finding.add_subject(org.subject(id));
  std::string ways;
  for (const RoleId role : post.doubt.roles) {
    finding.add_related(org.subject(role));
    if (!ways.empty()) ways += " or ";
    ways += fmt::format("`role = \"{}\"`", plain(org[role].id));
  }
  finding.help_text =
      fmt::format("say which it is: {}; `role = \"none\"` where it is neither", ways);
  offer(finding, set_in_post(org, id, "role", "none"));
  findings.push_back(std::move(finding));
}

/// "CIO-Corporate" above the one who is taken for the CIO.
void report_higher(const Org& org, RoleId role, PositionId chief, PositionId post,
                   Findings& findings) {
  const std::string id = plain(org[role].id);
  Finding finding("title-unclear",
                  fmt::format("{} is taken for the {}, and {}, which stands higher and speaks of "
                              "one, is not",
                              quoted(org[chief].id), id, quoted(org[post].id)),
                  org.place(org.vertex(post)),
                  fmt::format("{} stands against it", quoted(org[post].doubt.trap)));
  finding.add_label(org.place(org.vertex(chief)), fmt::format("taken for the {}", id));
  finding.add_subject(org.subject(post));
  finding.add_related(org.subject(role));
  finding.add_related(org.subject(chief));
  finding.help_text = fmt::format(
      "if {} is the {}, write `role = \"{}\"` there; `role = \"none\"` says that it is not",
      quoted(org[post].id), id, id);
  offer(finding, set_in_post(org, post, "role", "none"));
  findings.push_back(std::move(finding));
}

/// The vacant post of the role to whose holder a post is the deputy by title.
std::optional<PositionId> stands_below(const Org& org, RoleId role, PositionId post) {
  const auto boss = org.graph.boss(org.vertex(post));
  const auto above = boss ? org.position(*boss) : std::nullopt;
  if (!above || !org[*above].has_role(role) || org[*above].filling != Filling::vacant) {
    return std::nullopt;
  }
  if (org[*above].decl->deputy.given()) return std::nullopt;
  const auto deputies = titled_deputies(org, *above);
  return std::ranges::find(deputies, post) != deputies.end() ? above : std::nullopt;
}

/// "Deputy CIO" in a company where nobody else is the CIO.
void report_trapped(const Org& org, RoleId role, RoleState state, PositionId post,
                    Findings& findings) {
  const std::string id = plain(org[role].id);
  const std::string title = quoted(org[post].id);
  const std::string none = fmt::format(
      "{} {}", state == RoleState::vacant ? "nobody fills the post of the" : "the company has no",
      id);
  Finding finding(
      "title-unclear",
      fmt::format("{}, and the title of {}, which speaks of one, is not taken for it", none, title),
      org.place(org.vertex(post)),
      fmt::format("{} stands against it", quoted(org[post].doubt.trap)));
  finding.add_subject(org.subject(post));
  finding.add_related(org.subject(role));
  const auto help = [&](const std::string& who) {
    return fmt::format(
        "if {} is the {}, write `role = \"{}\"` there; `role = \"none\"` says that it is not", who,
        id, id);
  };
  if (const auto vacant = stands_below(org, role, post)) {
    finding.help_text = fmt::format(
        "if {} answers until there is one, write `deputy = \"{}\"` in {}; `role = \"{}\"` makes it "
        "the {} itself, `role = \"none\"` says that it is neither",
        title, plain(org[post].id), quoted(org[*vacant].id), id, id);
    offer(finding, set_in_post(org, *vacant, "deputy", org[post].id));
    findings.push_back(std::move(finding));
    return;
  }
  finding.help_text = help(title);
  finding.grouping =
      Grouping{.key = id,
               .message = none + ", and the titles of {}, which speak of one, are not taken for it",
               .help = help("one of them"),
               .one = "post",
               .many = "posts"};
  offer(finding, set_in_post(org, post, "role", "none"));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const std::vector<RoleState> states = role_states(org);
  // Only the roles on which much hangs: nobody needs to ask who the chief executive is not.
  std::set<RoleId> trapped;
  std::map<RoleId, PositionId> taken;
  const Chiefs all_chiefs = chiefs(org);
  for (const std::string_view name : {"CIO", "CTO", "CISO"}) {
    const auto role = org.role(name);
    if (!role) continue;
    const auto chief = all_chiefs[role->index()];
    if (states[role->index()] != RoleState::filled) trapped.insert(*role);
    if (chief && org[*chief].role_from_title) taken.emplace(*role, *chief);
  }
  const auto above = [&](PositionId a, PositionId b) {
    const auto layer = [&](PositionId id) { return org.graph.layer(org.vertex(id)); };
    return layer(a) < layer(b) && under_one_head(org, org.vertex(a), org.vertex(b));
  };
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    const Position& post = org[id];
    if (post.doubt.roles.empty() || !exists(post.filling) || post.assistant) continue;
    if (post.doubt.trap.empty()) {
      report_ambiguous(org, id, findings);
      continue;
    }
    if (!post.roles.empty()) continue;
    for (const RoleId role : post.doubt.roles) {
      const auto chief = taken.find(role);
      if (trapped.contains(role)) {
        report_trapped(org, role, states[role.index()], id, findings);
        break;
      }
      if (chief == taken.end() || post.doubt.clear || !above(id, chief->second)) continue;
      report_higher(org, role, chief->second, id, findings);
      break;
    }
  }
}

}  // namespace

extern const Check title_unclear_check;
const Check title_unclear_check{
    .id = "title-unclear",
    .group = Group::roles,
    .severity = Severity::note,
    .says = "a title speaks of a role and is not taken for it, or could mean two",
    .why =
        "A deputy, an adviser or the office of a CIO is no CIO, and a CDO may be about data or "
        "about digital business. Better none than a wrong one: `role` says which it is.",
    .loud = "A note, because it is a question to the author, not a fault of the company.",
    .sources = "A33, A37",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
