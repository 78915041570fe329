#pragma once
// What answers for a source: which duty, check, skill, outcome, advice or pay rests on it.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

struct Answer {
  std::string_view kind;  ///< `duty`, `check`, `skill`, `outcome`, `advice` or `pay`
  std::string id;
};

/// All that cite a claim (`A3`), a structural rule (`F1`) or a published work (`M-15-14`, its
/// items among them), each once, in the order of the kinds above.
std::vector<Answer> answers_for(std::string_view source);

/// The parts of "A33, F8".
std::vector<std::string_view> sources_of(std::string_view list);

}  // namespace rolecall
