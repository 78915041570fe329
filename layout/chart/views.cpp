#include <algorithm>

#include "layout/chart/view.hpp"

namespace rolecall {

const View* find_view(std::string_view id) {
  const auto views = all_views();
  const auto found =
      std::find_if(views.begin(), views.end(), [&](const View* view) { return view->id == id; });
  return found == views.end() ? nullptr : *found;
}

}  // namespace rolecall
