#pragma once
// Entries into and out of arrays and inline tables.

#include <span>
#include <string>

#include "model/edit/places.hpp"
#include "model/edit/text_edit.hpp"

namespace rolecall {

/// Takes some, not all, of the values of an array or pairs of an inline table out, in order of the
/// text. What stands alone on its line goes with the line and the comment on it.
void take_out(const Places& places, syntax::NodeId container, std::span<const syntax::NodeId> items,
              TextEdits& edits);

/// Adds entries, written as TOML, at the end of the list `value`: of an array in its style; another
/// value becomes the first entry of one.
void add_entries(const Places& places, syntax::NodeId value, std::span<const std::string> entries,
                 TextEdits& edits);

}  // namespace rolecall
