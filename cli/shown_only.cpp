#include "cli/shown_only.hpp"

#include <utility>

#include "model/verdict/groups.hpp"

namespace rolecall {

ShownOnly::ShownOnly(std::vector<Judgement>& judgements, Severity least) : judgements_(judgements) {
  if (least == Severity::note) return;
  for (Judgement& judgement : judgements) {
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries) {
      if (!entry->waived && entry->severity < least) ++judgement.hidden;
    }
    Findings shown;
    for (const Finding& finding : judgement.findings) {
      if (finding.severity >= least) shown.push_back(finding);
    }
    all_.push_back(std::exchange(judgement.findings, std::move(shown)));
  }
}

ShownOnly::~ShownOnly() {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    judgements_[i].findings = std::move(all_[i]);
    judgements_[i].hidden = 0;
  }
}

}  // namespace rolecall
