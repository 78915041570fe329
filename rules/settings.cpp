#include "rules/settings.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::string_view preview_key = "preview";
constexpr std::string_view reasons_key = "require_reasons";

constexpr SettingKey keys[] = {
    {"max_span", "posts that may report to one", &Limits::max_span},
    {"max_layers", "layers of positions, the top among them", &Limits::max_layers},
    {"max_duties", "duties that one position may be accountable for", &Limits::max_duties},
    {"max_arbiter_distance", "levels from the nearer of CIO and CTO up to the boss of both",
     &Limits::max_arbiter_distance},
    {preview_key, "true: checks that are still on trial run, too"},
    {reasons_key, "true: a waiver without a reason is an error"},
};

constexpr std::array<Loudness, 4> all_loudnesses{std::nullopt, Severity::note, Severity::warning,
                                                 Severity::error};

std::optional<Loudness> loudness_named(std::string_view word) {
  for (const Loudness each : all_loudnesses) {
    if (name(each) == word) return each;
  }
  return std::nullopt;
}

Span value_place(const SettingDecl& decl) {
  return decl.text.given()     ? decl.text.span
         : decl.number.given() ? decl.number.span
                               : decl.flag.span;
}

std::string_view kind_of(const SettingDecl& decl) {
  return decl.text.given() ? "a string" : decl.number.given() ? "a whole number" : "true or false";
}

class Reader {
 public:
  Reader(Settings& settings, Findings& findings) : settings_(settings), findings_(findings) {}

  void read(const SettingDecl& decl) {
    const std::string_view key = decl.key.value;
    for (const SettingKey& each : keys) {
      if (each.key == key && each.limit != nullptr) {
        return read_limit(decl, settings_.limits.*each.limit);
      }
    }
    if (key == preview_key) return read_switch(decl, settings_.preview);
    if (key == reasons_key) return read_switch(decl, require_reasons_);
    if (const Check* check = find_check(key)) return read_check(decl, *check);
    unknown(decl.key);
  }

  /// To be called last: what is asked of all goes before what is set for one.
  void finish() {
    if (!require_reasons_) return;
    if (const Check* check = find_check("waiver-without-reason")) {
      settings_.set(*check, Severity::error);
    }
  }

 private:
  void wrong(const SettingDecl& decl, std::string message, std::string label, std::string help) {
    Finding finding("wrong-type", std::move(message), value_place(decl), std::move(label));
    finding.help_text = std::move(help);
    findings_.push_back(std::move(finding));
  }

  void read_limit(const SettingDecl& decl, std::size_t& out) {
    if (decl.number.given() && decl.number.value >= 1) {
      out = static_cast<std::size_t>(decl.number.value);
      return;
    }
    wrong(decl, fmt::format("`{}` must be a whole number, 1 or more", decl.key.value),
          decl.number.given() ? "less than 1" : std::string(kind_of(decl)),
          fmt::format("the default is {}", out));
  }

  void read_switch(const SettingDecl& decl, bool& out) {
    if (decl.flag.given()) {
      out = decl.flag.value;
      return;
    }
    wrong(decl, fmt::format("`{}` must be true or false", decl.key.value),
          std::string(kind_of(decl)), {});
  }

  void read_check(const SettingDecl& decl, const Check& check) {
    const std::string_view word = decl.text.value;
    const auto loudness = decl.text.given() ? loudness_named(word) : std::nullopt;
    if (!loudness) {
      std::vector<std::string_view> known;
      for (const Loudness each : all_loudnesses) known.push_back(name(each));
      const auto near = near_miss(word, known);
      std::string help = near ? fmt::format("did you mean `\"{}\"`?", near->word) : std::string();
      if (decl.flag.given() && !decl.flag.value) help = "write `\"off\"` to turn the check off";
      wrong(decl,
            fmt::format("`{}` must be {}", check.id, "\"off\", \"note\", \"warning\" or \"error\""),
            decl.text.given() ? "no severity" : std::string(kind_of(decl)), std::move(help));
      Finding& finding = findings_.back();
      if (near && decl.text.given()) {
        offer(finding, {fmt::format("write {}", quoted(near->word)),
                        {ReplaceText{decl.text.span, std::string(near->word)}},
                        near->sure});
      }
      return;
    }
    if (check.firm && *loudness != Loudness(check.severity)) {
      wrong(decl,
            fmt::format("`{}` is always an error and cannot be set to \"{}\"", check.id, word),
            "would hide more than it says",
            "take the line out: what stands wrong in the text may hide other findings");
      return;
    }
    settings_.set(check, *loudness);
  }

  void unknown(const Text& key) {
    std::vector<std::string_view> known;
    std::vector<std::string_view> own;
    for (const SettingKey& each : keys) own.push_back(each.key);
    known = own;
    for (const Check* check : all_checks()) known.push_back(check->id);
    Finding finding("unknown-key", fmt::format("unknown key {} in [checks]", quoted(key.value)),
                    key.span, "neither a check nor a limit");
    finding.add_subject({Subject::Kind::reference, key.value});
    if (near_misses_left_ > 0) {
      --near_misses_left_;
      if (const auto near = near_miss(key.value, known)) offer_key(finding, key.span, *near);
    }
    finding.notes.push_back(
        fmt::format("[checks] has the keys {}, and each check's id", list_of(own)));
    findings_.push_back(std::move(finding));
  }

  Settings& settings_;
  Findings& findings_;
  bool require_reasons_ = false;
  std::size_t near_misses_left_ = 32;  // so that a file full of mistakes stays quick
};

}  // namespace

std::span<const Loudness> loudnesses() { return all_loudnesses; }

std::span<const SettingKey> setting_keys() { return keys; }

std::string_view name(Loudness loudness) { return loudness ? name(*loudness) : "off"; }

Loudness Settings::loudness(const Check& check) const {
  const auto found = set_.find(check.id);
  return found == set_.end() ? Loudness(check.severity) : found->second;
}

bool Settings::runs(const Check& check) const {
  const auto found = set_.find(check.id);
  if (found != set_.end()) return found->second.has_value();
  return preview || !check.preview;
}

Findings wrong_settings(const std::vector<SettingDecl>& decls) {
  Settings settings;
  Findings findings;
  Reader reader(settings, findings);
  for (const SettingDecl& decl : decls) reader.read(decl);
  return findings;
}

Settings read_settings(const Org& org, const Limits& limits, Findings& findings) {
  Settings settings;
  settings.limits = limits;
  for (const auto& [id, loudness] : org.profile_severities) {
    const Check* check = find_check(id);
    if (check != nullptr && !check->firm) settings.set(*check, loudness);
  }
  Reader reader(settings, findings);
  for (const SettingDecl& decl : org.document->settings) reader.read(decl);
  reader.finish();
  return settings;
}

}  // namespace rolecall
