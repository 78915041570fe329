#include <array>

#include "cli/common.hpp"
#include "cli/wording.hpp"
#include "report/reference/advice_text.hpp"

namespace rolecall {

namespace {

constexpr std::array<std::string_view, 2> formats{"text", "json"};

struct AdviseCommand : CommonOptions {
  std::string file;
  bool json = false;
};

int run(const AdviseCommand& command, const Handles& handles) {
  const auto judgement = judge_file(command.file, command);
  if (!judgement) {
    complain(handles, judgement.error().what);
    return exit_failed;
  }
  if (!is_whole(*judgement)) {
    const FormatOptions options = format_options(use_colour(command.colour, handles.err));
    static_cast<void>(
        write_all(handles.err, find_format("text")->write(std::span(&*judgement, 1), options)));
    return exit_findings;
  }
  const Org& org = *judgement->org;
  const Advice advice = advise(*judgement);
  return put(handles, command.json ? advice_json(org, advice) : advice_text(org, advice),
             exit_clean);
}

Parsed parse(std::span<const char* const> arguments) {
  AdviseCommand command;
  CommonWords common;
  std::string output = "text";
  Parser parser(
      "Say which of CIO and CTO to create or strengthen first, which duties that one would take,\n"
      "and why. FILE is a description in TOML, or - for standard input.",
      "rolecall advise FILE [OPTIONS]",
      "Exit status: 0 advised, 1 the file is no description, 2 wrong usage, 3 could not read or\n"
      "write.\n\nExample:\n  rolecall advise acme.toml");
  parser.argument(command.file);
  parser.option("--output", "FORMAT", output, "text or json", offer_words<formats>);
  common.add_judging_to(parser);
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto wrong = take_common(common, command)) return std::unexpected(std::move(*wrong));
  if (command.file.empty()) return usage("`advise` needs a FILE (- is standard input)");
  const auto format = choose("--output", output, formats);
  if (!format) return std::unexpected(format.error());
  command.json = *format == 1;
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb advise_verb{"advise", 4, "FILE",
                              "Say which of CIO and CTO to create or strengthen first", parse};

}  // namespace rolecall
