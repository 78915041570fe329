#include "model/catalogue/search.hpp"

#include <algorithm>
#include <string>

#include "model/text/letters.hpp"

namespace rolecall {
namespace {

/// Lower case, and one sign for all that separates words.
char folded(char c) { return c == ' ' || c == '_' || c == '/' ? '-' : small_letter(c); }

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) out += folded(c);
  return out;
}

/// All by which a duty may be looked for.
std::string all_words(const CatalogueDuty& duty) {
  std::string out = folded(duty.id) + ' ' + folded(duty.title) + ' ' + folded(duty.about);
  for (const std::string_view name : duty.also) out += ' ' + folded(name);
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : folded(text)) {
    if (c != '-') {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

}  // namespace

bool same_term(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, {}, [](char c) { return folded(c); }, [](char c) { return folded(c); });
}

std::vector<FoundDuty> duties_called(std::string_view word) {
  std::vector<FoundDuty> by_id;
  std::vector<FoundDuty> by_title;
  std::vector<FoundDuty> by_name;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      if (same_term(duty.id, word)) {
        by_id.push_back({&catalogue, &duty});
      } else if (same_term(duty.title, word)) {
        by_title.push_back({&catalogue, &duty});
      } else if (std::ranges::any_of(
                     duty.also, [&](std::string_view name) { return same_term(name, word); })) {
        by_name.push_back({&catalogue, &duty});
      }
    }
  }
  by_id.insert(by_id.end(), by_title.begin(), by_title.end());
  by_id.insert(by_id.end(), by_name.begin(), by_name.end());
  return by_id;
}

std::vector<FoundDuty> search_duties(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  std::vector<FoundDuty> out;
  if (words.empty()) return out;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      const std::string all = all_words(duty);
      const bool found = std::ranges::all_of(
          words, [&](const std::string& word) { return all.find(word) != std::string::npos; });
      if (found) out.push_back({&catalogue, &duty});
    }
  }
  return out;
}

}  // namespace rolecall
