#include "model/text/near_miss.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/letters.hpp"
#include "model/text/look.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t shortest_word = 5;

/// The letters around a byte, as many as stand together.
std::string_view letters_around(std::string_view text, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && is_ascii_letter(text[from - 1])) --from;
  std::size_t to = at;
  while (to < text.size() && is_ascii_letter(text[to])) ++to;
  return text.substr(from, to - from);
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// The next run of digits from `at` on, without leading zeros; `at` is moved behind it.
std::string_view next_number(std::string_view text, std::size_t& at) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  while (at < text.size() && !digit(at)) ++at;
  std::size_t from = at;
  while (at < text.size() && digit(at)) ++at;
  while (from + 1 < at && text[from] == '0') ++from;
  return text.substr(from, at - from);
}

/// Whether they hold the same numbers: another number is no misspelling.
bool same_numbers(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    const std::string_view first = next_number(a, i);
    if (first != next_number(b, j)) return false;
    if (first.empty()) return true;
  }
}

/// Whether they are equal but for case and for zeros before numbers.
bool same_but_zeros(std::string_view a, std::string_view b) {
  const auto skip_zeros = [](std::string_view text, std::size_t at) {
    if (at > 0 && digit(text[at - 1])) return at;
    while (at + 1 < text.size() && text[at] == '0' && digit(text[at + 1])) ++at;
    return at;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    i = skip_zeros(a, i);
    j = skip_zeros(b, j);
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (small_letter(a[i++]) != small_letter(b[j++])) return false;
  }
}

/// Whether a letter of a short word stands twice in the other: `cioo` for `cio`.
bool doubled(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 3 || b.size() != a.size() + 1) return false;
  std::size_t first = 0;
  while (first < a.size() && small_letter(a[first]) == small_letter(b[first])) ++first;
  return first > 0 && is_ascii_letter(b[first]) &&
         small_letter(b[first]) == small_letter(b[first - 1]) &&
         same_but_case(a.substr(first), b.substr(first + 1));
}

/// Whether two words differ by one slip of the keys among five letters or more.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t first = 0;
  while (first < a.size() && small_letter(a[first]) == small_letter(b[first])) ++first;
  std::size_t same = 0;  // at the end
  while (same < a.size() - first &&
         small_letter(a[a.size() - 1 - same]) == small_letter(b[b.size() - 1 - same])) {
    ++same;
  }
  const std::string_view in_a = a.substr(first, a.size() - first - same);
  const std::string_view in_b = b.substr(first, b.size() - first - same);
  const bool swapped = in_a.size() == 2 && in_b.size() == 2 &&
                       small_letter(in_a[0]) == small_letter(in_b[1]) &&
                       small_letter(in_a[1]) == small_letter(in_b[0]);
  if (!swapped && (in_a.size() > 1 || in_b.size() != 1)) return false;
  if (!std::ranges::all_of(in_a, is_ascii_letter) || !std::ranges::all_of(in_b, is_ascii_letter))
    return false;
  return letters_around(a, first).size() >= shortest_word &&
         letters_around(b, first).size() >= shortest_word;
}

}  // namespace

bool is_slip(std::string_view a, std::string_view b) {
  return same_but_zeros(a, b) || one_slip(a, b) || doubled(a, b);
}

namespace {

/// The one that looks like the word, sure where it is the only one.
std::optional<NearMiss> look_alike(std::string_view word, std::span<const std::string_view> known) {
  const bool odd = may_look_otherwise(word);
  std::string seen;
  std::optional<NearMiss> found;
  for (const std::string_view other : known) {
    if ((!odd && !may_look_otherwise(other)) || other == word) continue;
    if (seen.empty()) seen = look(word);
    if (look(other) != seen) continue;
    if (found) return NearMiss{std::min(found->word, other), false, std::move(found->why)};
    found = NearMiss{other, true, why_alike(word, other).value_or("")};
  }
  return found;
}

}  // namespace

std::optional<NearMiss> near_miss(std::string_view word, std::span<const std::string_view> known) {
  if (auto alike = look_alike(word, known)) return alike;
  std::vector<std::string_view> candidates;
  for (const std::string_view other : known) {
    if (same_numbers(word, other)) candidates.push_back(other);
  }
  const auto near = nearest(word, candidates);
  if (!near) return std::nullopt;
  const bool sure =
      is_slip(word, *near) && std::ranges::none_of(known, [&](std::string_view other) {
        return other != *near && is_slip(word, other);
      });
  return NearMiss{*near, sure, {}};
}

void offer(Finding& finding, Fix fix) {
  if (finding.help_text.empty() && finding.fixes.empty()) finding.help_text = fix.title;
  finding.fixes.push_back(std::move(fix));
}

namespace {

std::string question(const NearMiss& near) {
  std::string out = "did you mean " + quoted(near.word) + '?';
  if (!near.why.empty()) out += " it looks the same, but " + near.why;
  return out;
}

}  // namespace

void offer_word(Finding& finding, const Span& place, const NearMiss& near,
                std::string_view before) {
  finding.help_text = question(near);
  std::string word(before);
  word += near.word;
  // Numbers that are near to each other are no slips: `p-17` is somebody else than `p-71`.
  if (!near.sure && std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) return;
  offer(finding, {"write " + quoted(word), {ReplaceText{place, word}}, near.sure});
}

void offer_key(Finding& finding, const Span& key, const NearMiss& near) {
  finding.help_text = question(near);
  offer(finding,
        {"call it " + quoted(near.word), {RenameKey{key, std::string(near.word)}}, near.sure});
}

}  // namespace rolecall
