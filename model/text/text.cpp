#include "model/text/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/text/letters.hpp"
#include "model/text/shown.hpp"

namespace rolecall {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t longest_word = 64;   // bytes that nearest() looks at
constexpr std::size_t most_known = 16384;  // words that nearest() looks at

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

/// Length of the well-formed sequence at `i`, 0 where there is none (table 3-7 of Unicode).
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const unsigned char lead = byte_at(text, i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() - i < length) return 0;
  const unsigned char second = byte_at(text, i + 1);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t k = 2; k < length; ++k) {
    if ((byte_at(text, i + k) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Distance of two words with swaps of neighbours as one step (optimal string alignment), or
/// `limit + 1` as soon as it is more than `limit`. `b` is at most 3/2 of `longest_word` long.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  using Row = std::array<std::uint16_t, longest_word * 3 / 2 + 1>;
  std::array<Row, 3> rows;
  Row* before = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = static_cast<std::uint16_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*row)[0] = static_cast<std::uint16_t>(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = small_letter(a[i - 1]) == small_letter(b[j - 1]);
      std::size_t cost = (*last)[j - 1] + (same ? 0u : 1u);
      cost = std::min<std::size_t>(cost, (*last)[j] + 1u);
      cost = std::min<std::size_t>(cost, (*row)[j - 1] + 1u);
      if (i > 1 && j > 1 && small_letter(a[i - 1]) == small_letter(b[j - 2]) &&
          small_letter(a[i - 2]) == small_letter(b[j - 1])) {
        cost = std::min<std::size_t>(cost, (*before)[j - 2] + 1u);
      }
      (*row)[j] = static_cast<std::uint16_t>(cost);
      least = std::min(least, cost);
    }
    // The row before has nothing below `least - 1`, and a swap from there costs one more.
    if (least > limit) return limit + 1;
    Row* const oldest = before;
    before = last;
    last = row;
    row = oldest;
  }
  return (*last)[b.size()];
}

void append_number(std::string& out, std::size_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const std::size_t at = offset;
  const std::size_t length = sequence_length(text, at);
  if (length <= 1) {
    ++offset;
    return length == 1 ? byte_at(text, at) : replacement;
  }
  offset += length;
  char32_t c = byte_at(text, at) & (0xFFu >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) c = (c << 6) | (byte_at(text, at + k) & 0x3Fu);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  const auto tail = [&out, c](unsigned shift) {
    out += static_cast<char>(0x80 | ((c >> shift) & 0x3F));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (byte_at(text, i) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (byte_at(text, i) < 0x80) {
      ++i;
    } else {
      next_code_point(text, i);
    }
  }
  return count;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

namespace {

bool has_capitals(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Of two that are equally near the one that is written like the word, else the first by its
/// letters.
bool is_better(std::string_view word, std::string_view other, std::string_view best) {
  const bool like_other = has_capitals(other) == has_capitals(word);
  const bool like_best = has_capitals(best) == has_capitals(word);
  return like_other != like_best ? like_other : other < best;
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known) {
  word = word.substr(0, longest_word);
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  for (const std::string_view other : known.first(std::min(known.size(), most_known))) {
    const auto [shorter, longer] = std::minmax({word.size(), other.size()});
    std::size_t limit = longer / 3;
    if (best) limit = std::min(limit, best_distance);
    if (longer - shorter > limit) continue;
    const std::size_t steps = distance(word, other, limit);
    if (steps > limit) continue;
    if (best && steps == best_distance && !is_better(word, other, *best)) continue;
    best = other;
    best_distance = steps;
  }
  return best;
}

std::string list_of(std::span<const std::string_view> words, std::size_t most) {
  const std::size_t shown = std::min(words.size(), most);
  const std::size_t more = words.size() - shown;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += quoted(words[i]);
  }
  if (more > 0) {
    if (shown > 0) out += " and ";
    append_number(out, more);
    out += " more";
  }
  return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string out;
  append_number(out, number);
  out += ' ';
  out += number == 1 ? one : many;
  return out;
}

std::string plain(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (count == most) {
      out += "...";
      break;
    }
    const char32_t c = next_code_point(text, i);
    if (c == '`' || is_hidden(c, before)) {
      append_code(out, c);
    } else {
      append_utf8(out, c);
    }
    before = c;
  }
  return out;
}

std::string quoted(std::string_view text) { return '`' + plain(text) + '`'; }

}  // namespace rolecall
