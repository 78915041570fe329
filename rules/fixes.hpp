#pragma once
// Repairs that several checks offer. All of them decide something.

#include <optional>
#include <string>
#include <string_view>

#include "model/org/org.hpp"
#include "model/text/fix.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// A key of a post: "write `role = "CIO"` in `it-head`".
Fix set_in_post(const Org& org, PositionId id, std::string_view key, std::string_view value);

/// An entry for a list of a post: "add `"networks"` to `accountable` of `cio`". `list` is one of
/// the four lists of duties.
Fix give_entry(const Org& org, PositionId id, std::string_view entry,
               Raci list = Raci::accountable);

/// Takes a duty off what a party is accountable for: its own entry, or with an exception where a
/// bundle holds it. With `instead` it is responsible from then on.
Fix take_duty(const Org& org, DutyId duty, Party party, bool responsible_instead = false);

/// Whether all who do a duty stand in the line of a party, or on a dotted line into it, so that it
/// can answer for them.
bool directs_doers(const Org& org, Party party, DutyId duty);

/// The scopes that stand at the entry by which a duty is held; empty where it has those of its
/// post.
Texts own_scopes(const Org& org, DutyId duty, const Holder& holder);

/// A key of `[duties.<id>]`, which is made where it is not there.
Fix set_in_duty(const Org& org, DutyId duty, std::string_view key, std::string_view value);

/// A `[[link]]` between two, behind the last one of the file that is judged.
Fix add_link(const Org& org, Vertex a, Vertex b);

/// A deputy of a post: the one person whom the description calls ready for it, else the one who is
/// its deputy by title, else the only one who is there and reports to it; none where nobody is.
std::optional<Fix> name_deputy(const Org& org, PositionId id);

/// A deputy for the vacant post of a party; none where the post is not vacant or nobody is ready.
std::optional<Fix> fill(const Org& org, Party party);
/// What makes a party that holds duties on paper hold them: "name a `holder`, or ...".
std::string help_to_fill(const Org& org, Party party);

}  // namespace rolecall
