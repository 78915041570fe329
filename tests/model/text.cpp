#include "model/text/text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/near_miss.hpp"
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
  CHECK(is_bidi_control(0x200E));
  CHECK(is_bidi_control(0x202E));
  CHECK(is_bidi_control(0x2069));
  CHECK_FALSE(is_bidi_control(0x200D));
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
  CHECK(quoted("\xE2\x80\xAE") == "`\\u{202e}`");
  CHECK(quoted("\xFF") == "`\xEF\xBF\xBD`");
  CHECK(quoted(std::string(80, 'x')) == "`" + std::string(80, 'x') + "`");
  CHECK(quoted(std::string(81, 'x')) == "`" + std::string(80, 'x') + "...`");
}
