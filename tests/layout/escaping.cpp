#include <catch2/catch.hpp>

#include "layout/draw/escape.hpp"

namespace rolecall::test {

using Place = GraphvizPlace;

TEST_CASE("a label's backslashes are doubled and its brackets are entities") {
  CHECK(escape("plain text", Place::label) == "plain text");
  CHECK(escape(R"(\N)", Place::label) == R"(\\N)");
  CHECK(escape(R"(at the end\)", Place::label) == R"(at the end\\)");
  CHECK(escape("a & <b>", Place::label) == "a &amp; &lt;b&gt;");
  CHECK(escape("&amp;", Place::label) == "&amp;amp;");
  CHECK(escape("{a|b}", Place::label) == "{a|b}");
  CHECK(escape("", Place::label).empty());
}

TEST_CASE("a cell of an HTML-like label is never empty and holds no markup") {
  CHECK(escape("", Place::html) == " ");
  CHECK(escape(R"(<b>"x" 'y' ]]>)", Place::html) ==
        "&lt;b&gt;&quot;x&quot; &#39;y&#39; &#93;&#93;&gt;");
  CHECK(escape(R"(\N)", Place::html) == R"(\\N)");
}

TEST_CASE("a tooltip is unescaped twice and keeps its line breaks") {
  CHECK(escape(R"(\)", Place::tooltip) == R"(\\\\)");
  CHECK(escape("a\nb <c>", Place::tooltip) == "a&#10;b &lt;c&gt;");
}

TEST_CASE("a name has no backslash that could end its string, and its ampersands are no entities") {
  CHECK(escape(R"(a\b &bogus; <c>)", Place::name) == R"(a&#92;b &amp;bogus; <c>)");
  CHECK(escape(R"(C:\Corp\)", Place::name) == "C:&#92;Corp&#92;");
  CHECK(escape(R"(a&#92;)", Place::name) == "a&amp;#92;");
}

TEST_CASE("no command of a build service begins in a graph") {
  for (const Place place : {Place::label, Place::html, Place::tooltip, Place::id, Place::name}) {
    CHECK(escape("##VSO[x", place) == "##VSO&#91;x");
    CHECK(escape("a[0]", place).starts_with("a[0"));
  }
}

TEST_CASE("an id is escaped by what writes it") {
  CHECK(escape(R"(position:a\b)", Place::id) == R"(position:a\\b)");
  CHECK(escape("a   b", Place::id) == "a &#32; b");
  CHECK(escape("a&amp;<b>", Place::id) == "a&amp;amp;<b>");
}

}  // namespace rolecall::test
