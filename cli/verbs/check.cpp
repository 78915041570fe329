#include "cli/check.hpp"

#include <thread>

#include "cli/wording.hpp"
#include "model/text/severity_names.hpp"

namespace rolecall {

namespace {

constexpr std::size_t most_jobs = 1024;

/// Understands what the waivers that are to be written say.
std::optional<UsageError> take_acceptance(const std::string& until, CheckCommand& command) {
  Acceptance& says = command.acceptance;
  const bool said =
      !says.reason.empty() || !says.by.empty() || !until.empty() || !command.waivers_into.empty();
  if (!command.write_waivers && said) {
    return UsageError{"--reason, --by, --until and --waivers-into go with --write-waivers"};
  }
  if (!command.write_waivers) return std::nullopt;
  if (says.reason.empty()) {
    return UsageError{"--write-waivers needs --reason \"...\": why what is found is accepted"};
  }
  if (std::ranges::count(command.files, "-") > 0) {
    return UsageError{"standard input (-) cannot get waivers; name a file"};
  }
  if (!command.waivers || command.watch || !command.write_baseline.empty()) {
    return UsageError{
        fmt::format("--write-waivers cannot go with {}", !command.waivers ? "--no-waivers"
                                                         : command.watch  ? "--watch"
                                                                          : "--write-baseline")};
  }
  if (until.empty()) return std::nullopt;
  says.until = parse_date(until);
  if (says.until) return std::nullopt;
  return UsageError{fmt::format("--until is a date such as 2027-03-31, not {}", quoted(until))};
}

Parsed parse(std::span<const char* const> arguments) {
  CheckCommand command;
  CommonWords common;
  std::vector<std::string> outputs;
  std::optional<std::size_t> jobs;
  std::string fail_on;
  std::string until;
  std::string show;
  bool no_waivers = false;
  bool statistics = false;
  Parser parser(
      "Judge which duties are covered, overlapping or missing. FILE is a description in TOML,\n"
      "- for standard input, or a folder: all descriptions in it and below.",
      "rolecall check FILE... [OPTIONS]",
      "Exit status: 0 no errors (see --fail-on), 1 errors found, 2 wrong usage, 3 could not read\n"
      "or write.\n\n"
      "Examples:\n"
      "  rolecall check acme.toml\n"
      "  rolecall check --output json acme.toml > report.json\n"
      "  rolecall check --output text --output json=report.json acme.toml");
  parser.arguments(command.files);
  add_outputs(parser, outputs, all_formats(), [] { return ids_of(all_formats()); });
  parser.option("--show", "WHAT", show,
                "What reports show: errors, warnings (and errors) or notes (all)",
                offer_words<shown_names>);
  parser.flag("--verbose", command.verbose, "Show each finding in full, and who covers what");
  parser.flag("-q,--quiet", command.quiet, "Show findings alone, without sums");
  parser.option("--exclude", "GLOB", command.exclude,
                "Leave out of folders what has this name or path: drafts, old/*.toml");
  parser.flag("--no-waivers", no_waivers, "Report what waivers accept, too");
  parser.option("--against", "REV", command.against,
                "Only what is new against this commit of git, a branch, tag or hash");
  parser.flag("--show-config", command.show_config,
              "Say what the configuration of the first FILE is, and where from");
  parser.option("--jobs", "N", jobs, "Descriptions judged at a time; one a core if not given");
  parser.option("--baseline", "FILE", command.baseline, "Leave out the findings in this file");
  parser.option("--write-baseline", "FILE", command.write_baseline,
                "Write the findings there, to begin");
  parser.flag("--write-waivers", command.write_waivers,
              "Accept what is found: write a waiver for each finding into its description");
  parser.option("--reason", "TEXT", command.acceptance.reason, "Why, for --write-waivers");
  parser.option("--by", "NAME", command.acceptance.by, "Who accepts it, for --write-waivers");
  parser.option("--until", "DATE", until, "The last day of the waivers, for --write-waivers");
  parser.option("--waivers-into", "FILE", command.waivers_into,
                "Write the waivers into this file, which the description includes");
  parser.option("--fail-on", "SEVERITY", fail_on,
                "The least severity for exit status 1: error (if not given), warning or note",
                offer_words<severity_names>);
  parser.option("--max-warnings", "N", command.max_warnings,
                "More warnings than this give exit status 1");
  parser.flag("--exit-zero", command.exit_zero, "Findings do not change the exit status");
  parser.flag("--statistics", statistics, "Count findings by check: --output statistics");
  parser.flag("--watch", command.watch, "Check again whenever a file changes, until Ctrl-C");
  common.add_to(parser);
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto wrong = take_common(common, command)) return std::unexpected(std::move(*wrong));
  if (!fail_on.empty()) {
    const std::string one =
        fail_on.ends_with('s') ? fail_on.substr(0, fail_on.size() - 1) : fail_on;
    const auto severity = choose("--fail-on", severity_named(one) ? one : fail_on, severity_names);
    if (!severity) return std::unexpected(severity.error());
    command.fail_on = static_cast<Severity>(*severity);
  }
  if (!show.empty()) {
    const auto least = choose_shown("--show", show);
    if (!least) return std::unexpected(least.error());
    command.show = *least;
  }
  if (command.quiet && command.verbose) return usage("--quiet and --verbose cannot go together");
  command.waivers = !no_waivers;
  if (auto wrong = take_acceptance(until, command)) return std::unexpected(std::move(*wrong));
  command.jobs = jobs.value_or(std::max(1u, std::thread::hardware_concurrency()));
  if (command.jobs < 1 || command.jobs > most_jobs) {
    return usage("--jobs is a number from 1 to {}, not {}", most_jobs, command.jobs);
  }
  if (statistics && !outputs.empty()) return usage("--statistics and --output cannot go together");
  if (statistics) outputs.push_back("statistics");
  if (command.files.empty()) {
    return std::unexpected(
        lacks_file("`check` needs a FILE (- is standard input)", command.against));
  }
  if (std::ranges::count(command.files, "-") > 1) {
    return usage("standard input (-) can be read once only");
  }
  if (command.watch && std::ranges::count(command.files, "-") > 0) {
    return usage("standard input (-) does not change, so that --watch cannot mean it");
  }
  if (command.watch && (command.show_config || !command.write_baseline.empty())) {
    return usage("--watch cannot go with {}",
                 command.show_config ? "--show-config" : "--write-baseline");
  }
  if (auto wrong = check_against(command.against)) return std::unexpected(std::move(*wrong));
  if (!command.against.empty() && std::ranges::count(command.files, "-") > 0) {
    return usage("standard input (-) has no earlier state that --against could mean");
  }
  if (!outputs.empty()) {
    auto taken = parse_outputs(std::move(outputs), all_formats());
    if (!taken) return std::unexpected(std::move(taken.error()));
    command.outputs = std::move(*taken);
  }
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb check_verb{"check", 1, "FILE...", "Judge descriptions and report what is wrong",
                             parse};

}  // namespace rolecall
