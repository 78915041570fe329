#include "cli/command.hpp"

int main(int count, char** arguments) {
  const auto all = std::span<const char* const>(arguments, static_cast<std::size_t>(count));
  return rolecall::run_command_line(all.subspan(all.empty() ? 0 : 1), {});
}
