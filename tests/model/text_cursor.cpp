// Places of bytes by stepping are those that a look from the begin of the line finds.

#include "model/text/text_cursor.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/text/source.hpp"

using namespace rolecall;

namespace {

const std::string text =
    "\xEF\xBB\xBF"
    "id = \"zo\xC3\xAB\"\r\n\r\n# \xF0\x9F\x91\xA9 and \xE2\x82\xAC\nlast, \xC3\xBC\xC3\xBC";

/// Where characters begin, the end of the text included; nothing within the mark or a line break.
std::vector<std::size_t> characters() {
  std::vector<std::size_t> out;
  for (std::size_t at = 3; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) != 0x80 && byte != '\n' && byte != '\r') out.push_back(at);
  }
  out.push_back(text.size());
  return out;
}

}  // namespace

TEST_CASE("a cursor finds the line and the column of any byte, in whatever order") {
  const SourceText source("a.toml", text);
  TextCursor cursor(source, 7);
  const std::vector<std::size_t> at = characters();
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const std::size_t begin = at[random() % at.size()];
    CAPTURE(begin);
    const Span span = cursor.span(begin, begin);
    const Span expected = source.span_at(begin);
    CHECK(span.file == 7);
    CHECK(span.line == expected.line);
    CHECK(span.column == expected.column);
    CHECK(span.end_column == span.column + 1);
    CHECK(source.line_start(span.line) + cursor.byte_in_line(span.line, span.column) == begin);
  }
  CHECK(cursor.span(3, 5) == Span{7, 1, 1, 1, 3});
  CHECK(cursor.span(3, text.size()) == Span{7, 1, 1, 4, 9});
}

TEST_CASE("a column behind the end of a line is its end, and a line that is not there has none") {
  const SourceText source("a.toml", text);
  TextCursor cursor(source, 0);
  CHECK(cursor.byte_in_line(1, 99) == source.line(1).size());
  CHECK(cursor.byte_in_line(4, 2) == 1);
  CHECK(cursor.byte_in_line(0, 1) == 0);
  CHECK(cursor.byte_in_line(99, 1) == 0);
}
