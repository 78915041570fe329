#include "report/terminal.hpp"

#include <catch2/catch.hpp>

#include "report/excerpt.hpp"

using namespace rolecall;

TEST_CASE("width on the screen") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Zo\xC3\xAB") == 3);
  CHECK(display_width("e\xCC\x81") == 1);         // a combining accent
  CHECK(display_width("\xE5\xA4\xA7") == 2);      // a Chinese character
  CHECK(display_width("\xF0\x9F\x98\x80") == 2);  // an emoji
  CHECK(display_width("\xEF\xBD\xB1") == 1);      // half-width kana
  CHECK(display_width("") == 0);
}

TEST_CASE("what may not be printed is shown") {
  CHECK(printable("plain \xC3\xBC") == "plain \xC3\xBC");
  CHECK(printable(std::string_view("\0", 1)) == "\\u{0}");
  CHECK(printable("a\tb") == "a    b");
  CHECK(printable("\xFF") == "\\xff");  // no UTF-8
  CHECK(printable("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
  CHECK(printable("\xE2\x80\xA8") == "\\u{2028}");
  CHECK(printable("#[ ## [ ##[") == "#[ ## [ ##\\u{5b}");
}

TEST_CASE("columns are found in long lines") {
  std::string line;
  for (int i = 0; i < 3000; ++i)
    line +=
        "\xC3\xA4"
        "b";
  ColumnIndex index;
  CHECK(index.offset(line, 1) == 0);
  CHECK(index.offset(line, 5001) == 7500);
  CHECK(index.offset(line, 2) == 2);
  CHECK(index.offset(line, 6001) == line.size());
  CHECK(index.offset(line, 99999) == line.size());
  CHECK(index.offset("", 7) == 0);
}
