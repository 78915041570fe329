#include "report/one_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/snippet.hpp"

namespace rolecall {
namespace {

/// The same file under a name that no job takes for a command where it begins a line.
std::string at_begin_of_line(const std::string& file) {
  const std::size_t first = std::min(file.find_first_not_of(" \t"), file.size());
  return file.compare(first, 2, "::") == 0 ? "./" + file : file;
}

}  // namespace

void put_one_line(std::string& out, const Painter& painter, const Sources& sources,
                  const Finding& finding) {
  const Span& place = finding.place();
  out += fmt::format("{}:{}:{}: ", printable(at_begin_of_line(sources.of(place).name())),
                     place.line, place.column);
  painter.put(out, style_of(finding.severity),
              fmt::format("{}[{}]", name(finding.severity), finding.check));
  out += fmt::format(": {}\n", printable(finding.message));
}

}  // namespace rolecall
