#pragma once
// The options of one command: what they are called, what they say, and where their values go.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace rolecall {

/// Takes all arguments, so that the messages about wrong ones are ours. What the values go to must
/// outlive it.
class Parser {
 public:
  /// `says` and `footer` in lines as they are to be shown; `usage` is one line.
  Parser(std::string_view says, std::string_view usage, std::string_view footer);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void argument(std::string& target, Offered offered = nullptr);
  void arguments(std::vector<std::string>& target, Offered offered = nullptr);

  void flag(const std::string& name, bool& target, const std::string& says);

  /// `names` is `--view`, or `-o,--out`; `value` is what the help calls the value.
  void option(const std::string& names, const std::string& value, std::string& target,
              const std::string& says, Offered offered = nullptr);
  void option(const std::string& names, const std::string& value,
              std::optional<std::size_t>& target, const std::string& says);
  /// May be given several times.
  void option(const std::string& names, const std::string& value, std::vector<std::string>& target,
              const std::string& says, Offered offered = nullptr);

  /// Reads the arguments. A value where all is said already: help, or what is wrong.
  std::optional<Parsed> read(std::span<const char* const> arguments);

 private:
  struct Reader;

  std::optional<UsageError> empty_value(std::span<const char* const> arguments) const;
  void tell(const std::string& names, const std::string& value, const std::string& says,
            bool several, Offered offered);

  std::unique_ptr<Reader> reader_;
  CommandText text_;
};

}  // namespace rolecall
