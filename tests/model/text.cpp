#include "model/text/text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/look.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/shown.hpp"
#include "model/text/slips.hpp"

using namespace rolecall;

namespace {

std::string near(std::string_view word, const std::vector<std::string_view>& known) {
  return std::string(nearest(word, known).value_or("-"));
}

std::vector<char32_t> decode(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) out.push_back(next_code_point(text, i));
  return out;
}

}  // namespace

TEST_CASE("UTF-8 goes both ways", "[text]") {
  for (const char32_t c : {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000',
                           U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    CHECK(decode(text) == std::vector<char32_t>{c});
    CHECK_FALSE(find_invalid_utf8(text));
    CHECK(code_points(text) == 1);
  }
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("bytes that are not UTF-8 are found, and read one by one", "[text]") {
  // A lone continuation, overlong forms, a surrogate, past the last code point, cut short.
  for (const std::string_view bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                                     "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                                     "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xE2\x28\xA1"}) {
    const std::string text = "ab" + std::string(bad);
    CHECK(find_invalid_utf8(text) == 2u);
    CHECK(decode(text).at(2) == 0xFFFD);
    std::size_t at = 2;
    next_code_point(text, at);
    CHECK(at == 3);
  }
  CHECK_FALSE(find_invalid_utf8("Zo\xC3\xAB \xE2\x82\xAC \xF0\x9F\x98\x80"));
  CHECK_FALSE(find_invalid_utf8(""));
}

TEST_CASE("controls", "[text]") {
  CHECK(is_control(0));
  CHECK(is_control(0x1B));
  CHECK(is_control(0x7F));
  CHECK(is_control(0x9F));
  CHECK_FALSE(is_control(' '));
  CHECK_FALSE(is_control(0xA0));
}

TEST_CASE("slips are found among many words", "[text]") {
  const std::vector<std::string_view> known{"director", "dirextor", "cio", "132", "0017", "JCP8"};
  const Slips slips(known);
  const auto found = [&](std::string_view word) {
    const auto slip = slips.find(word);
    return slip ? std::string(slip->word) + (slip->sure ? "" : "?") : "-";
  };
  CHECK(found("dirctor") == "director");
  CHECK(found("direxctor") == "director?");
  CHECK(found("cioo") == "cio");
  CHECK(found("CIO") == "cio");
  CHECK(found("ciso") == "-");
  CHECK(found("131") == "-");
  CHECK(found("17") == "0017");
  CHECK(found("jcp8") == "JCP8");
  CHECK(found("JCP2") == "-");
  CHECK(found("") == "-");
  CHECK_FALSE(near_miss("131", known));
}

TEST_CASE("the nearest word", "[text]") {
  const std::vector<std::string_view> known = {"procurement", "it-budget", "it-policies", "cio",
                                               "cto"};
  CHECK(near("procurment", known) == "procurement");
  CHECK(near("porcurement", known) == "procurement");
  CHECK(near("IT-Budget", known) == "it-budget");
  CHECK(near("ci", known) == "cio");
  CHECK(near("cxo", known) == "cio");  // as near as `cto`, and first
  CHECK(near("tco", known) == "cto");
  CHECK(near("ceoo", {"CEO", "ceo", "cea"}) == "ceo");      // as it is written
  CHECK(near("cexx-1", {"ceyy-1", "ceaa-1"}) == "ceaa-1");  // whatever the order
  CHECK(near("unrelated", known) == "-");
  CHECK(near("", known) == "-");
  CHECK(near("cio", {}) == "-");
  CHECK(near("abcdef", {"badcfe", "abcd"}) == "abcd");
  CHECK(near("abcdef", {"zzabcd"}) == "-");
}

TEST_CASE("only the beginning of a long word is compared", "[text]") {
  const std::string word(100'000, 'a');
  const std::string known(64, 'a');
  CHECK(nearest(word, std::vector<std::string_view>{known}) == std::string_view(known));
  const std::string long_known(96, 'a');
  CHECK(nearest(word, std::vector<std::string_view>{long_known}) == std::string_view(long_known));
  const std::string longer_known(97, 'a');
  CHECK_FALSE(nearest(word, std::vector<std::string_view>{longer_known}));
}

TEST_CASE("lists for sentences", "[text]") {
  const std::vector<std::string_view> words = {"a", "b", "c", "d", "e"};
  CHECK(list_of({}) == "");
  CHECK(list_of(std::span(words).first(1)) == "`a`");
  CHECK(list_of(std::span(words).first(2)) == "`a` and `b`");
  CHECK(list_of(std::span(words).first(3)) == "`a`, `b` and `c`");
  CHECK(list_of(words, 2) == "`a`, `b` and 3 more");
  CHECK(counted(0, "duty", "duties") == "0 duties");
  CHECK(counted(1, "duty", "duties") == "1 duty");
  CHECK(counted(12, "duty", "duties") == "12 duties");
}

TEST_CASE("quoted text shows what could hide", "[text]") {
  CHECK(quoted("CIO") == "`CIO`");
  CHECK(quoted("a\x1B[31m") == "`a\\u{1b}[31m`");
  CHECK(quoted("a\nb") == "`a\\u{a}b`");
  CHECK(quoted("\u202e") == "`\\u{202e}`");
  CHECK(quoted("a\u200bb") == "`a\\u{200b}b`");
  CHECK(quoted("O`Brien") == "`O\\u{60}Brien`");
  CHECK(quoted("\xFF") == "`\xEF\xBF\xBD`");
  CHECK(quoted(std::string(80, 'x')) == "`" + std::string(80, 'x') + "`");
  CHECK(quoted(std::string(81, 'x')) == "`" + std::string(80, 'x') + "...`");
  CHECK(plain(std::string(81, 'x'), 100) == std::string(81, 'x'));
}

TEST_CASE("a joiner that shapes what is seen is no sign that hides", "[text]") {
  CHECK(is_hidden(0x200D));
  CHECK(is_hidden(0x200D, 'a'));
  CHECK_FALSE(is_hidden(0x200D, 0x1F469));  // an emoji
  CHECK_FALSE(is_hidden(0x200D, 0x094D));   // Devanagari
  CHECK_FALSE(is_hidden(0x200C, 0x0647));   // Persian
  CHECK(is_hidden(0x200C, 0x1F469));
  CHECK_FALSE(is_hidden(0xFE0F, 0x2764));
  CHECK_FALSE(is_hidden(0xFE0F, '1'));
  CHECK(is_hidden(0xFE0F, 'a'));
  CHECK_FALSE(is_hidden(0xE0100, 0x845B));  // a variant of a Japanese name
  CHECK(is_hidden(0xE0041, 0x1F3F4));
  for (const char32_t c : {U'a', U'\u00e9', U'\u0600', U'\u00a0', U'\ufffd', U'\U0001f600'}) {
    CHECK_FALSE(is_hidden(c));
  }
  for (const char32_t c : {U'\u00ad', U'\u034f', U'\u2028', U'\u2800', U'\ufdd0', U'\ufffe'}) {
    CHECK(is_hidden(c));
  }
}

TEST_CASE("commands of build services begin in any case", "[text]") {
  for (const char* before : {"##", "x ##", "##vso", "##VSO", "##teamcity", "###", "##vso##Abc"}) {
    CHECK(opens_command(before));
  }
  for (const char* before : {"", "#", "# #", "##vso ", "##1", "vso"})
    CHECK_FALSE(opens_command(before));
}

TEST_CASE("XML has references for markup, and nothing that hides", "[text]") {
  CHECK(xml_text("a<b>&\"c\"\n") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;");
  CHECK(xml_text("##vso[x] a[0]") == "##vso&#91;x] a[0]");
  CHECK(xml_text("\u202e\x01") == "\\u{202e}\\u{1}");
}

TEST_CASE("names are one however their letters are composed", "[text]") {
  CHECK(composed("Zoe\u0308") == "Zo\u00eb");
  CHECK(composed("Zo\u00eb") == "Zo\u00eb");
  CHECK(composed("a\xff") == "a\xff");
  CHECK_FALSE(may_be_composed("Zo\u00eb M\u00fcller"));
  CHECK(may_be_composed("Zoe\u0308"));
}

TEST_CASE("what looks the same is found, and why it is not", "[text]") {
  const auto why = [](std::string_view a, std::string_view b) {
    CHECK(why_alike(a, b).has_value() == why_alike(b, a).has_value());
    return why_alike(a, b).value_or("-");
  };
  CHECK(why("zo\u00eb", "zoe\u0308") == "the letters are composed differently");
  CHECK(why("cio", "cio\u200b") == "U+200B, which cannot be seen, stands in it");
  CHECK(why("Ann Lee", "Ann  Lee") == "the blanks differ");
  CHECK(why("Ann Lee", "Ann\u00a0Lee") == "the blanks differ");
  CHECK(why("\u0441io", "cio") == "U+0441 is not U+0063");
  CHECK(why("Ann\u2011Lee", "Ann-Lee") == "U+2011 is not U+002D");
  CHECK(why("O\u2019Brien", "O'Brien") == "U+2019 is not U+0027");
  CHECK(why("\uff23IO", "CIO") == "U+FF23 is not U+0043");
  CHECK(why("cio", "CIO") == "-");
  CHECK(why("cio", "cio") == "-");
  CHECK(why("zoe", "zo\u00eb") == "-");
  CHECK(why("I", "l") == "-");
}

TEST_CASE("a word in two scripts is a disguise where one would do", "[text]") {
  const auto meant = [](std::string_view text) {
    const auto found = disguise(text);
    return found ? found->meant : "-";
  };
  CHECK(meant("pl\u0430tform") == "platform");
  CHECK(meant("\u041co\u0441\u043a\u0432\u0430") == "\u041c\u043e\u0441\u043a\u0432\u0430");
  CHECK(meant("co\u00adop") == "coop");
  CHECK(meant("\u0421\u0435\u0440\u0433\u0435\u0439") == "-");
  CHECK(meant("IT-\u043e\u0442\u0434\u0435\u043b") == "-");
  CHECK(meant("\u0394T") == "-");
  CHECK(meant("Zo\u00eb") == "-");
  CHECK(meant("platform") == "-");
}
