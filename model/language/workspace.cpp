#include "model/language/workspace.hpp"

#include <algorithm>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (!part.empty() && part != ".") parts.push_back(part);
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return parts;
}

bool part_matches(std::string_view pattern, std::string_view part) {
  std::size_t p = 0;
  std::size_t at = 0;
  std::size_t star = pattern.npos;
  std::size_t tried = 0;
  while (at < part.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      tried = at;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      next_code_point(part, at);
    } else if (p < pattern.size() && pattern[p] == part[at]) {
      ++p;
      ++at;
    } else if (star != pattern.npos) {
      p = star;
      next_code_point(part, tried);
      at = tried;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == pattern.npos;
}

}  // namespace

bool leads_out(std::string_view path) {
  const auto parts = parts_of(path);
  return path.starts_with('/') || std::ranges::find(parts, "..") != parts.end();
}

std::string plain_path(std::string_view path) {
  std::string out;
  for (const std::string_view part : parts_of(path)) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

bool matches(std::string_view pattern, std::string_view path) {
  const auto wanted = parts_of(pattern);
  const auto given = parts_of(path);
  std::size_t p = 0;
  std::size_t at = 0;
  std::size_t stars = wanted.size() + 1;
  std::size_t tried = 0;
  while (at < given.size()) {
    if (p < wanted.size() && wanted[p] == "**") {
      stars = ++p;
      tried = at;
    } else if (p < wanted.size() && part_matches(wanted[p], given[at])) {
      ++p;
      ++at;
    } else if (stars <= wanted.size()) {
      p = stars;
      at = ++tried;
    } else {
      return false;
    }
  }
  while (p < wanted.size() && wanted[p] == "**") ++p;
  return p == wanted.size();
}

bool is_pattern(std::string_view text) { return text.find_first_of("*?") != text.npos; }

}  // namespace rolecall
