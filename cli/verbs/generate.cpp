#include "cli/common.hpp"
#include "cli/generator.hpp"
#include "cli/parser.hpp"
#include "cli/wording.hpp"

namespace rolecall {

namespace {

Parsed parse(std::span<const char* const> arguments) {
  std::string id;
  std::string all = "Write what the shell and man(1) are told of rolecall:";
  Words known;
  for (const Generator* each : all_generators()) {
    all += fmt::format("\n  {:<6} {}", each->id, each->says);
    known.push_back(each->id);
  }
  Parser parser(
      all, "rolecall generate WHAT",
      "An installed rolecall has them where they are looked for.\n\n"
      "Example:\n  rolecall generate bash > ~/.local/share/bash-completion/completions/rolecall");
  parser.argument(id, [] { return ids_of(all_generators()); });
  if (auto said = parser.read(arguments)) return std::move(*said);
  if (id.empty()) return usage("`generate` needs to know what: {}", list_of(known));
  const auto generator = choose("shell", id, all_generators());
  if (!generator) return std::unexpected(generator.error());
  return Command{[generator = *generator](const Handles& handles) {
    return put(handles, generator->write(command_texts()), exit_clean);
  }};
}

}  // namespace

extern const Verb generate_verb{"generate", 8, "WHAT",
                                "Write completion for a shell, or the manual page", parse};

}  // namespace rolecall
