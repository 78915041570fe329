#pragma once
// JSON documents as text. The reports that are JSON are built with nlohmann's library.

#include <nlohmann/json.hpp>
#include <string>

namespace rolecall {

/// Keys keep their order. A reference to a value is no longer good once its object gets another.
using Json = nlohmann::ordered_json;

/// The document with an end of line. What must not reach a terminal or a build log as it is stands
/// in JSON's own escapes, and bytes that are no UTF-8 (names of files) as U+FFFD.
std::string json_text(const Json& document);
/// The same on one line, without its end.
std::string json_line(const Json& document);

}  // namespace rolecall
