#pragma once
// What `render` was asked for.

#include <string>
#include <vector>

#include "cli/common_options.hpp"
#include "layout/chart/view.hpp"
#include "layout/draw/picture.hpp"

namespace rolecall {

/// Where a picture goes: to a file or (`-`) to standard output.
struct PictureOut {
  const Picture* picture = nullptr;
  std::string path;
};

struct RenderCommand : CommonOptions {
  std::string file;
  std::vector<PictureOut> outs;  ///< at least one
  const View* view = nullptr;
  std::string against;  ///< of a view of changes: a file or a revision of git; empty: the base
  PartOptions part;
  std::size_t sheet_cards = 0;  ///< not 0: sheets of about so many cards, and an overview
  Arrangement arrangement;
  std::string theme = "light";  ///< a built-in theme, or the path of one
  DrawOptions how;              ///< all but the theme, which is read when it is needed
};

int run(const RenderCommand& command, const Handles& handles);

}  // namespace rolecall
