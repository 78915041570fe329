#include "report/line_hash.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <map>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t window = 100;
constexpr std::uint64_t factor = 37;
constexpr std::uint16_t end_of_file = 65535;

/// The factor of a unit that leaves the window.
constexpr std::uint64_t leaving() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < window; ++i) power *= factor;
  return power;
}

class Hasher {
 public:
  void add(std::uint16_t unit) {
    const bool second_half = after_cr_ && unit == '\n';
    after_cr_ = unit == '\r';
    if (unit == ' ' || unit == '\t' || second_half) {
      after_cr_ = false;
      return;
    }
    if (unit == '\r') unit = '\n';
    close_line();
    if (at_line_start_) {
      at_line_start_ = false;
      begun_[next_] = true;
    }
    at_line_start_ = unit == '\n';
    push(unit);
  }

  std::vector<std::string> finish() {
    add(end_of_file);
    for (std::size_t i = 0; i < window; ++i) {
      close_line();
      push(0);
    }
    return std::move(hashes_);
  }

 private:
  /// The window is full for the line that began where the next unit goes.
  void close_line() {
    if (!begun_[next_]) return;
    std::string text = fmt::format("{:x}", hash_);
    const std::size_t number = ++seen_[text];
    hashes_.push_back(fmt::format("{}:{}", text, number));
    begun_[next_] = false;
  }

  void push(std::uint16_t unit) {
    constexpr std::uint64_t last = leaving();
    hash_ = hash_ * factor + unit - last * units_[next_];
    units_[next_] = unit;
    next_ = (next_ + 1) % window;
  }

  std::array<std::uint16_t, window> units_{};
  std::array<bool, window> begun_{};  ///< a line begins with this unit
  std::size_t next_ = 0;
  std::uint64_t hash_ = 0;
  bool at_line_start_ = true;
  bool after_cr_ = false;
  std::map<std::string, std::size_t> seen_;
  std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view bytes) {
  Hasher hasher;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (c > 0xFFFF) {
      hasher.add(static_cast<std::uint16_t>(0xD800 + ((c - 0x10000) >> 10)));
      hasher.add(static_cast<std::uint16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    } else {
      hasher.add(static_cast<std::uint16_t>(c));
    }
  }
  return hasher.finish();
}

}  // namespace rolecall
