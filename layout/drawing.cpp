#include "layout/drawing.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "layout/finish.hpp"
#include "layout/scene.hpp"
#include "layout/theme.hpp"

#ifndef ROLECALL_MODULE_FROM_BIN
#define ROLECALL_MODULE_FROM_BIN "../lib/rolecall"
#endif

namespace rolecall {
namespace {

using Bytes = std::expected<std::string, std::string>;

constexpr std::size_t most_cards = 200'000;
constexpr std::string_view module_name = "rolecall-graphviz.so";

/// The folder of the running program.
std::string own_folder() {
  std::array<char, 4096> buffer{};
  const ssize_t length = readlink("/proc/self/exe", buffer.data(), buffer.size());
  if (length <= 0) return ".";
  const std::string_view path(buffer.data(), static_cast<std::size_t>(length));
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

/// In the build tree the module stands beside the program or one folder above, installed in the
/// folder of libraries.
std::expected<DrawScene, std::string> load_module() {
  static DrawScene loaded = nullptr;
  if (loaded) return loaded;
  const std::string folder = own_folder();
  std::string why;
  for (const std::string_view place : {".", "..", ROLECALL_MODULE_FROM_BIN}) {
    const std::string path = fmt::format("{}/{}/{}", folder, place, module_name);
    if (access(path.c_str(), R_OK) != 0) continue;
    void* const handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
      const char* said = dlerror();
      why = said ? said : "it cannot be loaded";
      continue;
    }
    // Never closed: Graphviz's plug-ins do not survive that.
    loaded = reinterpret_cast<DrawScene>(dlsym(handle, draw_scene_name));
    if (loaded) return loaded;
    why = fmt::format("{} is not of this program", path);
  }
  if (why.empty()) why = fmt::format("{} is not beside the program", module_name);
  return std::unexpected(fmt::format("the drawing module does not load: {}", why));
}

struct Received {
  bool ok = false;
  std::string bytes;
};

/// Called from the module, so it must not throw.
void receive(void* to, bool ok, const char* bytes, std::size_t size) {
  auto* received = static_cast<Received*>(to);
  try {
    received->bytes.assign(bytes, size);
    received->ok = ok;
  } catch (...) {
    received->ok = false;
  }
}

Bytes draw_scene(DrawScene module, const Scene& scene, DrawFormat format) {
  Received received;
  module(&scene, format, receive, &received);
  if (received.ok) return std::move(received.bytes);
  return std::unexpected(fmt::format("Graphviz failed: {}", received.bytes));
}

// PNG: a picture that is larger than this either comes out scaled down or takes gigabytes.
constexpr double longest_side = 32'767;
constexpr double most_pixels = 120e6;
constexpr std::array<double, 4> resolutions{192, 144, 96, 72};
// PDF: beyond this Cairo, which writes it, ends the program.
constexpr int longest_page = 8'000'000;

/// The resolution for the whole chart; none where no legible one is possible.
std::optional<double> resolution(Size size) {
  const double width = size.width + 2.0 * theme::margin;
  const double height = size.height + 2.0 * theme::margin;
  for (const double dpi : resolutions) {
    const double scale = dpi / 72;
    const double most = dpi > 96 ? 40e6 : most_pixels;
    if (std::max(width, height) * scale < longest_side && width * scale * height * scale < most) {
      return dpi;
    }
  }
  return std::nullopt;
}

/// Graphviz returns 0 and a picture without text where no font is found: then a picture with a
/// letter equals the picture without one.
bool letters_come_out(DrawScene module, const Scene& like) {
  Scene scene;
  scene.font = like.font;
  scene.background = like.background;
  SceneNode node;
  node.name = "a";
  node.width = node.height = 20;
  node.fill = node.line = like.background;
  node.ink = like.ink;
  node.label = "M";
  scene.nodes.push_back(node);
  const Bytes with = draw_scene(module, scene, DrawFormat::png);
  scene.nodes[0].label = " ";
  const Bytes without = draw_scene(module, scene, DrawFormat::png);
  return with && without && *with != *without;
}

}  // namespace

std::optional<DrawFormat> draw_format(std::string_view file_name) {
  static constexpr std::pair<std::string_view, DrawFormat> ends[] = {{".svg", DrawFormat::svg},
                                                                     {".png", DrawFormat::png},
                                                                     {".pdf", DrawFormat::pdf},
                                                                     {".dot", DrawFormat::dot},
                                                                     {".gv", DrawFormat::dot}};
  for (const auto& [end, format] : ends) {
    if (file_name.ends_with(end)) return format;
  }
  return std::nullopt;
}

Bytes draw(const Chart& chart, const Placement& placement, DrawFormat format, DrawOptions options) {
  if (chart.cards.size() > most_cards) {
    return std::unexpected(fmt::format("{} cards are more than can be drawn ({}); draw a part",
                                       chart.cards.size(), most_cards));
  }
  std::optional<double> dpi;
  if (format == DrawFormat::png) {
    dpi = resolution(placement.size);
    if (!dpi) {
      return std::unexpected(
          fmt::format("the chart is {} by {} points, too large for a legible PNG (32,767 pixels "
                      "a side); SVG and PDF have no such limit",
                      placement.size.width, placement.size.height));
    }
  }
  if (format == DrawFormat::pdf &&
      std::max(placement.size.width, placement.size.height) > longest_page) {
    return std::unexpected(
        fmt::format("the chart is {} by {} points, too large for a PDF page; "
                    "SVG has no such limit",
                    placement.size.width, placement.size.height));
  }
  const auto module = load_module();
  if (!module) return std::unexpected(module.error());
  Scene scene =
      make_scene(chart, placement, options.theme, options.positions || format != DrawFormat::dot);
  scene.dpi = dpi.value_or(0);

  Bytes drawn = draw_scene(*module, scene, format);
  if (!drawn) return drawn;
  std::string& bytes = *drawn;
  std::optional<std::string> wrong;
  switch (format) {
    case DrawFormat::svg:
      wrong = check_drawing(bytes, chart);
      break;
    case DrawFormat::pdf:
      wrong = finish_pdf(bytes, chart);
      break;
    case DrawFormat::dot:
      wrong = check_dot(bytes);
      break;
    case DrawFormat::png:
      wrong = check_png(bytes, placement.size, *dpi);
      if (!wrong && !letters_come_out(*module, scene)) wrong = no_font;
      break;
  }
  if (wrong) return std::unexpected(std::move(*wrong));
  return drawn;
}

}  // namespace rolecall
