#include "cli/common_options.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include "cli/wording.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

constexpr std::array<std::string_view, 3> colours{"auto", "always", "never"};

}  // namespace

void CommonWords::add_judging_to(Parser& parser) {
  parser.option("--config", "PATH", config.file,
                "Configuration; else the nearest rolecall.toml in or above FILE's folder");
  parser.flag("--isolated", config.isolated, "Use no configuration");
  parser.option("--as-of", "DATE", as_of, "Judge as of this day where the file has no as_of");
}

void CommonWords::add_to(Parser& parser) {
  add_judging_to(parser);
  add_colour(parser, colour);
}

void add_colour(Parser& parser, std::string& word) {
  parser.option("--color", "WHEN", word, "auto, always or never (auto: on a terminal)",
                offer_words<colours>);
}

std::optional<UsageError> take_colour(const std::string& word, Colour& colour) {
  const auto chosen = choose("--color", word, colours);
  if (!chosen) return chosen.error();
  colour = static_cast<Colour>(*chosen);
  return std::nullopt;
}

std::optional<UsageError> take_common(const CommonWords& words, CommonOptions& options) {
  if (auto wrong = take_colour(words.colour, options.colour)) return wrong;
  if (words.config.isolated && !words.config.file.empty()) {
    return UsageError{"--config and --isolated cannot go together"};
  }
  options.config = words.config;
  if (words.as_of.empty()) return std::nullopt;
  options.as_of = parse_date(words.as_of);
  if (options.as_of) return std::nullopt;
  return UsageError{
      fmt::format("--as-of is a day like 2027-03-31, not {}", rolecall::quoted(words.as_of))};
}

UsageError lacks_file(std::string_view needs, const std::string& against) {
  std::error_code none;
  if (against.empty() || !std::filesystem::exists(against, none)) {
    return UsageError{std::string(needs)};
  }
  return UsageError{
      fmt::format("{}; {} went to --against, which takes a commit before it: "
                  "--against main {}",
                  needs, rolecall::quoted(against), printable(against))};
}

std::optional<UsageError> check_against(const std::string& revision) {
  if (!revision.starts_with('-')) return std::nullopt;
  return UsageError{fmt::format("--against is a branch, a tag or a commit of git, not {}",
                                rolecall::quoted(revision))};
}

}  // namespace rolecall
