#pragma once
// How a module is known, and how it gives something back, in what any version of C++ understands.

#include <cstddef>

namespace rolecall {

/// Takes bytes, or a message where there are none. Must not throw.
using ModuleSink = void (*)(void* to, bool ok, const char* bytes, std::size_t size);

/// The name of a module's function with the version and the digest that the build made of all that
/// crosses to it (cmake/modules.cmake), so that a module of another build is not found.
#define ROLECALL_JOIN_(name, abi) name##_##abi
#define ROLECALL_JOIN(name, abi) ROLECALL_JOIN_(name, abi)
#define ROLECALL_MODULE_FUNCTION(name) ROLECALL_JOIN(name, ROLECALL_MODULE_ABI)
#define ROLECALL_TEXT_(name) #name
#define ROLECALL_TEXT(name) ROLECALL_TEXT_(name)
#define ROLECALL_MODULE_SYMBOL(name) ROLECALL_TEXT(ROLECALL_MODULE_FUNCTION(name))

}  // namespace rolecall
