#pragma once
// Findings with the lines that they are about, as rustc prints them.

#include <cstddef>
#include <string>

#include "model/text/source.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {

/// All entries but waived ones, the most important first, each with an empty line after it.
std::string findings_text(const Sources& sources, const Entries& entries, bool colour,
                          const syntax::Trees& trees = {});

struct FindingsText {
  std::string text;
  std::size_t on_one_line = 0;  ///< entries that have a line each
  std::size_t left_out = 0;     ///< entries for which there was no room
};

/// The same in about so many lines. Where that is not enough, the last entries have one line each:
/// of errors all, of what is less as many as there is room for.
FindingsText findings_text_within(std::size_t most_lines, const Sources& sources,
                                  const Entries& entries, bool colour, const syntax::Trees& trees);

}  // namespace rolecall
