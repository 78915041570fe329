#pragma once
// Duties by what they mean: their titles and what else they are called.

#include <span>
#include <string_view>
#include <vector>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

struct FoundDuty {
  const Catalogue* catalogue = nullptr;
  const CatalogueDuty* duty = nullptr;
};

/// Whether two names are equal but for case and for what separates their words: "Service desk",
/// "service-desk".
bool same_term(std::string_view a, std::string_view b);

/// The duties of all catalogues that a word is the id of, the title, or another name. An id comes
/// before a title, that before another name.
std::vector<FoundDuty> duties_called(std::string_view word);

/// The duties whose id, title, sentence or other names hold all words of a text, in any order.
std::vector<FoundDuty> search_duties(std::string_view text);

}  // namespace rolecall
