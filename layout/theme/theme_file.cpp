#include "layout/theme/theme_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "layout/theme/contrast.hpp"
#include "model/language/read_toml.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::pair<std::string_view, Stroke> strokes[] = {{"solid", Stroke::solid},
                                                           {"dashed", Stroke::dashed},
                                                           {"dotted", Stroke::dotted},
                                                           {"double", Stroke::doubled}};
constexpr std::size_t longest_font = 200;

bool is_colour(std::string_view text) {
  const auto hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  return text.size() == 7 && text[0] == '#' && std::ranges::all_of(text.substr(1), hex);
}

bool is_font(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' ||
           c == ',' || c == '-';
  };
  return !text.empty() && text.size() <= longest_font && std::ranges::all_of(text, fits);
}

class Reader {
 public:
  explicit Reader(const std::vector<SettingDecl>& settings) : settings_(settings) {}

  std::expected<Theme, Findings> read() {
    take_base();
    std::map<std::string, Colour> colours = colours_of(theme_);
    std::map<std::string, Stroke*> borders;
    for (const auto& [key, paint] : paints(theme_)) {
      if (!paint->line.empty()) borders[key + ".stroke"] = &paint->stroke;
    }
    Words known{"base", "font"};
    for (const auto& [key, colour] : colours) known.push_back(key);
    for (const auto& [key, stroke] : borders) known.push_back(key);

    for (const SettingDecl& setting : settings_) {
      const std::string& key = setting.key.value;
      if (key == "base") continue;
      if (key == "font") {
        take_font(setting);
      } else if (const auto colour = colours.find(key); colour != colours.end()) {
        take_colour(setting, *colour->second);
      } else if (const auto stroke = borders.find(key); stroke != borders.end()) {
        take_stroke(setting, *stroke->second);
      } else if (!empty_table(setting, known)) {
        unknown_key(setting.key, known);
      }
    }
    if (findings_.empty()) look_at_contrasts();
    if (!findings_.empty()) return std::unexpected(std::move(findings_));
    return std::move(theme_);
  }

 private:
  using Colour = std::string*;

  /// The colours that a paint has; an empty one it has not.
  static std::map<std::string, Colour> colours_of(Theme& theme) {
    std::map<std::string, Colour> out;
    for (const auto& [key, paint] : paints(theme)) {
      const std::pair<std::string_view, Colour> all[] = {{".fill", &paint->fill},
                                                         {".ink", &paint->ink},
                                                         {".soft", &paint->soft},
                                                         {".line", &paint->line}};
      for (const auto& [part, colour] : all) {
        if (!colour->empty()) out.emplace(key + std::string(part), colour);
      }
    }
    return out;
  }

  void wrong(const Text& at, std::string message, std::string label, std::string help) {
    Finding finding("wrong-type", std::move(message), at.span, std::move(label));
    finding.help_text = std::move(help);
    findings_.push_back(std::move(finding));
  }

  static std::string did_you_mean(std::string_view word, const Words& known) {
    const auto near = nearest(word, known);
    return near ? fmt::format("did you mean `{}`?", *near) : std::string();
  }

  void take_base() {
    for (const SettingDecl& setting : settings_) {
      if (setting.key.value != "base") continue;
      if (const Theme* base = find_theme(setting.text.value)) {
        theme_ = *base;
        return;
      }
      Words known;
      for (const Theme& each : built_in_themes()) known.push_back(each.name);
      wrong(setting.text, fmt::format("`base` cannot be {}", quoted(setting.text.value)),
            "no built-in theme", fmt::format("there are {}", list_of(known)));
    }
  }

  void take_font(const SettingDecl& setting) {
    if (is_font(setting.text.value)) {
      theme_.font = setting.text.value;
      return;
    }
    wrong(setting.text, fmt::format("`font` cannot be {}", quoted(setting.text.value)),
          "no list of font families",
          "write families with letters, digits, spaces and hyphens, such as "
          "`font = \"Inter, Arial, sans-serif\"`");
  }

  void take_colour(const SettingDecl& setting, std::string& colour) {
    if (is_colour(setting.text.value)) {
      colour = setting.text.value;
      return;
    }
    wrong(setting.text,
          fmt::format("`{}` cannot be {}", setting.key.value, quoted(setting.text.value)),
          "no colour", "write a colour as `#rrggbb`, such as `#4338ca`");
  }

  void take_stroke(const SettingDecl& setting, Stroke& stroke) {
    Words known;
    for (const auto& [name, value] : strokes) {
      known.push_back(name);
      if (setting.text.value != name) continue;
      stroke = value;
      return;
    }
    wrong(setting.text,
          fmt::format("`{}` cannot be {}", setting.key.value, quoted(setting.text.value)),
          fmt::format("is one of {}", list_of(known)), did_you_mean(setting.text.value, known));
  }

  /// A known table without keys changes nothing.
  static bool empty_table(const SettingDecl& setting, const Words& known) {
    return !setting.text.given() && std::ranges::any_of(known, [&](std::string_view each) {
      return each.starts_with(setting.key.value + ".");
    });
  }

  void unknown_key(const Text& key, const Words& known) {
    Finding finding("unknown-key", fmt::format("unknown key {} in a theme", quoted(key.value)),
                    key.span, "not a key of a theme");
    // A table that is known: then its keys help more than all that there are.
    const std::string group = key.value.substr(0, key.value.rfind('.') + 1);
    Words near;
    std::ranges::copy_if(known, std::back_inserter(near), [&](std::string_view each) {
      return !group.empty() && each.starts_with(group);
    });
    finding.help_text = did_you_mean(key.value, known);
    if (!near.empty()) {
      finding.notes.push_back(
          fmt::format("[{}] has {}", group.substr(0, group.size() - 1), list_of(near)));
    }
    findings_.push_back(std::move(finding));
  }

  void look_at_contrasts() {
    const auto given = [&](std::string_view key) {
      return std::ranges::find(settings_, key, [](const SettingDecl& each) -> std::string_view {
        return each.key.value;
      });
    };
    for (const WeakContrast& weak : weak_contrasts(theme_)) {
      const auto colour = given(weak.key);
      const auto ground = given(weak.ground_key);
      const bool own = colour != settings_.end();
      if (!own && ground == settings_.end()) continue;
      Finding finding(
          "low-contrast",
          fmt::format("`{}` {} on `{}` {} has a contrast of {:.1f} to 1, and {} needs {}", weak.key,
                      weak.colour, weak.ground_key, weak.ground, weak.ratio,
                      weak.needed > 4 ? "text" : "a line", weak.needed),
          (own ? colour : ground)->text.span, "too near to each other");
      if (own && ground != settings_.end()) finding.add_label(ground->text.span, "the ground");
      finding.help_text = own ? "make the one darker or the other lighter"
                              : fmt::format("give `{}` as well, or choose another base", weak.key);
      findings_.push_back(std::move(finding));
    }
  }

  const std::vector<SettingDecl>& settings_;
  Theme theme_ = light_theme();
  Findings findings_;
};

}  // namespace

std::expected<Theme, Findings> read_theme(const SourceText& text) {
  Findings findings;
  const auto settings = read_theme_file(text, findings);
  if (!settings) return std::unexpected(std::move(findings));
  auto theme = Reader(*settings).read();
  if (theme) theme->name = text.name();
  return theme;
}

}  // namespace rolecall
