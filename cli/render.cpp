#include <fmt/format.h>

#include "cli/common.hpp"
#include "layout/placement.hpp"
#include "model/text.hpp"
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

}  // namespace

int run(const RenderCommand& command, const Handles& handles) {
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
  const auto picture = draw(chart, place(chart, command.arrangement), command.picture,
                            {.theme = *find_theme(command.theme), .positions = command.positions});
  if (!picture) {
    complain(handles, printable(picture.error()));
    return exit_failed;
  }
  if (const auto written = write_file(command.out, *picture); !written) {
    complain(handles, written.error().what);
    return exit_failed;
  }
  if (count(judgement->findings, Severity::error) > 0) {
    static_cast<void>(write_all(handles.err, sums_line(*judgement) + '\n'));
  }
  // On standard output the picture stands alone.
  if (command.out == "-") return exit_clean;
  return put(handles,
             "wrote " + printable(command.out) + ": " +
                 counted(chart.cards.size(), "card", "cards") + '\n',
             exit_clean);
}

}  // namespace rolecall
