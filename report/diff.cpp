#include "report/diff.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {
namespace {

std::string below(std::string_view boss) {
  return boss.empty() ? "at the top" : fmt::format("below `{}`", boss);
}

std::string list(const std::vector<std::string_view>& holders) {
  return holders.empty() ? "nobody" : list_of(holders);
}

std::string somebody(std::string_view holder) {
  return holder.empty() ? "somebody who is not named" : std::string(holder);
}

}  // namespace

std::string words_of(const PositionChange& change) {
  if (change.added()) {
    return fmt::format("new, {}, {}", below(change.boss_after),
                       change.holder_after.empty()
                           ? "nobody named"
                           : fmt::format("held by {}", change.holder_after));
  }
  if (change.removed()) {
    return fmt::format(
        "removed, was {}{}", below(change.boss_before),
        change.holder_before.empty() ? "" : fmt::format(", held by {}", change.holder_before));
  }
  std::string out;
  const auto add = [&out](const std::string& words) {
    if (!out.empty()) out += "; ";
    out += words;
  };
  if (change.moved) {
    add(fmt::format("now {}, was {}", below(change.boss_after), below(change.boss_before)));
  }
  if (change.filled) add(fmt::format("filled by {}", somebody(change.holder_after)));
  if (change.vacated) add(fmt::format("vacated by {}", somebody(change.holder_before)));
  if (change.handed_over) {
    add(fmt::format("{} takes over from {}", somebody(change.holder_after),
                    somebody(change.holder_before)));
  }
  if (change.renamed) add("another title");
  return out;
}

std::string holders_text(const DutyChange& change) {
  if (change.before == change.after) return list(change.after);
  return fmt::format("{} -> {}", list(change.before), list(change.after));
}

std::string verdicts_text(const DutyChange& change) {
  const auto word = [](const std::optional<VerdictKind>& verdict) {
    return verdict ? name(*verdict) : std::string_view("not asked for");
  };
  if (change.verdict_before == change.verdict_after) return std::string(word(change.verdict_after));
  return fmt::format("{} -> {}", word(change.verdict_before), word(change.verdict_after));
}

std::string sums_line(const Changes& changes) {
  if (changes.none()) {
    return fmt::format("nothing changes; {} unchanged",
                       counted(changes.unchanged, "finding", "findings"));
  }
  std::string out;
  const std::size_t posts = changes.positions.size();
  const std::size_t duties = changes.duties.size();
  if (posts != 0) out = counted(posts, "post", "posts");
  if (duties != 0) out += (out.empty() ? "" : " and ") + counted(duties, "duty", "duties");
  if (out.empty()) out = "no post and no duty";
  out += posts + duties > 1 ? " change" : " changes";
  std::string separator = "; ";
  const auto add = [&](std::size_t number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    out += separator + counted(number, one, many);
    separator = ", ";
  };
  const Entries appeared(changes.appeared);
  add(appeared.count(Severity::error), "new error", "new errors");
  add(appeared.count(Severity::warning), "new warning", "new warnings");
  add(appeared.count(Severity::note), "new note", "new notes");
  if (changes.appeared.empty()) {
    out += separator + "no new findings";
    separator = ", ";
  }
  const Entries fixed(changes.fixed);
  add(static_cast<std::size_t>(std::ranges::distance(fixed)), "finding fixed", "findings fixed");
  return out + fmt::format(", {} unchanged", changes.unchanged);
}

}  // namespace rolecall
