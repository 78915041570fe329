#include "model/catalogue/placeholder.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rolecall {
namespace {

/// Longer texts are sentences, and no names at all.
constexpr std::size_t longest = 128;

/// U+00C0 to U+017F without their accents; a space where a letter stays as it is.
constexpr std::string_view latin =
    "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllll "
    " llnnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ";

/// The words of a text in lower case, without accents, signs and numbers.
struct Words {
  std::vector<std::string> all;
  bool capital_first = false;  ///< one word, of which the first letter alone is a capital
  bool numbers = false;        ///< there are some
};

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  /// None as soon as the first word is none that `may_begin`.
  template <class MayBegin>
  std::optional<Words> split(MayBegin may_begin) {
    bool asked = false;
    while (at_ < text_.size()) {
      step();
      // A letter alone may be joined with the next one: "N / D".
      if (asked || out_.all.empty() || out_.all[0].size() < 2) continue;
      if (!may_begin(out_.all[0])) return std::nullopt;
      asked = true;
    }
    end_word();
    out_.capital_first = out_.all.size() == 1 && capitals_ == 1 && first_ && !signs_;
    return std::move(out_);
  }

 private:
  void step() {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) {
      ++at_;
      ascii(c);
      return;
    }
    const std::size_t length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    const std::string_view sign = text_.substr(at_, length);
    at_ += length;
    if (sign.size() == 2) {
      beyond(c, static_cast<unsigned char>(sign[1]), sign);
    } else if (sign.starts_with("\xE2\x80") || sign.starts_with("\xE2\x81")) {
      end_word();  // dashes, quotes, dots and spaces
      signs_ = true;
    } else {
      word_ += sign;
    }
  }

  void ascii(unsigned char c) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z')) {
      if (upper) {
        ++capitals_;
        first_ = first_ || (word_.empty() && out_.all.empty());
      }
      word_ += static_cast<char>(c | 0x20);
      ++run_;
    } else if (c >= '0' && c <= '9') {
      word_ += static_cast<char>(c);
    } else if (c <= ' ' || c == '-' || c == '_' || c == '(' || c == ')' || c == '[' || c == ']' ||
               c == ',' || c == ';' || c == ':') {
      end_word();
      signs_ = signs_ || c > ' ';
    } else {
      signs_ = true;
      // "N/D", "t.b.d.": the word goes on from letter to letter
      if (run_ > 1 || c == '\'') end_word();
      run_ = 0;
      if (c == '/') join_letters();
    }
  }

  /// "N / D"
  void join_letters() {
    if (word_.empty() && !out_.all.empty() && out_.all.back().size() == 1) {
      word_ = std::move(out_.all.back());
      out_.all.pop_back();
    }
    if (word_.size() == 1) at_ = std::min(text_.size(), text_.find_first_not_of(' ', at_));
  }

  void beyond(unsigned char lead, unsigned char last, std::string_view sign) {
    if (lead >= 0xC3 && lead <= 0xC5) {
      const std::size_t index = (lead - 0xC3u) * 64u + (last - 0x80u);
      const char plain = index < latin.size() ? latin[index] : ' ';
      if (plain != ' ') {
        word_ += plain;
        return;
      }
    } else if (lead == 0xC2) {
      end_word();  // the hard space and signs
      signs_ = true;
      return;
    } else if (lead == 0xD0 && last >= 0x90 && last <= 0x9F) {  // Cyrillic capitals
      word_ += {'\xD0', static_cast<char>(last + 0x20)};
      return;
    } else if (lead == 0xD0 && last >= 0xA0 && last <= 0xAF) {
      word_ += {'\xD1', static_cast<char>(last - 0x20)};
      return;
    } else if (lead == 0xD0 && last >= 0x80 && last <= 0x8F) {
      word_ += {'\xD1', static_cast<char>(last + 0x10)};
      return;
    }
    word_ += sign;
  }

  void end_word() {
    const bool number = std::ranges::all_of(word_, [](char c) { return c >= '0' && c <= '9'; });
    if (!number) out_.all.push_back(std::move(word_));
    out_.numbers = out_.numbers || (number && !word_.empty());
    word_.clear();
    run_ = 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
  Words out_;
  int capitals_ = 0;
  int run_ = 0;  // letters since the last sign
  bool first_ = false;
  bool signs_ = false;
};

/// Phrases in alphabetical order.
class SortedPhrases {
 public:
  void add(std::string_view text, NoName kind) { all_.emplace_back(text, kind); }

  /// Once all are there. Of equal ones the first counts.
  void sort() { std::ranges::stable_sort(all_, {}, &Phrase::first); }

  struct Found {
    std::optional<NoName> kind;
    bool may_go_on = false;  ///< some phrase begins so
  };
  Found find(std::string_view text) const {
    const auto at = std::ranges::lower_bound(all_, text, {}, &Phrase::first);
    if (at == all_.end() || !at->first.starts_with(text)) return {};
    return {at->first == text ? std::optional(at->second) : std::nullopt, true};
  }

 private:
  using Phrase = std::pair<std::string_view, NoName>;
  std::vector<Phrase> all_;
};

class Phrases {
 public:
  Phrases() {
    for (const PlaceholderWords& each : placeholder_words()) {
      for (const std::string_view text : each.words) whole_.add(text, each.kind);
      for (const std::string_view text : each.beginnings) beginnings_.add(text, each.kind);
    }
    whole_.sort();
    beginnings_.sort();
  }

  std::optional<NoName> find(std::string_view text) const {
    const auto split = Splitter(text).split([this](std::string_view word) {
      return crossed(word) || whole_.find(word).may_go_on || beginnings_.find(word).may_go_on;
    });
    if (!split) return std::nullopt;
    const Words& words = *split;
    const auto& all = words.all;
    // A number alone may be somebody's in another system.
    if (all.empty()) return words.numbers ? std::nullopt : std::optional(NoName::unclear);
    if (words.capital_first && is_name(all[0])) return std::nullopt;
    std::optional<NoName> said;
    for (std::size_t at = 0; at < all.size();) {
      std::string phrase;
      std::size_t taken = 0;
      for (std::size_t n = 1; at + n <= all.size(); ++n) {
        if (n > 1) phrase += ' ';
        phrase += all[at + n - 1];
        const auto begins = at == 0 ? beginnings_.find(phrase) : SortedPhrases::Found{};
        if (begins.kind) return begins.kind;
        const auto known = whole_.find(phrase);
        const bool filler = n == 1 && crossed(phrase);
        if (known.kind || filler) {
          taken = n;
          if (at == 0) said = filler ? NoName::unclear : known.kind;
        }
        if (!begins.may_go_on && !known.may_go_on) break;
      }
      if (taken == 0) return std::nullopt;
      at += taken;
    }
    return said;
  }

 private:
  /// "xxx"
  static bool crossed(std::string_view word) {
    return word.size() > 1 && word.find_first_not_of('x') == word.npos;
  }

  static bool is_name(std::string_view word) {
    return std::ranges::find(placeholders_that_are_names(), word) !=
           placeholders_that_are_names().end();
  }

  SortedPhrases whole_;
  SortedPhrases beginnings_;
};

/// Where a remark begins: a bracket that the text ends with, a dash between words, or a colon.
std::size_t remark_of(std::string_view text) {
  std::size_t at = text.npos;
  if (text.ends_with(')')) at = text.find('(');
  if (text.ends_with(']')) at = text.find('[');
  for (const std::string_view sign :
       {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94", ": "}) {
    at = std::min(at, text.find(sign));
  }
  return at == 0 ? text.npos : at;
}

}  // namespace

std::optional<NoName> placeholder(std::string_view name) {
  static const Phrases phrases;
  if (name.size() > longest) return std::nullopt;
  const auto read = [](std::string_view text) { return phrases.find(text); };
  if (const auto whole = read(name)) return whole;
  const std::size_t remark = remark_of(name);
  if (remark == name.npos) return std::nullopt;
  if (const auto before = read(name.substr(0, remark))) return before;
  if (!name.ends_with(')') && !name.ends_with(']')) return std::nullopt;
  // "Jo Ray (TBC)" is a name that does not hold yet; "Jo Ray (*)" has a footnote.
  const std::string_view inside = name.substr(remark + 1, name.size() - remark - 2);
  const bool letters = std::ranges::any_of(
      inside, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  return letters && read(inside) ? std::optional(NoName::unclear) : std::nullopt;
}

}  // namespace rolecall
