#pragma once
// Texts that mean something to whoever reads what rolecall writes.

#include <string>
#include <string_view>
#include <vector>

#include "model/text/text.hpp"

namespace rolecall::test {

/// All of them may stand in a description. None is longer than an id may be.
inline std::vector<std::string> hostile_texts() {
  std::vector<std::string> out = {
      // quotes and backslashes
      "\"", "'", "\"\"\"", "a\"b'c", "\\", "a\\", "a\\\\", "\\\"", "\\\" { a [URL=<javascript:x>] } //",
      "C:\\Corp\\", "\\N \\G \\E \\L \\l \\n \\r", "\\u0022", "`", "``x``", "O`Brien", "` or `", "$", "${x}",
      "$(touch x)", "`touch x`", "%s%n", "%0A::error::x", "%25", "{{x}}", "{% x %}", "{0}",
      // markup
      "<", ">", "&", "&amp;", "&#60;b&#62;", "&bogus;", "<b>x</b>", "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>", "x\" onload=\"alert(1)", "]]>", "<![CDATA[x]]>", "--", "-->", "<!--",
      "<!-- x -->", "<TABLE><TR><TD></TD></TR></TABLE>", "</title><script>x</script>", "<br>",
      // Markdown
      "*x*", "_x_", "**x**", "~~x~~", "# x", "> x", "- x", "1. x", "[x](javascript:alert(1))",
      "![x](http://a.example/x.png)", "[x]: http://a.example", "|", "a|b|c", "\\|", "www.a.example",
      "WWW.a.example", "http://a.example", "HTTPS://a.example/?q=1&b", "ftp://a.example", "a@b.example",
      "mailto:a@b.example", "xmpp:a@b.example/x", "@ann", "#1", "a/b#1", "GH-1", "!1", "~bug", "&1", "^1", "%1",
      "$$x$$", ":tada:", "---", "```", "<details>", "https:\\\\a.example",
      // diagrams
      "%%{init: {'theme':'x'}}%%", "click x javascript:alert(1)", "x\"] --> y[\"z", "graph TD", "end",
      "subgraph x", ":::x", "#quot;", "#9829;", "!include /etc/passwd", "@enduml", "<&x>", "<U+0041>", "<$x>",
      "{a|b|{c}}", "/' x '/", "' x", "%autonumber%", "digraph { a }", "node", "%3",
      // commands of build services
      "::error::x", "::ERROR file=a,line=1::x", "::set-output name=a::b", "::add-mask::x", "##[error]x",
      "##[ERROR]x", "##vso[task.complete]", "##VSO[task.setvariable variable=a]b", "##teamcity[x]",
      "##TeamCity[x name='y']", "#[x]", "###[x]", "section_start:1:x", "\u00a0::error::x",
      // formulas
      "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a.example\")", "\uff1d1+1", "\uff0b1", "\uff0d1",
      "\uff201", " =1+1", "\u3000=1", "\t=1", ";=1", ",", "a,b;c", "=cmd|' /C calc'!A0",
      // what hides
      "a\u202eb", "\u2066x\u2069", "a\u200bb", "a\u200db", "\ufeffx", "co\u00adop", "a\u2028b", "a\u2029b",
      "a\u200fb", "x\u061c", "\u2060", "a\u034fb", "\u3164", "\ufe0fx", "a\U000e0041b", "\ufdd0",
      "a\U0001fffeb", "\u180e", "\u2800", "line\nbreak", "\n::error::x", "a\tb", "\n| x |",
      // letters of all kinds
      "Zo\u00eb", "Zoe\u0308", "\u05e9\u05e8\u05d4 \u05dc\u05d5\u05d9", "\u0645\u062d\u0645\u062f",
      "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc", "\u738b\u5c0f\u660e", "\u0915\u094d\u200d\u0937",
      "\U0001f469\u200d\U0001f4bb", "1\ufe0f\u20e3", "\u2764\ufe0f", "\U0001f1e9\U0001f1ea", "\ufb01",
      "\u0130", "\u00df", "\u0421EO", "\ufffd", "\U0010ffff x", "-", ".", "0", "true", "null", "NaN",
  };
  std::string marks = "a";
  for (int i = 0; i < 60; ++i) marks += "\u0301";
  out.push_back(marks);
  out.emplace_back(200, 'W');
  out.push_back(std::string(180, 'x') + "\\");
  return out;
}

}  // namespace rolecall::test
