#include <fmt/format.h>

#include <algorithm>

#include "cli/common.hpp"
#include "cli/progress.hpp"
#include "layout/placement.hpp"
#include "layout/theme_file.hpp"
#include "model/text.hpp"
#include "report/findings_text.hpp"
#include "report/sums.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

/// Says on standard error why there is nothing to draw.
int refuse(const RenderCommand& command, const Judgement& judgement, const Handles& handles) {
  const FormatOptions options = format_options(use_colour(command.colour, handles.err));
  static_cast<void>(
      write_all(handles.err, find_format("text")->write(std::span(&judgement, 1), options)));
  complain(handles, judgement.org ? "there are no positions to draw" : "there is nothing to draw");
  return exit_findings;
}

/// The theme that is asked for; else an exit status, and standard error says what is wrong.
std::expected<Theme, int> theme_of(const RenderCommand& command, const Handles& handles) {
  if (const Theme* built_in = find_theme(command.theme)) return *built_in;
  auto bytes = read_file(command.theme);
  if (!bytes) {
    complain(handles, bytes.error().what);
    return std::unexpected(exit_failed);
  }
  Sources sources;
  sources.texts.emplace_back(command.theme, std::move(*bytes));
  auto theme = read_theme(sources.texts.front());
  if (theme) return std::move(*theme);
  const bool colour = use_colour(command.colour, handles.err);
  static_cast<void>(write_all(handles.err, findings_text(sources, theme.error(), colour)));
  complain(handles, fmt::format("{} cannot be used as a theme", quoted(command.theme)));
  return std::unexpected(exit_usage);
}

/// "12,000 cards"
std::string cards(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out + (number == 1 ? " card" : " cards");
}

}  // namespace

int run(const RenderCommand& command, const Handles& handles) {
  DrawOptions how = command.how;
  if (auto theme = theme_of(command, handles)) {
    how.theme = std::move(*theme);
  } else {
    return theme.error();
  }
  const auto judgement = judge_file(command.file, command.as_of);
  if (!judgement) {
    complain(handles, judgement.error().what);
    return exit_failed;
  }
  if (!judgement->org || judgement->org->positions.empty()) {
    return refuse(command, *judgement, handles);
  }
  const auto part = choose_part(*judgement, command.part);
  if (!part) {
    complain(handles, printable(part.error()));
    return exit_usage;
  }
  const Chart chart = command.view->make(*judgement, *part);
  if (chart.cards.empty()) {
    complain(handles, fmt::format("the view `{}` has nothing to show of {}", command.view->id,
                                  printable(command.file)));
    return exit_findings;
  }
  std::optional<Placement> placement;
  for (const PictureOut& out : command.outs) {
    const auto picture = [&] {
      const Progress progress(handles.err, fmt::format("drawing {}...", cards(chart.cards.size())));
      if (!placement && out.picture->placed) placement = place(chart, command.arrangement);
      return draw(chart, placement ? *placement : Placement{}, out.picture->id, how);
    }();
    if (!picture) {
      complain(handles, printable(picture.error()));
      return exit_failed;
    }
    if (const auto written = write_file(out.path, *picture); !written) {
      complain(handles, written.error().what);
      return exit_failed;
    }
    // On standard output the picture stands alone.
    if (std::ranges::count(command.outs, "-", &PictureOut::path) > 0) continue;
    const int status =
        put(handles, "wrote " + printable(out.path) + ": " + cards(chart.cards.size()) + '\n',
            exit_clean);
    if (status != exit_clean) return status;
  }
  if (count(judgement->findings, Severity::error) > 0) {
    static_cast<void>(write_all(handles.err, sums_line(*judgement) + '\n'));
  }
  return exit_clean;
}

}  // namespace rolecall
