#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/generator.hpp"

namespace rolecall {

namespace {

std::string reply(const std::vector<std::string>& words) {
  return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", fmt::join(words, " "));
}

std::string write(std::span<const CommandText> commands) {
  std::vector<std::string> names;
  std::string values;
  std::string options;
  std::string arguments;
  for (const CommandText& command : commands) {
    names.push_back(command.name);
    std::vector<std::string> all;
    for (const OptionText& option : command.options) {
      all.insert(all.end(), option.names.begin(), option.names.end());
      if (option.value.empty()) continue;
      std::vector<std::string> places;
      for (const std::string& name : option.names) {
        places.push_back(fmt::format("'{} {}'", command.name, name));
      }
      const Offer offer = offer_for(option);
      // A value that is neither a known word nor a file is for the user alone to know.
      values += fmt::format(
          "    {}) {} return ;;\n", fmt::join(places, " | "),
          offer.files ? ""
                      : (offer.words.empty() ? "compopt +o default;" : reply(offer.words) + ";"));
    }
    options += fmt::format("      {}) {} ;;\n", command.name, reply(all));
    if (const Offer offer = offer_for(command); !offer.words.empty()) {
      arguments += fmt::format("    {}) {} ;;\n", command.name, reply(offer.words));
    }
  }
  std::vector<std::string> first = names;
  first.insert(first.end(), {"help", "--help", "--version"});
  return fmt::format(R"(# bash completion for rolecall; made by `rolecall generate bash`.
_rolecall() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    {}
    return
  fi
  case "$command $prev" in
    'help help') {} return ;;
{}  esac
  if [[ $cur == -* ]]; then
    case $command in
{}    esac
    return
  fi
  case $command in
{}  esac
}}
complete -o default -F _rolecall rolecall
)",
                     reply(first), reply(names) + ";", values, options, arguments);
}

}  // namespace

extern const Generator bash_generator;
const Generator bash_generator{"bash", "completion for bash", write};

}  // namespace rolecall
