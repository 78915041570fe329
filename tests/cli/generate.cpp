// Completion and the manual know what --help knows.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "cli/generator.hpp"
#include "tests/cli/process.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

std::set<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::set<std::string> out;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    out.insert((*at)[1]);
  }
  return out;
}

/// The commands that `rolecall --help` lists.
std::set<std::string> commands() {
  const std::string help = run_rolecall({"--help"}).out;
  const std::size_t from = help.find("Commands:");
  return all_of(help.substr(from, help.find("Options:") - from), "\n  ([a-z]+) ");
}

/// The long options that the help of a command lists.
std::set<std::string> options_of(const std::string& command) {
  return all_of(run_rolecall({command, "--help"}).out, "\n  (?:-[a-zA-Z],)?--([a-z-]+)");
}

/// `pattern` with %1 and %2 filled in is found.
bool has(const std::string& text, std::string pattern, const std::string& command,
         const std::string& option = {}) {
  pattern = std::regex_replace(pattern, std::regex("%1"), command);
  pattern = std::regex_replace(pattern, std::regex("%2"), option);
  return std::regex_search(text, std::regex(pattern));
}

}  // namespace

TEST_CASE("completion and the manual name every command and option of --help") {
  const std::string bash = run_rolecall({"generate", "bash"}).out;
  const std::string zsh = run_rolecall({"generate", "zsh"}).out;
  const std::string fish = run_rolecall({"generate", "fish"}).out;
  std::string man = run_rolecall({"generate", "man"}).out;
  man = std::regex_replace(man, std::regex(R"(\\-)"), "-");
  const auto all = commands();
  REQUIRE(all.size() >= 7);
  REQUIRE(all.contains("check"));
  std::size_t options = 0;
  for (const std::string& command : all) {
    CAPTURE(command);
    CHECK(has(bash, "-W '[^\n]*\\b%1\\b[^\n]* help --help", command));
    CHECK(has(zsh, "\n    '%1:", command));
    CHECK(has(fish, "__fish_use_subcommand -a %1 ", command));
    CHECK(has(man, "\n.SS rolecall %1", command));
    // What a manual says of one command ends where the next begins.
    const std::size_t section = man.find(".SS rolecall " + command);
    const std::string page = man.substr(section, man.find("\n.S", section + 1) - section);
    const std::size_t part = zsh.find("\n    " + command + ")");
    const std::string branch = zsh.substr(part, zsh.find(";;", part) - part);
    for (const std::string& option : options_of(command)) {
      CAPTURE(option);
      ++options;
      CHECK(has(bash, "\n      %1\\) [^\n]* --%2[ ']", command, option));
      CHECK(has(branch, "--%2[=\\[]", command, option));
      CHECK(has(fish, "-- %1 [^\n]* -l %2 ", command, option));
      CHECK(has(page, "--%2\\\\fR", command, option));
    }
  }
  CHECK(options > 25);
}

TEST_CASE("every word that a shell offers is taken") {
  std::size_t tried = 0;
  for (const CommandText& command : command_texts()) {
    for (const OptionText& option : command.options) {
      for (const std::string& word : offer_for(option).words) {
        CAPTURE(command.name, option.names.back(), word);
        std::vector<std::string> line{command.name, option.names.back(), word};
        if (offer_for(command).files) line.push_back("acme.toml");
        if (command.name == "render") {
          const bool page = option.names.back() == "--page";
          line.insert(line.end(), {"-o", page ? "x.pdf" : "x.dot"});
        }
        std::vector<const char*> arguments;
        for (const std::string& each : line) arguments.push_back(each.c_str());
        const auto parsed = parse_command(arguments);
        if (!parsed) FAIL_CHECK(parsed.error().what);
        ++tried;
      }
    }
    if (command.name == "explain" || command.name == "generate") continue;
    for (const std::string& word : offer_for(command).words) {
      CAPTURE(command.name, word);
      CHECK(run_rolecall({command.name, word}).status == 0);
      ++tried;
    }
  }
  CHECK(tried > 60);
}

TEST_CASE("bash completes commands, options and values") {
  const TemporaryFolder folder;
  const std::string script = folder.file("rolecall.bash", run_rolecall({"generate", "bash"}).out);
  const auto completed = [&](const std::string& words) {
    const std::string command = "bash --norc -c 'source " + script + "; COMP_WORDS=(rolecall " +
                                words +
                                "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); compopt() { :; };"
                                " _rolecall; echo \"${COMPREPLY[*]}\"' > " +
                                (folder / "out");
    REQUIRE(std::system(command.c_str()) == 0);
    return bytes_of(folder / "out").value();
  };
  CHECK(completed("ch") == "check\n");
  CHECK(completed("check --outp") == "--output\n");
  CHECK(completed("check --output js") == "json\n");
  CHECK(completed("advise --output j") == "json\n");
  CHECK(completed("render acme.toml --theme da") == "dark\n");
  CHECK(completed("explain duty-over") == "duty-overlap\n");
  CHECK(completed("help sch") == "schema\n");
  CHECK(completed("check exam") == "\n");  // files are bash's own to offer
}
