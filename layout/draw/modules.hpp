#pragma once
// Parts of the program that are loaded when they are needed: those with heavy libraries.

#include <expected>
#include <string>
#include <string_view>

#include "layout/module/module_sink.hpp"

namespace rolecall {

/// The function `symbol` of the module `rolecall-<name>.so`, which stands beside the program or one
/// folder above (in the build tree), or in the folder of libraries (installed). Never unloaded.
std::expected<void*, std::string> load_module(std::string_view name, const char* symbol);

/// A place for what a module gives back; `receive` is its `ModuleSink`.
struct Received {
  bool ok = false;
  std::string bytes;

  static void receive(void* to, bool ok, const char* bytes, std::size_t size);
  std::expected<std::string, std::string> take(std::string_view who) &&;
};

}  // namespace rolecall
