#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/text/letters.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "model/verdict/lines.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Technology, and those who watch over it, are not the business that it serves.
constexpr std::string_view other_roles[] = {"CIO", "CTO",  "CISO", "CSO", "VPE", "CAIO",
                                            "CDO", "CDGO", "CPRO", "DPO", "CAE", "CRO"};
constexpr std::string_view other_words[] = {
    "it",        "ict",          "technology",  "technical", "tech",
    "digital",   "software",     "engineer",    "engineers", "engineering",
    "developer", "security",     "development", "research",  "data",
    "platform",  "systems",      "architect",   "cloud",     "infrastructure",
    "network",   "architecture", "audit",       "privacy"};

/// Titles of those who assist somebody, in small letters: they stand for no business unit.
constexpr std::string_view assisting[] = {"executive assistant",
                                          "personal assistant",
                                          "administrative assistant",
                                          "management assistant",
                                          "assistant to",
                                          "secretary to",
                                          "private secretary",
                                          "executive secretary",
                                          "chief of staff",
                                          "office manager",
                                          "ea to",
                                          "pa to"};

bool assists(const Position& post) {
  if (post.assistant) return true;
  std::string words = " ";  // each with a space on both sides
  for (const char c : post.title) {
    if (is_ascii_letter(c)) {
      words += small_letter(c);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words == " secretary " || words == " assistant " ||
         std::ranges::any_of(assisting, [&](std::string_view each) {
           return words.find(fmt::format(" {} ", each)) != words.npos;
         });
}

/// Duties that are themselves the work of linking: who names one of them says who does it.
constexpr std::string_view linking_duties[] = {"business-relationships", "demand-management",
                                               "business-needs"};

/// One business post alone says little about the business units.
constexpr std::size_t fewest_business_posts = 2;

bool no_business(const Org& org, const Position& post) {
  const auto known = [&](RoleId role) {
    return std::ranges::find(other_roles, org[role].id) != std::end(other_roles);
  };
  if (!post.roles.empty()) return std::ranges::any_of(post.roles, known);
  return std::ranges::any_of(post.doubt.roles, known) || has_word(post.title, other_words);
}

/// The posts outside technology and below the head. Of a post without title and role nobody knows
/// what it does.
std::vector<bool> business_posts(const Org& org) {
  const Heads heads(org);
  std::vector<bool> other(org.graph.size());
  std::vector<bool> business(org.graph.size());
  for (const Vertex v : top_down(org)) {
    const auto id = org.position(v);
    if (!id) continue;
    const Position& post = org[*id];
    other[v.index()] =
        no_business(org, post) || (org.graph.layer(v) > 0 && other[org.graph.boss(v)->index()]);
    const bool known = post.decl->title.given() || !post.roles.empty();
    business[v.index()] =
        known && !other[v.index()] && !heads.leads(v) && !assists(post) && exists(post.filling);
  }
  return business;
}

/// What works for the whole company inside it, such as finance, is the business least of all.
constexpr std::string_view staff_roles[] = {"CFO", "CHRO", "COO"};
constexpr std::string_view staff_words[] = {
    "finance", "financial",  "accounting", "controlling", "tax",    "treasury",  "legal",
    "counsel", "secretary",  "people",     "hr",          "human",  "talent",    "communications",
    "affairs", "facilities", "estates",    "compliance",  "policy", "governance"};

/// The business post to name for all: rather one that sells or makes something, rather high up,
/// rather with many below.
Vertex nearest_business(const Org& org, std::span<const Vertex> business) {
  return *std::ranges::min_element(business, {}, [&](Vertex v) {
    const Position& post = org[*org.position(v)];
    const bool staff =
        has_word(post.title, staff_words) || std::ranges::any_of(post.roles, [&](RoleId role) {
          return std::ranges::find(staff_roles, org[role].id) != std::end(staff_roles);
        });
    return std::tuple(!active(post.filling), org.graph.detached(v), staff, org.graph.layer(v),
                      -static_cast<std::ptrdiff_t>(org.graph.subtree(v).size()), org.id(v));
  });
}

/// The ways from one officer into the business.
class Links {
 public:
  Links(const Facts& facts, const std::vector<bool>& business, PositionId officer)
      : facts_(facts), org_(facts.org), business_(business), ours_(facts.org.graph.size()) {
    const Vertex v = org_.vertex(officer);
    for (const Vertex below : org_.graph.subtree(v)) ours_[below.index()] = true;
    for (const Vertex below : org_.graph.dotted_reports(v)) ours_[below.index()] = true;
    above_ = org_.graph.line(v);
    if (const auto person = org_.person(Party{Party::Kind::position, officer.value})) {
      for (const PositionId post : org_[*person].positions) others_.push_back(org_.vertex(post));
    }
  }

  bool any() const {
    return std::ranges::any_of(above_, [&](Vertex v) { return business(v); }) || by_person() ||
           by_line() || by_link() || by_body() || by_duty();
  }

 private:
  bool business(Vertex v) const { return business_[v.index()]; }
  bool ours(Vertex v) const { return ours_[v.index()]; }

  /// Whether both kinds are among those who come together.
  template <class Vertices>
  bool both(const Vertices& together) const {
    return std::ranges::any_of(together, [&](Vertex v) { return ours(v); }) &&
           std::ranges::any_of(together, [&](Vertex v) { return business(v); });
  }

  /// Another post of the same person is in the business, or leads a part of it.
  bool by_person() const {
    const auto is_business = [&](Vertex v) { return business(v); };
    return std::ranges::any_of(others_, [&](Vertex v) {
      return business(v) || std::ranges::any_of(org_.graph.reports(v), is_business);
    });
  }

  /// Somebody who works for the officer has a boss or a dotted report in the business.
  bool by_line() const {
    const auto is_business = [&](Vertex v) { return business(v); };
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      if (!ours_[i]) continue;
      const Vertex v(i);
      const auto boss = org_.graph.boss(v);
      if ((boss && business(*boss)) ||
          std::ranges::any_of(org_.graph.dotted_bosses(v), is_business) ||
          std::ranges::any_of(org_.graph.dotted_reports(v), is_business)) {
        return true;
      }
    }
    return false;
  }

  bool by_link() const {
    return std::ranges::any_of(org_.links, [&](const Link& link) { return both(link.between); });
  }

  bool by_body() const {
    return std::ranges::any_of(org_.bodies, [&](const Body& body) {
      std::vector<Vertex> seats;
      for (const PositionId member : body.members) seats.push_back(org_.vertex(member));
      return both(seats);
    });
  }

  /// Both have a part in one duty, or our side names a duty that is the link itself.
  bool by_duty() const {
    for (const Verdict& verdict : facts_.coverage) {
      std::vector<Vertex> parts;
      for (const Holder& holder : verdict.holders) add(holder.party, parts);
      for (const Raci raci : {Raci::responsible, Raci::consulted, Raci::informed}) {
        for (const Assignment& part : org_.of(verdict.duty, raci)) add(part.party, parts);
      }
      if (both(parts)) return true;
      const auto id = org_[verdict.duty].id;
      if (std::ranges::find(linking_duties, id) != std::end(linking_duties) && named(verdict)) {
        return true;
      }
    }
    return false;
  }

  void add(Party party, std::vector<Vertex>& parts) const {
    if (party.kind == Party::Kind::body) {
      for (const PositionId id : org_.bodies[party.index].members) {
        parts.push_back(org_.vertex(id));
      }
    } else if (const auto seat = working_seat(org_, party)) {
      parts.push_back(*seat);
    }
  }

  /// Not through a bundle.
  bool named(const Verdict& verdict) const {
    for (const Raci raci : {Raci::accountable, Raci::responsible}) {
      for (const Assignment& part : org_.of(verdict.duty, raci)) {
        const auto seat = working_seat(org_, part.party);
        if (part.exact && seat && ours(*seat)) return true;
      }
    }
    return false;
  }

  const Facts& facts_;
  const Org& org_;
  const std::vector<bool>& business_;
  std::vector<bool> ours_;
  std::vector<Vertex> above_;
  std::vector<Vertex> others_;  ///< all posts of the officer's person
};

/// An officer whom nothing links to the business, "the CIO, `cio`".
struct Unlinked {
  PositionId post;
  std::string name;
};

void report(const Org& org, const Unlinked& officer, const std::string& all,
            std::span<const Vertex> business, Findings& findings) {
  const auto message = [](const std::string& names) {
    return fmt::format("nothing links {}, to the business units", names);
  };
  const PositionId post = officer.post;
  Finding finding("no-business-link", message(officer.name), org.place(org.vertex(post)),
                  introduce(org, post));
  finding.add_subject(org.subject(post));
  finding.notes.push_back("posts outside technology: " + ids_of(org, business));
  finding.notes.push_back(
      "no line, link or common body, and no duty in which both sides have a part");
  const Vertex unit = nearest_business(org, business);
  finding.help_text = fmt::format(
      "say who there is `consulted`, or add a `[[link]]` with `between = [\"{}\", \"{}\"]`",
      plain(org[post].id), plain(org.id(unit)));
  offer(finding, add_link(org, org.vertex(post), unit));
  // There are two of them at most, so the group names them.
  finding.grouping = Grouping{.key = "", .message = message(all), .one = "post", .many = "posts"};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete || !org.has_duty_lists) return;
  const std::vector<bool> business = business_posts(org);
  std::vector<Vertex> posts;
  for (std::size_t i = 0; i < business.size(); ++i) {
    if (business[i]) posts.push_back(Vertex(i));
  }
  if (posts.size() < fewest_business_posts) return;
  std::vector<Unlinked> without;
  std::string all;
  for (const std::string_view name : {"CIO", "CTO"}) {
    const auto role = org.role(name);
    const auto id = role ? officer(org, *role) : std::nullopt;
    if (!id || Links(facts, business, *id).any()) continue;
    // One post may have both roles.
    if (!without.empty() && without.front().post == *id) continue;
    without.push_back(
        {*id, fmt::format("the {}{}, {}",
                          org[*id].filling == Filling::deputised ? "vacant post of the " : "", name,
                          quoted(org[*id].id))});
    all += (all.empty() ? "" : ", and ") + without.back().name;
  }
  for (const Unlinked& each : without) report(org, each, all, posts, findings);
}

}  // namespace

extern const Check no_business_link_check;
const Check no_business_link_check{
    .id = "no-business-link",
    .group = Group::governance,
    .severity = Severity::note,
    .says = "a CIO or CTO has no link into the business units",
    .why =
        "Both work with marketing, finance, operations and the rest: what technology is for is "
        "known there.",
    .loud = "A note, because such links are often there and seldom written down.",
    .sources = "A6, B10, B23",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
