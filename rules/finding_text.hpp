#pragma once
// Shared words for findings: who holds what, where it stands, and the path that proves it.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/org/org.hpp"
#include "model/text/finding.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// Most labels that a finding carries beside the primary one.
inline constexpr std::size_t max_labels = 8;

/// User text without backticks, control characters made visible.
std::string plain(std::string_view text);

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
/// "vacant since 2026-04-01", "interim": what a post is, after "is".
std::string reason_text(const Org& org, PositionId id);
/// "`cio` is vacant since 2026-04-01", "team `desk` has no lead".
std::string why_empty(const Org& org, Party party);

/// The smallest change that makes a post accountable: "add `"x"` to `accountable` of `cio`", or
/// "give `cio` the line `accountable = ["x"]`".
std::string help_to_hold(const Org& org, PositionId id, std::string_view entry);

/// Verdicts that have one cause and so make one finding.
using VerdictGroup = std::vector<const Verdict*>;

/// The duties that waivers of one check name, so that a waiver takes them, and only them, out of a
/// finding about several.
class DutiesInWaivers {
 public:
  DutiesInWaivers(const Org& org, std::string_view check);

  /// The parts of a group by the number, from 1, of the first waiver that names the duty; 0 is for
  /// those that none names.
  std::map<std::size_t, VerdictGroup> split(const VerdictGroup& group) const;

 private:
  const Org& org_;
  std::map<std::string_view, std::size_t> waivers_;  ///< by the duty's id
};

/// Sorts verdicts into groups of the same key, in order of each key's first. What makes one finding
/// is a group without the duties that waivers of the check name; those are findings of their own,
/// one a waiver.
template <class Key>
class VerdictGroups {
 public:
  VerdictGroups(const Org& org, std::string_view check) : in_waivers_(org, check) {}

  void add(const Key& key, const Verdict& verdict) {
    const auto [entry, fresh] = index_.try_emplace(key, groups_.size());
    if (fresh) groups_.emplace_back();
    groups_[entry->second].push_back(&verdict);
  }

  /// One finding a group.
  std::vector<VerdictGroup> all() const { return large_or_single(0); }

  /// The same for groups with more than `most` verdicts; others fall apart, one duty each.
  std::vector<VerdictGroup> large_or_single(std::size_t most = 3) const {
    std::vector<VerdictGroup> out;
    for (const VerdictGroup& group : groups_) {
      for (const auto& [waiver, part] : in_waivers_.split(group)) {
        if (waiver != 0 || group.size() > most) {
          out.push_back(part);
        } else {
          for (const Verdict* verdict : part) out.push_back({verdict});
        }
      }
    }
    return out;
  }

 private:
  DutiesInWaivers in_waivers_;
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
