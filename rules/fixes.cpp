#include "rules/fixes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/text/text.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// The only one who is called ready for a post or one of its roles and does not hold it.
std::optional<PersonId> only_successor(const Org& org, const Position& post) {
  std::vector<std::string_view> names{post.id};
  for (const RoleId role : post.roles) names.push_back(org[role].id);
  std::optional<PersonId> found;
  for (const std::string_view name : names) {
    const auto ready = org.successors.find(name);
    if (ready == org.successors.end()) continue;
    for (const PersonId person : ready->second) {
      if (person == found) continue;
      if (std::ranges::find(post.incumbents, person, &Incumbent::person) != post.incumbents.end()) {
        continue;
      }
      if (found) return std::nullopt;
      found = person;
    }
  }
  return found;
}

const DutyLists& lists_of(const Org& org, Party party) {
  switch (party.kind) {
    case Party::Kind::position:
      return org.positions[party.index].decl->duties;
    case Party::Kind::team:
      return org.teams[party.index].decl->duties;
    case Party::Kind::body:
      break;
  }
  return org.bodies[party.index].decl->duties;
}

const std::vector<DutyEntry>& list_of(const DutyLists& lists, Raci raci) {
  switch (raci) {
    case Raci::accountable:
      return lists.accountable;
    case Raci::responsible:
      return lists.responsible;
    case Raci::consulted:
      return lists.consulted;
    case Raci::informed:
      break;
  }
  return lists.informed;
}

/// Whether an entry stands in a list of the party's own, and not in `[duties.<id>]`.
bool in_own_list(const Org& org, const Assignment& assignment) {
  return std::ranges::any_of(
      list_of(lists_of(org, assignment.party), assignment.raci),
      [&](const DutyEntry& entry) { return entry.what.span == assignment.span; });
}

Fix deputy(const Position& post, const std::string& name, const std::string& says) {
  return {fmt::format("name {} as `deputy` of {}", says, quoted(post.id)),
          {SetKey{post.decl->span, "deputy", name}}};
}

}  // namespace

Fix set_in_post(const Org& org, PositionId id, std::string_view key, std::string_view value) {
  const Position& post = org[id];
  return {fmt::format("write `{} = \"{}\"` in {}", key, plain(value), quoted(post.id)),
          {SetKey{post.decl->span, std::string(key), std::string(value)}}};
}

Fix give_entry(const Org& org, PositionId id, std::string_view entry, Raci list) {
  const PositionDecl& decl = *org[id].decl;
  const std::vector<DutyEntry>& there = list_of(decl.duties, list);
  // Where the list is, so that in a proposal a list of the base is not hidden by another.
  const Span place = there.empty() ? decl.span : there.front().what.span;
  return {list == Raci::accountable ? help_to_hold(org, id, plain(entry))
                                    : fmt::format("add `\"{}\"` to `{}` of {}", plain(entry),
                                                  name(list), quoted(org[id].id)),
          {AddToList{place, std::string(name(list)), std::string(entry)}}};
}

Fix take_duty(const Org& org, DutyId duty, Party party, bool responsible_instead) {
  const std::string id(org[duty].id);
  Fix fix;
  const auto held = org.of(duty, Raci::accountable);
  const Assignment* bundle = nullptr;
  for (const Assignment& each : held) {
    if (each.party == party && !each.exact) bundle = &each;
  }
  for (const Assignment& each : held) {
    if (each.party != party || !each.exact) continue;
    // An exception takes off an entry that stands before it, too.
    const bool own = in_own_list(org, each);
    if (bundle == nullptr || !own) fix.changes.push_back(RemoveEntry{each.span});
    if (responsible_instead) {
      fix.changes.push_back(
          AddToList{each.span, "responsible", own ? id : std::string(org.id(party))});
    }
  }
  if (bundle != nullptr) {
    fix.changes.push_back(AddToList{bundle->span, "accountable", '!' + id});
  }
  const std::string who = short_name(org, party);
  fix.title = responsible_instead ? fmt::format("make {} `responsible` for {}", who, quoted(id))
              : bundle != nullptr ? fmt::format("write `\"!{}\"` in the list of {}", plain(id), who)
                                  : fmt::format("drop the entry of {}", who);
  return fix;
}

bool directs_doers(const Org& org, Party party, DutyId duty) {
  const auto boss = org.seat(party);
  const auto below = [&](Vertex v) { return v == *boss || org.graph.in_line(v, *boss); };
  return std::ranges::all_of(org.of(duty, Raci::responsible), [&](const Assignment& each) {
    const auto seat = org.seat(each.party);
    if (each.party == party || !seat) return true;
    return boss && (below(*seat) || std::ranges::any_of(org.graph.dotted_bosses(*seat), below));
  });
}

Texts own_scopes(const Org& org, DutyId duty, const Holder& holder) {
  const auto in = [&](const DutyEntries& entries) {
    for (const DutyEntry& entry : entries) {
      if (entry.what.span == holder.span) return entry.scope;
    }
    return Texts{};
  };
  if (Texts own = in(lists_of(org, holder.party).accountable); !own.empty()) return own;
  for (const DutyViewDecl& view : org.document->duty_views) {
    if (view.duty.value != org[duty].id) continue;
    if (Texts own = in(view.lists.accountable); !own.empty()) return own;
  }
  return {};
}

Fix set_in_duty(const Org& org, DutyId duty, std::string_view key, std::string_view value) {
  const Duty& what = org[duty];
  const std::string text(value);
  Fix fix{fmt::format("write `{} = \"{}\"` in `[duties.{}]`", key, plain(value), plain(what.id)),
          {}};
  if (what.viewed) {
    fix.changes.push_back(SetKey{what.viewed, std::string(key), text});
  } else {
    fix.changes.push_back(
        AddTable{Span{}, "[duties." + syntax::key_text(what.id) + ']', {{std::string(key), text}}});
  }
  return fix;
}

Fix add_link(const Org& org, Vertex a, Vertex b) {
  Span after;
  for (const LinkDecl& link : org.document->links) {
    if (link.span.file == 0 && after < link.span) after = link.span;
  }
  const std::vector<std::string> between{std::string(org.id(a)), std::string(org.id(b))};
  return {fmt::format("add a `[[link]]` with `between = [\"{}\", \"{}\"]`", plain(between[0]),
                      plain(between[1])),
          {AddTable{after, "[[link]]", {{"between", between}}}}};
}

std::optional<Fix> name_deputy(const Org& org, PositionId id) {
  const Position& post = org[id];
  if (post.decl->deputy.given()) return std::nullopt;
  if (const auto ready = only_successor(org, post)) {
    const std::string name(org[*ready].name);
    return deputy(post, name, plain(name) + ", who is ready for it,");
  }
  std::vector<PositionId> below = titled_deputies(org, id);
  if (below.size() != 1) {
    below.clear();
    for (const Vertex v : org.graph.reports(org.vertex(id))) {
      const auto report = org.position(v);
      if (report && active(org[*report].filling) && !org[*report].assistant) {
        below.push_back(*report);
      }
    }
  }
  std::erase_if(below, [&](PositionId report) {
    return !org[report].holder || org[report].holder == post.holder ||
           org[report].filling == Filling::outsourced;
  });
  if (below.size() != 1) return std::nullopt;
  return deputy(post, std::string(org[below[0]].id), introduce(org, below[0]));
}

std::optional<Fix> fill(const Org& org, Party party) {
  const Filling filling = org.filling(party);
  if (filling != Filling::vacant && filling != Filling::on_leave) return std::nullopt;
  if (party.kind == Party::Kind::body) return std::nullopt;
  const auto seat = org.seat(party);
  const auto post = seat ? org.position(*seat) : std::nullopt;
  return post ? name_deputy(org, *post) : std::nullopt;
}

std::string help_to_fill(const Org& org, Party party) {
  switch (org.filling(party)) {
    case Filling::planned:
      return "until the post begins, let somebody who is there be `accountable`";
    case Filling::eliminated:
      return "move the entries to a post that exists";
    case Filling::on_leave:
      if (!fill(org, party))
        return "name a `deputy`, or let somebody who is there be `accountable`";
      break;
    default:
      break;
  }
  if (party.kind == Party::Kind::body)
    return "fill a seat of the body, or move the entries to a post";
  if (party.kind == Party::Kind::team && !org.teams[party.index].lead) {
    return "give the team a `lead`, or move the entries to a post";
  }
  if (const auto fix = fill(org, party)) {
    if (org.filling(party) == Filling::on_leave) {
      return fmt::format("{}, or let somebody who is there be `accountable`", fix->title);
    }
    return fmt::format("name a `holder`, or {}, or let somebody who is there be `accountable`",
                       fix->title);
  }
  return "name a `holder` or a `deputy`, or let somebody who is there be `accountable`";
}

}  // namespace rolecall
