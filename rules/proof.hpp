#pragma once
// Shared words for findings: who holds what, where it stands, and the path that proves it.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/finding.hpp"
#include "model/org.hpp"
#include "model/verdict.hpp"

namespace rolecall {

/// Most labels that a finding carries beside the primary one.
inline constexpr std::size_t max_labels = 8;

/// User text without backticks, control characters made visible.
std::string plain(std::string_view text);

/// "`cto` (Ada Okafor)", "`cio` (vacant)", "team `desk` (led by `it-head`)", "body `board`": what
/// `describe` says, and the kind and the emptiness of it.
std::string introduce(const Org& org, PositionId id);
std::string introduce(const Org& org, Party party);

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
/// "vacant since 2026-04-01", "interim": what a post is, after "is".
std::string reason_text(const Org& org, PositionId id);
/// "`cio` is vacant since 2026-04-01", "team `desk` has no lead".
std::string why_empty(const Org& org, Party party);

/// The smallest change that makes a post accountable: "add `"x"` to `accountable` of `cio`", or
/// "give `cio` the line `accountable = ["x"]`".
std::string help_to_hold(const Org& org, PositionId id, std::string_view entry);

/// Verdicts that have one cause and so make one finding.
using VerdictGroup = std::vector<const Verdict*>;

/// Sorts verdicts into groups of the same key, in order of each key's first.
template <class Key>
class VerdictGroups {
 public:
  void add(const Key& key, const Verdict& verdict) {
    const auto [entry, fresh] = index_.try_emplace(key, groups_.size());
    if (fresh) groups_.emplace_back();
    groups_[entry->second].push_back(&verdict);
  }

  const std::vector<VerdictGroup>& all() const { return groups_; }

  /// The groups with more than three verdicts; the others fall apart, one duty each.
  std::vector<VerdictGroup> large_or_single() const {
    std::vector<VerdictGroup> out;
    for (const VerdictGroup& group : groups_) {
      if (group.size() > 3) {
        out.push_back(group);
      } else {
        for (const Verdict* verdict : group) out.push_back({verdict});
      }
    }
    return out;
  }

 private:
  std::map<Key, std::size_t> index_;
  std::vector<VerdictGroup> groups_;
};

/// "`it-operations`" for one, "5 duties" for several.
std::string head(const Org& org, const VerdictGroup& group);
/// "`a`, `b` and `c`"; past twelve "and 3 more".
std::string duties_of(const Org& org, const VerdictGroup& group);
/// Names the duties as subjects, and in a note where there are several.
void add_duties(Finding& finding, const Org& org, const VerdictGroup& group);
/// Labels for the entries by which the holders hold the group's duties. An entry that stands for
/// many duties, as a bundle does, is one place.
std::vector<Label> holder_labels(const Org& org, const VerdictGroup& group);
/// The same, only for holders who are accountable for the same scope as another.
std::vector<Label> clash_labels(const Org& org, const VerdictGroup& group);

/// The parties that hold a duty, as a key and for sentences.
std::vector<Party> holders_of(const Verdict& verdict);
/// Those of them who are accountable for the same scope as another.
std::vector<Party> clashing_of(const Verdict& verdict);
std::string names_of(const Org& org, std::span<const Party> parties);

}  // namespace rolecall
