#pragma once
// "Did you mean": a misspelt word, the one that is meant, and the repair.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/text/finding.hpp"

namespace rolecall {

struct NearMiss {
  std::string_view word;  ///< what is meant
  /// Whether it can hardly be anything else: one is a slip of the other, and no other word is.
  bool sure = false;
  /// Where the word looks like the one that is meant: "the letters are composed differently".
  std::string why{};
};

/// Whether two words differ by one slip of the keys: in a word of five letters or more one too
/// many, too few or wrong, or two swapped; in shorter ones a letter that is doubled; in case or in
/// leading zeros alone. `cio-uk` is no slip of `cio-us`, nor `ciso` one of `cio`, nor `131` one of
/// `132`.
bool is_slip(std::string_view a, std::string_view b);

/// The one that looks like the word; else `nearest` among those with the same numbers, for another
/// number is no misspelling, and how sure it is.
std::optional<NearMiss> near_miss(std::string_view word, std::span<const std::string_view> known);

/// Offers a repair, behind those that are there. The first one's title is the help where there is
/// none.
void offer(Finding& finding, Fix fix);

/// Asks "did you mean `ceo`?" and offers to write it at the place, behind `before`: the sign of an
/// exception, which is no part of the word. A number is only offered where it is sure.
void offer_word(Finding& finding, const Span& place, const NearMiss& near,
                std::string_view before = {});

/// Asks "did you mean `holder`?" and offers to call the key so.
void offer_key(Finding& finding, const Span& key, const NearMiss& near);

}  // namespace rolecall
