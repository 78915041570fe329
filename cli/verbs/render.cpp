#include "cli/render.hpp"

#include <utility>

#include "cli/arrangement_options.hpp"
#include "cli/part_options.hpp"
#include "cli/picture_options.hpp"
#include "cli/wording.hpp"

namespace rolecall {

namespace {

std::expected<const View*, UsageError> parse_view(const std::string& id) {
  if (id.empty() && !all_views().empty()) return all_views().front();
  return choose("view", id, all_views());
}

Parsed parse(std::span<const char* const> arguments) {
  RenderCommand command;
  CommonWords common;
  ArrangementWords arrangement;
  PartWords part;
  PictureWords pictures;
  std::string view_id;
  Parser parser(
      "Draw the organisation chart, with what was found on it. FILE is a description in TOML,\n"
      "or - for standard input.",
      "rolecall render FILE -o OUT [OPTIONS]",
      "Exit status: 0 drawn, 1 nothing to draw, 2 wrong usage, 3 could not read or write.\n\n"
      "Examples:\n"
      "  rolecall render acme.toml -o acme.svg\n"
      "  rolecall render acme.toml -o acme.svg -o acme.png --theme dark\n"
      "  rolecall render acme.toml -o acme.pdf --page A3-landscape --theme print\n"
      "  rolecall render acme.toml --format dot -o -");
  parser.argument(command.file);
  pictures.add_outs_to(parser);
  std::string views = "What to draw:";
  for (const View* view : all_views()) views += fmt::format("\n{}: {}", view->id, view->says);
  parser.option("--view", "VIEW", view_id, views, [] { return ids_of(all_views()); });
  parser.option("--against", "PATH|REV", command.against,
                "What a view of changes compares with: a file, else a commit of git");
  part.add_to(parser);
  arrangement.add_to(parser);
  pictures.add_looks_to(parser);
  common.add_to(parser);
  std::vector<std::string> keep;
  if (auto said = parser.read(with_poster(arguments, keep))) return std::move(*said);

  if (auto wrong = take_common(common, command)) return std::unexpected(std::move(*wrong));
  if (auto wrong = take_arrangement(arrangement, command.arrangement)) {
    return std::unexpected(std::move(*wrong));
  }
  if (command.file.empty()) return usage("`render` needs a FILE (- is standard input)");
  const auto view = parse_view(view_id);
  if (!view) return std::unexpected(view.error());
  command.view = *view;
  if (!command.against.empty() && command.view->make_changes == nullptr) {
    return usage("--against goes with --view diff");
  }
  if (auto wrong = check_against(command.against)) return std::unexpected(std::move(*wrong));
  if (auto wrong = take_pictures(pictures, command)) return std::unexpected(std::move(*wrong));
  if (auto wrong = take_part(part, command)) return std::unexpected(std::move(*wrong));
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb render_verb{"render", 3, "FILE -o OUT",
                              "Draw the organisation chart: .svg, .png, .pdf, ...", parse};

}  // namespace rolecall
