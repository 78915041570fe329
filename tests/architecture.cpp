// The rooms of the house keep to themselves: who may include whom, read from the sources.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>> may_include = {
    {"model", {"model"}},
    {"rules", {"rules", "model"}},
    {"layout", {"layout", "model"}},
    {"report", {"report", "model"}},
    {"cli", {"cli", "layout", "model", "report", "rules"}},
};

struct Include {
  std::string file;    ///< relative to the checkout
  std::string header;  ///< without quotes or brackets
  bool own = false;    ///< in quotes
};

std::vector<Include> includes_of(const std::string& room) {
  const fs::path root = ROLECALL_SOURCE_DIR;
  std::vector<Include> out;
  for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    const std::string file = fs::relative(entry.path(), root).generic_string();
    std::ifstream text(entry.path());
    for (std::string line; std::getline(text, line);) {
      const std::string directive = "#include ";
      if (!line.starts_with(directive) || line.size() < directive.size() + 2) continue;
      const bool own = line[directive.size()] == '"';
      const std::size_t end = line.find(own ? '"' : '>', directive.size() + 1);
      if (end == std::string::npos) continue;
      out.push_back({file, line.substr(directive.size() + 1, end - directive.size() - 1), own});
    }
  }
  return out;
}

}  // namespace

TEST_CASE("rooms include only whom they may") {
  for (const auto& [room, allowed] : may_include) {
    const auto includes = includes_of(room);
    CHECK_FALSE(includes.empty());
    for (const Include& include : includes) {
      if (!include.own) continue;
      INFO(include.file << " includes " << include.header);
      const std::size_t slash = include.header.find('/');
      // Whole paths from the checkout, so that it is plain from which room a header comes.
      REQUIRE(slash != std::string::npos);
      CHECK(allowed.contains(include.header.substr(0, slash)));
    }
  }
}

TEST_CASE("a heavy library is known to one source file alone") {
  const std::vector<std::string> heavy = {"CLI/", "toml++/", "boost/graph/", "qpdf/"};
  for (const std::string& library : heavy) {
    std::set<std::string> files;
    for (const auto& [room, allowed] : may_include) {
      for (const Include& include : includes_of(room)) {
        // What is in `data/` runs while rolecall is built and is no part of it.
        if (include.file.find("/data/") != std::string::npos) continue;
        if (include.header.starts_with(library)) files.insert(include.file);
      }
    }
    INFO(library << " is included by "
                 << Catch::StringMaker<std::set<std::string>>::convert(files));
    CHECK(files.size() == 1);
    for (const std::string& file : files) CHECK(file.ends_with(".cpp"));
  }
}

TEST_CASE("the JSON library is known to reports and schemas alone, through one header") {
  std::set<std::string> files;
  for (const auto& [room, allowed] : may_include) {
    for (const Include& include : includes_of(room)) {
      if (include.header.starts_with("nlohmann/")) files.insert(include.file);
      if (include.header == "report/json_text.hpp") {
        INFO(include.file);
        const bool writes_schemas = include.file.starts_with("cli/schemas/") ||
                                    include.file.starts_with("cli/language_schema.");
        CHECK((room == "report" || writes_schemas));
      }
    }
  }
  CHECK(files == std::set<std::string>{"report/json_text.hpp"});
}

TEST_CASE("Graphviz is known to the drawing part alone") {
  for (const auto& [room, allowed] : may_include) {
    for (const Include& include : includes_of(room)) {
      const bool graphviz = include.header.starts_with("graphviz/") || include.header == "gvc.h" ||
                            include.header == "cgraph.h";
      if (!graphviz) continue;
      INFO(include.file << " includes " << include.header);
      CHECK(room == "layout");
      CHECK(include.file.ends_with(".cpp"));
    }
  }
}
