#pragma once
// The labelled places of a finding with their source lines, laid out as rustc does.

#include <string>
#include <vector>

#include "model/text/finding.hpp"
#include "model/text/source.hpp"
#include "report/excerpt.hpp"
#include "report/terminal.hpp"

namespace rolecall {

/// Most places of one finding that are shown; more are counted.
inline constexpr std::size_t max_places = 12;

/// The style in which a severity is written.
Style style_of(Severity severity);

class SnippetWriter {
 public:
  SnippetWriter(const Sources& sources, Painter painter) : sources_(sources), painter_(painter) {}

  /// Appends the places of a finding. Returns the width of its line numbers, which what follows
  /// is aligned with.
  std::size_t write(std::string& out, const Finding& finding);

 private:
  const Sources& sources_;
  Painter painter_;
  std::vector<ColumnIndex> columns_;  ///< one a source text
};

}  // namespace rolecall
