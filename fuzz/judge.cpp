// Whatever the bytes: they are judged, all reports about them are written, each fix that is offered
// can be made, and the one layout keeps what is said and is its own.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "model/edit/format.hpp"
#include "model/edit/lower.hpp"
#include "model/edit/same_meaning.hpp"
#include "model/edit/text_edit.hpp"
#include "report/format.hpp"
#include "rules/run.hpp"

using namespace rolecall;

namespace {

[[noreturn]] void fail(const char* what, std::string_view more) {
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(more.size()), more.data());
  std::abort();
}

Judgement judged(std::string_view text) {
  Sources sources;
  sources.texts.emplace_back("fuzz.toml", std::string(text));
  RunOptions options;
  options.today = Date{2026, 11, 1};
  return judge(std::move(sources), options);
}

/// A fix is made or refused in words; what it gives is judged as anything else is.
void make_fixes(const Judgement& judgement, std::string_view text) {
  constexpr int most = 8;
  int made = 0;
  SourcesEditor editor(judgement.sources, judgement.trees);
  for (const Finding& finding : judgement.findings) {
    for (const Fix& fix : finding.fixes) {
      const auto edits = editor.edits(fix.changes);
      if (!edits || ++made > most) continue;
      for (const FileEdits& each : *edits) {
        static_cast<void>(judged(with_edits(text, each.edits)));
      }
    }
  }
}

void lay_out(std::string_view text) {
  const SourceText before("fuzz.toml", std::string(text));
  const auto once = in_layout(before);
  if (!once) return;
  const SourceText after("fuzz.toml", *once);
  if (!same_meaning(before, after)) fail("another meaning", *once);
  const auto twice = in_layout(after);
  if (!twice) fail("no layout of its own", twice.error());
  if (*twice != *once) fail("another layout", *twice);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Judgement judgement = judged(text);
  for (const Format* format : all_formats()) {
    static_cast<void>(format->write(std::span(&judgement, 1), {.version = "1"}));
  }
  make_fixes(judgement, text);
  lay_out(text);
  return 0;
}
