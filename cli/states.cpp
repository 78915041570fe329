#include "cli/states.hpp"

#include <fmt/format.h>

#include "report/terminal.hpp"

namespace rolecall {

std::expected<Judgement, NoState> judge_before(const Earlier& earlier, const std::string& path,
                                               const Judgement& after,
                                               const CommonOptions& options) {
  const bool proposal = after.org && after.org->document->base.given();
  if (earlier.revision.empty() && earlier.file.empty() && !proposal) {
    return std::unexpected(NoState{
        exit_usage, fmt::format("{} has no `base` to compare with; name an older file, or a "
                                "revision with --against",
                                printable(path))});
  }
  auto judgement = [&]() -> std::expected<Judgement, Trouble> {
    if (!earlier.file.empty()) return judge_file(earlier.file, options);
    if (earlier.revision.empty()) {
      const std::string folder = path.substr(0, path.rfind('/') + 1);
      return judge_file(folder + after.org->document->base.value, options);
    }
    const auto config = find_config(path, options.config);  // of today
    if (!config) return std::unexpected(config.error());
    return judge_at(earlier.revision, path, {&*config, options.as_of});
  }();
  if (!judgement) return std::unexpected(NoState{exit_failed, judgement.error().what});
  leave_out_damaged(*judgement);
  return std::move(*judgement);
}

void leave_out_damaged(Judgement& judgement) {
  if (!is_whole(judgement)) judgement.org.reset();
}

}  // namespace rolecall
