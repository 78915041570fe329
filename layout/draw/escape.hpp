#pragma once
// The only way for a user's text into a Graphviz graph.

#include <string>
#include <string_view>

namespace rolecall {

/// Where in a graph a text goes; each place is read, and unescaped, in its own way.
enum class GraphvizPlace {
  label,    ///< a plain label
  html,     ///< text within a cell of an HTML-like label
  tooltip,  ///< unescaped twice; line breaks are kept
  id,       ///< the `id` attribute, which becomes the element's id in SVG
  name,     ///< of a graph or a node, which becomes a title and a comment in SVG
};

/// Takes clean text (see `clean` in `text_width.hpp`). Nothing of it ends the string or the cell
/// that it stands in, is an escape or markup, or begins a command of a build service.
std::string escape(std::string_view text, GraphvizPlace place);

}  // namespace rolecall
