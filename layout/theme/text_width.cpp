#include "layout/theme/text_width.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "layout/theme/advance_widths.hpp"
#include "model/text/letters.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr int most_marks = 8;
constexpr std::string_view ellipsis = "\u2026";

struct Range {
  char32_t first;
  char32_t last;
};

bool in(const Range* begin, const Range* end, char32_t c) {
  const auto* range = std::upper_bound(
      begin, end, c, [](char32_t value, const Range& r) { return value < r.first; });
  return range != begin && c <= std::prev(range)->last;
}

/// Marks that sit on the letter before them, and what shows nothing at all.
bool is_mark(char32_t c) {
  static constexpr Range marks[] = {
      {0x0300, 0x036f}, {0x0483, 0x0489},   {0x0591, 0x05bd},   {0x05bf, 0x05bf},
      {0x05c1, 0x05c2}, {0x05c4, 0x05c5},   {0x05c7, 0x05c7},   {0x0610, 0x061a},
      {0x064b, 0x065f}, {0x0670, 0x0670},   {0x06d6, 0x06dc},   {0x06df, 0x06e4},
      {0x06e7, 0x06e8}, {0x06ea, 0x06ed},   {0x0711, 0x0711},   {0x0730, 0x074a},
      {0x0900, 0x0902}, {0x093a, 0x093a},   {0x093c, 0x093c},   {0x0941, 0x0948},
      {0x094d, 0x094d}, {0x0951, 0x0957},   {0x0962, 0x0963},   {0x0981, 0x0981},
      {0x0e31, 0x0e31}, {0x0e34, 0x0e3a},   {0x0e47, 0x0e4e},   {0x1ab0, 0x1ace},
      {0x1dc0, 0x1dff}, {0x200b, 0x200d},   {0x2060, 0x2064},   {0x20d0, 0x20f0},
      {0x302a, 0x302f}, {0x3099, 0x309a},   {0xfe00, 0xfe0f},   {0xfe20, 0xfe2f},
      {0xfeff, 0xfeff}, {0x1f3fb, 0x1f3ff}, {0xe0020, 0xe007f}, {0xe0100, 0xe01ef},
  };
  return c >= 0x0300 && in(std::begin(marks), std::end(marks), c);
}

bool is_wide(char32_t c) {
  static constexpr Range wide[] = {
      {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
      {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xa960, 0xa97c},   {0xac00, 0xd7a3},
      {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},
      {0x17000, 0x18cff}, {0x1b000, 0x1b2ff}, {0x20000, 0x3fffd},
  };
  return c >= 0x1100 && in(std::begin(wide), std::end(wide), c);
}

/// In hundredths of the font's size.
int advance(char32_t c, Weight weight) {
  if (c >= first_measured && c <= last_measured) {
    return weight == Weight::bold ? bold_widths[c - first_measured]
                                  : regular_widths[c - first_measured];
  }
  if (is_mark(c)) return 0;
  if (c >= first_hebrew && c < first_hebrew + std::size(hebrew_widths)) {
    return hebrew_widths[c - first_hebrew];
  }
  if (c >= first_arabic && c < first_arabic + std::size(arabic_widths)) {
    return arabic_widths[c - first_arabic];
  }
  if (is_wide(c)) return 102;
  if (c == 0x2013) return 57;
  if (c == 0x2018 || c == 0x2019) return 40;
  if (c == 0x201c || c == 0x201d || c == 0x2022) return 66;
  if (c == 0x2014 || c == 0x2026) return 102;
  if (c == 0x25a1 || c == 0x25b2 || c == 0x2248 || c == 0x2192 || c == 0x2713) return 102;
  if (c >= 0x0530 && c < 0x0600) return 100;
  if (c >= 0x1e00 && c < 0x1f00) return 112;
  if (c >= 0x1f000) return 145;
  return 145;  // the widest of any other alphabet and of the signs that look like emoji
}

/// A letter with its marks: its bytes end where the next begins.
std::size_t end_of_letter(std::string_view text, std::size_t offset) {
  next_code_point(text, offset);
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_mark(next_code_point(text, next))) break;
    offset = next;
  }
  return offset;
}

/// A text as it grows: set in a proportional font, or in one that is as wide for each letter.
class Run {
 public:
  explicit Run(Weight weight)
      : weight_(weight), table_(weight == Weight::bold ? bold_widths : regular_widths) {}

  void add(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
      const char first = text[offset];
      int wide = 0;
      if (first >= ' ' && first < 0x7f) {
        wide = table_[first - ' '];
        ++offset;
      } else {
        wide = advance(next_code_point(text, offset), weight_);
      }
      proportional_ += wide;
      if (wide > 0) fixed_ += fixed_advance;
    }
  }

  double width(double size) const {
    return std::max(proportional_ * size / 100, fixed_ * size / 100 - fixed_slack);
  }

 private:
  static constexpr int fixed_advance = 61;  // of DejaVu Sans Mono, Courier and their like
  /// A box's padding takes, in points, what is longer in such a font; few will ever see one.
  static constexpr double fixed_slack = 6;

  Weight weight_;
  const std::uint8_t* table_;
  int proportional_ = 0;  ///< hundredths of the font's size
  int fixed_ = 0;
};

/// The length of the longest beginning, in whole letters, that fits.
std::size_t fitting(std::string_view text, double width, double size, Weight weight) {
  Run run(weight);
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t end = end_of_letter(text, offset);
    run.add(text.substr(offset, end - offset));
    if (run.width(size) > width) break;
    offset = end;
  }
  return offset;
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  int marks = 0;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char first = text[offset];
    if (first >= ' ' && first < 0x7f) {  // the usual case, and the quick one
      out += first;
      ++offset;
      marks = 0;
      before = static_cast<unsigned char>(first);
      continue;
    }
    char32_t c = next_code_point(text, offset);
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    if (is_hidden(c, before)) {
      append_code(out, c);
      marks = 0;
    } else {
      marks = is_mark(c) ? marks + 1 : 0;
      if (marks <= most_marks) append_utf8(out, c);
    }
    before = c;
  }
  return out;
}

std::string clean_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!out.empty()) out += '\n';
    out += clean(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

double text_width(std::string_view text, double size, Weight weight) {
  Run run(weight);
  run.add(text);
  return run.width(size);
}

std::string ellipsise(std::string_view text, double width, double size, Weight weight) {
  if (text_width(text, size, weight) <= width) return std::string(text);
  const double room = width - text_width(ellipsis, size, weight);
  std::string out(trimmed(text.substr(0, fitting(text, room, size, weight))));
  while (!out.empty() && (out.back() == ',' || out.back() == ' ')) out.pop_back();
  return out.append(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, double width, std::size_t most, double size,
                              Weight weight) {
  std::vector<std::string> lines;
  text = trimmed(text);
  while (!text.empty()) {
    if (lines.size() + 1 == most || text_width(text, size, weight) <= width) {
      lines.push_back(ellipsise(text, width, size, weight));
      break;
    }
    // The line takes at least one letter, so that the loop ends however narrow it is.
    std::size_t cut = std::max(fitting(text, width, size, weight), end_of_letter(text, 0));
    if (cut < text.size() && text[cut] != ' ') {
      const std::size_t space = text.rfind(' ', cut);
      const std::size_t hyphen = text.substr(0, cut).find_last_of("-/");
      if (space != std::string_view::npos && space > 0) {
        cut = space;
      } else if (hyphen != std::string_view::npos && hyphen > 0) {
        cut = hyphen + 1;
      }
    }
    lines.emplace_back(trimmed(text.substr(0, cut)));
    text = trimmed(text.substr(cut));
  }
  return lines;
}

}  // namespace rolecall
