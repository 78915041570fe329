#pragma once
// The options that most commands have: by which configuration, as of when, and in colour or not.

#include <optional>
#include <string>
#include <string_view>

#include "cli/config.hpp"
#include "cli/parser.hpp"
#include "model/text/date.hpp"

namespace rolecall {

enum class Colour { automatic, always, never };

struct CommonOptions {
  ConfigChoice config;
  std::optional<Date> as_of;  ///< in place of today, where a file has no date
  Colour colour = Colour::automatic;
};

/// As they were written.
struct CommonWords {
  ConfigChoice config;
  std::string as_of;
  std::string colour = "auto";

  void add_to(Parser& parser);
  /// All but the colour.
  void add_judging_to(Parser& parser);
};

/// `--color` alone.
void add_colour(Parser& parser, std::string& word);
std::optional<UsageError> take_colour(const std::string& word, Colour& colour);

/// Understands them, or says what is wrong.
std::optional<UsageError> take_common(const CommonWords& words, CommonOptions& options);

/// `needs` says which FILE a command needs that got none; with a hint where `--against` took it.
UsageError lacks_file(std::string_view needs, const std::string& against);

/// Understands `--against`, a revision of git.
std::optional<UsageError> check_against(const std::string& revision);

}  // namespace rolecall
