#include "model/syntax/foreign.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/syntax/characters.hpp"
#include "model/syntax/lines.hpp"

namespace rolecall::syntax {
namespace {

constexpr std::size_t lines_looked_at = 40;

std::string_view trimmed_line(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && (is_blank(line.back()) || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

/// The first lines that are neither blank nor a comment, without blanks around them.
std::vector<std::string_view> first_lines(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::uint32_t at = 0; at < text.size() && out.size() < lines_looked_at;
       at = next_line(text, at)) {
    const std::string_view line = trimmed_line(text.substr(at, end_of_line(text, at) - at));
    if (!line.empty() && !line.starts_with('#')) out.push_back(line);
  }
  return out;
}

std::size_t marks_outside_quotes(std::string_view line, char mark) {
  std::size_t marks = 0;
  bool in_quotes = false;
  for (const char c : line) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == mark && !in_quotes) ++marks;
  }
  return marks;
}

/// `key: value`, `- item`, `---`.
bool is_yaml(std::string_view line) {
  if (line == "---" || line.starts_with("- ") || line == "-") return true;
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return false;
  const std::string_view key = line.substr(0, colon);
  return std::ranges::all_of(key, [](char c) { return is_bare(c) || is_quote(c) || c == ' '; });
}

bool is_toml(std::string_view line) { return starts_statement(line, 0); }

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return false;
  if (text[first] == '{') return true;
  if (text[first] != '[') return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", first + 1);
  return next != text.npos && (text[next] == '{' || text[next] == '"');
}

/// The separator of a text of values in columns; 0 where it is none.
char separator_of(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2 || std::ranges::any_of(lines, is_toml)) return 0;
  for (const char mark : {'\t', ';', ','}) {
    const std::size_t columns = marks_outside_quotes(lines[0], mark);
    if (columns == 0 || lines[0].starts_with('[')) continue;
    const auto alike = std::ranges::count_if(
        lines, [&](std::string_view line) { return marks_outside_quotes(line, mark) == columns; });
    if (static_cast<std::size_t>(alike) * 5 >= lines.size() * 4) return mark;
  }
  return 0;
}

}  // namespace

std::optional<Foreign> seems_foreign(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string_view write =
      "write the description as TOML: `[company]`, then a `[[position]]` for each post";
  if (is_json(text)) {
    return Foreign{"the file seems to be JSON, not TOML", std::string(write)};
  }
  if (trimmed_line(text.substr(0, end_of_line(text, 0))).starts_with('<')) {
    return Foreign{"the file seems to be XML or HTML, not TOML", std::string(write)};
  }
  const std::vector<std::string_view> lines = first_lines(text);
  const auto yaml = static_cast<std::size_t>(std::ranges::count_if(lines, is_yaml));
  const auto toml = static_cast<std::size_t>(std::ranges::count_if(lines, is_toml));
  if (yaml >= 2 && toml == 0 && yaml * 2 > lines.size()) {
    return Foreign{"the file seems to be YAML, not TOML",
                   fmt::format("{}, and `key = \"value\"` for `key: value`", write)};
  }
  if (const char mark = separator_of(lines); mark != 0) {
    const std::string_view name = mark == ','   ? "CSV"
                                  : mark == ';' ? "CSV with `;`"
                                                : "a table with tabs";
    return Foreign{fmt::format("the file seems to be {}, not TOML", name),
                   "write each row as a `[[position]]` with `id`, `title`, `holder` and "
                   "`reports_to`"};
  }
  return std::nullopt;
}

}  // namespace rolecall::syntax
