#include "report/excerpt.hpp"

#include <algorithm>

#include "model/text/text.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

constexpr std::uint32_t columns_before = 20;  // that are shown before the first label of a cut line
// Code points without width count for nothing on the screen, so their number has a limit too.
constexpr std::size_t most_code_points = 4 * max_source_width;
constexpr std::string_view cut_mark = "...";

Excerpt take(std::string_view line, std::size_t byte, std::uint32_t first) {
  Excerpt out;
  out.first = first;
  if (first > 1) out.text = cut_mark;
  std::size_t width = out.text.size();
  out.at.push_back(width);
  while (byte < line.size()) {
    if (width >= max_source_width || out.at.size() > most_code_points) {
      out.cut_after = true;
      out.text += cut_mark;
      break;
    }
    width += append_printable(out.text, next_code_point(line, byte));
    out.at.push_back(width);
  }
  return out;
}

}  // namespace

std::size_t ColumnIndex::offset(std::string_view line, std::uint32_t column) {
  if (line.data() != line_.data() || line.size() != line_.size() || checkpoints_.empty()) {
    line_ = line;
    checkpoints_.assign(1, 0);
  }
  const std::size_t wanted = (std::max(column, 1u) - 1) / step_;
  while (checkpoints_.size() <= wanted && checkpoints_.back() < line.size()) {
    std::size_t at = checkpoints_.back();
    for (std::uint32_t i = 0; i < step_ && at < line.size(); ++i) next_code_point(line, at);
    checkpoints_.push_back(at);
  }
  const std::size_t start = std::min(wanted, checkpoints_.size() - 1);
  std::size_t at = checkpoints_[start];
  for (std::size_t i = start * step_ + 1; i < column && at < line.size(); ++i) {
    next_code_point(line, at);
  }
  return at;
}

std::size_t Excerpt::offset(std::uint32_t column) const {
  if (column <= first) return at.front();
  return at[std::min<std::size_t>(column - first, at.size() - 1)];
}

Excerpt make_excerpt(std::string_view line, std::uint32_t from, std::uint32_t to,
                     ColumnIndex& columns) {
  Excerpt whole = take(line, 0, 1);
  if (!whole.cut_after || to <= whole.at.size()) return whole;
  const std::uint32_t first = from > columns_before ? from - columns_before : 1;
  return take(line, columns.offset(line, first), first);
}

}  // namespace rolecall
