#pragma once
// The earlier state that a description is held against.

#include "cli/common.hpp"

namespace rolecall {

/// At most one is given; neither: the base of the proposal.
struct Earlier {
  std::string file;
  std::string revision;  ///< of the git repository that the later file is in
};

/// Why there is no earlier state: what to say, and the exit status.
struct NoState {
  Exit status = exit_failed;
  std::string what;
};

/// Judges the state before `after`, which is what `path` is now.
std::expected<Judgement, NoState> judge_before(const Earlier& earlier, const std::string& path,
                                               const Judgement& after,
                                               const CommonOptions& options);

/// What is lost of a description would seem to be removed: it is compared as if none could be read.
void leave_out_damaged(Judgement& judgement);

}  // namespace rolecall
