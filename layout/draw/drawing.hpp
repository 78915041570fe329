#pragma once
// A scene drawn by Graphviz. Loads the drawing module, and with it Graphviz, on the first call;
// nothing else in the program does. Not for several threads: Graphviz is not.

#include <optional>
#include <string>
#include <string_view>

#include "layout/draw/picture.hpp"
#include "layout/module/scene.hpp"

namespace rolecall {

/// What Graphviz gives back is to be checked: its return codes do not tell.
Drawn draw_scene(const Scene& scene, DrawFormat format);

/// The message about a drawing that is not what it should be.
std::string broken(std::string_view what);

/// Whether PNG and PDF come without text, because there is no font: a message then.
std::optional<std::string> font_trouble(const Scene& like);

}  // namespace rolecall
