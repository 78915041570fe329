// phases FILE...: how the CPU time of judging a description divides into reading, building, the
// verdicts and the checks; and how the checks grow from file to file.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/language/read_toml.hpp"
#include "rules/run.hpp"

using namespace rolecall;

namespace {

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// The smallest of some runs: what else the machine does only adds.
template <class Run>
double best(Run run) {
  double least = 1e9;
  for (int i = 0; i < 5; ++i) least = std::min(least, run());
  return least;
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("{:<28}{:>9}{:>9}{:>9}{:>10}{:>15}\n", "file", "read", "build", "verdicts", "checks",
             "checks / read");
  for (int i = 1; i < argc; ++i) {
    std::stringstream bytes;
    bytes << std::ifstream(argv[i], std::ios::binary).rdbuf();
    const SourceText text(argv[i], bytes.str());
    const Date day{2026, 11, 1};

    const double read = best([&] {
      const double start = seconds();
      const ReadResult result = read_toml(text);
      return seconds() - start;
    });
    double verdicts = 1e9;
    const double build = best([&] {
      ReadResult result = read_toml(text);
      const double start = seconds();
      Built built = build_org(std::move(*result.document), day);
      const double middle = seconds();
      const Coverage coverage = judge_duties(built.org);
      verdicts = std::min(verdicts, seconds() - middle);
      return middle - start;
    });
    const double all = best([&] {
      Sources sources;
      sources.texts.push_back(text);
      const double start = seconds();
      const Judgement judgement = judge(std::move(sources), {.today = day});
      return seconds() - start;
    });
    const double checks = std::max(0.0, all - read - build - verdicts);
    std::string name(argv[i]);
    name = name.substr(name.rfind('/') + 1);
    fmt::print("{:<28}{:>8.3f}s{:>8.3f}s{:>8.3f}s{:>9.3f}s{:>15.2f}\n", name, read, build, verdicts,
               checks, checks / read);
  }
}
