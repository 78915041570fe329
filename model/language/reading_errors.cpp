#include "model/language/reading_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/language/language.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Longest ids and names, and longest sentences, in bytes.
constexpr std::size_t max_id_bytes = 256;
constexpr std::size_t max_sentence_bytes = 1024;

constexpr std::string_view sentence_keys[] = {"joint", "unowned", "about", "background", "reason"};

const ForeignKey* foreign_key(std::string_view table, std::string_view key) {
  const auto keys = foreign_keys();
  const auto found = std::ranges::find_if(
      keys, [&](const ForeignKey& each) { return each.table == table && each.key == key; });
  return found == keys.end() ? nullptr : &*found;
}

/// What a table is one of, and several of them.
std::pair<std::string_view, std::string_view> tables_called(std::string_view table) {
  if (table == "[[position]]") return {"post", "posts"};
  if (table == "[[person]]") return {"person", "persons"};
  if (table == "[[team]]") return {"team", "teams"};
  if (table == "[[body]]") return {"body", "bodies"};
  if (table == "[[link]]") return {"link", "links"};
  if (table == "[[duty]]") return {"duty", "duties"};
  if (table == "[[role]]") return {"role", "roles"};
  if (table == "[[waiver]]") return {"waiver", "waivers"};
  if (table.starts_with('[')) return {"table", "tables"};
  return {"place", "places"};
}

/// Tables of one kind that have the same wrong key are told as one; `of_several` says what is wrong
/// with it where nothing is meant.
void group_keys(std::string_view key, std::string_view table, std::string_view meant,
                std::string_view of_several, Finding& finding) {
  Grouping grouping{fmt::format("{}\n{}\n{}", table, key, finding.help_text), {}};
  grouping.message = meant.empty()
                         ? fmt::format("{{}} have {}, {}", quoted(key), of_several)
                         : fmt::format("{{}} have {}: it is `{}` here", quoted(key), meant);
  if (!meant.empty() && !finding.fixes.empty()) grouping.help = finding.fixes.front().title;
  std::tie(grouping.one, grouping.many) = tables_called(table);
  finding.grouping = std::move(grouping);
}

/// The first boss by `first`, the others on dotted lines.
Fix one_boss(const Span& table, const Texts& bosses, std::vector<Change> first) {
  const std::string name = bosses.front().value;
  Fix fix{fmt::format("name {} without brackets", quoted(name)), std::move(first)};
  std::vector<std::string_view> others;
  for (std::size_t i = 1; i < bosses.size(); ++i) others.push_back(bosses[i].value);
  if (!others.empty()) {
    fix.title = fmt::format("let it report to one of them, such as {}, and put {} in `dotted_to`",
                            quoted(name), list_of(others));
    for (const std::string_view each : others) {
      fix.changes.emplace_back(AddToList{table, "dotted_to", std::string(each)});
    }
  }
  fix.safe = others.empty();
  return fix;
}

}  // namespace

std::size_t most_bytes(std::string_view key) {
  const bool sentence = std::ranges::find(sentence_keys, key) != std::end(sentence_keys);
  return sentence ? max_sentence_bytes : max_id_bytes;
}

void ReadingErrors::wrong_type(std::string message, Span where, std::string_view label,
                               std::string help) {
  Finding& finding =
      findings_.emplace_back("wrong-type", std::move(message), where, std::string(label));
  finding.help_text = std::move(help);
  Grouping grouping{finding.message + '\n' + finding.help_text, "{}: " + finding.message};
  grouping.one = "place";
  grouping.many = "places";
  finding.grouping = std::move(grouping);
}

void ReadingErrors::miswritten(std::string message, Span where, std::string_view label,
                               std::string help, std::string every, std::string right) {
  wrong_type(std::move(message), where, label, std::move(help));
  Finding& finding = findings_.back();
  finding.grouping->key = finding.message + '\n' + every;
  finding.grouping->help = every;
  offer(finding, {std::move(every), {ReplaceBytes{where, std::move(right)}}, true});
}

void ReadingErrors::syntax(std::string message, Span where, std::string_view label,
                           std::string help) {
  findings_.emplace_back("syntax", std::move(message), where, std::string(label));
  findings_.back().help_text = std::move(help);
}

std::string ReadingErrors::unknown_key(std::string_view key, Span where, std::string_view table,
                                       std::vector<std::string_view> known,
                                       const std::function<bool(std::string_view)>& is_present) {
  const Subject subject{Subject::Kind::reference, std::string(key)};
  std::ranges::sort(known);
  Finding finding("unknown-key", fmt::format("unknown key {} in {}", quoted(key), table), where,
                  "not a key of this table");
  finding.add_subject(subject);
  const ForeignKey* const foreign = foreign_key(table, key);
  std::string meant;
  std::string of_several = fmt::format("which is no key of {}", table);
  if (foreign != nullptr && !foreign->instead.empty()) {
    of_several = "for which rolecall has no key";
    finding.help_text = foreign->instead;
  } else if (foreign != nullptr && foreign->meant.empty()) {
    of_several = "for which rolecall has no key";
    offer(finding, {fmt::format("leave it out: rolecall has no key for {}", quoted(key)),
                    {UnsetKey{where, std::string(key)}}});
  } else if (foreign != nullptr && is_present(foreign->meant)) {
    of_several = fmt::format("beside `{}`, which says it", foreign->meant);
    offer(finding, {fmt::format("leave it out: `{}` says it, and is there already", foreign->meant),
                    {UnsetKey{where, std::string(key)}}});
  } else if (foreign != nullptr) {
    offer_key(finding, where, NearMiss{foreign->meant, true});
    meant = foreign->meant;
  } else if (const auto near = near_miss(key, known)) {
    if (is_present(near->word)) {
      finding.help_text = fmt::format("did you mean `{}`, which is there already?", near->word);
    } else {
      offer_key(finding, where, *near);
      meant = near->word;
    }
  }
  const bool certain = foreign != nullptr || (!finding.fixes.empty() && finding.fixes.front().safe);
  if (!certain) {
    finding.notes.push_back(fmt::format("{} has the keys {}", table, list_of(known, 64)));
  }
  group_keys(key, table, meant, of_several, finding);
  findings_.push_back(std::move(finding));
  return meant;
}

void ReadingErrors::several_bosses(Span table, const Texts& bosses) {
  Finding finding("wrong-type", "`reports_to` is a list, and a post has one boss", bosses.span,
                  "a list");
  finding.add_subject({Subject::Kind::reference, "reports_to"});
  offer(finding, one_boss(table, bosses, {SetKey{table, "reports_to", bosses.front().value}}));
  findings_.push_back(std::move(finding));
}

void ReadingErrors::several_bosses_as_meant(Span table, const Texts& bosses) {
  Finding& finding = findings_.back();
  Fix fix = one_boss(table, bosses,
                     {RenameKey{finding.place(), "reports_to"},
                      ReplaceBytes{bosses.span, syntax::quoted_string(bosses.front().value)}});
  fix.title = "call it `reports_to`: " + fix.title;
  fix.safe = fix.safe && !finding.fixes.empty() && finding.fixes.front().safe;
  finding.fixes = {std::move(fix)};
  finding.help_text = finding.fixes.front().title;
  finding.grouping.reset();
}

void ReadingErrors::missing_key(std::string_view key, std::string_view table, Span where) {
  findings_.emplace_back("missing-key", fmt::format("`{}` is missing in {}", key, table), where,
                         fmt::format("needs `{}`", key));
}

bool ReadingErrors::usable(std::string_view key, std::string_view text, Span where,
                           std::span<const std::string_view> allowed) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    wrong_type(fmt::format("`{}` is empty", key), where, "nothing in it",
               fmt::format("leave `{}` out where there is nothing to say", key));
    return false;
  }
  const std::size_t most = most_bytes(key);
  if (text.size() > most) {
    wrong_type(fmt::format("`{}` has {} bytes, more than {}", key, text.size(), most), where,
               "too long");
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((is_control(c) && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF) {
      wrong_type(fmt::format("`{}` holds the control character U+{:04X}", key,
                             static_cast<std::uint32_t>(c)),
                 where, "must be plain text");
      return false;
    }
  }
  if (!allowed.empty() && std::ranges::find(allowed, text) == allowed.end()) {
    wrong_type(fmt::format("`{}` cannot be {}", key, quoted(text)), where,
               "not a value that is known");
    if (const ForeignWord* foreign = find_foreign_word(key, text)) {
      if (foreign->meant.empty()) {
        findings_.back().help_text =
            fmt::format("leave `{}` out: a post without `holder` is vacant", key);
      } else {
        offer_word(findings_.back(), where, NearMiss{foreign->meant, true});
      }
    } else if (const auto near = near_miss(text, allowed)) {
      offer_word(findings_.back(), where, *near);
    }
    findings_.back().notes.push_back(fmt::format("`{}` is one of {}", key, list_of(allowed, 64)));
    return false;
  }
  return true;
}

}  // namespace rolecall
