#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/common.hpp"
#include "cli/parser.hpp"
#include "cli/wording.hpp"
#include "model/catalogue/search.hpp"
#include "report/reference/pages.hpp"
#include "report/reference/topics.hpp"

namespace rolecall {

namespace {

struct ExplainCommand {
  std::string word;       ///< the id of a duty, a check, a role or another topic
  bool markdown = false;  ///< `word` is a page of the documentation, to be written as Markdown
};

/// "on-paper-only" is "on paper only": an id of several words may be written as one.
bool same_words(std::string_view id, std::string_view word) {
  return std::ranges::equal(id, word,
                            [](char a, char b) { return a == b || (a == ' ' && b == '-'); });
}

/// Whether a word, `cto` or `role:cto`, means a topic.
bool means(const Topic& topic, std::string_view word) {
  if (same_words(topic.id, word)) return true;
  const std::size_t colon = word.find(':');
  return colon != std::string_view::npos && word.substr(0, colon) == topic.kind &&
         same_words(topic.id, word.substr(colon + 1));
}

int run_page(std::string_view id, const Handles& handles) {
  std::vector<std::string_view> known;
  for (const Page& page : all_pages()) {
    if (page.id == id) return put(handles, page.write(), exit_clean);
    known.push_back(page.id);
  }
  complain(handles, fmt::format("there is no page {}{}; there are {}", quoted(id),
                                did_you_mean(id, known), list_of(known)));
  return exit_usage;
}

/// The duties that a word is another name of, or that speak of it; empty where none does.
std::string by_meaning(std::string_view word) {
  std::vector<FoundDuty> found = duties_called(word);
  if (found.empty()) found = search_duties(word);
  if (found.empty()) return {};
  std::size_t widest = 0;
  for (const FoundDuty& each : found) widest = std::max(widest, each.duty->id.size());
  std::string out = fmt::format("nothing is called {}; these speak of it:\n\n", quoted(word));
  for (const FoundDuty& each : found) {
    fmt::format_to(std::back_inserter(out), "  {:<{}}  duty of {} (catalogue {}): {}\n",
                   each.duty->id, widest, each.duty->owner, each.catalogue->id, each.duty->title);
  }
  return out;
}

int run(const ExplainCommand& command, const Handles& handles) {
  if (command.markdown) return run_page(command.word, handles);
  const std::vector<Topic> all = topics();
  std::string out;
  // One word may name several things, and all are shown.
  for (const Topic& topic : all) {
    if (!means(topic, command.word)) continue;
    if (!out.empty()) out += '\n';
    out += topic.text();
  }
  if (!out.empty()) return put(handles, out, exit_clean);
  if (const std::string found = by_meaning(command.word); !found.empty()) {
    return put(handles, found, exit_clean);
  }
  std::vector<std::string_view> known;
  for (const Topic& topic : all) known.push_back(topic.id);
  complain(handles,
           fmt::format("there is no duty, check or role {}, nor anything else of this name{}",
                       quoted(command.word), did_you_mean(command.word, known)));
  return exit_usage;
}

/// Words that can be written without quotes.
std::vector<std::string> offered_topics() {
  std::vector<std::string> out;
  for (const Topic& topic : topics()) {
    std::string id = topic.id;
    std::ranges::replace(id, ' ', '-');
    const bool plain = std::ranges::all_of(id, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (plain) out.push_back(std::move(id));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Parsed parse(std::span<const char* const> arguments) {
  ExplainCommand command;
  std::string page;
  Parser parser(
      "Say what a duty, a check, a role, an area, a verdict, a skill, an outcome or a source "
      "means,\n"
      "and where that comes from. Where an id has several meanings, `role:CIO` tells them apart.",
      "rolecall explain ID",
      "Examples:\n  rolecall explain information-security\n  rolecall explain duty-overlap\n"
      "  rolecall explain CIO\n  rolecall explain A33");
  parser.argument(command.word, offered_topics);
  parser.option("--markdown", "PAGE", page,
                "Write a page of the documentation instead: checks, duties, sources, severities",
                [] { return ids_of(all_pages()); });
  if (auto said = parser.read(arguments)) return std::move(*said);
  if (!page.empty()) {
    if (!command.word.empty()) return usage("`explain --markdown` takes a page and no id");
    command = {page, true};
  }
  if (command.word.empty()) return usage("`explain` needs the id of a duty, a check or a role");
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb explain_verb{"explain", 6, "ID", "Say what a duty, a check or a role means",
                               parse};

}  // namespace rolecall
