// One line a finding, as compilers write them, for editors and for grep.

#include "model/verdict/groups.hpp"
#include "report/format.hpp"
#include "report/one_line.hpp"

namespace rolecall {
namespace {

std::string write_short(std::span<const Judgement> judgements, const FormatOptions& options) {
  const Painter painter(options.colour);
  std::string out;
  for (const Judgement& judgement : judgements) {
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries.apart()) {
      if (!entry->waived) put_one_line(out, painter, judgement.sources, *entry);
    }
  }
  return out;
}

/// See `Format::is_report`.
bool is_short(std::string_view bytes) {
  static constexpr std::string_view each[] = {": error[", ": warning[", ": note["};
  return first_line_has(bytes, each);
}

}  // namespace

extern const Format short_format;
const Format short_format{"short", "one line a finding", write_short, is_short};

}  // namespace rolecall
