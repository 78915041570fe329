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

/// What each room may include besides itself; who may include `layout` may include all of its
/// rooms. A room within a room has a row of its own.
const std::map<std::string, std::set<std::string>> may_include = {
    {"model/text", {}},
    {"model/syntax", {"model/text"}},
    {"model/language", {"model/text", "model/syntax"}},
    {"model/catalogue", {"model/text"}},
    {"model/org", {"model/text", "model/language", "model/catalogue"}},
    {"model/verdict",
     {"model/text", "model/syntax", "model/language", "model/catalogue", "model/org"}},
    {"model/edit", {"model/text", "model/syntax", "model/language"}},
    {"rules", {"model"}},
    {"report", {"model"}},
    {"report/reference", {"model", "rules", "report"}},
    {"layout/chart", {"model"}},
    {"layout/views", {"model", "layout/chart"}},
    {"layout/theme", {"model", "layout/chart"}},
    {"layout/place", {"model", "layout/chart", "layout/theme"}},
    {"layout/module", {}},
    {"layout/graphviz", {"layout/module"}},
    {"layout/qpdf", {"layout/module"}},
    {"layout/draw", {"model", "layout/chart", "layout/theme", "layout/place", "layout/module"}},
    {"layout/pictures",
     {"model", "layout/chart", "layout/theme", "layout/place", "layout/module", "layout/draw"}},
    {"cli", {"layout", "model", "report", "rules"}},
};

/// The room of a file: the longest row that its path begins with.
std::string room_of(const std::string& path) {
  std::string room;
  for (const auto& [name, allowed] : may_include) {
    if (path.starts_with(name + '/') && name.size() > room.size()) room = name;
  }
  return room;
}

bool may(const std::string& room, const std::string& other) {
  if (room == other) return true;
  const auto& allowed = may_include.at(room);
  return allowed.contains(other) || allowed.contains(other.substr(0, other.find('/')));
}

struct Include {
  std::string file;    ///< relative to the checkout
  std::string header;  ///< without quotes or brackets
  bool own = false;    ///< in quotes
};

std::vector<Include> includes_of(const std::string& folder) {
  const fs::path root = ROLECALL_SOURCE_DIR;
  std::vector<Include> out;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
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

/// The folders in which sources stand.
const std::vector<std::string> folders = {"model", "rules", "report", "layout", "cli"};

}  // namespace

TEST_CASE("rooms include only whom they may") {
  std::set<std::string> seen;
  for (const std::string& folder : folders) {
    for (const Include& include : includes_of(folder)) {
      INFO(include.file << " includes " << include.header);
      const std::string room = room_of(include.file);
      REQUIRE_FALSE(room.empty());
      seen.insert(room);
      if (!include.own) continue;
      // Whole paths from the checkout, so that it is plain from which room a header comes.
      const std::string other = room_of(include.header);
      REQUIRE_FALSE(other.empty());
      CHECK(may(room, other));
    }
  }
  CHECK(seen.size() == may_include.size());
}

TEST_CASE("the page on the architecture explains each room") {
  std::ifstream file(std::string(ROLECALL_SOURCE_DIR) + "/docs/architecture.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  for (const auto& [room, allowed] : may_include) {
    INFO(room);
    const bool named = page.find('`' + room + '`') != std::string::npos ||
                       page.find('`' + room + "/`") != std::string::npos;
    CHECK(named);
  }
}

TEST_CASE("rooms stand one above the other") {
  // Who is included comes before who includes: taking away rooms that need nobody empties the
  // table.
  std::set<std::string> left;
  for (const auto& [room, allowed] : may_include) left.insert(room);
  while (!left.empty()) {
    std::set<std::string> free;
    for (const std::string& room : left) {
      bool needs = false;
      for (const std::string& other : left) needs |= room != other && may(room, other);
      if (!needs) free.insert(room);
    }
    INFO("a circle among " << Catch::StringMaker<std::set<std::string>>::convert(left));
    REQUIRE_FALSE(free.empty());
    for (const std::string& room : free) left.erase(room);
  }
}

TEST_CASE("a heavy library is known to one source file alone") {
  const std::vector<std::string> heavy = {"CLI/", "toml++/", "boost/graph/", "qpdf/", "utf8proc"};
  for (const std::string& library : heavy) {
    std::set<std::string> files;
    for (const std::string& room : folders) {
      for (const Include& include : includes_of(room)) {
        // What is in `data/` runs while rolecall is built and is no part of it.
        if (include.file.find("/catalogue/data/") != std::string::npos) continue;
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
  for (const std::string& room : folders) {
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
  for (const std::string& room : folders) {
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
