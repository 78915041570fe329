#include "model/edit/key_order.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "model/language/language.hpp"

namespace rolecall {
namespace {

using Keys = std::vector<std::string_view>;

template <class T>
void add(Keys& keys) {
  for (const auto& field : fields<T>()) keys.push_back(field.key);
}

template <class... Ts>
Keys keys_of() {
  Keys keys;
  (add<Ts>(keys), ...);
  return keys;
}

/// What stands before the first table: of a configuration, which extends others, and of a
/// description.
Keys top_keys() {
  Keys keys{"rolecall", "include", "base"};
  for (const std::string_view key :
       {"extends", "required_version", "profile", "catalogues", "output", "fail_on"}) {
    keys.push_back(key);
  }
  return keys;
}

const std::map<std::string, Keys, std::less<>>& tables() {
  static const std::map<std::string, Keys, std::less<>> all{
      {"", top_keys()},
      {"company", keys_of<CompanyDecl>()},
      {"position", keys_of<PositionDecl, DutyLists>()},
      {"position.holders", keys_of<HolderDecl>()},
      {"person", keys_of<PersonDecl>()},
      {"team", keys_of<TeamDecl, DutyLists>()},
      {"body", keys_of<BodyDecl, DutyLists>()},
      {"link", keys_of<LinkDecl>()},
      {"duty", keys_of<DutyDecl>()},
      {"duties.*", keys_of<DutyLists, DutyViewDecl>()},
      {"waiver", keys_of<WaiverDecl>()},
      {"role", keys_of<RoleDecl>()},
  };
  return all;
}

}  // namespace

std::span<const std::string_view> key_order(std::span<const std::string> path) {
  std::string name;
  for (const std::string& part : path) name += (name.empty() ? "" : ".") + part;
  if (path.size() == 2 && path[0] == "duties") name = "duties.*";
  const auto found = tables().find(name);
  return found == tables().end() ? std::span<const std::string_view>() : found->second;
}

std::span<const std::string_view> entry_key_order(std::span<const std::string> path,
                                                  std::string_view key) {
  static const Keys entry{"duty", "holder", "scope"};
  static const Keys lists = keys_of<DutyLists>();
  if (path.empty()) return {};
  if (key == "holders" && path[0] == "position") return tables().at("position.holders");
  const bool has_lists =
      path[0] == "position" || path[0] == "team" || path[0] == "body" || path[0] == "duties";
  if (has_lists && std::ranges::find(lists, key) != lists.end()) return entry;
  return {};
}

std::size_t rank(std::span<const std::string_view> order, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(order, key) - order.begin());
}

}  // namespace rolecall
