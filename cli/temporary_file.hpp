#pragma once
// A file on its way to another one's place.

#include <string>

namespace rolecall {

/// A new file in an open folder that is gone again at the end, unless it took another's place. It
/// does not outlive the process either, whatever signal that can be caught ends it; so there is
/// one at a time.
class TemporaryFile {
 public:
  /// `folder` stays open as long as the file is there.
  explicit TemporaryFile(int folder);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// 0, or why it could not be made.
  int error() const { return error_; }
  int handle() const { return handle_; }
  /// 0, or why the bytes or the file could not be put in the place of a file of the folder.
  int replace(const std::string& name);

 private:
  int handle_ = -1;
  int error_ = 0;
};

/// Removes the file that there is now, if any. May be called from a handler of signals.
void remove_temporary_file() noexcept;

}  // namespace rolecall
