#pragma once
// Names of files, whose bytes need be no UTF-8.

#include <string>
#include <string_view>

namespace rolecall {

/// A text with the bytes that are no UTF-8 as `\xff`.
std::string with_bytes_shown(std::string_view name);

}  // namespace rolecall
