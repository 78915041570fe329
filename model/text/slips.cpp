#include "model/text/slips.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "model/text/letters.hpp"
#include "model/text/look.hpp"

namespace rolecall {
namespace {

constexpr std::size_t longest_word = 256;  // bytes; ids are no longer

/// In lower case, numbers without leading zeros.
std::string reduced(std::string_view word) {
  std::string out;
  for (const char c : word.substr(0, longest_word)) {
    const bool in_number = !out.empty() && out.back() >= '0' && out.back() <= '9';
    if (in_number && out.back() == '0' && c >= '0' && c <= '9' &&
        (out.size() == 1 || out[out.size() - 2] < '0' || out[out.size() - 2] > '9')) {
      out.pop_back();
    }
    out += small_letter(c);
  }
  return out;
}

std::uint64_t digest_of(std::string_view word) {
  return std::hash<std::string_view>()(reduced(word));
}

/// Digests of a word and of what is left of it without one of its letters: two words of which one
/// is a slip of the other have one in common.
void add_digests(std::string_view word, std::vector<std::uint64_t>& out) {
  const std::string text = reduced(word);
  const std::hash<std::string_view> hash;
  out.push_back(hash(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string shorter = text;
    shorter.erase(i, 1);
    out.push_back(hash(shorter));
  }
}

}  // namespace

Slips::Slips(std::span<const std::string_view> known) : known_(known.begin(), known.end()) {
  std::vector<std::uint64_t> digests;
  for (std::uint32_t i = 0; i < known_.size(); ++i) {
    digests.clear();
    add_digests(known_[i], digests);
    if (may_look_otherwise(known_[i])) digests.push_back(digest_of(look(known_[i])));
    for (const std::uint64_t digest : digests) index_.emplace_back(digest, i);
  }
  std::ranges::sort(index_);
}

std::optional<NearMiss> Slips::find(std::string_view word) const {
  constexpr std::size_t most_looked_at = 256;  // of words that share a digest
  std::vector<std::uint64_t> digests;
  add_digests(word, digests);
  const std::string seen = look(word);
  digests.push_back(digest_of(seen));
  std::vector<std::string_view> found;
  std::vector<std::string_view> alike;
  for (const std::uint64_t digest : digests) {
    auto at = std::ranges::lower_bound(index_, std::pair(digest, std::uint32_t{0}));
    for (std::size_t i = 0; i < most_looked_at && at != index_.end() && at->first == digest;
         ++i, ++at) {
      const std::string_view other = known_[at->second];
      if (is_slip(word, other)) found.push_back(other);
      if (other != word && look(other) == seen) alike.push_back(other);
    }
  }
  for (auto* all : {&found, &alike}) {
    std::ranges::sort(*all);
    const auto doubles = std::ranges::unique(*all);
    all->erase(doubles.begin(), doubles.end());
  }
  if (!alike.empty()) {
    return NearMiss{alike.front(), alike.size() == 1, why_alike(word, alike.front()).value_or("")};
  }
  if (found.empty()) return std::nullopt;
  return NearMiss{found.front(), found.size() == 1, {}};
}

}  // namespace rolecall
