// Whatever the bytes: both readers agree on what is TOML and what it says, and what the syntax tree
// leaves of a broken text is TOML.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/syntax/both_readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string differs = rolecall::test::disagreement(text);
  if (!differs.empty()) {
    std::fprintf(stderr, "%s\n", differs.c_str());
    std::abort();
  }
  return 0;
}
