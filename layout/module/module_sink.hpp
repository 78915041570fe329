#pragma once
// How a module gives something back, in what any version of C++ understands.

#include <cstddef>

namespace rolecall {

/// Takes bytes, or a message where there are none. Must not throw.
using ModuleSink = void (*)(void* to, bool ok, const char* bytes, std::size_t size);

}  // namespace rolecall
