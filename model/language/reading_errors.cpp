#include "model/language/reading_errors.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Longest ids and names, and longest sentences, in bytes.
constexpr std::size_t max_id_bytes = 256;
constexpr std::size_t max_sentence_bytes = 1024;

constexpr std::string_view sentence_keys[] = {"joint", "unowned", "about", "background", "reason"};

/// What other programs call a key, above all exports of a staff directory.
struct Synonym {
  std::string_view table;
  std::string_view key;
  std::string_view ours;
};

constexpr Synonym synonyms[] = {
    {"[[position]]", "manager", "reports_to"},
    {"[[position]]", "boss", "reports_to"},
    {"[[position]]", "supervisor", "reports_to"},
    {"[[position]]", "line_manager", "reports_to"},
    {"[[position]]", "name", "holder"},
    {"[[position]]", "employee", "holder"},
    {"[[position]]", "person", "holder"},
    {"[[position]]", "incumbent", "holder"},
    {"[[position]]", "job_title", "title"},
    {"[[position]]", "job", "title"},
    {"[[position]]", "department", "unit"},
    {"[[position]]", "level", "grade"},
    {"[[position]]", "band", "grade"},
    {"[[position]]", "start_date", "from"},
    {"[[position]]", "end_date", "until"},
    {"[[position]]", "salary", "cost"},
    {"[[position]]", "email", "id"},
    {"[[person]]", "email", "id"},
    {"[[person]]", "full_name", "name"},
    {"[[team]]", "title", "name"},
    {"[[team]]", "manager", "lead"},
    {"[[team]]", "headcount", "size"},
};

/// Our name of a key that another program gave; empty where it is none.
std::string_view ours(std::string_view table, std::string_view key) {
  for (const Synonym& each : synonyms) {
    if (each.table == table && each.key == key) return each.ours;
  }
  return {};
}

}  // namespace

std::size_t most_bytes(std::string_view key) {
  const bool sentence = std::ranges::find(sentence_keys, key) != std::end(sentence_keys);
  return sentence ? max_sentence_bytes : max_id_bytes;
}

void ReadingErrors::wrong_type(std::string message, Span where, std::string_view label,
                               std::string help) {
  findings_.emplace_back("wrong-type", std::move(message), where, std::string(label));
  findings_.back().help_text = std::move(help);
}

void ReadingErrors::syntax(std::string message, Span where, std::string_view label,
                           std::string help) {
  findings_.emplace_back("syntax", std::move(message), where, std::string(label));
  findings_.back().help_text = std::move(help);
}

void ReadingErrors::unknown_key(std::string_view key, Span where, std::string_view table,
                                std::vector<std::string_view> known,
                                std::span<const std::string_view> there) {
  const Subject subject{Subject::Kind::reference, std::string(key)};
  std::ranges::sort(known);
  Finding finding("unknown-key", fmt::format("unknown key {} in {}", quoted(key), table), where,
                  "not a key of this table");
  finding.add_subject(subject);
  const auto is_there = [&](std::string_view word) {
    return std::ranges::find(there, word) != there.end();
  };
  if (const std::string_view word = ours(table, key); !word.empty() && !is_there(word)) {
    offer(finding, {fmt::format("call it `{}`", word), {RenameKey{where, std::string(word)}}});
  } else if (!word.empty()) {
    offer(finding, {fmt::format("take `{}` out", key), {UnsetKey{where, std::string(key)}}});
  } else if (const auto near = near_miss(key, known)) {
    finding.help_text = fmt::format("did you mean `{}`?", near->word);
    if (!is_there(near->word)) offer_key(finding, where, *near);
  }
  finding.notes.push_back(fmt::format("{} has the keys {}", table, list_of(known, 64)));
  findings_.push_back(std::move(finding));
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
    if (const auto near = near_miss(text, allowed)) offer_word(findings_.back(), where, *near);
    findings_.back().notes.push_back(fmt::format("`{}` is one of {}", key, list_of(allowed, 64)));
    return false;
  }
  return true;
}

}  // namespace rolecall
