#pragma once
// How wide a text comes out, without a font: by the widest of the usual sans-serif fonts, so that
// it fits in whichever the viewer has. In a font of one width for all letters it is up to 6 points
// longer than told and lies in the padding of its box.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

enum class Weight { regular, bold };

/// The text as a drawing may hold it: what hides shows as `\u{202e}`, invalid bytes become U+FFFD,
/// line breaks and tabs a space; past eight marks on one letter the rest is left out.
std::string clean(std::string_view text);
/// Cleaned line by line, so that the line breaks of a tooltip live on.
std::string clean_lines(std::string_view text);

/// Width in points of a clean text at a size in points.
double text_width(std::string_view text, double size, Weight weight = Weight::regular);

/// The text where it fits, else its beginning and an ellipsis. Never cuts within a letter and its
/// marks. Takes clean text.
std::string ellipsise(std::string_view text, double width, double size,
                      Weight weight = Weight::regular);

/// The text in lines that fit, broken at spaces, at need within words; the last of `most` lines
/// ends in an ellipsis where there is more. Takes clean text; empty text gives no line.
std::vector<std::string> wrap(std::string_view text, double width, std::size_t most, double size,
                              Weight weight = Weight::regular);

}  // namespace rolecall
