#pragma once
// Typed ids: indices that cannot be mixed up.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace rolecall {

template <class Tag>
struct Id {
  std::uint32_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr std::size_t index() const { return value; }
  constexpr auto operator<=>(const Id&) const = default;
};

using PositionId = Id<struct PositionTag>;
using PersonId = Id<struct PersonTag>;
using TeamId = Id<struct TeamTag>;
using BodyId = Id<struct BodyTag>;
using DutyId = Id<struct DutyTag>;
using RoleId = Id<struct RoleTag>;
using ScopeId = Id<struct ScopeTag>;

}  // namespace rolecall

template <class Tag>
struct std::hash<rolecall::Id<Tag>> {
  std::size_t operator()(rolecall::Id<Tag> id) const noexcept { return id.value; }
};
