#include "model/text/source.hpp"

#include <catch2/catch.hpp>

using rolecall::SourceText;
using rolecall::Span;

namespace {

Span span(std::uint32_t line, std::uint32_t column, std::uint32_t end_column) {
  return {0, line, column, line, end_column};
}

}  // namespace

TEST_CASE("lines end at LF and CRLF", "[source]") {
  const SourceText text("a.toml", "one\r\ntwo\n\nfour\r");
  CHECK(text.name() == "a.toml");
  CHECK(text.line_count() == 4);
  CHECK(text.line(0) == "");
  CHECK(text.line(1) == "one");
  CHECK(text.line(2) == "two");
  CHECK(text.line(3) == "");
  CHECK(text.line(4) == "four\r");
  CHECK(text.line(5) == "");
}

TEST_CASE("a text without bytes has one line", "[source]") {
  const SourceText text("a.toml", "");
  CHECK(text.line_count() == 1);
  CHECK(text.line(1) == "");
  CHECK(text.span_at(0) == span(1, 1, 2));
  CHECK(SourceText("a.toml", "x\n").line_count() == 2);
}

TEST_CASE("spans count code points", "[source]") {
  const SourceText text("a.toml", "Zo\xC3\xAB = 1\r\nb\n");
  CHECK(text.span_at(0, 3) == span(1, 1, 4));
  CHECK(text.span_at(5) == span(1, 5, 6));
  CHECK(text.span_at(3) == span(1, 3, 4));       // within the letter
  CHECK(text.span_at(5, 100) == span(1, 5, 8));  // ends with the line
  CHECK(text.span_at(8) == span(1, 8, 9));       // at the line break
  CHECK(text.span_at(9) == span(1, 8, 9));       // within the line break
  CHECK(text.span_at(10) == span(2, 1, 2));
  CHECK(text.span_at(1000) == span(3, 1, 2));  // past the end
}

TEST_CASE("a byte order mark is no column", "[source]") {
  const SourceText text("a.toml",
                        "\xEF\xBB\xBF"
                        "a = 1");
  CHECK(text.line(1) == "a = 1");
  CHECK(text.span_at(3) == span(1, 1, 2));
  CHECK(text.span_at(0) == span(1, 1, 2));
}
