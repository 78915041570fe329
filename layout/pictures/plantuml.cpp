// PlantUML: the reporting tree as text that wikis draw by themselves.

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "layout/draw/outline.hpp"
#include "layout/draw/picture.hpp"

namespace rolecall {
namespace {

/// Within double quotes. Everything that PlantUML, its preprocessor or its markup could take for a
/// sign of theirs becomes a character code.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == ',' ||
                       (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<unsigned char>(c));
    }
  }
  return out.empty() ? " " : out;
}

std::string label(const Card& card) {
  std::string out;
  for (const std::string& line : outline(card)) {
    if (!out.empty()) out += "\\n";
    out += escaped(line);
  }
  return out.empty() ? " " : out;
}

std::string_view stroke_name(Stroke stroke) {
  return stroke == Stroke::dashed ? "dashed" : stroke == Stroke::dotted ? "dotted" : "solid";
}

Drawn draw_plantuml(const Chart& chart, const Placement&, const DrawOptions& how) {
  if (auto wrong = no_tree(chart)) return std::unexpected(std::move(*wrong));
  std::string out = "@startuml\n' Made by rolecall; draw it with PlantUML.\n";
  auto end = std::back_inserter(out);
  fmt::format_to(end, "title {}\nhide stereotype\nskinparam shadowing false\n",
                 escaped(outline_title(chart)));
  fmt::format_to(end, "skinparam backgroundColor {}\nskinparam titleFontColor {}\n",
                 how.theme.page.fill, how.theme.page.ink);
  fmt::format_to(end, "skinparam arrowColor {}\nskinparam arrowFontColor {}\n",
                 how.theme.reporting.line, how.theme.page.ink);
  for (const Look look : looks_of(chart)) {
    const Paint& paint = how.theme.card(look);
    const std::string_view key = look_key(look);
    fmt::format_to(
        end,
        "skinparam rectangle {{\n  BackgroundColor<<{0}>> {1}\n  BorderColor<<{0}>> {2}\n"
        "  FontColor<<{0}>> {3}\n  BorderStyle<<{0}>> {4}\n}}\n",
        key, paint.fill, paint.line, paint.ink, stroke_name(paint.stroke));
  }
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const Card& card = chart.cards[i];
    fmt::format_to(end, "rectangle \"{}\" as n{} <<{}>>\n", label(card), i, look_key(card.look));
  }
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    if (const auto parent = chart.cards[i].parent) fmt::format_to(end, "n{} -- n{}\n", *parent, i);
  }
  for (const Relation& relation : chart.relations) {
    const bool dotted = relation.kind == Relation::Kind::dotted;
    fmt::format_to(end, "n{} .. n{} : {}\n", dotted ? relation.to : relation.from,
                   dotted ? relation.from : relation.to, dotted ? "dotted line" : "works with");
  }
  out += "@enduml\n";
  return out;
}

}  // namespace

extern const Picture plantuml_picture;
const Picture plantuml_picture{"plantuml", "puml", "text that wikis draw",
                               {},         false,  draw_plantuml};

}  // namespace rolecall
