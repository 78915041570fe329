#pragma once
// The commands: each takes what was asked for, talks through the handles and returns the exit
// status.

#include "cli/command.hpp"

namespace rolecall {

/// Open file handles to talk through: results on `out`, everything else on `err`.
struct Handles {
  int out = 1;
  int err = 2;
};

int run(const CheckCommand& command, const Handles& handles);
int run(const DiffCommand& command, const Handles& handles);
int run(const RenderCommand& command, const Handles& handles);
int run(const CatalogueCommand& command, const Handles& handles);
int run(const AdviseCommand& command, const Handles& handles);
int run(const ExplainCommand& command, const Handles& handles);
int run(const SchemaCommand& command, const Handles& handles);
int run(const GenerateCommand& command, const Handles& handles);

/// The whole program: the arguments, without its name, to the exit status.
int run_command_line(std::span<const char* const> arguments, const Handles& handles);

}  // namespace rolecall
