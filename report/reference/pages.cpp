#include "report/reference/pages.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/text/letters.hpp"
#include "report/reference/citations.hpp"
#include "report/reference/topics.hpp"
#include "report/terminal.hpp"
#include "rules/cases.hpp"
#include "rules/structural_rules.hpp"

namespace rolecall {
namespace {

constexpr std::array<Group, 5> groups{Group::coverage, Group::roles, Group::governance,
                                      Group::structure, Group::language};

/// A cell of a table: on one line, without what would end the cell or begin a tag.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string heading(std::string_view title, std::string_view page, std::string_view about) {
  const std::string how = fmt::format(
      "This page is written by `rolecall explain --markdown {}`. A test fails when it is stale.",
      page);
  return fmt::format("# {}\n\n{}\n\n{}\n", title, wrapped(about, 0), how);
}

/// "[A33](sources.md#a33), [F8](sources.md#f8)"; an item of a work leads to the work.
std::string linked(std::string_view source) {
  const std::string_view work = source.substr(0, source.find('/'));
  return fmt::format("[{}](sources.md#{})", source, in_small_letters(work));
}

template <class Sources>
std::string linked_all(const Sources& sources) {
  std::string out;
  for (const std::string_view source : sources) {
    if (!out.empty()) out += ", ";
    out += linked(source);
  }
  return out;
}

template <class Each>
void each_of(Group group, Each each) {
  for (const Check* check : all_checks()) {
    if (check->group == group) each(*check);
  }
}

bool has_checks(Group group) {
  bool out = false;
  each_of(group, [&](const Check&) { out = true; });
  return out;
}

void put_block(std::string& out, std::string_view kind, std::string_view text) {
  if (!text.empty()) fmt::format_to(std::back_inserter(out), "```{}\n{}```\n\n", kind, text);
}

std::string checks_page() {
  std::string out = heading(
      "The checks", "checks",
      "What `rolecall check` looks for. Each example is run as a test. How loud a check is can be "
      "[set](language.md#checks), and a finding can be [accepted](language.md#waiver); "
      "[why each is as loud as it is](severities.md).");
  for (const Group group : groups) {
    if (!has_checks(group)) continue;
    fmt::format_to(std::back_inserter(out),
                   "\n**{}**\n\n| check | severity | says |\n|---|---|---|\n", name(group));
    each_of(group, [&](const Check& check) {
      fmt::format_to(std::back_inserter(out), "| [`{}`](#{}) | {} | {} |\n", check.id, check.id,
                     name(check.severity), cell(check.says));
    });
  }
  for (const Check* each : all_checks()) {
    const Check& check = *each;
    fmt::format_to(std::back_inserter(out), "\n## {}\n\n{}, {}: {}.\n\n{}\n\n", check.id,
                   name(check.severity), name(check.group), check.says, wrapped(check.why, 0));
    const auto sources = sources_of(check.sources);
    if (!sources.empty()) out += "Sources: " + linked_all(sources) + "\n\n";
    const Case* example = find_case(check.id);
    if (example == nullptr) continue;
    out += "<details><summary>An example, and how it is mended</summary>\n\n";
    put_block(out, "toml", example->bad);
    put_block(out, "text", example_says(check));
    put_block(out, "diff", example_repair(check));
    out += "</details>\n";
  }
  return out;
}

std::string severities_page() {
  std::string out =
      heading("How loud each check is, and why", "severities",
              "An error fails a build, a warning is a decision to be looked at, a note is worth "
              "knowing. A check makes a finding quieter where one case is milder, never louder. "
              "`[checks]` [sets](language.md#checks) all but those that cannot be lowered.");
  for (const Group group : groups) {
    if (!has_checks(group)) continue;
    fmt::format_to(std::back_inserter(out),
                   "\n## {}\n\n| check | severity | why |\n|---|---|---|\n", name(group));
    each_of(group, [&](const Check& check) {
      fmt::format_to(std::back_inserter(out), "| [`{}`](checks.md#{}) | {} | {} |\n", check.id,
                     check.id, name(check.severity), cell(check.loud));
    });
  }
  return out;
}

std::string duties_page() {
  std::string out = heading(
      "The duties", "duties",
      "The duties that a company is judged by, one catalogue after the other. `articles` counts "
      "where a company chooses none. Shared duties are of CIO and CTO together; of contested ones "
      "the sources do not agree who owns them.");
  for (const Catalogue& catalogue : catalogues()) {
    fmt::format_to(std::back_inserter(out),
                   "\n## {}\n\nIt holds {}.\n\n| duty | owner | area | what it is | sources |\n"
                   "|---|---|---|---|---|\n",
                   catalogue.id, catalogue.says);
    for (const CatalogueDuty& duty : catalogue.duties) {
      fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} | {} | {} |\n", duty.id, duty.owner,
                     duty.area, cell(duty.about), linked_all(duty.sources));
    }
  }
  return out;
}

/// "duty `a`, `b`; check `c`".
std::string answers_text(std::string_view source) {
  std::string out;
  std::string_view kind;
  for (const Answer& answer : answers_for(source)) {
    if (answer.kind == kind) {
      out += ", ";
    } else {
      if (!out.empty()) out += "; ";
      kind = answer.kind;
      fmt::format_to(std::back_inserter(out), "{} ", kind);
    }
    if (kind == "check") {
      fmt::format_to(std::back_inserter(out), "[`{}`](checks.md#{})", answer.id, answer.id);
    } else {
      fmt::format_to(std::back_inserter(out), "`{}`", answer.id);
    }
  }
  return out;
}

std::string anchored(std::string_view id) {
  return fmt::format("<a id=\"{}\"></a>{}", in_small_letters(id), id);
}

std::string sources_page() {
  std::string out = heading(
      "Where the judgement comes from", "sources",
      "Every statement of the two source articles in our own words, and what in rolecall answers "
      "for it. A test sees to it that none is left without an answer.");
  std::string_view article;
  for (const Claim& claim : claims()) {
    if (claim.article != article) {
      article = claim.article;
      fmt::format_to(std::back_inserter(out),
                     "\n## {}\n\n| | section | statement | answered by |\n|---|---|---|---|\n",
                     article);
    }
    fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} |\n", anchored(claim.id),
                   cell(claim.section), cell(claim.gist), answers_text(claim.id));
  }
  out +=
      "\n## Structural rules of published frameworks\n\n| | rule | stated in | answered by |\n"
      "|---|---|---|---|\n";
  for (const StructuralRule& rule : structural_rules()) {
    fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} |\n", anchored(rule.id),
                   cell(rule.gist), cell(rule.works), answers_text(rule.id));
  }
  out +=
      "\n## Published works that further catalogues rest on\n\n"
      "| | work | licence | duties |\n|---|---|---|---|\n";
  for (const Framework& work : frameworks()) {
    const std::string title =
        work.url.empty() ? cell(work.title) : fmt::format("[{}]({})", cell(work.title), work.url);
    fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} |\n", anchored(work.id), title,
                   work.licence, answers_text(work.id));
  }
  return out;
}

constexpr Page pages[] = {
    {"checks", checks_page},
    {"duties", duties_page},
    {"sources", sources_page},
    {"severities", severities_page},
};

}  // namespace

std::span<const Page> all_pages() { return pages; }

}  // namespace rolecall
