#include "cli/disk_workspace.hpp"

#include <filesystem>
#include <utility>

#include "cli/files.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

std::vector<std::string> list(const std::string& root, const std::string& folder, bool deep) {
  std::vector<std::string> out;
  std::error_code none;
  const std::string start = root + folder;
  fs::recursive_directory_iterator at(start.empty() ? "." : start,
                                      fs::directory_options::skip_permission_denied, none);
  for (; !none && at != fs::recursive_directory_iterator(); at.increment(none)) {
    std::error_code unknown;
    if (hidden(at->path()) || (!deep && at->is_directory(unknown))) {
      at.disable_recursion_pending();
    }
    if (hidden(at->path()) || at->is_directory(unknown)) continue;
    out.push_back(folder + at->path().lexically_relative(start.empty() ? "." : start).string());
  }
  return out;
}

}  // namespace

Workspace disk_workspace(const std::string& path) {
  const std::string root = path.substr(0, path.rfind('/') + 1);
  return {[root](const std::string& beside) -> std::expected<SourceText, std::string> {
            if (leads_out_of(root + beside, root)) {
              return std::unexpected("it is a link that leads out of the description's folder");
            }
            auto text = read_file(root + beside);
            if (!text) return std::unexpected(std::move(text.error().what));
            return SourceText(root + beside, std::move(*text));
          },
          [root](const std::string& folder, bool deep) { return list(root, folder, deep); },
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
