#include "cli/to_write.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "model/text/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

/// What is the same for all paths that mean a file; empty for what is no regular one.
std::string identity(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0) {
    return S_ISREG(about.st_mode) ? fmt::format("{}:{}", about.st_dev, about.st_ino) : "";
  }
  std::error_code none;
  const fs::path real = fs::weakly_canonical(fs::absolute(path, none), none);
  return '/' + (none ? path : real.string());
}

}  // namespace

std::optional<std::string> clash_of(std::span<const ToWrite> written,
                                    std::span<const std::string> read) {
  std::map<std::string, const std::string*> inputs;
  if (!written.empty()) {
    for (const std::string& path : read) inputs.emplace(identity(path), &path);
  }
  std::map<std::string, const ToWrite*> outputs;
  for (const ToWrite& each : written) {
    const std::string same = identity(each.path);
    if (same.empty()) continue;
    if (const auto input = inputs.find(same); input != inputs.end()) {
      return fmt::format("{} would replace {}, which is read; name another file",
                         rolecall::quoted(each.words), rolecall::quoted(*input->second));
    }
    const auto [other, fresh] = outputs.emplace(same, &each);
    if (fresh) continue;
    return fmt::format("{} and {} write the same file", rolecall::quoted(other->second->words),
                       rolecall::quoted(each.words));
  }
  return std::nullopt;
}

void add_paths(std::vector<std::string>& paths, std::span<const SourceText> texts) {
  for (const SourceText& text : texts) paths.push_back(text.name());
}

}  // namespace rolecall
