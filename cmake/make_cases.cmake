# cmake -DFOLDER=tests/rules -DOUT=cases.cpp -P make_cases.cmake: writes bad.toml and good.toml of
# every check as a C++ table.

file(GLOB files ${FOLDER}/*/bad.toml)
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(home ${file} DIRECTORY)
  get_filename_component(id ${home} NAME)
  if(EXISTS ${home}/good.toml)
    file(READ ${home}/bad.toml bad)
    file(READ ${home}/good.toml good)
    string(APPEND entries
      "    {\"${id}\", R\"case(${bad})case\", R\"case(${good})case\"},\n")
  endif()
endforeach()
file(WRITE ${OUT} "// Made by cmake/make_cases.cmake from tests/rules/.
#include \"rules/cases.hpp\"

namespace rolecall {

std::span<const Case> cases() {
  static constexpr Case table[] = {
${entries}  };
  return table;
}

const Case* find_case(std::string_view check) {
  for (const Case& each : cases()) {
    if (each.check == check) return &each;
  }
  return nullptr;
}

}  // namespace rolecall
")
