#include "model/org/title.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/catalogue/catalogue.hpp"

using rolecall::read_title;
using rolecall::RoleId;
using rolecall::TitleReading;

namespace {

std::string ids(const std::vector<RoleId>& roles) {
  std::string out;
  for (const RoleId role : roles) {
    if (!out.empty()) out += ' ';
    out += rolecall::catalogue_roles()[role.index()].id;
  }
  return out.empty() ? "-" : out;
}

struct Row {
  std::string title, roles, doubt, state;
};

std::vector<Row> rows() {
  std::ifstream file(ROLECALL_SOURCE_DIR "/tests/model/titles.tsv");
  std::vector<Row> out;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    Row& row = out.emplace_back();
    std::getline(cells, row.title, '\t');
    std::getline(cells, row.roles, '\t');
    std::getline(cells, row.doubt, '\t');
    std::getline(cells, row.state, '\t');
  }
  return out;
}

}  // namespace

TEST_CASE("titles say what a reader says that they say", "[title]") {
  const std::vector<Row> table = rows();
  REQUIRE(table.size() > 100);
  for (const Row& row : table) {
    INFO(row.title);
    const TitleReading reading = read_title(row.title);
    CHECK(ids(reading.roles) == row.roles);
    CHECK(ids(reading.doubt.roles) == row.doubt);
    CHECK((reading.state.empty() ? "-" : std::string(reading.state)) == row.state);
  }
}

TEST_CASE("every title of the catalogue means its role, or is in doubt", "[title]") {
  for (const rolecall::CatalogueRole& role : rolecall::catalogue_roles()) {
    for (const std::string_view title : role.titles) {
      INFO(title);
      const TitleReading reading = read_title(title);
      const std::string found = ' ' + ids(reading.roles) + ' ' + ids(reading.doubt.roles) + ' ';
      CHECK(found.find(' ' + std::string(role.id) + ' ') != std::string::npos);
      CHECK(reading.doubt.trap.empty());
    }
  }
}

TEST_CASE("a doubt tells the words that stand against the role", "[title]") {
  const std::string title = "Head of the Office of the CTO";
  const TitleReading reading = read_title(title);
  CHECK(reading.doubt.trap == "Office of");
  CHECK(reading.doubt.trap.data() >= title.data());
  CHECK(read_title("CIO-Corporate Information-Head").doubt.trap == "Corporate");
  CHECK(read_title("CTO's Office").doubt.trap == "s");
  CHECK(read_title("Head of CIO Strategy").doubt.trap == "of");
  CHECK(read_title("CDO").doubt.trap.empty());
}

TEST_CASE("odd titles do no harm", "[title]") {
  CHECK(read_title("").roles.empty());
  CHECK(read_title(" - & / ( ) ").roles.empty());
  CHECK(ids(read_title(")))CIO(((").roles) == "CIO");
  CHECK(ids(read_title("((((((((((((((CIO").roles) == "CIO");
  CHECK(ids(read_title("CIO\xE2").roles) == "-");
  CHECK(ids(read_title("Zo\xC3\xABs CTO").roles) == "CTO");
  std::string long_title = "CIO";
  for (int i = 0; i < 63; ++i) long_title += " x";
  CHECK(ids(read_title(long_title).roles) == "CIO");
  CHECK(ids(read_title(long_title + " x").roles) == "-");
}
