#pragma once
// What is written from the commands and their options: completion for shells, and the manual. One
// file in `cli/generators/` holds one; the file's stem is its id.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace rolecall {

struct Generator {
  std::string_view id;
  std::string_view says;  ///< one line without full stop
  std::string (*write)(std::span<const CommandText> commands);
};

/// All of them, in order of their ids. The table is made by the build from the folder.
std::span<const Generator* const> all_generators();

/// What a shell offers in one place: words, or files where there are none.
struct Offer {
  std::vector<std::string> words;
  bool files = false;
};

/// For the value of an option.
Offer offer_for(const OptionText& option);
/// For the arguments of a command.
Offer offer_for(const CommandText& command);

/// The first line of an option's text, without the colon that introduces a list.
std::string first_line(std::string_view text);
/// What a command does, without the details.
std::string brief(const CommandText& command);

}  // namespace rolecall
