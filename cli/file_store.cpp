#include "cli/file_store.hpp"

#include <filesystem>
#include <utility>

#include "cli/disk_workspace.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

std::string real_path(const std::string& path) {
  std::error_code none;
  const fs::path real = fs::weakly_canonical(path, none);
  return none ? path : real.string();
}

}  // namespace

std::expected<SourceText, Trouble> FileStore::read(const std::string& path, const Within& within) {
  const std::string own = path == "-" ? "<stdin>" : path;
  const std::string& name =
      names_.try_emplace(path == "-" ? own : real_path(path), own).first->second;
  auto known = bytes_.find(name);
  if (known == bytes_.end()) {
    auto bytes = read_named(path, within);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    known = bytes_.emplace(name, std::move(*bytes)).first;
  }
  return SourceText(name, known->second);
}

Workspace FileStore::workspace(const std::string& path, const NewFiles& texts,
                               const Within& within) {
  Workspace out = disk_workspace(path, within);
  const std::string root = path.substr(0, path.rfind('/') + 1);
  out.self = path.substr(path.rfind('/') + 1);
  out.read = [this, root, &texts, disk = std::move(out.read)](
                 const std::string& beside) -> std::expected<SourceText, std::string> {
    const std::string real = real_path(root + beside);
    auto name = names_.find(real);
    if (name == names_.end() || !bytes_.contains(name->second)) {
      // The disk's own reader refuses what leads out of the folder.
      auto text = disk(beside);
      if (!text) return std::unexpected(std::move(text.error()));
      name = names_.try_emplace(real, text->name()).first;
      bytes_.try_emplace(name->second, text->bytes());
    } else if (leads_out_of(root + beside, root)) {
      return disk(beside);
    }
    const auto changed = texts.find(name->second);
    return SourceText(name->second,
                      changed == texts.end() ? bytes_.at(name->second) : changed->second);
  };
  return out;
}

}  // namespace rolecall
