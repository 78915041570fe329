#include "model/org/title_words.hpp"

#include <algorithm>

#include "model/text/letters.hpp"

namespace rolecall {

namespace {

/// What a piece of a title does between words.
enum class Sign { letter, space, soft_end, hard_end, hyphen, plus, open, close };

struct Piece {
  Sign sign;
  std::size_t length;
};

/// Of the signs beyond ASCII only dashes, quotes, bullets and the hard space are told from letters.
Piece piece_beyond_ascii(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return {Sign::space, 2};
  if (text.starts_with("\xC2\xB7")) return {Sign::hard_end, 2};
  if (text.size() >= 3 && text.starts_with("\xE2\x80")) {
    const auto last = static_cast<unsigned char>(text[2]);
    if (last >= 0x90 && last <= 0x95) return {Sign::hyphen, 3};
    if (last >= 0x98 && last <= 0x9F) return {Sign::space, 3};
    if (last == 0xA2) return {Sign::hard_end, 3};
  }
  return {Sign::letter, 1};
}

Piece piece_at(std::string_view text) {
  const char c = text.front();
  if (static_cast<unsigned char>(c) >= 0x80) return piece_beyond_ascii(text);
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
    return {Sign::letter, 1};
  }
  switch (c) {
    case ',':
      return {Sign::soft_end, 1};
    case ';':
    case ':':
    case '/':
    case '|':
      return {Sign::hard_end, 1};
    case '-':
      return {Sign::hyphen, 1};
    case '&':
    case '+':
      return {Sign::plus, 1};
    case '(':
    case '[':
      return {Sign::open, 1};
    case ')':
    case ']':
      return {Sign::close, 1};
    default:
      return {Sign::space, 1};
  }
}

/// What stands between the last word and the next one, and the part that the next one is in.
class Gap {
 public:
  void see(Sign sign) {
    switch (sign) {
      case Sign::hyphen:
        hyphen_ = true;
        return;
      case Sign::soft_end:
        end_ = true;
        break;
      case Sign::hard_end:
        end_ = apart_ = true;
        break;
      case Sign::open:
        settle();
        hyphen_ = false;
        apart_ = true;
        if (depth_ + 1 < parts_.size()) {
          parts_[++depth_] = ++last_part_;
        } else {
          end_ = true;
        }
        break;
      case Sign::close:
        apart_ = true;
        end_ = depth_ == 0;
        if (depth_ > 0) --depth_;
        hyphen_ = false;
        break;
      default:
        break;
    }
    space_ = true;
  }

  void end_part() { end_ = true; }
  /// Nothing but a hyphen stands between the words.
  bool tight() const { return hyphen_ && !space_; }

  /// The next word is there: gives it its part and begins the next gap.
  void close(TitleWord& word) {
    settle();
    word.part = parts_[depth_];
    word.apart = apart_;
    hyphen_ = space_ = apart_ = false;
  }

 private:
  void settle() {
    if (end_ || (hyphen_ && space_)) parts_[depth_] = ++last_part_;
    end_ = false;
  }

  std::array<std::uint16_t, 8> parts_{};
  std::size_t depth_ = 0;
  std::uint16_t last_part_ = 0;
  bool hyphen_ = false;
  bool space_ = false;
  bool end_ = false;
  bool apart_ = false;
};

}  // namespace

std::uint32_t title_hash(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(small_letter(c))) * 16777619u;
  return hash ^ (hash >> 15);
}

bool same_title_word(std::string_view word, std::string_view lower_case) {
  return std::ranges::equal(word, lower_case, {}, small_letter);
}

TitleWords::TitleWords(std::string_view title) {
  static const std::uint32_t and_hash = title_hash("and");
  Gap gap;
  for (std::size_t at = 0; at < title.size();) {
    const Piece piece = piece_at(title.substr(at));
    if (piece.sign != Sign::letter && piece.sign != Sign::plus) {
      gap.see(piece.sign);
      at += piece.length;
      continue;
    }
    if (size_ == most) {
      too_many_ = true;
      return;
    }
    std::size_t end = at + piece.length;
    if (piece.sign == Sign::letter) {
      while (end < title.size() && piece_at(title.substr(end)).sign == Sign::letter) ++end;
    }
    TitleWord& word = words_[size_];
    word = {};
    word.begin = static_cast<std::uint32_t>(at);
    word.end = static_cast<std::uint32_t>(end);
    word.hash = piece.sign == Sign::plus ? and_hash : title_hash(title.substr(at, end - at));
    if (size_ > 0) words_[size_ - 1].hyphenated = gap.tight();
    const bool joins = word.hash == and_hash;
    if (joins) gap.end_part();
    gap.close(word);
    if (joins) gap.end_part();
    ++size_;
    at = end;
  }
}

}  // namespace rolecall
