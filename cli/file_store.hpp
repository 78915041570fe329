#pragma once
// The files of several descriptions, each read once and known by one name.

#include <expected>
#include <map>
#include <string>

#include "cli/files.hpp"
#include "cli/fixed_files.hpp"
#include "model/language/workspace.hpp"
#include "model/text/source.hpp"

namespace rolecall {

class FileStore {
 public:
  /// A file as it was when it was first read, under the name that it was first asked for by,
  /// whichever path leads to it now. `-` is standard input, `<stdin>` its name.
  std::expected<SourceText, Trouble> read(const std::string& path, const Within& within = {});

  /// The files beside a description, in place of which `texts` stand where they have them.
  Workspace workspace(const std::string& path, const NewFiles& texts, const Within& within = {});

  /// All bytes that were read, by name.
  const NewFiles& bytes() const { return bytes_; }

 private:
  std::map<std::string, std::string> names_;  ///< by real path
  NewFiles bytes_;
};

}  // namespace rolecall
