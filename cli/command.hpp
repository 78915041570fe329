#pragma once
// What the user asked for, as a value.

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/config.hpp"
#include "cli/schema.hpp"
#include "layout/picture.hpp"
#include "layout/view.hpp"
#include "model/date.hpp"
#include "report/diff.hpp"
#include "report/format.hpp"

namespace rolecall {

/// Exit statuses, the same whatever the format.
enum Exit : int {
  exit_clean = 0,     ///< nothing worse than a warning
  exit_findings = 1,  ///< errors found
  exit_usage = 2,     ///< the command line is wrong
  exit_failed = 3,    ///< something could not be read or written
};

enum class Colour { automatic, always, never };

/// Where a report goes: one format, to a file or (`-`) to standard output.
struct Output {
  const Format* format = nullptr;
  std::string path = "-";
};

struct CheckCommand {
  ConfigChoice config;
  bool show_config = false;        ///< say what the configuration is, and judge nothing
  std::vector<std::string> files;  ///< files and folders; `-` is standard input, at most once
  std::vector<Output> outputs;     ///< none: those of the configuration, else text
  Colour colour = Colour::automatic;
  std::optional<Date> as_of;
  bool waivers = true;   ///< false: waivers are left out of account
  std::size_t jobs = 1;  ///< descriptions that are judged at a time
  /// A revision of the git repository: what it had already is left out; empty: nothing is.
  std::string against;
  std::string baseline;        ///< the path of findings that are left out; empty: none
  std::string write_baseline;  ///< where to write today's findings as a baseline; empty: nowhere
  Severity fail_on = Severity::error;  ///< the least severity that fails the run
  bool exit_zero = false;              ///< findings do not fail the run
};

/// Where a picture goes: to a file or (`-`) to standard output.
struct PictureOut {
  const Picture* picture = nullptr;
  std::string path;
};

/// Where a report on changes goes.
struct DiffOutput {
  const Diff* format = nullptr;
  std::string path = "-";
};

/// At most one of `before` and `against` is given; neither: the base of the proposal `after`.
struct DiffCommand {
  ConfigChoice config;
  std::string before;
  std::string after;
  std::string against;  ///< a revision of the git repository that `after` is in
  std::vector<DiffOutput> outputs;
  Colour colour = Colour::automatic;
  std::optional<Date> as_of;
};

struct RenderCommand {
  ConfigChoice config;
  std::string file;
  std::vector<PictureOut> outs;  ///< at least one
  const View* view = nullptr;
  std::string against;  ///< of a view of changes: a file or a revision of git; empty: the base
  PartOptions part;
  std::size_t sheet_cards = 0;  ///< not 0: sheets of about so many cards, and an overview
  Arrangement arrangement;
  std::string theme = "light";  ///< a built-in theme, or the path of one
  DrawOptions how;              ///< all but the theme, which is read when it is needed
  Colour colour = Colour::automatic;
  std::optional<Date> as_of;
};

struct CatalogueCommand {
  std::vector<std::string> names;  ///< catalogues; none: the default one, and what others there are
  std::string owner;               ///< a role's id, `shared` or `contested`; empty: all
  bool profiles = false;           ///< list the profiles instead
};

struct AdviseCommand {
  ConfigChoice config;
  std::string file;
  bool json = false;
  std::optional<Date> as_of;
};

struct ExplainCommand {
  std::string word;       ///< the id of a duty, a check, a role or another topic
  bool markdown = false;  ///< `word` is a page of the documentation, to be written as Markdown
};

struct SchemaCommand {
  const Schema* schema = nullptr;
};

struct Generator;

struct GenerateCommand {
  const Generator* generator = nullptr;
};

/// An option as `--help` tells it.
struct OptionText {
  std::vector<std::string> names;  ///< `-o`, `--out`; the long one last
  std::string value;               ///< `OUT`; empty: it takes none
  std::string says;
  bool several = false;  ///< may be given more than once
};

/// A command as `--help` tells it.
struct CommandText {
  std::string name;
  std::string says;
  std::string usage;
  std::string footer;
  std::vector<OptionText> options;
};

/// Help and version.
struct SayCommand {
  std::string text;
  CommandText command{};  ///< whose help it is
};

using Command =
    std::variant<CheckCommand, RenderCommand, DiffCommand, CatalogueCommand, AdviseCommand,
                 ExplainCommand, SchemaCommand, GenerateCommand, SayCommand>;

/// The command line is wrong. `what` says how, without a line break.
struct UsageError {
  std::string what;
};

/// Understands `--output`, which at most once goes to standard output.
std::expected<std::vector<Output>, UsageError> parse_outputs(const std::vector<std::string>& words);

/// What `rolecall --help` says.
extern const std::string_view overview;

/// Understands the arguments, the program's name not among them.
std::expected<Command, UsageError> parse_command(std::span<const char* const> arguments);

/// What all commands are, in the order of `--help`.
std::vector<CommandText> command_texts();

/// " (did you mean `check`?)", or nothing where no word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

}  // namespace rolecall
