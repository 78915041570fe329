#pragma once
// JSON documents as text. The reports that are JSON are built with nlohmann's library.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace rolecall {

/// Keys keep their order. A reference to a value is no longer good once its object gets another.
using Json = nlohmann::ordered_json;

/// The document with an end of line. What must not reach a terminal or a build log as it is stands
/// in JSON's own escapes, and bytes that are no UTF-8 (names of files) as U+FFFD.
std::string json_text(const Json& document);
/// The same on one line, without its end.
std::string json_line(const Json& document);

/// A document whose lists may be long: each entry becomes text at once, so that a report needs
/// little more memory than its bytes.
class LongDocument {
 public:
  /// The key has not been set before.
  void set(std::string_view key, const Json& value);
  /// Entries of the list that is set last.
  void begin_list(std::string_view key);
  void add(const Json& entry);
  void end_list();
  /// As `json_text` writes it. There is at least one key.
  std::string text() &&;

 private:
  void open(std::string_view key);

  std::string text_ = "{";
  bool first_ = true;        ///< no key yet
  bool first_entry_ = true;  ///< no entry yet
};

}  // namespace rolecall
