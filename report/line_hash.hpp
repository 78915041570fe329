#pragma once
// The hash of lines by which GitHub follows a finding through changes of its file.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

/// For each line the `primaryLocationLineHash` of SARIF: a rolling hash of the 100 UTF-16 units
/// from its beginning, without spaces and tabs, in hexadecimal, and how often it came. Malformed
/// bytes count as U+FFFD. Linear.
std::vector<std::string> line_hashes(std::string_view bytes);

}  // namespace rolecall
