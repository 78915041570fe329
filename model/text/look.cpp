#include "model/text/look.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/letters.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

struct Twin {
  char32_t letter;
  char latin;
};

/// Letters of Cyrillic, Greek, Armenian and phonetics that are drawn like a Latin one. Sorted.
constexpr Twin twins[] = {
    {0x0251, 'a'}, {0x0261, 'g'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'},
    {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'},
    {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03B1, 'a'}, {0x03B3, 'y'},
    {0x03B9, 'i'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C5, 'u'}, {0x0405, 'S'},
    {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'},
    {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'},
    {0x0423, 'Y'}, {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'},
    {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x0474, 'V'}, {0x0475, 'v'}, {0x04BB, 'h'}, {0x04C0, 'I'}, {0x04CF, 'l'}, {0x0501, 'd'},
    {0x050C, 'G'}, {0x051B, 'q'}, {0x051D, 'w'}, {0x054D, 'U'}, {0x0555, 'O'}, {0x0570, 'h'},
    {0x0578, 'n'}, {0x057D, 'u'}, {0x0581, 'g'}, {0x0585, 'o'},
};

/// The Latin letter that one of another script is drawn like; 0 where there is none.
char latin_twin(char32_t c) {
  if (c < twins[0].letter) return 0;
  const auto* at = std::ranges::lower_bound(twins, c, {}, &Twin::letter);
  return at != std::end(twins) && at->letter == c ? at->latin : '\0';
}

/// The other way round, in the script of `like`; 0 where there is none.
char32_t twin_of(char latin, char32_t like) {
  for (const Twin& twin : twins) {
    if (twin.latin == latin && (twin.letter >> 8) == (like >> 8)) return twin.letter;
  }
  return 0;
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(bytes);
  if (size < 0) return std::string(text);  // no UTF-8: it is what it is
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

/// Blanks too many, or a backquote.
bool has_odd_signs(std::string_view text) {
  return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != text.npos ||
         text.find('`') != text.npos;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// A sign as one has it on a keyboard.
char32_t plain_sign(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  switch (c) {
    case 0x2212:
      return '-';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
      return '"';
    default:
      return c;
  }
}

std::string without_hidden(std::string_view text) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_hidden(c, before)) append_utf8(out, c);
    before = c;
  }
  return out;
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_blank(c)) {
      append_utf8(out, c);
    } else if (!out.empty() && !out.ends_with(' ')) {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// "U+200B, which cannot be seen, stands in it".
std::string hidden_in(std::string_view text) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_hidden(c, before)) {
      return fmt::format("U+{:04X}, which cannot be seen, stands in it",
                         static_cast<std::uint32_t>(c));
    }
    before = c;
  }
  return {};
}

bool is_latin(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x1F00);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/// A word as it seems to be where its letters are of two scripts and those of one of them all have
/// twins in the other: in the script of the letters that have none, else in Latin ones.
std::optional<std::u32string> word_meant(const std::u32string& word) {
  std::size_t latin = 0;
  std::size_t foreign = 0;
  bool all_foreign_have = true;
  char32_t like = 0;
  for (const char32_t c : word) {
    if (is_mark(c)) continue;
    if (is_latin(c)) {
      ++latin;
      continue;
    }
    ++foreign;
    if (latin_twin(c) == 0) {
      all_foreign_have = false;
      like = c;
    } else if (like == 0) {
      like = c;
    }
  }
  // A sign of mathematics beside a letter is no word.
  if (latin == 0 || foreign == 0 || word.size() < 3) return std::nullopt;
  std::u32string out;
  for (const char32_t c : word) {
    if (all_foreign_have) {
      const char twin = is_latin(c) ? '\0' : latin_twin(c);
      out += twin == 0 ? c : static_cast<char32_t>(twin);
    } else if (is_latin(c)) {
      const char32_t twin = c < 0x80 ? twin_of(static_cast<char>(c), like) : 0;
      if (twin == 0) return std::nullopt;  // both scripts are meant
      out += twin;
    } else {
      out += c;
    }
  }
  return out;
}

/// The first letter of a word that is not as it seems.
std::string foreign_letter(const std::u32string& word, const std::u32string& meant) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == meant[i]) continue;
    std::string letter;
    append_utf8(letter, word[i]);
    return fmt::format("`{}` (U+{:04X}) is no letter of the script that it seems to be of", letter,
                       static_cast<std::uint32_t>(word[i]));
  }
  return {};
}

}  // namespace

bool may_be_composed(std::string_view text) {
  if (is_ascii(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (next_code_point(text, at) >= 0x300) return true;
  }
  return false;
}

std::string composed(std::string_view text) {
  if (!may_be_composed(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool may_look_otherwise(std::string_view text) { return !is_ascii(text) || has_odd_signs(text); }

bool is_plain_latin(std::string_view text) {
  bool ascii = true;
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] & 0x80) == 0) {
      ++at;
      continue;
    }
    ascii = false;
    const char32_t c = next_code_point(text, at);
    if (c >= 0x250 || !is_latin(c)) return false;
  }
  return !may_look_otherwise(text) || (!ascii && !has_odd_signs(text));
}

std::string look(std::string_view text) {
  if (!may_look_otherwise(text)) return std::string(text);
  std::string letters = without_hidden(text);
  if (!is_ascii(letters)) letters = mapped(letters, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  std::string out;
  for (std::size_t at = 0; at < letters.size();) {
    const char32_t c = plain_sign(next_code_point(letters, at));
    if (const char twin = latin_twin(c)) {
      out += twin;
    } else {
      append_utf8(out, c);
    }
  }
  return with_single_blanks(out);
}

std::optional<std::string> why_alike(std::string_view text, std::string_view other) {
  if (text == other) return std::nullopt;
  if (!may_look_otherwise(text) && !may_look_otherwise(other)) return std::nullopt;
  if (look(text) != look(other)) return std::nullopt;
  if (composed(text) == composed(other)) return "the letters are composed differently";
  const std::string a = composed(without_hidden(text));
  const std::string b = composed(without_hidden(other));
  if (a == b) {
    const std::string in_text = hidden_in(text);
    return in_text.empty() ? hidden_in(other) : in_text;
  }
  if (with_single_blanks(a) == with_single_blanks(b)) return "the blanks differ";
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() && k < b.size()) {
    const char32_t c = next_code_point(a, i);
    const char32_t d = next_code_point(b, k);
    if (c == d) continue;
    return fmt::format("U+{:04X} is not U+{:04X}", static_cast<std::uint32_t>(c),
                       static_cast<std::uint32_t>(d));
  }
  return "the signs differ";
}

std::optional<Disguise> disguise(std::string_view text) {
  if (is_ascii(text)) return std::nullopt;
  Disguise out;
  std::u32string word;
  char32_t before = 0;
  const auto end_word = [&] {
    const auto meant = word_meant(word);
    if (meant && out.says.empty()) out.says = foreign_letter(word, *meant);
    for (const char32_t c : meant ? *meant : word) append_utf8(out.meant, c);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool hidden = is_hidden(c, before);
    before = c;
    if (hidden) continue;
    if (is_letter(c) || (!word.empty() && is_mark(c))) {
      word += c;
      continue;
    }
    end_word();
    append_utf8(out.meant, c);
  }
  end_word();
  if (const std::string hidden = hidden_in(text); !hidden.empty()) out.says = hidden;
  if (out.says.empty()) return std::nullopt;
  return out;
}

}  // namespace rolecall
