#include "rules/near_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

#include "model/text/text.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Further down stand heads of parts.
constexpr std::size_t lowest_layer = 2;

constexpr std::size_t most_named = 3;

}  // namespace

std::vector<PositionId> near_posts(const Org& org, RoleId role) {
  std::vector<PositionId> out;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    const Position& post = org[id];
    if (std::ranges::find(post.near, role) == post.near.end()) continue;
    if (!exists(post.filling) || post.assistant) continue;
    if (org.graph.layer(org.vertex(id)) > lowest_layer || org.graph.detached(org.vertex(id))) {
      continue;
    }
    const bool other = std::ranges::any_of(
        post.roles, [&](RoleId each) { return is_cio_or_cto(org, each) || org[each].id == "CEO"; });
    if (!other) out.push_back(id);
  }
  const auto rank = [&](PositionId id) {
    return std::tuple(org.graph.layer(org.vertex(id)), !active(org[id].filling), org[id].id);
  };
  std::ranges::sort(out, {}, rank);
  return out;
}

std::optional<PositionId> foremost(const Org& org, std::span<const PositionId> near) {
  if (near.empty()) return std::nullopt;
  const auto layer = [&](PositionId id) { return org.graph.layer(org.vertex(id)); };
  if (near.size() > 1 && layer(near[0]) == layer(near[1])) return std::nullopt;
  return near[0];
}

std::string titles_of(const Org& org, std::span<const PositionId> posts) {
  std::string out;
  for (std::size_t i = 0; i < std::min(posts.size(), most_named); ++i) {
    if (i > 0) out += i + 1 == posts.size() ? " and " : ", ";
    out += fmt::format("{} ({})", quoted(org[posts[i]].id), plain(org[posts[i]].title));
  }
  if (posts.size() > most_named) out += fmt::format(" and {} more", posts.size() - most_named);
  return out;
}

bool ready_for_role(const Org& org, PositionId id) {
  const std::size_t layer = org.graph.layer(org.vertex(id));
  const Chiefs all = chiefs(org);
  return !org.has_duty_lists && layer == 1 &&
         std::ranges::all_of(all, [&](const std::optional<PositionId>& chief) {
           return !chief || org.graph.layer(org.vertex(*chief)) == layer ||
                  std::ranges::none_of(org[*chief].roles,
                                       [&](RoleId role) { return is_cio_or_cto(org, role); });
         });
}

Fix write_role(const Org& org, PositionId id, RoleId role) {
  const Position& post = org[id];
  if (post.roles.empty()) return set_in_post(org, id, "role", org[role].id);
  std::vector<std::string> roles;
  std::string shown;
  for (const RoleId each : post.roles) roles.emplace_back(org[each].id);
  roles.emplace_back(org[role].id);
  for (const std::string& each : roles) {
    shown += fmt::format("{}\"{}\"", shown.empty() ? "" : ", ", plain(each));
  }
  return {fmt::format("write `role = [{}]` in {}", shown, quoted(post.id)),
          {SetKey{post.decl->span, "role", roles}}};
}

}  // namespace rolecall
