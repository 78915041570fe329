#pragma once
// Files as git keeps them in an earlier commit.

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/files.hpp"
#include "model/language/workspace.hpp"

namespace rolecall {

/// A commit of the repository that a description's folder is in.
class Revision {
 public:
  /// `path` is the description's, `name` what the user calls the commit (a branch, a tag, a hash).
  static std::expected<Revision, Trouble> find(const std::string& path, const std::string& name);

  /// The description as it was then, through links within the repository. Where the commit does not
  /// have it the text is empty.
  struct Then {
    SourceText text;
    bool there = true;
  };
  std::expected<Then, Trouble> description() const;
  /// The files beside it as they were then. What leads out of its folder is refused.
  Workspace beside() const;

  /// Why not all that was asked for is known: git has the commit, but not its files. None as long
  /// as they were read.
  std::optional<Trouble> trouble() const;

 private:
  struct Store;
  struct Blob;
  struct NoBlob;

  std::expected<Blob, NoBlob> blob(const std::string& path, std::size_t fence) const;
  std::expected<std::string, NoBlob> bytes(const Blob& blob) const;
  std::vector<std::string> list(const std::string& folder, bool deep) const;
  std::string named(const std::string& path) const;

  std::string folder_;               ///< of the description, on the disk
  std::string file_;                 ///< its name in that folder
  std::vector<std::string> prefix_;  ///< the folder, from the top of the repository
  std::string commit_;
  std::string name_;
  std::shared_ptr<Store> store_;
};

}  // namespace rolecall
