// Mermaid: the reporting tree as text that wikis and repositories draw by themselves.

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "layout/draw/outline.hpp"
#include "layout/draw/picture.hpp"

namespace rolecall {
namespace {

/// Within double quotes. Everything that Mermaid or the HTML of its labels could take for a sign
/// of theirs becomes a character code.
std::string escaped(std::string_view text) {
  std::string out;
  bool after_letter = false;
  bool after_backslash = false;
  for (const char c : text) {
    const bool letter =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    // `- ` and `1. ` would begin lists.
    const bool joined = after_letter && (c == '-' || c == '.');
    const bool plain = letter || digit || joined || c == ' ' || c == ',';
    after_letter = letter;
    // `\n` would break the line, even where the backslash is a code.
    if (after_backslash && c == 'n') out += "#8203;";
    after_backslash = c == '\\';
    if (plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "#{};", static_cast<unsigned char>(c));
    }
  }
  return out.empty() ? "#32;" : out;
}

std::string label(const Card& card) {
  std::string out;
  for (const std::string& line : outline(card)) {
    if (!out.empty()) out += "<br/>";
    out += escaped(line);
  }
  return out.empty() ? "#32;" : out;
}

std::string dashes(Stroke stroke) {
  return stroke == Stroke::dashed   ? ",stroke-dasharray:5 3"
         : stroke == Stroke::dotted ? ",stroke-dasharray:1 3"
                                    : "";
}

Drawn draw_mermaid(const Chart& chart, const Placement&, const DrawOptions& how) {
  if (auto wrong = no_tree(chart)) return std::unexpected(std::move(*wrong));
  std::string out = fmt::format("%% {}\n", "Made by rolecall; draw it with Mermaid.");
  out += "flowchart TB\n";
  auto end = std::back_inserter(out);
  fmt::format_to(end, "  accTitle: {}\n", escaped(outline_title(chart)));
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const Card& card = chart.cards[i];
    fmt::format_to(end, "  n{}[\"{}\"]:::{}\n", i, label(card), look_key(card.look));
  }
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    if (const auto parent = chart.cards[i].parent)
      fmt::format_to(end, "  n{} --- n{}\n", *parent, i);
  }
  for (const Relation& relation : chart.relations) {
    const bool dotted = relation.kind == Relation::Kind::dotted;
    fmt::format_to(end, "  n{} -.-|{}| n{}\n", dotted ? relation.to : relation.from,
                   dotted ? "dotted line" : "works with", dotted ? relation.from : relation.to);
  }
  for (const Look look : looks_of(chart)) {
    const Paint& paint = how.theme.card(look);
    fmt::format_to(end, "  classDef {} fill:{},stroke:{},color:{}{}\n", look_key(look), paint.fill,
                   paint.line, paint.ink, dashes(paint.stroke));
  }
  return out;
}

}  // namespace

extern const Picture mermaid_picture;
const Picture mermaid_picture{"mermaid", "mmd", "text that wikis and repositories draw",
                              {},        false, draw_mermaid};

}  // namespace rolecall
