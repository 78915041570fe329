#include "cli/fixed_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/common.hpp"
#include "report/identity.hpp"
#include "report/line_diff.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace fs = std::filesystem;

bool replace_files(const NewFiles& files, const NewFiles& read, const Handles& handles) {
  const auto refuse = [&](const std::string& path, std::string_view why) {
    complain(handles, fmt::format("cannot write `{}`: {}", printable(path), why));
    return false;
  };
  for (const auto& [path, bytes] : files) {
    std::error_code none;
    if (!fs::is_regular_file(path, none))
      return refuse(path, "it is no file that could be replaced");
    const auto now = read_file(path);
    const auto before = read.find(path);
    if (!now || before == read.end() || *now != before->second) {
      return refuse(path, "it was changed meanwhile; nothing is written");
    }
  }
  for (const auto& [path, bytes] : files) {
    if (const auto written = write_file(path, bytes); !written) {
      complain(handles, written.error().what);
      return false;
    }
  }
  return true;
}

std::string diff_of(const NewFiles& files, const NewFiles& read) {
  const std::string folder(format_options(false).folder);
  std::string out;
  for (const auto& [path, bytes] : files) {
    const auto before = read.find(path);
    if (before == read.end()) continue;
    out += unified_diff(relative_name(path, folder), before->second, bytes);
  }
  return out;
}

std::string shown_diff(const std::string& diff, Colour colour, const Handles& handles) {
  const bool painted = use_colour(colour, handles.out);
  if (!painted && ::isatty(handles.out) != 1) return diff;
  const Painter painter(painted);
  std::string out;
  std::string_view rest = diff;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const Style style = line.starts_with("@@") || line.starts_with("---") || line.starts_with("+++")
                            ? Style::strong
                        : line.starts_with('-') ? Style::error
                        : line.starts_with('+') ? Style::help
                                                : Style::plain;
    painter.put(out, style, printable(line.substr(0, line.find_last_not_of('\r') + 1)));
    out += '\n';
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return out;
}

}  // namespace rolecall
