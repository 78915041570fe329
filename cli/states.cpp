#include "cli/states.hpp"

#include <fmt/format.h>

#include "report/terminal.hpp"

namespace rolecall {

std::expected<Judgement, NoState> judge_before(const Earlier& earlier, const std::string& path,
                                               const Judgement& after, std::optional<Date> as_of,
                                               const ConfigChoice& config) {
  const bool proposal = after.org && after.org->document->base.given();
  if (earlier.revision.empty() && earlier.file.empty() && !proposal) {
    return std::unexpected(NoState{
        exit_usage, fmt::format("{} has no `base` to compare with; name an older file, or a "
                                "revision with --against",
                                printable(path))});
  }
  auto judgement = [&] {
    if (!earlier.revision.empty()) return judge_at(earlier.revision, path, as_of, config);
    if (!earlier.file.empty()) return judge_file(earlier.file, as_of, config);
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    return judge_file(folder + after.org->document->base.value, as_of, config);
  }();
  if (!judgement) return std::unexpected(NoState{exit_failed, judgement.error().what});
  return std::move(*judgement);
}

}  // namespace rolecall
