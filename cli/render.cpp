#include "cli/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/common.hpp"
#include "cli/progress.hpp"
#include "cli/states.hpp"
#include "cli/to_write.hpp"
#include "layout/chart/split.hpp"
#include "layout/place/placement.hpp"
#include "layout/theme/theme_file.hpp"
#include "model/text/text.hpp"
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
  complain(handles, is_whole(judgement) ? "there are no positions to draw"
                    : judgement.org     ? "a part cannot be read, so that the drawing would lack it"
                                        : "there is nothing to draw");
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
  static_cast<void>(write_all(handles.err, findings_text(sources, Entries(theme.error()), colour)));
  complain(handles, fmt::format("{} cannot be used as a theme", rolecall::quoted(command.theme)));
  return std::unexpected(exit_usage);
}

/// "12,000 cards"
std::string cards(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out + (number == 1 ? " card" : " cards");
}

/// A chart with its placement, which is made once, when the first picture asks for it.
class PlacedChart {
 public:
  PlacedChart(const Chart& chart, const Arrangement& arrangement)
      : chart_(chart), arrangement_(arrangement) {}

  std::expected<std::string, std::string> drawn(const Picture& picture, const DrawOptions& how) {
    if (picture.placed && !placed_) {
      placement_ = place(chart_, arrangement_);
      placed_ = true;
    }
    return draw(chart_, placement_, picture.id, how);
  }

 private:
  const Chart& chart_;
  const Arrangement& arrangement_;
  Placement placement_;
  bool placed_ = false;
};

/// Draws a chart in a kind of picture and writes it; an exit status.
int write_picture(PlacedChart& placed, const DrawOptions& how, std::size_t drawn,
                  const PictureOut& out, const Handles& handles) {
  const auto picture = [&] {
    const Progress progress(handles.err, fmt::format("drawing {}...", cards(drawn)));
    return placed.drawn(*out.picture, how);
  }();
  if (!picture) {
    complain(handles, printable(picture.error()));
    return exit_failed;
  }
  if (const auto written = write_file(out.path, *picture); !written) {
    complain(handles, written.error().what);
    return exit_failed;
  }
  return exit_clean;
}

/// On standard output a picture stands alone, without words.
int say_written(const RenderCommand& command, std::size_t drawn, const Handles& handles) {
  std::string words;
  for (const PictureOut& out : command.outs) {
    if (out.path == "-") return exit_clean;
    words += fmt::format("wrote {}: {}\n", printable(out.path), cards(drawn));
  }
  return put(handles, words, exit_clean);
}

/// `acme.svg` for the overview, `acme-cio.svg` for the unit of the CIO.
std::string path_of(const std::string& path, const Sheet& sheet) {
  if (sheet.name.empty()) return path;
  std::filesystem::path out(path);
  const std::string name = fmt::format("{}-{}", out.stem().string(), sheet.name);
  return out.replace_filename(name + out.extension().string()).string();
}

/// What charts are made of: the state that is drawn, and for a view of changes the one before.
struct States {
  Judgement now;
  std::optional<Judgement> before;

  Chart chart(const View& view, const Part& part) const {
    return before ? view.make_changes(compare(*before, now), part) : view.make(now, part);
  }
};

/// The state before, where the view asks for one; else an exit status, and standard error says why.
std::expected<std::optional<Judgement>, int> state_before(const RenderCommand& command,
                                                          const Judgement& now,
                                                          const Handles& handles) {
  if (command.view->make_changes == nullptr) return std::nullopt;
  std::error_code none;
  const bool file = std::filesystem::exists(command.against, none);
  const Earlier earlier{file ? command.against : "", file ? "" : command.against};
  auto before = judge_before(earlier, command.file, now, command);
  if (before) return std::move(*before);
  complain(handles, before.error().what);
  return std::unexpected(before.error().status);
}

/// What would be written in the place of what is read, or twice.
std::optional<std::string> clash(const RenderCommand& command,
                                 const std::vector<std::vector<std::string>>& files,
                                 const States& states) {
  std::vector<ToWrite> written;
  for (const std::vector<std::string>& paths : files) {
    for (const std::string& path : paths) {
      if (path != "-") written.push_back({"-o " + path, path});
    }
  }
  std::vector<std::string> read{command.file, command.theme, command.against};
  add_paths(read, states.now.sources.texts);
  if (states.before) add_paths(read, states.before->sources.texts);
  return clash_of(written, read);
}

/// The overview and its units, each a picture of every wished kind, linked in SVG.
int write_sheets(const RenderCommand& command, const DrawOptions& how, const States& states,
                 const Handles& handles) {
  const Org& org = *states.now.org;
  const std::vector<Sheet> sheets = split(org, command.sheet_cards);
  std::vector<std::vector<std::string>> files(command.outs.size());
  for (std::size_t k = 0; k < files.size(); ++k) {
    for (const Sheet& sheet : sheets) files[k].push_back(path_of(command.outs[k].path, sheet));
  }
  if (const auto wrong = clash(command, files, states)) {
    complain(handles, *wrong);
    return exit_usage;
  }
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Part part = part_of(org, sheets[i]);
    Chart chart = states.chart(*command.view, part);
    PlacedChart placed(chart, command.arrangement);
    for (std::size_t k = 0; k < files.size(); ++k) {
      link_sheets(org, sheets, i, files[k], chart);
      const PictureOut one{command.outs[k].picture, files[k][i]};
      const int status = write_picture(placed, how, chart.cards.size(), one, handles);
      if (status != exit_clean) return status;
    }
  }
  std::string words;
  for (const PictureOut& out : command.outs) {
    words += fmt::format("wrote {} and {} beside it\n", printable(out.path),
                         counted(sheets.size() - 1, "unit", "units"));
  }
  return put(handles, words, exit_clean);
}

}  // namespace

int run(const RenderCommand& command, const Handles& handles) {
  DrawOptions how = command.how;
  if (auto theme = theme_of(command, handles)) {
    how.theme = std::move(*theme);
  } else {
    return theme.error();
  }
  auto judgement = judge_file(command.file, command);
  if (!judgement) {
    complain(handles, judgement.error().what);
    return exit_failed;
  }
  if (!is_whole(*judgement) || judgement->org->positions.empty()) {
    return refuse(command, *judgement, handles);
  }
  auto before = state_before(command, *judgement, handles);
  if (!before) return before.error();
  const States states{std::move(*judgement), std::move(*before)};
  int status = exit_clean;
  if (command.sheet_cards > 0) {
    status = write_sheets(command, how, states, handles);
  } else {
    const auto part = choose_part(states.now, command.part);
    if (!part) {
      complain(handles, printable(part.error()));
      return exit_usage;
    }
    const Chart chart = states.chart(*command.view, *part);
    if (chart.cards.empty()) {
      complain(handles, fmt::format("the view `{}` has nothing to show of {}", command.view->id,
                                    printable(command.file)));
      return exit_findings;
    }
    std::vector<std::vector<std::string>> files;
    for (const PictureOut& out : command.outs) files.push_back({out.path});
    if (const auto wrong = clash(command, files, states)) {
      complain(handles, *wrong);
      return exit_usage;
    }
    PlacedChart placed(chart, command.arrangement);
    for (const PictureOut& out : command.outs) {
      status = write_picture(placed, how, chart.cards.size(), out, handles);
      if (status != exit_clean) break;
    }
    if (status == exit_clean) status = say_written(command, chart.cards.size(), handles);
  }
  if (status != exit_clean) return status;
  if (count(states.now.findings, Severity::error) > 0) {
    static_cast<void>(write_all(handles.err, sums_line(states.now) + '\n'));
  }
  return exit_clean;
}

}  // namespace rolecall
