#pragma once
// What the user asked for, as a value that can be run.

#include <expected>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

/// Exit statuses, the same whatever the format.
enum Exit : int {
  exit_clean = 0,     ///< nothing worse than a warning
  exit_findings = 1,  ///< errors found
  exit_usage = 2,     ///< the command line is wrong
  exit_failed = 3,    ///< something could not be read or written
};

/// Open file handles to talk through: results on `out`, everything else on `err`.
struct Handles {
  int out = 1;
  int err = 2;
};

/// Words that a shell offers in one place.
using Offered = std::vector<std::string> (*)();

/// An option as `--help` tells it.
struct OptionText {
  std::vector<std::string> names;  ///< `-o`, `--out`; the long one last
  std::string value;               ///< `OUT`; empty: it takes none
  std::string says;
  bool several = false;       ///< may be given more than once
  Offered offered = nullptr;  ///< null: a file's name, or what the user alone knows
};

/// A command as `--help` tells it.
struct CommandText {
  std::string name;
  std::string says;
  std::string usage;
  std::string footer;
  std::vector<OptionText> options;
  Offered offered = nullptr;  ///< its arguments; null: files
};

/// A command with its options. `run` talks through the handles and returns the exit status.
struct Command {
  std::function<int(const Handles&)> run;
  CommandText help{};  ///< what is told, where help was asked for
};

/// The command line is wrong. `what` says how, without a line break.
struct UsageError {
  std::string what;
};

using Parsed = std::expected<Command, UsageError>;

/// A command. One file in `cli/verbs/` holds one; the file's stem is its id.
struct Verb {
  std::string_view id;
  int place;                   ///< in `rolecall --help`, from the top
  std::string_view arguments;  ///< what follows it there
  std::string_view says;       ///< one line without full stop
  Parsed (*parse)(std::span<const char* const> arguments);
};

/// All commands, in order of their ids. The table is made by the build from the folder.
std::span<const Verb* const> all_verbs();

/// What `rolecall --help` says.
std::string overview();

/// Understands the arguments, the program's name not among them.
Parsed parse_command(std::span<const char* const> arguments);

/// What all commands are, in the order of `rolecall --help`.
std::vector<CommandText> command_texts();

/// The whole program: the arguments, without its name, to the exit status.
int run_command_line(std::span<const char* const> arguments, const Handles& handles);

}  // namespace rolecall
