#include "rules/structural_rules.hpp"

namespace rolecall {
namespace {

constexpr StructuralRule rules[] = {
    {"F1", "A CIO who does not report to the head of the organisation still has the head's ear.",
     "US Code, title 44, section 3506; OMB memorandum M-15-14, baseline Q"},
    {"F2",
     "Work can be passed on, accountability stays. Some duties may not be passed on at all: to "
     "approve the IT budget, and the CIOs of divisions.",
     "OMB memorandum M-15-14, baseline D and M"},
    {"F3",
     "Information management is a CIO's first duty; a second office beside it is to be declared.",
     "US Code, title 40, section 11315"},
    {"F4", "Where a chief of security is from another company, somebody inside oversees the work.",
     "New York Codes, Rules and Regulations, title 23, part 500.4"},
    {"F5",
     "Whoever is accountable has the authority: those who do the work stand in the same line.",
     "ISO/IEC 38500"},
    {"F6", "A board or a committee may be accountable.", "COBIT 2019"},
    {"F7",
     "A boss has about seven direct reports, four to ten, and a company at most eight layers.",
     "the public handbook of GitLab"},
    {"F8",
     "A map of responsibilities shows no gap, and a responsibility that several share states the "
     "reason.",
     "Handbook of the Financial Conduct Authority, SYSC 25.2 and 25.4"},
    {"F9",
     "Whoever watches over security is not independent anywhere below the CIO. A direct line to "
     "the head or the board makes up for a part of it.",
     "writings on the independence of the CISO"},
};

}  // namespace

std::span<const StructuralRule> structural_rules() { return rules; }

const StructuralRule* find_structural_rule(std::string_view id) {
  for (const StructuralRule& rule : rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

}  // namespace rolecall
