// Judges a company that is written in here and says what was found.
#include <iostream>

#include "report/format.hpp"
#include "rules/run.hpp"

int main() {
  rolecall::Sources sources;
  sources.texts.emplace_back("company.toml", R"([company]
name = "Brightline"
as_of = 2026-11-01
complete = false

[[position]]
id = "cio"
title = "CIO"
holder = "Priya Raman"
accountable = ["infrastructure"]

[[position]]
id = "cto"
title = "CTO"
holder = "Ada Okafor"
accountable = ["infrastructure"]
)");
  const rolecall::Judgement judgement = rolecall::judge(std::move(sources), {});
  std::cout << rolecall::find_format("short")->write({&judgement, 1}, {});
  return judgement.findings.empty() ? 1 : 0;
}
