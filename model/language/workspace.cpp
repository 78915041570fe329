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

/// The first part that is not empty or `.`; empty where there is none.
std::string_view first_part(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") return part;
    if (slash == path.npos) return {};
    path.remove_prefix(slash + 1);
  }
}

/// What follows a part of a path in it.
std::string_view behind(std::string_view path, std::string_view part) {
  path.remove_prefix(static_cast<std::size_t>(part.data() - path.data()) + part.size());
  return path;
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
  std::string_view stars;  // the pattern behind the last `**`
  std::string_view tried;  // the path from where it was tried there
  bool starred = false;
  while (true) {
    const std::string_view given = first_part(path);
    const std::string_view wanted = first_part(pattern);
    if (given.empty()) break;
    if (wanted == "**") {
      stars = pattern = behind(pattern, wanted);
      tried = path;
      starred = true;
    } else if (!wanted.empty() && part_matches(wanted, given)) {
      pattern = behind(pattern, wanted);
      path = behind(path, given);
    } else if (starred) {
      path = tried = behind(tried, first_part(tried));
      pattern = stars;
    } else {
      return false;
    }
  }
  while (first_part(pattern) == "**") pattern = behind(pattern, first_part(pattern));
  return first_part(pattern).empty();
}

bool is_pattern(std::string_view text) { return text.find_first_of("*?") != text.npos; }

}  // namespace rolecall
