#pragma once
// Small companies that the tests share, and their judgement.

#include <string>
#include <string_view>
#include <utility>

#include "rules/run.hpp"

namespace rolecall::test {

/// Without errors: what is not in it, is not in the description.
inline constexpr std::string_view clean_text = R"([company]
name = "Fernhill"
complete = false

[[position]]
id = "ceo"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "ceo"
accountable = ["it-strategy", "it-budget"]
)";

/// With errors: a boss who does not exist, and a duty that two have.
inline constexpr std::string_view faulty_text = R"([company]
name = "Fernhill"

[[position]]
id = "ceo"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "ceoo"
accountable = ["@CIO"]

[[position]]
id = "cto"
title = "Chief Technology Officer"
holder = "Zoë Müller"
reports_to = "ceo"
accountable = ["@CTO", "it-budget"]

[duties.it-budget]
accountable = ["cio"]
)";

inline Judgement judge_text(std::string_view text, Limits limits = {},
                            std::string_view name = "org.toml") {
  Sources sources;
  sources.texts.emplace_back(std::string(name), std::string(text));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.limits = limits;
  return judge(std::move(sources), options);
}

/// A company with a head and nobody else. `facts` are lines of `[company]`, `more` stands below.
inline std::string headed(std::string_view facts, std::string_view more = {}) {
  return "[company]\nname = \"Test\"\n" + std::string(facts) +
         "\n[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"Mina Park\"\n" +
         std::string(more);
}

/// A small company in which all is well: head, CIO and CTO hold everything. `cio` and `cto` stand
/// in their posts for more lines, `more` at the end.
struct Company {
  std::string company{};  ///< more lines of `[company]`
  std::string cio_accountable = R"(["@CIO", "@shared", "@contested"])";
  std::string cto_accountable = R"(["@CTO"])";
  std::string cio = R"(holder = "Lena Hoff")";
  std::string cto = R"(holder = "Ada Okafor")"
                    "\n"
                    R"(consulted = ["@shared"])";

  std::string text(std::string_view more = {}) const {
    return headed("as_of = 2026-06-01\n" + company) +
           "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nreports_to = \"ceo\"\naccountable = " +
           cio_accountable + "\n" + cio +
           "\n[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nreports_to = \"ceo\"\naccountable = " +
           cto_accountable + "\n" + cto + "\n" + std::string(more);
  }
  Judgement judged(std::string_view more = {}, Limits limits = {}) const {
    return judge_text(text(more), limits);
  }
};

/// A post in short.
inline std::string post(std::string_view id, std::string_view boss, std::string_view more = {},
                        std::string_view holder = {}) {
  std::string out = "[[position]]\nid = \"" + std::string(id) + "\"\n";
  if (!boss.empty()) out += "reports_to = \"" + std::string(boss) + "\"\n";
  if (holder != "-") {
    out +=
        "holder = \"" + (holder.empty() ? "P. " + std::string(id) : std::string(holder)) + "\"\n";
  }
  return out + std::string(more) + "\n";
}

}  // namespace rolecall::test
