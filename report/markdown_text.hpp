#pragma once
// Text of the user's on its way into Markdown.

#include <string>
#include <string_view>

namespace rolecall {

/// Text within a line of Markdown: nothing of it is markup, a mention or a link.
/// What stands in backquotes becomes code.
std::string markdown_text(std::string_view text);

}  // namespace rolecall
