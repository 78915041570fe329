#pragma once
// Whether an SVG is well-formed, and what it holds. Linear, for what Graphviz writes: no CDATA, no
// processing instruction but the first, no document type with a body.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

struct SvgContents {
  std::vector<std::string> ids;  ///< of all elements, unescaped, in order
  std::size_t texts = 0;         ///< number of `text` elements with something in them
};

/// The contents, or what is wrong with the form and at which byte.
std::expected<SvgContents, std::string> check_svg(std::string_view svg);

}  // namespace rolecall
