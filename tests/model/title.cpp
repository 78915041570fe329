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
    std::string states;
    for (const std::string_view state : reading.states) {
      states += (states.empty() ? "" : " ") + std::string(state);
    }
    CHECK((states.empty() ? "-" : states) == row.state);
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

TEST_CASE("titles that are near to a role, watch as it does, or are above the head", "[title]") {
  const auto near = [](const char* title) { return ids(read_title(title).near); };
  for (const char* title : {"Head of IT", "Director of IT", "ICT Director", "Head, IT",
                            "Director of Information Systems", "VP of IT", "Group IT Director",
                            "Head of IT Services", "IT Director, Europe", "Interim Head of IT"}) {
    INFO(title);
    CHECK(near(title) == "CIO");
  }
  CHECK(near("VP Engineering") == "CTO");
  CHECK(near("Head of Technology") == "CIO CTO");
  for (const char* title : {"Deputy Head of IT", "Head of IT Strategy", "Head of IT Projects",
                            "Assistant to the Head of IT", "Office of the Director of IT",
                            "IT Director Support", "Head of Estates", "IT Engineer"}) {
    INFO(title);
    CHECK(near(title) == "-");
  }
  const auto watches = [](const char* title) {
    const auto role = read_title(title).watches;
    return role ? ids({*role}) : std::string("-");
  };
  for (const char* title : {"IT Audit Manager", "Head of IT Audit", "Head of Audit",
                            "Internal Audit Manager", "Audit Director", "IT Auditor"}) {
    INFO(title);
    CHECK(watches(title) == "CAE");
  }
  CHECK(watches("Head of Data Protection") == "DPO");
  CHECK(watches("Group Privacy Officer") == "CPRO");
  CHECK(watches("Information Security Officer") == "CISO");
  CHECK(watches("Head of Information Security") == "-");
  CHECK(watches("Audit Committee Secretary") == "-");
  CHECK(watches("Deputy Data Protection Officer") == "-");
  for (const char* title : {"Chair of the Board", "Chairman", "Minister", "Executive Chair"}) {
    INFO(title);
    CHECK(read_title(title).above);
  }
  CHECK_FALSE(read_title("Secretary to the Chairman").above);
  CHECK_FALSE(read_title("Board Secretary").above);
  CHECK_FALSE(read_title("Head of Board Affairs").above);
  CHECK_FALSE(read_title("Permanent Secretary").above);
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
