#pragma once
// `[checks]`: how loud each check is, and the limits that some go by.

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/org/org.hpp"
#include "model/text/finding.hpp"
#include "rules/check.hpp"

namespace rolecall {

/// A severity as it can be set; none is `off`.
using Loudness = std::optional<Severity>;

/// "note", "warning", "error" or "off".
std::string_view name(Loudness loudness);

/// What a check may be set to.
std::span<const Loudness> loudnesses();

/// A key of `[checks]` that is no check: a limit, a whole number of 1 or more, or a switch.
struct SettingKey {
  std::string_view key;
  std::string_view says;
  std::size_t Limits::*limit = nullptr;  ///< null: a switch
};
std::span<const SettingKey> setting_keys();

class Settings {
 public:
  Limits limits;
  bool preview = false;  ///< checks that are marked preview run, too

  /// What is set for a check by `[checks]`, else by the profile, else its default.
  Loudness loudness(const Check& check) const;
  /// Whether the check is to run: it is not off, and no preview that nobody asked for.
  bool runs(const Check& check) const;

  /// Sets a check, over what was set before.
  void set(const Check& check, Loudness loudness) { set_[check.id] = loudness; }

 private:
  std::map<std::string_view, Loudness> set_;
};

/// The profile's severities with `[checks]` on top; `limits` hold where nothing is written. A key
/// or a value that cannot be used becomes a finding and is left out.
Settings read_settings(const Org& org, const Limits& limits, Findings& findings);

/// What is wrong with settings that belong to no organisation yet.
Findings wrong_settings(const std::vector<SettingDecl>& decls);

}  // namespace rolecall
