// One line a finding, as compilers write them, for editors and for grep.

#include <fmt/format.h>

#include <algorithm>

#include "model/verdict/groups.hpp"
#include "report/format.hpp"
#include "report/snippet.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

/// The same file under a name that no job takes for a command where it begins a line.
std::string at_begin_of_line(const std::string& file) {
  const std::size_t first = std::min(file.find_first_not_of(" \t"), file.size());
  return file.compare(first, 2, "::") == 0 ? "./" + file : file;
}

std::string write_short(std::span<const Judgement> judgements, const FormatOptions& options) {
  const Painter painter(options.colour);
  std::string out;
  for (const Judgement& judgement : judgements) {
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries.apart()) {
      const Finding& finding = *entry;
      if (finding.waived) continue;
      const Span& place = finding.place();
      out +=
          fmt::format("{}:{}:{}: ", printable(at_begin_of_line(judgement.sources.of(place).name())),
                      place.line, place.column);
      painter.put(out, style_of(finding.severity),
                  fmt::format("{}[{}]", name(finding.severity), finding.check));
      out += fmt::format(": {}\n", printable(finding.message));
    }
  }
  return out;
}

}  // namespace

extern const Format short_format;
const Format short_format{"short", "one line a finding", write_short};

}  // namespace rolecall
