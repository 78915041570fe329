#include "layout/finish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "layout/scene.hpp"
#include "layout/svg_check.hpp"

namespace rolecall {
namespace {

std::string broken(std::string_view what) {
  return fmt::format("Graphviz returned a broken drawing: {}", what);
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

std::optional<std::string> check_drawing(std::string_view svg, const Chart& chart) {
  const auto contents = check_svg(svg);
  if (!contents) return broken(contents.error());
  std::vector<std::string_view> ids(contents->ids.begin(), contents->ids.end());
  std::sort(ids.begin(), ids.end());
  std::size_t names = 0;
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const std::string id = element_id(chart, i);
    if (!std::binary_search(ids.begin(), ids.end(), id)) {
      return broken(fmt::format("{} is not in it", id));
    }
    if (!chart.cards[i].name.empty()) ++names;
  }
  if (contents->texts < names) return broken("texts are missing");
  return std::nullopt;
}

std::optional<std::string> finish_pdf(std::string& pdf, const Chart& chart) {
  if (!pdf.starts_with("%PDF-") || pdf.rfind("%%EOF") == std::string::npos) {
    return broken("the document is cut off");
  }
  if (!chart.cards.empty() && pdf.find("/Font") == std::string::npos) return std::string(no_font);
  static constexpr std::string_view key = "/CreationDate (";
  static constexpr std::string_view fixed = "D:20000101000000Z";
  const std::size_t found = pdf.find(key);
  if (found == std::string::npos) return std::nullopt;
  const std::size_t begin = found + key.size();
  const std::size_t end = pdf.find(')', begin);
  if (end == std::string::npos || end - begin < fixed.size() || end - begin > 40) {
    return broken("its date cannot be read");
  }
  pdf.replace(begin, fixed.size(), fixed);
  // What is left is the time zone, as `00'00` or in blanks before the next entry.
  const std::string_view zone = "00'00'";
  for (std::size_t i = begin + fixed.size(); i < end; ++i) {
    const std::size_t k = i - begin - fixed.size();
    pdf[i] = k < zone.size() ? zone[k] : '0';
  }
  return std::nullopt;
}

std::optional<std::string> check_png(std::string_view png, Size size, double dpi) {
  static constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
  if (!png.starts_with(signature) || png.size() < 45 || png.substr(png.size() - 8, 4) != "IEND") {
    return broken("the picture is cut off");
  }
  if (big_endian(png.substr(16)) < size.width * dpi / 72 * 0.95) {
    return broken("the picture was scaled down");
  }
  return std::nullopt;
}

std::optional<std::string> check_dot(std::string_view dot) {
  if (!dot.starts_with("digraph ") || !dot.ends_with("}\n")) return broken("the graph is cut off");
  return std::nullopt;
}

}  // namespace rolecall
