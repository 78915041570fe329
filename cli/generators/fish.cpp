#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/generator.hpp"

namespace rolecall {

namespace {

std::string quoted_for_fish(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string option_words(const OptionText& option) {
  std::string out;
  for (const std::string& name : option.names) {
    const bool brief = name.size() == 2;
    out += fmt::format(" {} {}", brief ? "-s" : "-l", name.substr(brief ? 1 : 2));
  }
  if (!option.value.empty()) {
    const Offer offer = offer_for(option);
    out += offer.files ? " -r -F" : " -x";
    if (!offer.words.empty()) out += fmt::format(" -a '{}'", fmt::join(offer.words, " "));
  }
  return out + " -d " + quoted_for_fish(first_line(option.says));
}

std::string write(std::span<const CommandText> commands) {
  std::string out =
      "# fish completion for rolecall; made by `rolecall generate fish`.\n"
      "complete -c rolecall -n __fish_use_subcommand -f\n"
      "complete -c rolecall -n __fish_use_subcommand -s h -l help -d 'This help'\n"
      "complete -c rolecall -n __fish_use_subcommand -s V -l version -d 'The version'\n";
  std::vector<std::string> names;
  for (const CommandText& command : commands) {
    names.push_back(command.name);
    out += fmt::format("complete -c rolecall -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       quoted_for_fish(brief(command)));
  }
  out += "complete -c rolecall -n __fish_use_subcommand -a help -d 'Help of a command'\n";
  out += fmt::format("complete -c rolecall -n '__fish_seen_subcommand_from help' -f -a '{}'\n",
                     fmt::join(names, " "));
  for (const CommandText& command : commands) {
    // The first word alone says the command: `rolecall explain check` explains.
    const std::string when =
        fmt::format("complete -c rolecall -n 'contains -- {} (commandline -opc)[2]'", command.name);
    for (const OptionText& option : command.options) {
      out += when + option_words(option) + '\n';
    }
    if (const Offer offer = offer_for(command); !offer.words.empty()) {
      out += fmt::format("{} -f -a '{}'\n", when, fmt::join(offer.words, " "));
    }
  }
  return out;
}

}  // namespace

extern const Generator fish_generator;
const Generator fish_generator{"fish", "completion for fish", write};

}  // namespace rolecall
