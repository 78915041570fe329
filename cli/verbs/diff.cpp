#include "report/diff.hpp"

#include "cli/common.hpp"
#include "cli/outputs.hpp"
#include "cli/states.hpp"
#include "model/verdict/changes.hpp"

namespace rolecall {

namespace {

/// At most one of `before` and `against` is given; neither: the base of the proposal `after`.
struct DiffCommand : CommonOptions {
  std::string before;
  std::string after;
  std::string against;  ///< a revision of the git repository that `after` is in
  std::vector<OutputTo<Diff>> outputs;
  bool verbose = false;
};

int run(const DiffCommand& command, const Handles& handles) {
  auto after = judge_file(command.after, command);
  if (!after) {
    complain(handles, after.error().what);
    return exit_failed;
  }
  const auto before =
      judge_before({command.before, command.against}, command.after, *after, command);
  if (!before) {
    complain(handles, before.error().what);
    return before.error().status;
  }
  std::vector<std::string> read;
  add_paths(read, after->sources.texts);
  add_paths(read, before->sources.texts);
  if (const auto wrong = clash_of(files_to_write(command.outputs), read)) {
    complain(handles, *wrong);
    return exit_usage;
  }
  leave_out_damaged(*after);
  const Changes changes = compare(*before, *after);
  const bool written = write_outputs(command.outputs, command.colour, handles,
                                     [&](const OutputTo<Diff>& output, FormatOptions options) {
                                       options.verbose = command.verbose;
                                       return output.format->write(changes, options);
                                     });
  if (!written) return exit_failed;
  return count(changes.appeared, Severity::error) > 0 ? exit_findings : exit_clean;
}

Parsed parse(std::span<const char* const> arguments) {
  DiffCommand command;
  CommonWords common;
  std::vector<std::string> files;
  std::vector<std::string> outputs;
  Parser parser(
      "Say what changes from one description to another: posts, duties, findings, and all else\n"
      "that is said differently. One FILE alone is a proposal, held against its `base`, or is held "
      "against an earlier commit of git.",
      "rolecall diff OLD NEW | FILE --against REV | PROPOSAL [OPTIONS]",
      "Exit status: 0 no new errors, 1 new errors, 2 wrong usage, 3 could not read or write.\n\n"
      "Examples:\n"
      "  rolecall diff current.toml planned.toml\n"
      "  rolecall diff acme.toml --against origin/main --output markdown\n"
      "  rolecall diff proposal.toml");
  parser.arguments(files);
  parser.option("--against", "REV", command.against, "The FILE as it was in this commit of git");
  parser.flag("--verbose", command.verbose,
              "Name every duty and entry where else their number is told");
  add_outputs(parser, outputs, all_diffs(), [] { return ids_of(all_diffs()); });
  common.add_to(parser);
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto wrong = take_common(common, command)) return std::unexpected(std::move(*wrong));
  if (auto wrong = check_against(command.against)) return std::unexpected(std::move(*wrong));
  if (files.empty()) {
    return std::unexpected(
        lacks_file("`diff` needs two files, or one and --against", command.against));
  }
  if (files.size() > 2) return usage("one argument too many: {}", quoted(files[2]));
  if (files.size() == 2 && !command.against.empty()) {
    return usage("`diff` takes two files or --against, not both");
  }
  if (std::ranges::count(files, "-") > (command.against.empty() ? 1 : 0)) {
    return usage("standard input (-) can be read once only, and has no earlier state");
  }
  if (files.size() == 2) command.before = files[0];
  command.after = files.back();
  auto taken = parse_outputs(std::move(outputs), all_diffs());
  if (!taken) return std::unexpected(std::move(taken.error()));
  command.outputs = std::move(*taken);
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb diff_verb{"diff", 2, "OLD NEW", "Say what changes: posts, duties and findings",
                            parse};

}  // namespace rolecall
