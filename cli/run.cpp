#include <exception>
#include <new>

#include "cli/common.hpp"

namespace rolecall {

namespace {

int run(const SayCommand& command, const Handles& handles) {
  return put(handles, command.text, exit_clean);
}

int run_command(std::span<const char* const> arguments, const Handles& handles) {
  if (arguments.empty()) {
    static_cast<void>(write_all(handles.err, overview));
    return exit_usage;
  }
  const auto command = parse_command(arguments);
  if (!command) {
    complain(handles, command.error().what);
    return exit_usage;
  }
  return std::visit([&](const auto& asked) { return run(asked, handles); }, *command);
}

}  // namespace

int run_command_line(std::span<const char* const> arguments, const Handles& handles) {
  prepare_process();
  try {
    return run_command(arguments, handles);
  } catch (const std::bad_alloc&) {
    complain(handles, "out of memory");
  } catch (const std::exception& error) {
    complain(handles, error.what());
  }
  return exit_failed;
}

}  // namespace rolecall
