#include <cstddef>
#include <span>

#include "cli/command.hpp"
#include "cli/want_of_memory.hpp"

namespace {

/// Before constants of other files ask for memory.
[[gnu::constructor(101)]] void begin() { rolecall::end_at_want_of_memory(); }

}  // namespace

int main(int count, char** arguments) {
  const auto all = std::span<const char* const>(arguments, static_cast<std::size_t>(count));
  return rolecall::run_command_line(all.subspan(all.empty() ? 0 : 1), {});
}
