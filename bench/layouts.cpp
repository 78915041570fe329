// layouts: the tidy layout on a forest, as flextree.mjs does it. Standard input: a line "parent
// width height" per box, -1 for a top. Prints the milliseconds of the first and of the best run,
// and the size.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "layout/place/tidy.hpp"

using namespace rolecall;

int main() {
  std::vector<Size> sizes;
  std::vector<std::uint32_t> parents;
  long parent = 0;
  Size size;
  while (std::cin >> parent >> size.width >> size.height) {
    sizes.push_back(size);
    parents.push_back(parent < 0 ? no_parent : static_cast<std::uint32_t>(parent));
  }
  std::vector<double> times;
  for (int run = 0; run < 7; ++run) {
    const auto start = std::chrono::steady_clock::now();
    size = tidy({sizes, parents}).size;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    times.push_back(took.count());
  }
  fmt::print("{{\"first\": {}, \"best\": {}, \"width\": {}, \"height\": {}}}\n", times[0],
             *std::min_element(times.begin(), times.end()), size.width, size.height);
}
