#pragma once
// What several commands need.

#include <optional>
#include <string>
#include <string_view>

#include "cli/common_options.hpp"
#include "cli/files.hpp"
#include "model/language/workspace.hpp"
#include "model/verdict/judgement.hpp"
#include "report/format.hpp"

namespace rolecall {

/// Whether escape sequences for colour may go to a handle: as asked for, else by NO_COLOR,
/// FORCE_COLOR and CLICOLOR_FORCE in this order, else where the handle is a terminal.
bool use_colour(Colour colour, int handle);

/// What formats are told of a run.
FormatOptions format_options(bool colour);

/// Says on standard error what went wrong, in one line: "rolecall: ...".
void complain(const Handles& handles, std::string_view what);

/// Writes a result; the status is `status`, or `exit_failed` where it could not be written.
int put(const Handles& handles, std::string_view text, int status);

/// By what a description is judged.
struct JudgeOptions {
  const Config* config = nullptr;  ///< null: none
  std::optional<Date> as_of;       ///< stands in for a date that the file does not have
  bool waivers = true;             ///< false: those of the file are left out of account
};

/// Judges a description whose text, the first, is in hand.
Judgement judge_sources(Sources sources, Workspace beside, const JudgeOptions& by);

/// Reads and judges a description that the user named, or that was found within a folder.
std::expected<Judgement, Trouble> judge_file(const std::string& path, const JudgeOptions& by,
                                             const Within& within = {});

/// The same for the description as it was in a revision of its git repository. A file that was not
/// there yet gives a judgement without organisation and findings.
std::expected<Judgement, Trouble> judge_at(const std::string& revision, const std::string& path,
                                           const JudgeOptions& by);

/// Finds the configuration of a description, and reads and judges it.
std::expected<Judgement, Trouble> judge_file(const std::string& path, const CommonOptions& options);

}  // namespace rolecall
