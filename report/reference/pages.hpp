#pragma once
// Pages of the documentation that are written from the code: docs/<id>.md.

#include <span>
#include <string>
#include <string_view>

namespace rolecall {

struct Page {
  std::string_view id;
  std::string (*write)();
};

std::span<const Page> all_pages();

}  // namespace rolecall
