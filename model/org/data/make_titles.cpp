// make_titles OUT: writes the lexicon of the catalogue's titles as a C++ file of constant tables.
// It runs when rolecall is built, so that the program makes none at start.

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "model/org/title_tables.hpp"

namespace {

using rolecall::TitlePhrase;
using rolecall::TitleTables;

/// A constant array whose entries are written by `text_of`.
template <class Values, class TextOf>
std::string array(std::string_view type, std::string_view name, const Values& values,
                  TextOf text_of) {
  std::string out = fmt::format("constexpr {} {}[] = {{\n", type, name);
  for (const auto& value : values) out += fmt::format("    {},\n", text_of(value));
  return out + "};\n\n";
}

std::string text(const TitleTables& tables) {
  const auto number = [](auto value) { return fmt::format("{}", value); };
  std::string out =
      "// Made by make_titles.\n#include \"model/org/title_tables.hpp\"\n\nnamespace rolecall {\n"
      "namespace {\n\n";
  // Letters as numbers: some are bytes of other languages.
  out += array("char", "letters", tables.letters, [](char c) {
    return fmt::format("static_cast<char>({})",
                       static_cast<unsigned>(static_cast<unsigned char>(c)));
  });
  out += array("std::uint32_t", "begins", tables.begins, number);
  out += array("std::uint8_t", "kinds", tables.kinds, number);
  out += array("TitleTables::Slot", "slots", tables.slots, [](const TitleTables::Slot& slot) {
    return fmt::format("{{{}u, {}}}", slot.hash, slot.word);
  });
  out += array("TitleTables::Word", "sequence", tables.sequence, number);
  out += array("TitlePhrase", "phrases", tables.phrases, [](const TitlePhrase& phrase) {
    return fmt::format("{{static_cast<PhraseKind>({}), {}, {}, {}, {}, {}, {}}}",
                       static_cast<unsigned>(phrase.kind), phrase.weak, phrase.clear, phrase.index,
                       phrase.first, phrase.length, phrase.rest);
  });
  out += array("std::uint32_t", "starts", tables.starts, number);
  out +=
      "constexpr TitleTables tables{{letters, sizeof letters}, begins, kinds,   slots,\n"
      "                             sequence,                  phrases, starts};\n\n"
      "}  // namespace\n\nconst TitleTables& catalogue_title_tables() { return tables; }\n\n"
      "}  // namespace rolecall\n";
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: make_titles OUT\n");
    return 2;
  }
  rolecall::TitleTableMaker maker;
  std::ofstream out(argv[1], std::ios::binary);
  out << text(maker.finish()) << std::flush;
  if (!out) fmt::print(stderr, "make_titles: cannot write {}\n", argv[1]);
  return out ? 0 : 1;
}
