#pragma once
// Files as git keeps them in an earlier commit.

#include <expected>
#include <string>

#include "cli/files.hpp"
#include "model/language/workspace.hpp"

namespace rolecall {

/// A commit of the repository that a description's folder is in.
class Revision {
 public:
  /// `path` is the description's, `name` what the user calls the commit (a branch, a tag, a hash).
  static std::expected<Revision, Trouble> find(const std::string& path, const std::string& name);

  /// The description as it was then. Where the commit does not have it the text is empty.
  struct Then {
    SourceText text;
    bool there = true;
  };
  std::expected<Then, Trouble> description() const;
  /// The files beside it as they were then.
  Workspace beside() const;

 private:
  std::string blob(const std::string& path) const { return commit_ + ':' + prefix_ + path; }
  std::expected<SourceText, std::string> read(const std::string& path) const;
  std::vector<std::string> list(const std::string& folder, bool deep) const;

  std::string folder_;  ///< of the description, on the disk
  std::string file_;    ///< its name in that folder
  std::string prefix_;  ///< the folder, from the top of the repository
  std::string commit_;
  std::string name_;
};

}  // namespace rolecall
