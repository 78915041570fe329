// The only file that knows CLI11. It builds the options of the one command that is asked for.

#include "cli/command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <thread>

#include "cli/generator.hpp"
#include "cli/part_options.hpp"
#include "cli/picture_options.hpp"
#include "model/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

using Words = std::vector<std::string_view>;
using Result = std::expected<Command, UsageError>;

template <class... Args>
std::unexpected<UsageError> usage(fmt::format_string<Args...> format, Args&&... args) {
  return std::unexpected(UsageError{fmt::format(format, std::forward<Args>(args)...)});
}

std::string shown(std::string_view word) { return quoted(word); }

/// CLI11's help with a usage line of ours, which names the positional arguments.
class HelpText : public CLI::Formatter {
 public:
  explicit HelpText(std::string usage) : usage_(std::move(usage)) { column_width(26); }
  std::string make_usage(const CLI::App*, std::string) const override {
    return "\nUsage: " + usage_ + '\n';
  }
  std::string make_positionals(const CLI::App*) const override { return {}; }

 private:
  std::string usage_;
};

/// An App that takes all arguments, so that the messages about wrong ones are ours.
class Parser {
 public:
  Parser(std::string says, std::string usage) : app(std::move(says)), usage_line_(usage) {
    app.formatter(std::make_shared<HelpText>(std::move(usage)));
    app.set_help_flag("-h,--help", "This help");
    app.allow_extras();
  }

  /// Reads the arguments. A value where all is said already: help, or what is wrong.
  std::optional<Result> read(std::span<const char* const> arguments) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
      app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
      return SayCommand{app.help(), text()};
    } catch (const CLI::ParseError& error) {
      std::string what = error.what();
      std::ranges::replace(what, '\n', ' ');
      return usage("{}", printable(what));
    }
    for (const std::string& extra : app.remaining()) {
      if (extra == "--") continue;
      if (!extra.starts_with('-')) return usage("one argument too many: {}", shown(extra));
      std::vector<std::string> names;
      for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      }
      const Words known(names.begin(), names.end());
      return usage("unknown option {}{}", shown(extra), did_you_mean(extra, known));
    }
    return std::nullopt;
  }

  CLI::App app;

 private:
  CommandText text() const {
    CommandText out{{}, app.get_description(), usage_line_, app.get_footer(), {}};
    for (const CLI::Option* option : app.get_options()) {
      if (!option->nonpositional()) continue;
      OptionText& each = out.options.emplace_back();
      for (const std::string& name : option->get_snames()) each.names.push_back("-" + name);
      for (const std::string& name : option->get_lnames()) each.names.push_back("--" + name);
      if (option->get_expected_max() > 0) each.value = option->get_type_name();
      each.says = option->get_description();
      each.several = option->get_items_expected_max() > 1;
    }
    return out;
  }

  std::string usage_line_;
};

// --- options that several commands have

struct Common {
  ConfigChoice config;
  std::string colour = "auto";
  std::string as_of;
};

void add_config(CLI::App& app, Common& common) {
  app.add_option("--config", common.config.file,
                 "Configuration; else the nearest rolecall.toml in or above FILE's folder")
      ->type_name("PATH");
  app.add_flag("--isolated", common.config.isolated, "Use no configuration");
}

void add_common(CLI::App& app, Common& common) {
  add_config(app, common);
  app.add_option("--as-of", common.as_of, "Judge as of this day where the file has no as_of")
      ->type_name("DATE");
  app.add_option("--color", common.colour, "auto, always or never (auto: on a terminal)")
      ->type_name("WHEN");
}

template <class Target>
std::optional<UsageError> take_common(const Common& common, Target& target) {
  constexpr std::array<std::string_view, 3> when{"auto", "always", "never"};
  const auto at = std::ranges::find(when, common.colour);
  if (at == when.end()) {
    return UsageError{fmt::format("--color is auto, always or never, not {}{}",
                                  shown(common.colour), did_you_mean(common.colour, when))};
  }
  target.colour = static_cast<Colour>(at - when.begin());
  if (common.config.isolated && !common.config.file.empty()) {
    return UsageError{"--config and --isolated cannot go together"};
  }
  target.config = common.config;
  if (common.as_of.empty()) return std::nullopt;
  target.as_of = parse_date(common.as_of);
  if (target.as_of) return std::nullopt;
  return UsageError{fmt::format("--as-of is a day like 2027-03-31, not {}", shown(common.as_of))};
}

/// `FORMAT` or `FORMAT=PATH`.
template <class Out, class Known>
std::expected<Out, UsageError> parse_output(const std::string& text, const Known& known) {
  const std::size_t equals = text.find('=');
  const std::string id = text.substr(0, equals);
  Out out;
  Words ids;
  for (const auto* format : known) {
    ids.push_back(format->id);
    if (format->id == id) out.format = format;
  }
  if (out.format == nullptr) {
    return usage("unknown format {}{}; there are {}", shown(id), did_you_mean(id, ids),
                 list_of(ids));
  }
  if (equals != std::string::npos) out.path = text.substr(equals + 1);
  if (out.path.empty()) return usage("--output {}= lacks a path", id);
  return out;
}

template <class Known>
void add_outputs(CLI::App& app, std::vector<std::string>& outputs, const Known& known) {
  std::string formats = "How to report, several times if need be:";
  for (const auto* format : known) formats += fmt::format("\n{}: {}", format->id, format->says);
  app.add_option("--output", outputs, formats)->type_name("FORMAT[=PATH]")->allow_extra_args(false);
}

template <class Out, class Known>
std::optional<UsageError> take_outputs(std::vector<std::string> written, const Known& known,
                                       std::vector<Out>& outputs) {
  if (written.empty()) written.push_back("text");
  for (const std::string& text : written) {
    auto output = parse_output<Out>(text, known);
    if (!output) return std::move(output.error());
    outputs.push_back(std::move(*output));
  }
  if (std::ranges::count(outputs, "-", &Out::path) <= 1) return std::nullopt;
  return UsageError{
      fmt::format("only one --output can go to standard output; give the others a path: "
                  "--output {}=PATH",
                  outputs.back().format->id)};
}

constexpr std::string_view against_says =
    "Only what is new against this commit of git, a branch, tag or hash";

std::optional<UsageError> check_against(const std::string& revision) {
  if (!revision.starts_with('-')) return std::nullopt;
  return UsageError{
      fmt::format("--against is a branch, a tag or a commit of git, not {}", shown(revision))};
}

// --- commands

constexpr std::array severities{Severity::error, Severity::warning, Severity::note};

Result parse_check(std::span<const char* const> arguments) {
  CheckCommand command;
  command.jobs = std::max(1u, std::thread::hardware_concurrency());
  Common common;
  std::vector<std::string> outputs;
  Parser parser(
      "Judge which duties are covered, overlapping or missing. FILE is a description in TOML,\n"
      "- for standard input, or a folder: all descriptions in it and below.",
      "rolecall check FILE... [OPTIONS]");
  parser.app.add_option("files", command.files);
  add_outputs(parser.app, outputs, all_formats());
  bool no_waivers = false;
  parser.app.add_flag("--no-waivers", no_waivers, "Report what waivers accept, too");
  parser.app.add_option("--against", command.against, std::string(against_says))->type_name("REV");
  parser.app.add_flag("--show-config", command.show_config,
                      "Say what the configuration of the first FILE is, and where from");
  parser.app
      .add_option("--jobs", command.jobs, "Descriptions judged at a time; one a core if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  parser.app.add_option("--baseline", command.baseline, "Leave out the findings in this file")
      ->type_name("FILE");
  parser.app
      .add_option("--write-baseline", command.write_baseline, "Write the findings there, to begin")
      ->type_name("FILE");
  std::string fail_on = "error";
  parser.app
      .add_option("--fail-on", fail_on,
                  "The least severity for exit status 1: error (if not "
                  "given), warning or note")
      ->type_name("SEVERITY");
  parser.app.add_flag("--exit-zero", command.exit_zero, "Findings do not change the exit status");
  bool statistics = false;
  parser.app.add_flag("--statistics", statistics, "Count findings by check: --output statistics");
  add_common(parser.app, common);
  parser.app.footer(
      "Exit status: 0 no errors (see --fail-on), 1 errors found, 2 wrong usage, 3 could not read "
      "or\n"
      "write.\n\n"
      "Examples:\n"
      "  rolecall check acme.toml\n"
      "  rolecall check --output json acme.toml > report.json\n"
      "  rolecall check --output text --output json=report.json acme.toml");
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto error = take_common(common, command)) return std::unexpected(std::move(*error));
  const auto severity = std::ranges::find(severities, fail_on, [](Severity s) { return name(s); });
  if (severity == severities.end()) {
    return usage("--fail-on is error, warning or note, not {}", shown(fail_on));
  }
  command.fail_on = *severity;
  if (statistics && !outputs.empty()) return usage("--statistics and --output cannot go together");
  if (statistics) outputs.push_back("statistics");
  command.waivers = !no_waivers;
  if (command.files.empty()) return usage("`check` needs a FILE (- is standard input)");
  if (std::ranges::count(command.files, "-") > 1) {
    return usage("standard input (-) can be read once only");
  }
  if (auto error = check_against(command.against)) return std::unexpected(std::move(*error));
  if (!command.against.empty() && std::ranges::count(command.files, "-") > 0) {
    return usage("standard input (-) has no earlier state that --against could mean");
  }
  if (!outputs.empty()) {
    auto taken = parse_outputs(outputs);
    if (!taken) return std::unexpected(std::move(taken.error()));
    command.outputs = std::move(*taken);
  }
  return command;
}

Result parse_diff(std::span<const char* const> arguments) {
  DiffCommand command;
  Common common;
  std::vector<std::string> files;
  std::vector<std::string> outputs;
  Parser parser(
      "Say what changes from one description to another: posts, duties and findings. One FILE\n"
      "alone is a proposal, held against its `base`, or is held against an earlier commit of git.",
      "rolecall diff OLD NEW | FILE --against REV | PROPOSAL [OPTIONS]");
  parser.app.add_option("files", files);
  parser.app.add_option("--against", command.against, "The FILE as it was in this commit of git")
      ->type_name("REV");
  add_outputs(parser.app, outputs, all_diffs());
  add_common(parser.app, common);
  parser.app.footer(
      "Exit status: 0 no new errors, 1 new errors, 2 wrong usage, 3 could not read or write.\n\n"
      "Examples:\n"
      "  rolecall diff current.toml planned.toml\n"
      "  rolecall diff acme.toml --against origin/main --output markdown\n"
      "  rolecall diff proposal.toml");
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto error = take_common(common, command)) return std::unexpected(std::move(*error));
  if (auto error = check_against(command.against)) return std::unexpected(std::move(*error));
  if (files.empty()) return usage("`diff` needs two files, or one and --against");
  if (files.size() > 2) return usage("one argument too many: {}", shown(files[2]));
  if (files.size() == 2 && !command.against.empty()) {
    return usage("`diff` takes two files or --against, not both");
  }
  if (std::ranges::count(files, "-") > (command.against.empty() ? 1 : 0)) {
    return usage("standard input (-) can be read once only, and has no earlier state");
  }
  if (files.size() == 2) command.before = files[0];
  command.after = files.back();
  if (auto error = take_outputs(std::move(outputs), all_diffs(), command.outputs)) {
    return std::unexpected(std::move(*error));
  }
  return command;
}

std::expected<const View*, UsageError> parse_view(const std::string& id) {
  Words known;
  for (const View* view : all_views()) known.push_back(view->id);
  if (id.empty() && !known.empty()) return all_views().front();
  if (const View* view = find_view(id)) return view;
  return usage("unknown view {}{}; there are {}", shown(id), did_you_mean(id, known),
               list_of(known));
}

/// What was written for `--direction`, `--align`, `--order` and `--aspect`.
struct Wishes {
  std::string direction = "down";
  std::string align = "compact";
  std::string order = "file";
  std::string aspect = "free";
};

void add_wishes(CLI::App& app, Wishes& wishes) {
  app.add_option("--direction", wishes.direction, "down, or right: grows from left to right")
      ->type_name("WAY");
  app.add_option("--aspect", wishes.aspect, fmt::format("Wished width by height: {}", aspect_words))
      ->type_name("RATIO");
  app.add_option("--align", wishes.align, "compact, or grades: one grade, one height")
      ->type_name("HOW");
  app.add_option("--order", wishes.order, "Reports as in the file, or balanced: large ones inside")
      ->type_name("HOW");
}

template <class Value>
std::optional<UsageError> take_word(std::string_view option, const std::string& word,
                                    std::span<const std::string_view> known, Value& target) {
  const auto at = std::ranges::find(known, word);
  if (at == known.end()) {
    return UsageError{fmt::format("--{} is {}, not {}{}", option, fmt::join(known, " or "),
                                  shown(word), did_you_mean(word, known))};
  }
  target = static_cast<Value>(at - known.begin());
  return std::nullopt;
}

std::optional<UsageError> take_wishes(const Wishes& wishes, Arrangement& target) {
  constexpr std::array<std::string_view, 2> directions{"down", "right"};
  constexpr std::array<std::string_view, 2> aligns{"compact", "grades"};
  constexpr std::array<std::string_view, 2> orders{"file", "balanced"};
  if (auto e = take_word("direction", wishes.direction, directions, target.direction)) return e;
  if (auto e = take_word("align", wishes.align, aligns, target.align)) return e;
  if (auto e = take_word("order", wishes.order, orders, target.order)) return e;
  const auto aspect = parse_aspect(wishes.aspect);
  if (!aspect) {
    return UsageError{fmt::format("--aspect is {}, not {}", aspect_words, shown(wishes.aspect))};
  }
  target.aspect = *aspect;
  return std::nullopt;
}

Result parse_render(std::span<const char* const> arguments) {
  RenderCommand command;
  Common common;
  PictureWords words;
  std::string view_id;
  Parser parser(
      "Draw the organisation chart, with what was found on it. FILE is a description in TOML, or "
      "-\n"
      "for standard input.",
      "rolecall render FILE -o OUT [OPTIONS]");
  parser.app.add_option("file", command.file);
  std::string kinds = "Picture, several if need be; its ending says the kind:";
  for (const Picture* each : all_pictures()) {
    kinds += fmt::format("\n{}{}{}: {}", each->id, each->ending.empty() ? "" : " or ", each->ending,
                         each->says);
  }
  parser.app.add_option("-o,--out", words.outs, kinds)->type_name("OUT")->allow_extra_args(false);
  parser.app.add_option("--format", words.format, "The kind, whatever the ending")
      ->type_name("KIND");
  std::string views = "What to draw:";
  for (const View* view : all_views()) views += fmt::format("\n{}: {}", view->id, view->says);
  parser.app.add_option("--view", view_id, views)->type_name("VIEW");
  parser.app
      .add_option("--against", command.against,
                  "What a view of changes compares with: a file, else a commit of git")
      ->type_name("PATH|REV");
  PartWords part;
  parser.app.add_flag("--split", part.split, "An overview, and a linked picture of each unit");
  parser.app.add_option("--cards", part.cards, "With --split: cut units of more than N cards (60)")
      ->type_name("N");
  parser.app.add_option("--root", command.part.root, "Only the post ID and all below")
      ->type_name("ID");
  parser.app.add_option("--depth", part.depth, "Only so many levels below the top")->type_name("N");
  parser.app
      .add_option("--around", command.part.around,
                  "Only the post ID, its line upwards, peers, reports and links")
      ->type_name("ID");
  parser.app
      .add_option(
          "--only", command.part.only,
          "Only what findings are about: a CHECK, or CHECK@ID of a duty, post, team or person")
      ->type_name("CHECK[@ID]");
  Wishes wishes;
  add_wishes(parser.app, wishes);
  std::string themes = "Colours and strokes: ";
  for (const Theme& each : built_in_themes()) themes += each.name + ", ";
  parser.app.add_option("--theme", words.theme, themes + "or a .toml file")->type_name("THEME");
  parser.app
      .add_option("--link", words.link,
                  "Where the cards of an SVG lead to: https://wiki.example/{id};\n"
                  "{id} and {kind} are the card's")
      ->type_name("URL");
  parser.app.add_option("--dpi", words.dpi, "Resolution of a PNG, 72 to 600; else by its size")
      ->type_name("N");
  parser.app
      .add_option("--page", words.page,
                  fmt::format("Fit a PDF on one sheet: {},\neach with -landscape as well",
                              fmt::join(paper_names(), ", ")))
      ->type_name("PAGE");
  parser.app
      .add_option("--poster", words.poster,
                  "Spread a PDF over sheets of that page (A4): --poster 3x2 for 3 across and\n"
                  "2 down, --poster for as many as full size takes")
      ->type_name("[CxR]");
  parser.app.add_flag("--no-positions", words.unplaced,
                      "Leave the placement of a .dot to Graphviz");
  add_common(parser.app, common);
  parser.app.footer(
      "Exit status: 0 drawn, 1 nothing to draw, 2 wrong usage, 3 could not read or write.\n\n"
      "Examples:\n"
      "  rolecall render acme.toml -o acme.svg\n"
      "  rolecall render acme.toml -o acme.svg -o acme.png --theme dark\n"
      "  rolecall render acme.toml -o acme.pdf --page A3-landscape --theme print\n"
      "  rolecall render acme.toml --format dot -o -");
  std::vector<std::string> keep;
  if (auto said = parser.read(with_poster(arguments, keep))) return std::move(*said);

  if (auto error = take_common(common, command)) return std::unexpected(std::move(*error));
  if (auto error = take_wishes(wishes, command.arrangement)) {
    return std::unexpected(std::move(*error));
  }
  if (command.file.empty()) return usage("`render` needs a FILE (- is standard input)");
  const auto view = parse_view(view_id);
  if (!view) return std::unexpected(view.error());
  command.view = *view;
  if (!command.against.empty() && command.view->make_changes == nullptr) {
    return usage("--against goes with --view diff");
  }
  if (auto error = check_against(command.against)) return std::unexpected(std::move(*error));
  if (auto error = take_pictures(words, command)) return std::unexpected(std::move(*error));
  if (auto error = take_part(part, command)) return std::unexpected(std::move(*error));
  return command;
}

Result parse_catalogue(std::span<const char* const> arguments) {
  CatalogueCommand command;
  Parser parser(
      "List the duties that a company is judged by: those of the named catalogues, a later one\n"
      "changing duties of those before it, or of the default one.",
      "rolecall catalogue [NAME...] [OPTIONS]");
  parser.app.add_option("names", command.names);
  parser.app.add_option("--owner", command.owner, "Only those of a role, shared or contested ones")
      ->type_name("ROLE");
  parser.app.add_flag("--profiles", command.profiles, "List the kinds of companies instead");
  parser.app.footer(
      "Examples:\n  rolecall catalogue --owner CTO\n  rolecall catalogue articles security");
  if (auto said = parser.read(arguments)) return std::move(*said);
  if (command.profiles && !(command.names.empty() && command.owner.empty())) {
    return usage("`catalogue --profiles` stands alone");
  }
  return command;
}

Result parse_advise(std::span<const char* const> arguments) {
  AdviseCommand command;
  Common common;
  std::string output = "text";
  Parser parser(
      "Say which of CIO and CTO to create or strengthen first, which duties that one would take,\n"
      "and why. FILE is a description in TOML, or - for standard input.",
      "rolecall advise FILE [OPTIONS]");
  parser.app.add_option("file", command.file);
  parser.app.add_option("--output", output, "text or json")->type_name("FORMAT");
  parser.app
      .add_option("--as-of", common.as_of, "Judge as of this day where the file has no as_of")
      ->type_name("DATE");
  add_config(parser.app, common);
  parser.app.footer(
      "Exit status: 0 advised, 1 the file is no description, 2 wrong usage, 3 could not read or\n"
      "write.\n\nExample:\n  rolecall advise acme.toml");
  if (auto said = parser.read(arguments)) return std::move(*said);

  CheckCommand dated;
  if (auto error = take_common(common, dated)) return std::unexpected(std::move(*error));
  command.as_of = dated.as_of;
  command.config = dated.config;
  if (command.file.empty()) return usage("`advise` needs a FILE (- is standard input)");
  constexpr std::array<std::string_view, 2> known{"text", "json"};
  if (std::ranges::find(known, output) == known.end()) {
    return usage("unknown format {}{}; there are {}", shown(output), did_you_mean(output, known),
                 list_of(known));
  }
  command.json = output == "json";
  return command;
}

Result parse_explain(std::span<const char* const> arguments) {
  ExplainCommand command;
  std::string page;
  Parser parser(
      "Say what a duty, a check, a role, an area, a verdict, a skill, an outcome or a source "
      "means, "
      "and\nwhere that comes from. Where an id has several meanings, `role:CIO` tells them apart.",
      "rolecall explain ID");
  parser.app.add_option("id", command.word);
  parser.app
      .add_option("--markdown", page,
                  "Write a page of the documentation instead: checks, duties, sources, severities")
      ->type_name("PAGE");
  parser.app.footer(
      "Examples:\n  rolecall explain information-security\n  rolecall explain duty-overlap\n"
      "  rolecall explain CIO\n  rolecall explain A33");
  if (auto said = parser.read(arguments)) return std::move(*said);
  if (!page.empty()) {
    if (!command.word.empty()) return usage("`explain --markdown` takes a page and no id");
    return ExplainCommand{page, true};
  }
  if (command.word.empty()) return usage("`explain` needs the id of a duty, a check or a role");
  return command;
}

Result parse_schema(std::span<const char* const> arguments) {
  std::string id = "description";
  std::string schemas = "The schema of:";
  for (const Schema* schema : all_schemas()) {
    schemas += fmt::format("\n  {:<12} {}", schema->id, schema->says);
  }
  Parser parser(
      "Print a JSON Schema (draft 7), with which editors complete and check as one writes.\n" +
          schemas,
      "rolecall schema [NAME]");
  parser.app.add_option("name", id);
  parser.app.footer("Examples:\n  rolecall schema > description.json\n  rolecall schema report");
  if (auto said = parser.read(arguments)) return std::move(*said);
  const Schema* const schema = find_schema(id);
  if (schema != nullptr) return SchemaCommand{schema};
  Words known;
  for (const Schema* each : all_schemas()) known.push_back(each->id);
  return usage("there is no schema {}{}; there are {}", shown(id), did_you_mean(id, known),
               list_of(known));
}

Result parse_generate(std::span<const char* const> arguments) {
  std::string id;
  std::string all = "Write what the shell and man(1) are told of rolecall:";
  for (const Generator* each : all_generators()) {
    all += fmt::format("\n  {:<6} {}", each->id, each->says);
  }
  Parser parser(all, "rolecall generate WHAT");
  parser.app.add_option("what", id);
  parser.app.footer(
      "An installed rolecall has them where they are looked for.\n\n"
      "Example:\n  rolecall generate bash > ~/.local/share/bash-completion/completions/rolecall");
  if (auto said = parser.read(arguments)) return std::move(*said);
  Words known;
  for (const Generator* each : all_generators()) known.push_back(each->id);
  if (id.empty()) return usage("`generate` needs to know what: {}", list_of(known));
  if (const Generator* generator = find_generator(id)) return GenerateCommand{generator};
  return usage("cannot generate {}{}; there are {}", shown(id), did_you_mean(id, known),
               list_of(known));
}

struct Verb {
  std::string_view name;
  Result (*parse)(std::span<const char* const> arguments);
};

constexpr std::array<Verb, 8> verbs{{{"check", parse_check},
                                     {"diff", parse_diff},
                                     {"render", parse_render},
                                     {"catalogue", parse_catalogue},
                                     {"advise", parse_advise},
                                     {"explain", parse_explain},
                                     {"schema", parse_schema},
                                     {"generate", parse_generate}}};

}  // namespace

const std::string_view overview =
    R"(rolecall judges a company's CIO, CTO and the people around them: which of their duties
are covered, overlapping or missing. The company is described in TOML.

Usage: rolecall COMMAND [OPTIONS] ...

Commands:
  check FILE...          Judge descriptions and report what is wrong
  diff OLD NEW           Say what changes: posts, duties and findings
  render FILE -o OUT     Draw the organisation chart: .svg, .png, .pdf, ...
  advise FILE            Say which of CIO and CTO to create or strengthen first
  catalogue              List the duties that a company is judged by
  explain ID             Say what a duty, a check or a role means
  schema [NAME]          Print a JSON Schema, for editors
  generate WHAT          Write completion for a shell, or the manual page

Options:
  -h, --help             This help; `rolecall COMMAND --help` says more
  -V, --version          The version

Examples:
  rolecall check acme.toml
  rolecall render acme.toml -o acme.svg
  rolecall explain duty-overlap
)";

std::vector<CommandText> command_texts() {
  constexpr std::array<const char*, 1> help{"--help"};
  std::vector<CommandText> out;
  for (const Verb& verb : verbs) {
    out.push_back(std::get<SayCommand>(verb.parse(help).value()).command);
    out.back().name = verb.name;
  }
  return out;
}

std::expected<std::vector<Output>, UsageError> parse_outputs(
    const std::vector<std::string>& words) {
  std::vector<Output> out;
  if (auto error = take_outputs(words, all_formats(), out)) {
    return std::unexpected(std::move(*error));
  }
  return out;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const auto near = nearest(word, known);
  return near ? fmt::format(" (did you mean `{}`?)", *near) : std::string();
}

Result parse_command(std::span<const char* const> arguments) {
  if (arguments.empty()) return usage("a command is needed; `rolecall --help` lists them");
  const std::string_view first = arguments.front();
  if (first == "--version" || first == "-V") {
    return SayCommand{std::string("rolecall ") + ROLECALL_VERSION + '\n'};
  }
  if (first == "--help" || first == "-h") return SayCommand{std::string(overview)};
  if (first == "help") {
    if (arguments.size() == 1) return SayCommand{std::string(overview)};
    const std::array<const char*, 2> asked{arguments[1], "--help"};
    return parse_command(asked);
  }
  const auto verb = std::ranges::find(verbs, first, &Verb::name);
  if (verb != verbs.end()) return verb->parse(arguments.subspan(1));
  if (first.starts_with('-')) {
    return usage("{} stands before the command; options come after it", shown(first));
  }
  Words known;
  for (const Verb& each : verbs) known.push_back(each.name);
  return usage("unknown command {}{}; there are {}", shown(first), did_you_mean(first, known),
               list_of(known));
}

}  // namespace rolecall
