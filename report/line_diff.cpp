#include "report/line_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <unordered_map>

namespace rolecall {
namespace {

constexpr std::size_t most_steps = 256;  // changes that are looked for one by one
constexpr int deepest = 24;              // texts between texts between lines that stay
constexpr std::size_t context_lines = 3;

/// Lines with their breaks; the last may have none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

using Lines = std::span<const std::uint32_t>;  ///< a number for each line, the same for the same

/// Which lines of two texts are kept, as pairs of their numbers.
class Matcher {
 public:
  Matcher(Lines a, Lines b) : a_(a), b_(b) { match(0, a.size(), 0, b.size(), 0); }

  const std::vector<std::pair<std::size_t, std::size_t>>& kept() const { return kept_; }

 private:
  void match(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, int depth) {
    while (a0 < a1 && b0 < b1 && a_[a0] == b_[b0]) kept_.emplace_back(a0++, b0++);
    std::size_t same = 0;
    while (a0 < a1 - same && b0 < b1 - same && a_[a1 - same - 1] == b_[b1 - same - 1]) ++same;
    const std::size_t a2 = a1 - same;
    const std::size_t b2 = b1 - same;
    if (a0 < a2 && b0 < b2 && !step_by_step(a0, a2, b0, b2) && depth < deepest) {
      by_anchors(a0, a2, b0, b2, depth);
    }
    for (std::size_t k = 0; k < same; ++k) kept_.emplace_back(a2 + k, b2 + k);
  }

  /// Myers' search for the fewest changes; false where there are more than `most_steps`.
  bool step_by_step(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    const auto n = static_cast<std::ptrdiff_t>(a1 - a0);
    const auto m = static_cast<std::ptrdiff_t>(b1 - b0);
    const auto most = std::min<std::ptrdiff_t>(n + m, most_steps);
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](std::vector<std::ptrdiff_t>& v, std::ptrdiff_t k) -> std::ptrdiff_t& {
      return v[static_cast<std::size_t>(k + most + 1)];
    };
    std::vector<std::vector<std::ptrdiff_t>> trace;
    for (std::ptrdiff_t d = 0; d <= most; ++d) {
      trace.push_back(reach);
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        const bool down = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1));
        std::ptrdiff_t x = down ? at(reach, k + 1) : at(reach, k - 1) + 1;
        std::ptrdiff_t y = x - k;
        if (x > n || y > m) {
          at(reach, k) = x > n ? n + 1 : x;
          continue;
        }
        while (x < n && y < m &&
               a_[a0 + static_cast<std::size_t>(x)] == b_[b0 + static_cast<std::size_t>(y)]) {
          ++x;
          ++y;
        }
        at(reach, k) = x;
        if (x < n || y < m) continue;
        walk_back(trace, most, n, m, a0, b0);
        return true;
      }
    }
    return false;
  }

  void walk_back(std::vector<std::vector<std::ptrdiff_t>>& trace, std::ptrdiff_t most,
                 std::ptrdiff_t x, std::ptrdiff_t y, std::size_t a0, std::size_t b0) {
    const std::size_t from = kept_.size();
    for (auto d = static_cast<std::ptrdiff_t>(trace.size()) - 1; d >= 0; --d) {
      const auto& reach = trace[static_cast<std::size_t>(d)];
      const auto at = [&](std::ptrdiff_t k) {
        return reach[static_cast<std::size_t>(k + most + 1)];
      };
      const std::ptrdiff_t k = x - y;
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      const std::ptrdiff_t before = down ? k + 1 : k - 1;
      const std::ptrdiff_t x0 = d == 0 ? 0 : at(before);
      const std::ptrdiff_t y0 = d == 0 ? 0 : x0 - before;
      while (x > x0 && y > y0) {
        --x;
        --y;
        kept_.emplace_back(a0 + static_cast<std::size_t>(x), b0 + static_cast<std::size_t>(y));
      }
      x = x0;
      y = y0;
    }
    std::reverse(kept_.begin() + static_cast<std::ptrdiff_t>(from), kept_.end());
  }

  /// Lines that stand once in both stay, as many as come in the same order; between them the
  /// search begins anew.
  void by_anchors(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, int depth) {
    struct Seen {
      std::size_t in_a = 0;
      std::size_t in_b = 0;
      std::size_t place = 0;
    };
    std::unordered_map<std::uint32_t, Seen> seen;
    for (std::size_t i = a0; i < a1; ++i) ++seen[a_[i]].in_a;
    for (std::size_t j = b0; j < b1; ++j) {
      Seen& one = seen[b_[j]];
      ++one.in_b;
      one.place = j;
    }
    std::vector<std::pair<std::size_t, std::size_t>> both;
    for (std::size_t i = a0; i < a1; ++i) {
      const Seen& one = seen[a_[i]];
      if (one.in_a == 1 && one.in_b == 1) both.emplace_back(i, one.place);
    }
    std::size_t a = a0;
    std::size_t b = b0;
    const auto anchors = rising(both);
    if (anchors.empty()) return;
    for (const auto& [i, j] : anchors) {
      match(a, i, b, j, depth + 1);
      kept_.emplace_back(i, j);
      a = i + 1;
      b = j + 1;
    }
    match(a, a1, b, b1, depth + 1);
  }

  /// A longest part of the pairs in which the second numbers rise.
  static std::vector<std::pair<std::size_t, std::size_t>> rising(
      const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    std::vector<std::size_t> ends;  // of the best rows of each length
    std::vector<std::size_t> before(pairs.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto at = std::ranges::lower_bound(ends, pairs[i].second, {},
                                               [&](std::size_t k) { return pairs[k].second; });
      if (at != ends.begin()) before[i] = *std::prev(at);
      if (at == ends.end()) {
        ends.push_back(i);
      } else {
        *at = i;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = ends.empty() ? pairs.size() : ends.back(); i < pairs.size();
         i = before[i]) {
      out.push_back(pairs[i]);
    }
    std::ranges::reverse(out);
    return out;
  }

  Lines a_;
  Lines b_;
  std::vector<std::pair<std::size_t, std::size_t>> kept_;
};

std::vector<DiffLine> whole_lines_diff(std::string_view before, std::string_view after) {
  const auto a = lines_of(before);
  const auto b = lines_of(after);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto numbered = [&](const std::vector<std::string_view>& lines) {
    std::vector<std::uint32_t> out;
    for (const std::string_view line : lines) {
      out.push_back(
          numbers.try_emplace(line, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return out;
  };
  const auto a_numbers = numbered(a);
  const auto b_numbers = numbered(b);
  const Matcher matcher(a_numbers, b_numbers);
  std::vector<DiffLine> out;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto up_to = [&](std::size_t to_i, std::size_t to_j) {
    while (i < to_i) out.push_back({'-', a[i++]});
    while (j < to_j) out.push_back({'+', b[j++]});
  };
  for (const auto& [kept_a, kept_b] : matcher.kept()) {
    up_to(kept_a, kept_b);
    out.push_back({' ', a[i++]});
    ++j;
  }
  up_to(a.size(), b.size());
  return out;
}

/// A name as git writes it: in quotes where it holds what would end or hide it.
std::string named(std::string_view side, std::string_view name) {
  const auto odd = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\';
  };
  std::string out = fmt::format("{}{}", side, name);
  if (std::ranges::none_of(name, odd)) return name.contains(' ') ? out + '\t' : out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (odd(c)) {
      quoted += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

/// The part of a diff from the first to before the last of its lines, with its head.
void put_hunk(std::string& out, std::span<const DiffLine> hunk, std::size_t line_a,
              std::size_t line_b) {
  const auto count = [&](char other) {
    return static_cast<std::size_t>(
        std::ranges::count_if(hunk, [&](const DiffLine& line) { return line.sign != other; }));
  };
  const auto range = [](std::size_t line, std::size_t lines) {
    // Where nothing stands the line before is named.
    if (lines == 0) return fmt::format("{},0", line - 1);
    return lines == 1 ? fmt::format("{}", line) : fmt::format("{},{}", line, lines);
  };
  fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n", range(line_a, count('+')),
                 range(line_b, count('-')));
  for (const DiffLine& line : hunk) {
    out += line.sign;
    out += line.text;
    if (!line.text.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

}  // namespace

std::vector<DiffLine> line_diff(std::string_view before, std::string_view after) {
  std::vector<DiffLine> out = whole_lines_diff(before, after);
  for (DiffLine& line : out) {
    if (line.text.ends_with('\n')) line.text.remove_suffix(1);
  }
  return out;
}

std::string diff_text(const std::vector<DiffLine>& lines, std::size_t context) {
  std::vector<bool> shown(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].sign == ' ') continue;
    const std::size_t from = i - std::min(i, context);
    for (std::size_t k = from; k < std::min(lines.size(), i + context + 1); ++k) shown[k] = true;
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!shown[i]) {
      if (i > 0 && shown[i - 1]) out += "...\n";
      continue;
    }
    // No white space at the end of a line that is empty in both.
    if (lines[i].sign != ' ' || !lines[i].text.empty()) out += lines[i].sign;
    if (!lines[i].text.empty()) out += ' ';
    out += lines[i].text;
    out += '\n';
  }
  if (out.ends_with("...\n")) out.resize(out.size() - 4);
  return out;
}

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<DiffLine> lines = whole_lines_diff(before, after);
  std::string out = fmt::format("--- {}\n+++ {}\n", named("a/", name), named("b/", name));
  std::size_t line_a = 1;
  std::size_t line_b = 1;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].sign == ' ') {
      ++line_a;
      ++line_b;
      ++i;
      continue;
    }
    // Up to where more lines stay than two contexts have.
    std::size_t end = i;
    for (std::size_t k = i; k < lines.size() && k <= end + 2 * context_lines; ++k) {
      if (lines[k].sign != ' ') end = k;
    }
    const std::size_t lead = std::min(context_lines, i);
    const std::size_t stop = std::min(lines.size(), end + 1 + context_lines);
    put_hunk(out, std::span(lines).subspan(i - lead, stop - (i - lead)), line_a - lead,
             line_b - lead);
    for (; i < stop; ++i) {
      line_a += lines[i].sign != '+' ? 1 : 0;
      line_b += lines[i].sign != '-' ? 1 : 0;
    }
  }
  return out;
}

}  // namespace rolecall
