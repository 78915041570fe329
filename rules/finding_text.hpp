#pragma once
// Shared words for findings: who holds what, where it stands, and the path that proves it.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/org/org.hpp"
#include "model/text/finding.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// "`cto` (Ada Okafor)", "`cio` (vacant)", "team `desk` (led by `it-head`)", "body `board`": what
/// `describe` says, and the kind and the emptiness of it.
std::string introduce(const Org& org, PositionId id);
std::string introduce(const Org& org, Party party);

/// "Sam Reyes", or "`vice-cio`" of a deputy's post where no name is known.
std::string deputy_name(const Position& position);

/// "`cto`", "team `desk`", "body `board`".
std::string short_name(const Org& org, Party party);

/// "`a`, `b` and `c`" of ids; past twelve "and 3 more".
std::string ids_of(const Org& org, std::span<const Vertex> vertices);
std::string ids_of(const Org& org, std::span<const PositionId> positions);

/// "cto -> ceo <- cio": up and down the solid lines, long ones shortened. Empty where there is no
/// way, or nothing to go.
std::string path_text(const Org& org, Vertex from, Vertex to);
std::string path_text(const Org& org, Party from, Party to);

/// Adds the note "path: ..." where there is a path.
void add_path(Finding& finding, const std::string& path);

/// Adds labels, each place once; those past `max_labels` become the note "and 12 more places".
void add_labels(Finding& finding, std::span<const Label> labels);

/// Where the text says that nobody, or somebody for the time being, is there: the narrowest of
/// `state`, the dates, the title.
Span reason_place(const Org& org, PositionId id);
Span reason_place(const Org& org, Party party);
/// Where the text says that state of a post, among others; else as `reason_place`.
Span state_place(const Org& org, PositionId id, Filling filling);
/// "vacant since 2026-04-01", "interim": what a post is, after "is".
std::string reason_text(const Org& org, PositionId id);
/// "`cio` is vacant since 2026-04-01", "team `desk` has no lead".
std::string why_empty(const Org& org, Party party);

/// The smallest change that makes a post accountable: "add `"x"` to `accountable` of `cio`", or
/// "give `cio` the line `accountable = ["x"]`".
std::string help_to_hold(const Org& org, PositionId id, std::string_view entry);

using Verdicts = std::vector<const Verdict*>;

/// "`a`, `b` and `c`"; past twelve "and 3 more".
std::string duties_of(const Org& org, const Verdicts& verdicts);
/// Labels for the entries by which the holders hold the duty. An entry that stands for many duties,
/// as a bundle does, is one place.
std::vector<Label> holder_labels(const Org& org, const Verdict& verdict);
/// The same, only for holders who are accountable for the same scope as another.
std::vector<Label> clash_labels(const Org& org, const Verdict& verdict);

/// Parties as a part of a grouping's key.
std::string key_of(const Org& org, std::span<const Party> parties);

/// The parties that hold a duty, as a key and for sentences.
std::vector<Party> holders_of(const Verdict& verdict);
/// Those of them who are accountable for the same scope as another.
std::vector<Party> clashing_of(const Verdict& verdict);
std::string names_of(const Org& org, std::span<const Party> parties);

/// Why nobody stands in for a post that names a deputy: "its `deputy`, `d`, is not there either".
std::string deputy_is_away(const Org& org, PositionId id);

}  // namespace rolecall
