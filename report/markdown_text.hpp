#pragma once
// Text of the user's on its way into Markdown.

#include <string>
#include <string_view>

namespace rolecall {

/// A sentence of ours within a line of Markdown: what stands in backquotes becomes code. Nothing
/// else of it is markup, a link, a mention or a reference to an issue.
std::string markdown_text(std::string_view text);

/// A text of the user's by itself, such as a title or the name of a file: none of it is code
/// either.
std::string markdown_name(std::string_view text);

}  // namespace rolecall
