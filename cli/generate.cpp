#include "cli/common.hpp"
#include "cli/generator.hpp"

namespace rolecall {

int run(const GenerateCommand& command, const Handles& handles) {
  return put(handles, command.generator->write(command_texts()), exit_clean);
}

}  // namespace rolecall
