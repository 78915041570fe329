#include "model/org/unread_bosses.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <variant>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Whether the first fix calls the key `reports_to`, and does nothing else.
bool calls_it_reports_to(const Finding& finding) {
  if (finding.check != "unknown-key" || finding.fixes.empty()) return false;
  const Fix& fix = finding.fixes.front();
  if (fix.changes.size() != 1) return false;
  const auto* rename = std::get_if<RenameKey>(fix.changes.data());
  return rename != nullptr && rename->name == "reports_to";
}

}  // namespace

void name_unread_bosses(const Org& org, Findings& findings) {
  std::map<Span, Finding*> keys;
  for (Finding& finding : findings) {
    if (calls_it_reports_to(finding)) keys.emplace(finding.place(), &finding);
  }
  if (keys.empty()) return;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionDecl& decl = *org.positions[i].decl;
    if (!decl.boss_unread || !decl.reports_to.given()) continue;
    const auto boss = org.graph.boss(Vertex(i));
    if (!boss) continue;
    const std::string id(org.id(*boss));
    if (id == decl.reports_to.value) continue;
    // The key is the last one before its value.
    const auto behind = keys.upper_bound(decl.reports_to.span);
    if (behind == keys.begin()) continue;
    const auto& [place, finding] = *std::prev(behind);
    if (place.file != decl.reports_to.span.file) continue;
    Fix& fix = finding->fixes.front();
    fix.changes.emplace_back(ReplaceText{decl.reports_to.span, id});
    fix.title += fmt::format(" and write {}", quoted(id));
  }
}

}  // namespace rolecall
