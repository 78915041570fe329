#pragma once
// Help for tests of the semantics: what a judgement says of one duty, or says loudly.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/rules/judged.hpp"

namespace rolecall::test {

inline const Verdict& verdict_of(const Judgement& judgement, std::string_view duty) {
  for (const Verdict& verdict : judgement.coverage) {
    if ((*judgement.org)[verdict.duty].id == duty) return verdict;
  }
  FAIL("no such duty: " << duty);
  return judgement.coverage.front();
}

inline std::string verdict(const Judgement& judgement, std::string_view duty) {
  return std::string(name(verdict_of(judgement, duty).kind));
}

inline bool gives_reason(const Judgement& judgement, std::string_view duty, std::string_view part) {
  for (const std::string& reason : verdict_of(judgement, duty).reasons) {
    if (reason.find(part) != std::string::npos) return true;
  }
  return false;
}

/// The checks that found errors or warnings, each once, in order.
inline std::vector<std::string> alarms_of(const Judgement& judgement) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) {
    if (finding.severity != Severity::note) out.emplace_back(finding.check);
  }
  std::ranges::sort(out);
  const auto doubles = std::ranges::unique(out);
  out.erase(doubles.begin(), doubles.end());
  return out;
}

/// How loud the first finding of a check is; "-" where there is none.
inline std::string loudness(const Judgement& judgement, std::string_view check) {
  if (count_of(judgement, check) == 0) return "-";
  return std::string(name(first_of(judgement, check).severity));
}

/// A head, a CIO and a CTO whose lines are given, without any tie between the two. The head holds a
/// duty: before any is assigned, nobody asks how the two work together.
inline std::string chiefs(std::string_view cio, std::string_view cto, std::string_view more = {}) {
  return headed("as_of = 2026-06-01") +
         "accountable = \"business-needs\"\n"
         "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\n" +
         std::string(cio) + "\n[[position]]\nid = \"cto\"\ntitle = \"CTO\"\n" + std::string(cto) +
         "\n" + std::string(more);
}

inline const std::string cio_there = "holder = \"Lena Hoff\"\nreports_to = \"ceo\"";
inline const std::string cto_there = "holder = \"Ada Okafor\"\nreports_to = \"ceo\"";

}  // namespace rolecall::test
