#pragma once
// What `check` is to judge: files, and the descriptions in folders; judged side by side.

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/check.hpp"
#include "cli/common.hpp"

namespace rolecall {

struct Target {
  std::string path;
  Within within{};  ///< the folder in which it was found

  /// In a folder, and not named by the user.
  bool found() const { return within.has_value(); }
};

/// The targets that arguments mean, each once. A folder stands for the `.toml` files in it and
/// below that seem to be descriptions, in order of their paths, without hidden ones and
/// `rolecall.toml`, and without what a pattern of `exclude` matches: one without a slash the name
/// of a file or a folder, one with slashes a path from the folder. A folder that has none is a
/// trouble; a file or a folder in it that cannot be read is a target all the same, so that it is
/// told.
std::expected<std::vector<Target>, Trouble> find_targets(std::span<const std::string> arguments,
                                                         std::span<const std::string> exclude = {});

/// Whether a TOML text may be a description, and not a catalogue or another program's file: it has
/// a company, a position, an include or a base.
bool seems_description(std::string_view text);

/// False for a description that says of itself that it is only the base of proposals.
bool is_judged(const Judgement& judgement);

/// What became of the targets, in their order. Of the found ones, those are left out that another
/// description includes or names as a catalogue. Findings that a proposal shares with a base among
/// the targets stand in the base's judgement alone. The result is the same whatever the number of
/// jobs.
std::vector<std::expected<Judgement, Trouble>> judge_targets(std::span<const Target> targets,
                                                             const CheckCommand& command);

}  // namespace rolecall
