#pragma once
// Documents put together: the files of one description, and a proposal with what it changes.

#include "model/language/document.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Adds a further file to a description. Its tables stand behind those that are there; a key of
/// `[company]`, `[checks]` or `[duties.<id>]` that both say becomes a finding, and the first
/// counts.
void add_part(Document& whole, Document part, Findings& findings);

/// The base as the proposal changes it: a table with a known id (of a person: the id, else the
/// name) changes it key by key, `remove` takes it away, everything else is added. A list that is
/// written and empty clears the base's. Another holder comes without the dates, the state and the
/// deputy of the one before. A table whose `was` names one of the base renames it, everywhere.
Document changed(Document base, Document proposal, Findings& findings);

/// Findings for `remove` and `unset`, which a document without base has no use for.
void refuse_changes(const Document& document, Findings& findings);

}  // namespace rolecall
