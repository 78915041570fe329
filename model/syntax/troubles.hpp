#pragma once
// The errors of a text: what is said of each kind of trouble, and how many are told.

#include <optional>
#include <string>
#include <string_view>

#include "model/syntax/names.hpp"
#include "model/syntax/strings.hpp"
#include "model/syntax/tree.hpp"

namespace rolecall::syntax {

/// Collects errors; of those past `max_errors` it keeps the number alone.
class Troubles {
 public:
  explicit Troubles(Tree& tree) : tree_(tree) {}

  void add(Error error);

  /// What is wrong within a string.
  void in_string(const StringToken& token, std::uint32_t begin);
  /// A string whose closing quote is missing; `close` is where it should stand, `sure` whether
  /// that is surely so.
  void unclosed_string(std::uint32_t begin, std::uint32_t end, std::uint32_t close, bool sure);
  /// A word where a value has to stand.
  void no_value(std::uint32_t begin, std::uint32_t end);
  /// A key or table that cannot be said here; `part` is the part of the key that clashes.
  void clash(const Clash& clash, NodeId part, bool header);

 private:
  std::string_view text(std::uint32_t begin, std::uint32_t end) const {
    return tree_.text.substr(begin, end - begin);
  }

  Tree& tree_;
};

}  // namespace rolecall::syntax
