#pragma once
// What a job title says: the roles that its holder has, and the state of the post.
//
// Rather none than a wrong one: a title that only speaks of a role ("Deputy CIO", "Head of the
// office of the CTO", "Federal CTO") gives a doubt and no role. The phrases are the catalogue's.

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/org/ids.hpp"
#include "model/org/org.hpp"

namespace rolecall {

struct TitleReading {
  std::vector<RoleId> roles;  ///< of the catalogue by its order, in order of the title
  TitleDoubt doubt;           ///< the first phrase not taken, and others with the same trap
  std::vector<std::string_view> states;  ///< keys of `[states]`, in order of the title
  std::vector<RoleId> near;              ///< roles that it may be in all but name: "Head of IT"
  std::optional<RoleId>
      watches;         ///< a role that watches over others as it does: "IT Audit Manager"
  bool above = false;  ///< it stands above the head of a company: "Chair of the Board"
};

/// Phrases of titles that mean a role, beside those of the catalogue; case does not count. The
/// index of a role that the catalogue does not have comes after its roles.
struct TitlePhrases {
  RoleId role;
  std::string_view name;  ///< of the role
  std::vector<std::string_view> titles;
};

class TitleLexicon;

/// Reads titles by the catalogue's phrases and more.
class TitleReader {
 public:
  explicit TitleReader(std::span<const TitlePhrases> more = {});
  TitleReading read(std::string_view title) const;

 private:
  std::shared_ptr<const TitleLexicon> lexicon_;
};

/// Reads a title by the catalogue's phrases alone. `doubt.trap` is a part of `title`. Titles of
/// more than 64 words say nothing.
TitleReading read_title(std::string_view title);

}  // namespace rolecall
