#pragma once
// The options of `render` that say which pictures to write and how they look.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/render.hpp"

namespace rolecall {

/// As they were written; empty: not given.
struct PictureWords {
  std::vector<std::string> outs;
  std::string format;
  std::string theme;
  std::string dpi;
  std::string page;
  std::string poster;  ///< `auto` where it stands without a number of sheets
  std::string link;
  bool unplaced = false;

  void add_outs_to(Parser& parser);
  void add_looks_to(Parser& parser);
};

/// Understands them, or says what is wrong.
std::optional<UsageError> take_pictures(const PictureWords& words, RenderCommand& command);

/// The arguments with `--poster` and its value, which may be left out, as one word. `keep` holds
/// these words.
std::vector<const char*> with_poster(std::span<const char* const> arguments,
                                     std::vector<std::string>& keep);

}  // namespace rolecall
