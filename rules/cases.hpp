#pragma once
// For each check a description in which it finds something, and the same description mended. They
// are the files of `tests/rules/<id>/`, compiled in, so that what is explained is what is tested.

#include <span>
#include <string_view>

namespace rolecall {

struct Case {
  std::string_view check;
  std::string_view bad;
  std::string_view good;
};

/// In order of the checks' ids.
std::span<const Case> cases();
/// The case of a check, or null.
const Case* find_case(std::string_view check);

}  // namespace rolecall
