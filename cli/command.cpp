#include "cli/command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

#include "cli/common.hpp"
#include "cli/wording.hpp"

namespace rolecall {

namespace {

std::vector<const Verb*> verbs() {
  const auto all = all_verbs();
  std::vector<const Verb*> out(all.begin(), all.end());
  std::ranges::sort(out, {}, [](const Verb* verb) { return std::pair(verb->place, verb->id); });
  return out;
}

Command say(std::string text) {
  return {
      [text = std::move(text)](const Handles& handles) { return put(handles, text, exit_clean); }};
}

int run_command(std::span<const char* const> arguments, const Handles& handles) {
  if (arguments.empty()) {
    static_cast<void>(write_all(handles.err, overview()));
    return exit_usage;
  }
  const auto command = parse_command(arguments);
  if (command) return command->run(handles);
  complain(handles, command.error().what);
  return exit_usage;
}

}  // namespace

std::string overview() {
  std::string commands;
  for (const Verb* verb : verbs()) {
    fmt::format_to(std::back_inserter(commands), "  {:<21}  {}\n",
                   fmt::format("{} {}", verb->id, verb->arguments), verb->says);
  }
  return fmt::format(
      R"(rolecall judges a company's CIO, CTO and the people around them: which of their duties
are covered, overlapping or missing. The company is described in TOML.

Usage: rolecall COMMAND [OPTIONS] ...

Commands:
{}
Options:
  -h, --help             This help; `rolecall COMMAND --help` says more
  -V, --version          The version

Examples:
  rolecall check acme.toml
  rolecall render acme.toml -o acme.svg
  rolecall explain duty-overlap
)",
      commands);
}

std::vector<CommandText> command_texts() {
  constexpr std::array<const char*, 1> help{"--help"};
  std::vector<CommandText> out;
  for (const Verb* verb : verbs()) {
    out.push_back(verb->parse(help).value().help);
    out.back().name = verb->id;
  }
  return out;
}

Parsed parse_command(std::span<const char* const> arguments) {
  if (arguments.empty()) return usage("a command is needed; `rolecall --help` lists them");
  const std::string_view first = arguments.front();
  if (first == "--version" || first == "-V") {
    return say(fmt::format("rolecall {}\n", ROLECALL_VERSION));
  }
  if (first == "--help" || first == "-h") return say(overview());
  if (first == "help") {
    if (arguments.size() == 1) return say(overview());
    const std::array<const char*, 2> asked{arguments[1], "--help"};
    return parse_command(asked);
  }
  Words known;
  for (const Verb* verb : verbs()) {
    if (verb->id == first) return verb->parse(arguments.subspan(1));
    known.push_back(verb->id);
  }
  if (first.starts_with('-')) {
    return usage("{} stands before the command; options come after it", quoted(first));
  }
  return usage("unknown command {}{}; there are {}", quoted(first), did_you_mean(first, known),
               list_of(known));
}

int run_command_line(std::span<const char* const> arguments, const Handles& handles) {
  prepare_process();
  try {
    return run_command(arguments, handles);
  } catch (const std::bad_alloc&) {
    write_plainly(handles.err, "rolecall: out of memory\n");
  } catch (const std::exception& error) {
    complain(handles, error.what());
  }
  return exit_failed;
}

}  // namespace rolecall
