// The words that shells offer.

#include <algorithm>

#include "cli/generator.hpp"
#include "cli/pages.hpp"
#include "cli/topics.hpp"
#include "layout/paper.hpp"
#include "model/catalogue.hpp"

namespace rolecall {
namespace {

using Words = std::vector<std::string>;

template <class Items>
Words ids(const Items& items) {
  Words out;
  for (const auto& item : items) {
    if constexpr (requires { item->id; }) {
      out.emplace_back(item->id);
    } else {
      out.emplace_back(item.id);
    }
  }
  return out;
}

Words owners() {
  Words out = ids(catalogue_roles());
  out.insert(out.end(), {"shared", "contested"});
  return out;
}

/// Words that can be written without quotes.
Words topic_ids() {
  Words out;
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

Words theme_names() {
  Words out;
  for (const Theme& theme : built_in_themes()) out.push_back(theme.name);
  return out;
}

Words pages() {
  Words out;
  for (const auto& name : paper_names()) {
    out.emplace_back(name);
    out.push_back(std::string(name) + "-landscape");
  }
  return out;
}

struct Row {
  std::string_view option;
  Words (*words)();
  std::string_view command = {};  ///< empty: any
};

constexpr Row rows[] = {
    {"--output",
     [] {
       return Words{"text", "json"};
     },
     "advise"},
    {"--output", [] { return ids(all_formats()); }, "check"},
    {"--output", [] { return ids(all_diffs()); }, "diff"},
    {"--color",
     [] {
       return Words{"auto", "always", "never"};
     }},
    {"--view", [] { return ids(all_views()); }},
    {"--theme", theme_names},
    {"--format", [] { return ids(all_pictures()); }},
    {"--page", pages},
    {"--direction",
     [] {
       return Words{"down", "right"};
     }},
    {"--align",
     [] {
       return Words{"compact", "grades"};
     }},
    {"--order",
     [] {
       return Words{"file", "balanced"};
     }},
    {"--only", [] { return ids(all_checks()); }},
    {"--owner", owners},
    {"--markdown", [] { return ids(all_pages()); }},
};

constexpr Row arguments[] = {
    {{}, [] { return ids(catalogues()); }, "catalogue"},
    {{}, topic_ids, "explain"},
    {{}, [] { return ids(all_schemas()); }, "schema"},
    {{}, [] { return ids(all_generators()); }, "generate"},
};

}  // namespace

Offer offer_for(const CommandText& command, const OptionText& option) {
  for (const Row& row : rows) {
    if (row.option == option.names.back() && (row.command.empty() || row.command == command.name)) {
      return {row.words()};
    }
  }
  return {{}, option.value == "OUT" || option.value == "FILE" || option.value == "PATH"};
}

Offer offer_for(const CommandText& command) {
  for (const Row& row : arguments) {
    if (row.command == command.name) return {row.words()};
  }
  return {{}, true};
}

std::string first_line(std::string_view text) {
  std::string out(text.substr(0, text.find('\n')));
  while (out.ends_with(':') || out.ends_with(' ') || out.ends_with(',')) out.pop_back();
  return out;
}

std::string brief(const CommandText& command) {
  std::string out = command.says;
  std::ranges::replace(out, '\n', ' ');
  for (const char* end : {". ", ": "}) out.resize(std::min(out.size(), out.find(end)));
  return out;
}

const Generator* find_generator(std::string_view id) {
  for (const Generator* generator : all_generators()) {
    if (generator->id == id) return generator;
  }
  return nullptr;
}

}  // namespace rolecall
