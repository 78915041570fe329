#pragma once
// Inner header of the reader: values of the shapes that keys have, whatever table they stand in.

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/language/document.hpp"
#include "model/language/meant_text.hpp"
#include "model/language/reading_errors.hpp"
#include "model/syntax/values.hpp"
#include "model/text/finding.hpp"
#include "model/text/span.hpp"

namespace rolecall::reading {

/// What a value is, in words: "a list".
std::string_view kind_of(const syntax::Value& value);

/// The keys of a table, looked up; made when it is asked for the first time.
class KeysOf {
 public:
  explicit KeysOf(const syntax::Table& table) : table_(table) {}
  bool contain(std::string_view key);

 private:
  syntax::Table table_;
  std::optional<std::unordered_set<std::string_view>> keys_;
};

class ValueReader {
 public:
  ValueReader(const MeantText& text, ReadingErrors& errors) : text_(text), errors_(&errors) {}

 protected:
  using Allowed = std::span<const std::string_view>;

  Span span(syntax::NodeId node) const {
    const syntax::Node& at = text_.meant()[node];
    return text_.place(at.begin, at.end);
  }
  Span span(const syntax::Key& key) const { return span(key.node); }
  Span span(const syntax::Value& value) const { return span(value.node()); }
  Span span(const syntax::Table& table) const { return span(table.node()); }

  void wrong_shape(std::string message, const syntax::Value& value, std::string help = {});

  // Each reads the value of `key` into `out`, or tells what is wrong with it.

  void read_value(std::string_view key, const syntax::Value& value, Allowed allowed, Text& out,
                  std::string_view entry_key);
  void read_value(std::string_view key, const syntax::Value& value, Allowed allowed, Texts& out,
                  std::string_view entry_key);
  void read_value(std::string_view key, const syntax::Value& value, Allowed, WrittenDate& out,
                  std::string_view entry_key);
  void read_value(std::string_view key, const syntax::Value& value, Allowed, WrittenInt& out,
                  std::string_view entry_key);
  void read_value(std::string_view key, const syntax::Value& value, Allowed, WrittenBool& out,
                  std::string_view entry_key);
  /// `entry_key` is what an entry that is a table calls its duty or its holder.
  void read_value(std::string_view key, const syntax::Value& value, Allowed, DutyEntries& out,
                  std::string_view entry_key);

  /// Tells of an empty list where one says which things are meant, and none would mean all of them.
  void names_nothing(std::string_view key, const syntax::Table& table, std::string help);

  /// Whether `out` now holds a text that can be used.
  bool read_text(std::string_view key, const syntax::Value& value, Allowed allowed, Text& out);

  /// Calls `read`, whose errors are not told; whether there were none.
  template <class Read>
  bool silently(Read read) {
    Findings untold;
    ReadingErrors silent(untold);
    ReadingErrors* const told = std::exchange(errors_, &silent);
    read();
    errors_ = told;
    return untold.empty();
  }

  const MeantText& text_;
  ReadingErrors* errors_;

 private:
  void read_entry(std::string_view key, const syntax::Value& value, DutyEntries& out,
                  std::string_view entry_key);
};

}  // namespace rolecall::reading
