#include "cli/picture_options.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "cli/wording.hpp"

namespace rolecall {

namespace {

constexpr int least_dpi = 72;
constexpr int most_dpi = 600;
constexpr int most_poster_side = 100;

template <class... Args>
UsageError error(fmt::format_string<Args...> format, Args&&... args) {
  return UsageError{fmt::format(format, std::forward<Args>(args)...)};
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

/// `3x2`: columns and rows.
std::optional<std::pair<int, int>> grid(std::string_view text) {
  const std::size_t x = text.find('x');
  if (x == std::string_view::npos) return std::nullopt;
  const auto columns = whole_number(text.substr(0, x));
  const auto rows = whole_number(text.substr(x + 1));
  if (!columns || !rows || std::min(*columns, *rows) < 1 ||
      std::max(*columns, *rows) > most_poster_side) {
    return std::nullopt;
  }
  return std::pair{*columns, *rows};
}

/// As asked for, else by the ending of the file, else SVG on standard output.
std::expected<const Picture*, UsageError> picture_of(const std::string& asked,
                                                     const std::string& out) {
  Words known;
  for (const Picture* each : all_pictures()) known.push_back(each->id);
  std::string kind = asked;
  if (kind.empty() && out == "-") kind = "svg";
  if (kind.empty()) {
    const std::size_t dot = out.find_last_of("./");
    if (dot != std::string::npos && out[dot] == '.') kind = out.substr(dot + 1);
    if (kind.empty()) {
      return std::unexpected(error("{} has no ending that says what to draw; there are {}",
                                   quoted(out), list_of(known)));
    }
  }
  if (const Picture* picture = find_picture(kind)) return picture;
  return std::unexpected(error("cannot draw {}{}; there are {}", quoted(kind),
                               did_you_mean(kind, known), list_of(known)));
}

std::optional<UsageError> take_outs(const PictureWords& words, RenderCommand& command) {
  if (words.outs.empty()) return error("`render` needs a picture to write: -o OUT");
  if (!words.format.empty() && words.outs.size() > 1) {
    return error("--format is for one picture; of several, the endings say the kind");
  }
  for (const std::string& out : words.outs) {
    if (out.empty()) return error("`render` needs a picture to write: -o OUT");
    const auto picture = picture_of(words.format, out);
    if (!picture) return picture.error();
    const auto same = [&](const PictureOut& each) { return each.path == out; };
    if (std::ranges::any_of(command.outs, same)) {
      return error("{} is written twice", out == "-" ? "standard output" : quoted(out));
    }
    command.outs.push_back({*picture, out});
  }
  return std::nullopt;
}

/// An option that changes none of the pictures is a mistake.
std::optional<UsageError> unused(const PictureWords& words, const RenderCommand& command) {
  const std::pair<std::string_view, bool> given[] = {{"--dpi", !words.dpi.empty()},
                                                     {"--page", !words.page.empty()},
                                                     {"--poster", !words.poster.empty()},
                                                     {"--link", !words.link.empty()},
                                                     {"--no-positions", words.unplaced}};
  for (const auto& [option, is_given] : given) {
    if (!is_given) continue;
    Words with;
    for (const Picture* each : all_pictures()) {
      if (std::ranges::find(each->options, option) != each->options.end()) with.push_back(each->id);
    }
    const bool used = std::ranges::any_of(command.outs, [&](const PictureOut& out) {
      return std::ranges::find(with, out.picture->id) != with.end();
    });
    if (!used) {
      return error("{} does nothing for `{}`; it is for {}", option, command.outs[0].picture->id,
                   list_of(with));
    }
  }
  return std::nullopt;
}

std::optional<UsageError> take_pages(const PictureWords& words, Pages& pages) {
  if (!words.page.empty()) {
    pages.paper = find_paper(words.page);
    if (!pages.paper) {
      const Words known = paper_names();
      return error("unknown page {}{}; there are {}, each with -landscape as well",
                   quoted(words.page), did_you_mean(words.page, known), list_of(known));
    }
  }
  if (words.poster.empty()) return std::nullopt;
  pages.poster = true;
  if (words.poster == "auto") return std::nullopt;
  const auto sheets = grid(words.poster);
  if (!sheets) {
    return error(
        "--poster is columns by rows of sheets such as 3x2 (at most {} each), or stands "
        "alone; not {}",
        most_poster_side, quoted(words.poster));
  }
  std::tie(pages.columns, pages.rows) = *sheets;
  return std::nullopt;
}

std::optional<UsageError> take_theme(const std::string& theme, RenderCommand& command) {
  if (theme.empty()) return std::nullopt;
  command.theme = theme;
  const bool file = theme.ends_with(".toml") || theme.find('/') != std::string::npos;
  if (file || find_theme(theme) != nullptr) return std::nullopt;
  Words known;
  for (const Theme& each : built_in_themes()) known.push_back(each.name);
  return error("unknown theme {}{}; there are {}, or a file that ends in .toml", quoted(theme),
               did_you_mean(theme, known), list_of(known));
}

std::vector<std::string> offered_themes() {
  std::vector<std::string> out;
  for (const Theme& theme : built_in_themes()) out.push_back(theme.name);
  return out;
}

std::vector<std::string> offered_pages() {
  std::vector<std::string> out;
  for (const auto& name : paper_names()) {
    out.emplace_back(name);
    out.push_back(std::string(name) + "-landscape");
  }
  return out;
}

}  // namespace

void PictureWords::add_outs_to(Parser& parser) {
  std::string kinds = "Picture, several if need be; its ending says the kind:";
  for (const Picture* each : all_pictures()) {
    kinds += fmt::format("\n{}{}{}: {}", each->id, each->ending.empty() ? "" : " or ", each->ending,
                         each->says);
  }
  parser.option("-o,--out", "OUT", outs, kinds);
  parser.option("--format", "KIND", format, "The kind, whatever the ending",
                [] { return ids_of(all_pictures()); });
}

void PictureWords::add_looks_to(Parser& parser) {
  std::string themes = "Colours and strokes: ";
  for (const Theme& each : built_in_themes()) themes += each.name + ", ";
  parser.option("--theme", "THEME", theme, themes + "or a .toml file", offered_themes);
  parser.option("--link", "URL", link,
                "Where the cards of an SVG lead to: https://wiki.example/{id};\n"
                "{id} and {kind} are the card's");
  parser.option(
      "--dpi", "N", dpi,
      fmt::format("Resolution of a PNG, {} to {}; else by its size", least_dpi, most_dpi));
  parser.option("--page", "PAGE", page,
                fmt::format("Fit a PDF on one sheet: {},\neach with -landscape as well",
                            fmt::join(paper_names(), ", ")),
                offered_pages);
  parser.option("--poster", "[CxR]", poster,
                "Spread a PDF over sheets of that page (A4): --poster 3x2 for 3 across and\n"
                "2 down, --poster for as many as full size takes");
  parser.flag("--no-positions", unplaced, "Leave the placement of a .dot to Graphviz");
}

std::optional<UsageError> take_pictures(const PictureWords& words, RenderCommand& command) {
  if (auto wrong = take_outs(words, command)) return wrong;
  if (auto wrong = take_theme(words.theme, command)) return wrong;
  if (auto wrong = unused(words, command)) return wrong;
  if (auto wrong = take_pages(words, command.how.pages)) return wrong;
  if (!words.dpi.empty()) {
    const auto dpi = whole_number(words.dpi);
    if (!dpi || *dpi < least_dpi || *dpi > most_dpi) {
      return error("--dpi is a number from {} to {}, not {}", least_dpi, most_dpi,
                   quoted(words.dpi));
    }
    command.how.dpi = *dpi;
  }
  if (!words.link.empty()) {
    auto link = LinkTemplate::parse(words.link);
    if (!link) return error("--link: {}", link.error());
    command.how.link = std::move(*link);
  }
  command.how.positions = !words.unplaced;
  return std::nullopt;
}

std::vector<const char*> with_poster(std::span<const char* const> arguments,
                                     std::vector<std::string>& keep) {
  std::vector<const char*> out(arguments.begin(), arguments.end());
  const auto poster =
      std::ranges::find(out, "--poster", [](const char* word) { return std::string_view(word); });
  if (poster == out.end()) return out;
  const auto value = poster + 1;
  const bool given = value != out.end() && grid(*value);
  keep.push_back(fmt::format("--poster={}", given ? *value : "auto"));
  *poster = keep.back().c_str();
  if (given) out.erase(value);
  return out;
}

}  // namespace rolecall
