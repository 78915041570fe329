#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/common.hpp"
#include "cli/pages.hpp"
#include "cli/topics.hpp"
#include "model/text.hpp"

namespace rolecall {

namespace {

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

}  // namespace

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
  std::vector<std::string_view> known;
  for (const Topic& topic : all) known.push_back(topic.id);
  complain(handles,
           fmt::format("there is no duty, check or role {}, nor anything else of this name{}",
                       quoted(command.word), did_you_mean(command.word, known)));
  return exit_usage;
}

}  // namespace rolecall
