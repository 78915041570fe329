#include "cli/fix.hpp"

#include <unistd.h>

#include <algorithm>

#include "cli/parser.hpp"
#include "cli/wording.hpp"
#include "rules/check.hpp"

namespace rolecall {

namespace {

Parsed parse(std::span<const char* const> arguments) {
  FixCommand command;
  CommonWords common;
  std::vector<std::string> checks;
  Parser parser(
      "Mend what can be mended, in place: what has no effect goes, what is misspelt is written\n"
      "right. FILE is a description, a folder, or - for standard input, whose mended text goes to\n"
      "standard output. A fix is applied only where its finding goes and none is added.",
      "rolecall fix FILE... [OPTIONS]",
      "Exit status: 0 no errors left, 1 errors left, 2 wrong usage, 3 could not read or write.\n\n"
      "Examples:\n"
      "  rolecall fix --diff acme.toml\n"
      "  rolecall fix --unsafe --check duty-missing acme.toml\n"
      "  rolecall fix --interactive acme.toml");
  parser.arguments(command.files);
  parser.flag("--unsafe", command.unsafe, "Apply fixes that decide something, too");
  parser.flag("--diff", command.diff, "Say what would change, as a unified diff; change nothing");
  parser.option("--check", "ID", checks, "Only fixes of this check, several if need be",
                [] { return ids_of(all_checks()); });
  parser.flag("--interactive", command.interactive,
              "Show each fix and ask, those that decide something as well");
  common.add_to(parser);
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto wrong = take_common(common, command)) return std::unexpected(std::move(*wrong));
  for (const std::string& check : checks) {
    const auto known = choose("check", check, all_checks());
    if (!known) return std::unexpected(known.error());
    command.checks.insert(check);
  }
  if (command.files.empty()) return usage("`fix` needs a FILE (- is standard input)");
  if (std::ranges::count(command.files, "-") > 0 && command.files.size() > 1) {
    return usage("standard input (-) goes to standard output and stands alone");
  }
  if (command.interactive && command.diff) {
    return usage("--diff changes nothing, so that --interactive has nothing to ask");
  }
  if (command.interactive && (command.files.front() == "-" || ::isatty(STDIN_FILENO) != 1)) {
    return usage("--interactive needs a terminal to ask on");
  }
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb fix_verb{"fix", 2, "FILE...", "Mend what can be mended, in place", parse};

}  // namespace rolecall
