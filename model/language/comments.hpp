#pragma once
// The waivers that stand in comments.

#include <cstdint>
#include <vector>

#include "model/language/document.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// The waivers in comments: `# rolecall: allow duty-overlap, span-wide until=2027-03-31 by=cto
/// why`. Each check of a comment is one waiver. It is for the comment's line where something stands
/// before it, else for the next line that holds more than a comment. What is written wrong becomes
/// a finding.
std::vector<WaiverDecl> read_comment_waivers(const syntax::Tree& tree, const SourceText& text,
                                             std::uint32_t file, Findings& findings);

}  // namespace rolecall
