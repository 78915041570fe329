#include "model/text/near_miss.hpp"

#include <algorithm>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t shortest_word = 5;

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_but_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// The letters around a byte, as many as stand together.
std::string_view letters_around(std::string_view text, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && letter(text[from - 1])) --from;
  std::size_t to = at;
  while (to < text.size() && letter(text[to])) ++to;
  return text.substr(from, to - from);
}

/// Whether two words differ by one slip of the keys among five letters or more.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t first = 0;
  while (first < a.size() && lower(a[first]) == lower(b[first])) ++first;
  std::size_t same = 0;  // at the end
  while (same < a.size() - first &&
         lower(a[a.size() - 1 - same]) == lower(b[b.size() - 1 - same])) {
    ++same;
  }
  const std::string_view in_a = a.substr(first, a.size() - first - same);
  const std::string_view in_b = b.substr(first, b.size() - first - same);
  const bool swapped = in_a.size() == 2 && in_b.size() == 2 && lower(in_a[0]) == lower(in_b[1]) &&
                       lower(in_a[1]) == lower(in_b[0]);
  if (!swapped && (in_a.size() > 1 || in_b.size() != 1)) return false;
  if (!std::ranges::all_of(in_a, letter) || !std::ranges::all_of(in_b, letter)) return false;
  return letters_around(a, first).size() >= shortest_word &&
         letters_around(b, first).size() >= shortest_word;
}

}  // namespace

std::optional<NearMiss> near_miss(std::string_view word, std::span<const std::string_view> known) {
  const auto near = nearest(word, known);
  if (!near) return std::nullopt;
  const auto like = [&](std::string_view other) {
    return same_but_case(word, other) || one_slip(word, other);
  };
  const bool sure = like(*near) && std::ranges::none_of(known, [&](std::string_view other) {
                      return other != *near && like(other);
                    });
  return NearMiss{*near, sure};
}

void offer(Finding& finding, Fix fix) {
  if (finding.help_text.empty() && finding.fixes.empty()) finding.help_text = fix.title;
  finding.fixes.push_back(std::move(fix));
}

void offer_word(Finding& finding, const Span& place, const NearMiss& near,
                std::string_view before) {
  finding.help_text = "did you mean " + quoted(near.word) + '?';
  std::string word(before);
  word += near.word;
  // Numbers that are near to each other are no slips: `p-17` is somebody else than `p-71`.
  if (!near.sure && std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) return;
  offer(finding, {"write " + quoted(word), {ReplaceText{place, word}}, near.sure});
}

void offer_key(Finding& finding, const Span& key, const NearMiss& near) {
  finding.help_text = "did you mean " + quoted(near.word) + '?';
  offer(finding,
        {"call it " + quoted(near.word), {RenameKey{key, std::string(near.word)}}, near.sure});
}

}  // namespace rolecall
