#pragma once
// The program git, asked about a repository that may be hostile.

#include <string>
#include <vector>

namespace rolecall {

struct GitAnswer {
  int status = -1;  ///< git's exit status; -1: it could not be run, and `error` says why
  std::string out;
  std::string error;  ///< its first line
};

/// Runs git in a folder (empty: the current one) without a shell, and without what the environment
/// of a hook says of another repository. Nothing that the repository's configuration names is
/// started: no helper, hook, pager or monitor. Nothing is fetched. A repository that lies in the
/// files of another one is not taken for one.
GitAnswer run_git(const std::string& folder, const std::vector<std::string>& words);

}  // namespace rolecall
