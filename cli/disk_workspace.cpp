#include "cli/disk_workspace.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace rolecall {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

}  // namespace

Listing list_files(const std::string& root, const std::string& folder, bool deep) {
  Listing out;
  std::vector<std::string> folders{folder};
  while (!folders.empty()) {
    const std::string at = std::move(folders.back());
    folders.pop_back();
    const std::string path = root + at;
    std::error_code wrong;
    fs::directory_iterator entry(path.empty() ? "." : path, wrong);
    for (; !wrong && entry != fs::directory_iterator(); entry.increment(wrong)) {
      if (hidden(entry->path())) continue;
      std::string name = at + entry->path().filename().string();
      std::error_code unknown;
      if (!entry->is_directory(unknown)) {
        out.files.push_back(std::move(name));
      } else if (deep && !entry->is_symlink(unknown)) {
        folders.push_back(name + '/');
      }
    }
    // A pattern may name a folder that is not there.
    const bool nothing =
        wrong == std::errc::no_such_file_or_directory || wrong == std::errc::not_a_directory;
    if (wrong && !nothing) out.unreadable.push_back(at);
  }
  return out;
}

Workspace disk_workspace(const std::string& path, const Within& within, std::string* unreadable) {
  const std::string root = path.substr(0, path.rfind('/') + 1);
  return {[root, within](const std::string& beside) -> std::expected<SourceText, std::string> {
            auto text = read_beneath(root, beside, within);
            if (!text) return std::unexpected(std::move(text.error().what));
            return SourceText(root + beside, std::move(*text));
          },
          [root, unreadable](const std::string& folder, bool deep) {
            Listing listing = list_files(root, folder, deep);
            if (unreadable != nullptr && !listing.unreadable.empty()) {
              *unreadable = root + listing.unreadable.front();
            }
            return std::move(listing.files);
          },
          {}};
}

bool leads_out_of(const std::string& path, const std::string& folder) {
  std::error_code none;
  const fs::path real = fs::canonical(path, none);
  if (none) return false;
  const fs::path root = fs::canonical(folder.empty() ? "." : folder, none);
  if (none) return false;
  return *real.lexically_relative(root).begin() == "..";
}

}  // namespace rolecall
