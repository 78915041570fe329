// README.md shows real output: what stands in its console blocks is what the program prints.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "report/format.hpp"
#include "rules/run.hpp"
#include "tests/docs/pages.hpp"

using namespace rolecall;
using namespace rolecall::test;

TEST_CASE("the README's output is real") {
  const std::string readme = page("README.md");
  const std::string open = "```console\n$ rolecall check ";
  const std::size_t at = readme.find(open);
  REQUIRE(at != std::string::npos);
  const std::size_t line_end = readme.find('\n', at + open.size());
  const std::string example = readme.substr(at + open.size(), line_end - at - open.size());
  const std::string shown =
      readme.substr(line_end + 1, readme.find("```", line_end) - line_end - 1);

  Sources sources;
  sources.texts.emplace_back(example, page(example));
  const Judgement judgement = judge(std::move(sources), {});
  const std::string real = find_format("text")->write(std::span(&judgement, 1), {});
  // A line with an ellipsis stands for what is left out; each part between must be there, in order.
  std::size_t from = 0;
  std::stringstream parts(shown);
  std::string part;
  std::size_t compared = 0;
  for (std::string line; std::getline(parts, line) || !part.empty();) {
    const bool last = !parts;
    if (!last && line != "…") {
      part += line + "\n";
      continue;
    }
    if (!part.empty()) {
      CAPTURE(part);
      const std::size_t found = real.find(part, from);
      REQUIRE(found != std::string::npos);
      from = found + part.size();
      compared += part.size();
      part.clear();
    }
    if (last) break;
  }
  CHECK(compared > 500);
}
