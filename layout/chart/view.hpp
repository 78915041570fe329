#pragma once
// What a view is. One file in `layout/views/` holds one; the file's stem is its id.

#include <span>
#include <string_view>

#include "layout/chart/chart.hpp"
#include "layout/chart/part.hpp"
#include "model/verdict/changes.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

struct View {
  std::string_view id;
  std::string_view says;  ///< for --help, one line without full stop
  /// The judgement has an organisation, and the part is one of it.
  Chart (*make)(const Judgement& judgement, const Part& part);
  /// The same with what changes against another state; null where the view shows no changes. Both
  /// the part and the chart are of the later state, which has an organisation.
  Chart (*make_changes)(const Changes& changes, const Part& part) = nullptr;
};

/// All views, in order of their ids. The table is made by the build from the folder.
std::span<const View* const> all_views();
const View* find_view(std::string_view id);

}  // namespace rolecall
