#include "layout/theme/text_width.hpp"

#include <catch2/catch.hpp>

#include "model/text/text.hpp"

namespace rolecall::test {

TEST_CASE("widths are those of the widest usual font") {
  // DejaVu Sans: M is 0.863, i 0.278; Verdana's bold W is 1.128.
  CHECK(text_width("M", 10) >= 8.63);
  CHECK(text_width("i", 10) >= 2.78);
  CHECK(text_width("W", 10, Weight::bold) >= 11.28);
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("ab", 10) == Approx(text_width("a", 10) + text_width("b", 10)));
  CHECK(text_width("ab", 20) == Approx(2 * text_width("ab", 10)));
  for (const char* text : {"Zoë Müller", "Ελένη", "Дмитрий Иванов"}) {
    CHECK(text_width(text, 10, Weight::bold) >= text_width(text, 10));
  }
}

TEST_CASE("wide characters take an em, marks and joiners nothing") {
  CHECK(text_width("中", 10) == Approx(10.2));
  CHECK(text_width("😀", 10) >= 14);
  CHECK(text_width("e\u0301", 10) == text_width("e", 10));
  CHECK(text_width("\u200d", 10) == 0);
}

TEST_CASE("the widths of other alphabets are theirs") {
  CHECK(text_width("שרה לוי", 10) < 10 * 7 * 0.9);
  CHECK(text_width("أحمد", 10) < 10 * 4);
  CHECK(text_width("س", 10) >= 13.8);
  for (const char* text : {"Łukasz Świątek", "Ελένη", "Дмитрий", "שרה", "محمد", "王小明", "😀"}) {
    CHECK(text_width(text, 10) > 0);
    const std::string cut = ellipsise(text, text_width(text, 10) - 1, 10);
    CHECK(text_width(cut, 10) <= text_width(text, 10) - 1);
  }
}

TEST_CASE("clean text shows what hides") {
  CHECK(clean("a\nb\tc\rd") == "a b c d");
  CHECK(clean(std::string_view("a\0b", 3)) == "a\\u{0}b");
  CHECK(clean("a\x1b[31m") == "a\\u{1b}[31m");
  CHECK(clean("\u202eevil\u2066") == "\\u{202e}evil\\u{2066}");
  CHECK(clean("co\u00adop\ufeff") == "co\\u{ad}op\\u{feff}");
  CHECK(clean("\uffff\ufffe") == "\\u{ffff}\\u{fffe}");
  CHECK(clean("\xff\xc3") == "\ufffd\ufffd");
  CHECK(clean("\x7f") == "\\u{7f}");
  CHECK(clean("Zoë 中 😀") == "Zoë 中 😀");
}

TEST_CASE("eight marks a letter are enough") {
  std::string text = "a";
  for (int i = 0; i < 1000; ++i) text += "\u0301";
  text += "b";
  const std::string cleaned = clean(text);
  CHECK(code_points(cleaned) == 1 + 8 + 1);
  CHECK(cleaned.ends_with("b"));
}

TEST_CASE("a text that fits stays, another ends in an ellipsis") {
  CHECK(ellipsise("Ada", 100, 10) == "Ada");
  const std::string cut = ellipsise("Head of Infrastructure", 60, 10);
  CHECK(cut.ends_with("…"));
  CHECK(text_width(cut, 10) <= 60);
  CHECK(ellipsise("Ada", 0, 10) == "…");
}

TEST_CASE("nothing is cut within a letter and its marks") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "e\u0301\u0323";
  for (int width = 0; width < 100; width += 3) {
    const std::string cut = ellipsise(text, width, 10);
    CHECK_FALSE(find_invalid_utf8(cut));
    const std::string body = cut.substr(0, cut.size() - std::string("…").size());
    CHECK(body.size() % std::string("e\u0301\u0323").size() == 0);
  }
  const std::string faces = "😀😀😀😀😀😀😀😀";
  for (const std::string& line : wrap(faces, 30, 4, 10)) CHECK_FALSE(find_invalid_utf8(line));
}

TEST_CASE("text wraps at spaces, and the last line tells that there is more") {
  CHECK(wrap("", 100, 3, 10).empty());
  CHECK(wrap("   ", 100, 3, 10).empty());
  CHECK(wrap("Ada Okafor", 200, 3, 10) == std::vector<std::string>{"Ada Okafor"});
  const auto lines = wrap("Head of Infrastructure and Platform Operations", 100, 4, 10);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "Head of");
  for (const std::string& line : lines) CHECK(text_width(line, 10) <= 100);
  const auto cut = wrap("one two three four five six seven", 40, 2, 10);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].ends_with("…"));
}

TEST_CASE("a kilobyte without a space wraps, and narrow boxes end") {
  const std::string text(1024, 'W');
  const auto lines = wrap(text, 100, 3, 10);
  REQUIRE(lines.size() == 3);
  for (const std::string& line : lines) CHECK(text_width(line, 10) <= 100);
  CHECK(wrap(text, 0, 3, 10).size() == 3);
  CHECK(wrap("Vice-President", text_width("Vice-Pres", 10), 3, 10) ==
        std::vector<std::string>{"Vice-", "President"});
}

TEST_CASE("in a font with one width for all letters a text leaves its room by 6 points at most") {
  CHECK(text_width("illicit filling", 10) >= 15 * 6.02 - 6);
  CHECK(text_width("illicit filling", 10) < 15 * 6.02);
  CHECK(text_width("WWW", 10) > 3 * 6.1);
  CHECK(text_width(ellipsise("illicit filling of fillets", 80, 10), 10) <= 80);
  for (const std::string& line : wrap("illicit filling of little fillets", 80, 3, 10)) {
    CHECK(text_width(line, 10) <= 80);
  }
}

}  // namespace rolecall::test
