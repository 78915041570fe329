// make_tables FOLDER OUT: checks the data in a folder and writes them as a C++ file of constant
// tables. It runs when rolecall is built, so the program itself reads no catalogue at start.
// Exit status 1 with one line for each mistake; OUT is then left alone.

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "model/catalogue/data/tables.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: make_tables FOLDER OUT\n");
    return 2;
  }
  const auto data = rolecall::tables::read_data(argv[1]);
  if (!data) return 1;
  std::ofstream out(argv[2], std::ios::binary);
  out << rolecall::tables::write_tables(*data) << std::flush;
  if (!out) fmt::print(stderr, "make_tables: cannot write {}\n", argv[2]);
  return out ? 0 : 1;
}
