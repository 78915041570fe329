#include "cli/write_waivers.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/disk_workspace.hpp"
#include "cli/fixed_files.hpp"
#include "model/language/workspace.hpp"
#include "model/text/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

std::unexpected<Trouble> trouble(std::string what) {
  return std::unexpected(Trouble{std::move(what)});
}

/// The text of the judgement that has this path.
const SourceText* text_named(const Judgement& judgement, const fs::path& path) {
  for (const SourceText& text : judgement.sources.texts) {
    if (fs::path(text.name()).lexically_normal() == path.lexically_normal()) return &text;
  }
  return nullptr;
}

/// Whether the description would read the file, were it there.
bool includes(const Judgement& judgement, const fs::path& path) {
  if (!judgement.org) return false;
  const fs::path folder = fs::path(judgement.sources.texts.front().name()).parent_path();
  const std::string relative = path.lexically_relative(folder.empty() ? "." : folder).string();
  for (const Text& pattern : judgement.org->document->includes) {
    if (matches(plain_path(pattern.value), plain_path(relative))) return true;
  }
  return false;
}

/// What the file holds now, where that is what was judged; empty for one that is still to be made.
std::expected<std::string, Trouble> bytes_before(const Judgement& judgement,
                                                 const std::string& path) {
  const SourceText* const judged = text_named(judgement, path);
  std::error_code none;
  if (judged == nullptr) {
    if (!includes(judgement, path)) {
      return trouble(fmt::format("{} is no part of {}: write `include = [\"{}\"]` there first",
                                 rolecall::quoted(path),
                                 rolecall::quoted(judgement.sources.texts.front().name()),
                                 printable(fs::path(path).filename().string())));
    }
    if (!fs::exists(path, none)) return std::string();
  }
  auto now = read_file(path);
  if (now && judged != nullptr && *now != judged->bytes()) {
    return trouble(fmt::format("{} has changed while it was judged; nothing is written",
                               rolecall::quoted(path)));
  }
  return now;
}

}  // namespace

std::expected<std::string, Trouble> write_waivers(const CheckCommand& command,
                                                  const Judgement& judgement) {
  const std::string& own = judgement.sources.texts.front().name();
  const std::string path = command.waivers_into.empty() ? own : command.waivers_into;
  if (leads_out_of(path, path.substr(0, path.rfind('/') + 1))) {
    return trouble(fmt::format("{} is a link that leads out of its folder; nothing is written",
                               rolecall::quoted(path)));
  }
  auto bytes = bytes_before(judgement, path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  const std::string_view end_of_line = bytes->find("\r\n") == std::string::npos ? "\n" : "\r\n";
  WaiverText text = waiver_text(judgement.findings, command.acceptance, end_of_line);
  std::string said = fmt::format("wrote {} to {}", counted(text.waivers, "waiver", "waivers"),
                                 rolecall::quoted(path));
  if (text.left > 0) {
    said += fmt::format("; {} cannot be waived", counted(text.left, "finding", "findings"));
  }
  if (text.waivers == 0) return said;
  if (!bytes->empty() && !bytes->ends_with('\n')) *bytes += end_of_line;
  if (bytes->empty()) text.toml.erase(0, end_of_line.size());  // no empty line at the top
  *bytes += text.toml;
  if (const auto written = write_file(path, *bytes); !written) {
    return std::unexpected(written.error());
  }
  return said;
}

}  // namespace rolecall
