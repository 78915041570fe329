#include "model/language/language.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

#include "model/text/letters.hpp"

namespace rolecall {
namespace {

constexpr std::string_view states[] = {"acting", "interim", "fractional", "outsourced",
                                       "leave",  "planned", "eliminated", "undisclosed"};

constexpr std::string_view aims[] = {"improve-processes", "improve-products", "serve-organisation",
                                     "serve-customers"};

constexpr std::string_view team_kinds[] = {
    "it-operations", "service-desk", "infrastructure", "applications", "engineering", "research",
    "product",       "data",         "security",       "audit",        "privacy",     "other"};

constexpr std::string_view focuses[] = {"inward", "outward", "both"};

constexpr LanguageTable described[] = {
    {"company", &Document::company}, {"position", &Document::positions},
    {"person", &Document::persons},  {"team", &Document::teams},
    {"body", &Document::bodies},     {"link", &Document::links},
    {"duty", &Document::duties},     {"duties", &Document::duty_views},
    {"checks", &Document::settings}, {"waiver", &Document::waivers},
};

constexpr LanguageTable catalogued[] = {
    {"duty", &Document::duties},
    {"role", &Document::roles},
};

constexpr ForeignKey known_foreign_keys[] = {
    {"[[position]]", "manager", "reports_to"},
    {"[[position]]", "manager_id", "reports_to"},
    {"[[position]]", "managerId", "reports_to"},
    {"[[position]]", "boss", "reports_to"},
    {"[[position]]", "supervisor", "reports_to"},
    {"[[position]]", "line_manager", "reports_to"},
    {"[[position]]", "reportsTo", "reports_to"},
    {"[[position]]", "name", "holder"},
    {"[[position]]", "full_name", "holder"},
    {"[[position]]", "fullName", "holder"},
    {"[[position]]", "employee", "holder"},
    {"[[position]]", "employee_name", "holder"},
    {"[[position]]", "incumbent", "holder"},
    {"[[position]]", "job_title", "title"},
    {"[[position]]", "jobTitle", "title"},
    {"[[position]]", "department", "unit"},
    {"[[position]]", "dept", "unit"},
    {"[[position]]", "division", "unit"},
    {"[[position]]", "start_date", "from"},
    {"[[position]]", "startDate", "from"},
    {"[[position]]", "end_date", "until"},
    {"[[position]]", "endDate", "until"},
    {"[[position]]", "level", "grade"},
    {"[[position]]", "salary", "cost"},
    {"[[position]]", "employee_id", "id"},
    {"[[position]]", "employeeId", "id"},
    {"[[position]]", "email", ""},
    {"[[position]]", "mail", ""},
    {"[[position]]", "e-mail", ""},
    {"[[position]]", "phone", ""},
    {"[[position]]", "location", ""},
    {"[[position]]", "office", ""},
    {"[[position]]", "photo", ""},
    {"[[position]]", "person", "holder"},
    {"[[position]]", "job", "title"},
    {"[[position]]", "band", "grade"},
    {"[[position]]", "position", "title"},
    {"[[position]]", "position_title", "title"},
    {"[[position]]", "role_title", "title"},
    {"[[position]]", "dotted_line", "dotted_to"},
    {"[[position]]", "dotted_line_manager", "dotted_to"},
    {"[[position]]", "dotted_manager", "dotted_to"},
    {"[[position]]", "matrix_manager", "dotted_to"},
    {"[[position]]", "team", "unit"},
    {"[[position]]", "start", "from"},
    {"[[position]]", "end", "until"},
    {"[[position]]", "FTE", ""},
    {"[[position]]", "fte", ""},
    {"[[position]]", "vacant", "", "leave out `vacant` and `holder`: a post without one is vacant"},
    {"[[position]]", "acting", "", "write `state = \"acting\"` in its place"},
    {"[[position]]", "interim", "", "write `state = \"interim\"` in its place"},
    {"[[position]]", "outsourced", "", "write `state = \"outsourced\"` in its place"},
    {"[[position]]", "notes", "", "write it as a comment, behind `#`"},
    {"[[position]]", "note", "", "write it as a comment, behind `#`"},
    {"[[position]]", "comment", "", "write it as a comment, behind `#`"},
    {"[[position]]", "comments", "", "write it as a comment, behind `#`"},
    {"[[person]]", "full_name", "name"},
    {"[[person]]", "email", ""},
    {"[[team]]", "title", "name"},
    {"[[team]]", "manager", "lead"},
    {"[[team]]", "headcount", "size"},
};

constexpr ForeignWord known_foreign_words[] = {
    {"state", "external", "outsourced"},
    {"state", "contractor", "outsourced"},
    {"state", "contracted", "outsourced"},
    {"state", "agency", "outsourced"},
    {"state", "part-time", "fractional"},
    {"state", "part time", "fractional"},
    {"state", "on leave", "leave"},
    {"state", "on-leave", "leave"},
    {"state", "parental leave", "leave"},
    {"state", "maternity leave", "leave"},
    {"state", "paternity leave", "leave"},
    {"state", "sick leave", "leave"},
    {"state", "sick", "leave"},
    {"state", "sabbatical", "leave"},
    {"state", "temporary", "interim"},
    {"state", "temp", "interim"},
    {"state", "ad interim", "interim"},
    {"state", "a.i.", "interim"},
    {"state", "open", ""},
    {"state", "vacant", ""},
};

constexpr Field<CompanyDecl> company[] = {
    {"name", &CompanyDecl::name, "what the company is called"},
    {"was", &CompanyDecl::was, "former names, for comparisons with earlier states"},
    {"as_of", &CompanyDecl::as_of, "the date that the description speaks of; today when left out"},
    {"employees", &CompanyDecl::employees, "how many people work there"},
    {"industry", &CompanyDecl::industry, "what it does"},
    {"aims", &CompanyDecl::aims, "what technology leadership is for", aims},
    {"scopes", &CompanyDecl::scopes, "regions or divisions; every duty must be covered in all"},
    {"profile",
     &CompanyDecl::profile,
     "the kind of company: what it must have, and how loudly",
     {},
     false,
     Known::profile},
    {"catalogues",
     &CompanyDecl::catalogues,
     "the duty catalogues that it is judged by",
     {},
     false,
     Known::catalogue},
    {"complete", &CompanyDecl::complete, "false: the description is a part of the company"},
    {"judged", &CompanyDecl::judged, "false: only the base of proposals, not judged by itself"},
};

constexpr Field<PositionDecl> position[] = {
    {"id", &PositionDecl::id, "the name by which others refer to it", {}, true},
    {"was", &PositionDecl::was, "former ids, for comparisons with earlier states"},
    {"title", &PositionDecl::title, "the job title; the role is read from it"},
    {"role",
     &PositionDecl::role,
     "the role, or several, or `none`, where the title does not say",
     {},
     false,
     Known::role},
    {"holder",
     &PositionDecl::holder,
     "who is there: a person's id or a name, several share the post; left out: vacant",
     {},
     false,
     Known::nothing,
     Refers::person},
    {"holders", &PositionDecl::holders, "several holders, one after another or together"},
    {"deputy",
     &PositionDecl::deputy,
     "who stands in: a person or a position",
     {},
     false,
     Known::nothing,
     Refers::party_or_person},
    {"overseer",
     &PositionDecl::overseer,
     "the position that watches an outsourced holder",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"state", &PositionDecl::state, "how the post is filled, in one word or several", states},
    {"from", &PositionDecl::from, "the holder's first day"},
    {"until", &PositionDecl::until, "the holder's last day"},
    {"reports_to",
     &PositionDecl::reports_to,
     "the boss: a position or a body",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"dotted_to",
     &PositionDecl::dotted_to,
     "further bosses on dotted lines",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"unit", &PositionDecl::unit, "the part of the company"},
    {"grade", &PositionDecl::grade, "the grade or level"},
    {"assistant", &PositionDecl::assistant, "true: an assistant, beside the line"},
    {"cost", &PositionDecl::cost, "yearly cost in the company's currency"},
    {"scope", &PositionDecl::scope, "the scopes of its role and of all its duty entries"},
    {"outcomes",
     &PositionDecl::outcomes,
     "the outcomes that it answers for",
     {},
     false,
     Known::outcome},
    {"remove", &PositionDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &PositionDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<HolderDecl> holder[] = {
    {"name",
     &HolderDecl::name,
     "a person's id or a name",
     {},
     true,
     Known::nothing,
     Refers::person},
    {"from", &HolderDecl::from, "the first day"},
    {"until", &HolderDecl::until, "the last day"},
    {"state", &HolderDecl::state, "how the post is filled meanwhile", states},
};

constexpr Field<PersonDecl> person[] = {
    {"id", &PersonDecl::id, "the name by which others refer to the person"},
    {"was", &PersonDecl::was, "former ids, for comparisons with earlier states"},
    {"name", &PersonDecl::name, "the person's name", {}, true},
    {"skills", &PersonDecl::skills, "what the person can do", {}, false, Known::skill},
    {"background", &PersonDecl::background, "the career so far"},
    {"ready_for",
     &PersonDecl::ready_for,
     "roles or positions that the person could take over",
     {},
     false,
     Known::role,
     Refers::party},
    {"remove", &PersonDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &PersonDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<TeamDecl> team[] = {
    {"id", &TeamDecl::id, "the name by which others refer to it", {}, true},
    {"was", &TeamDecl::was, "former ids, for comparisons with earlier states"},
    {"name", &TeamDecl::name, "what the team is called"},
    {"kind", &TeamDecl::kind, "what the team does", team_kinds},
    {"lead",
     &TeamDecl::lead,
     "the position that leads it, or several together",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"parent",
     &TeamDecl::parent,
     "the team that it is a part of",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"size", &TeamDecl::size, "how many people it has"},
    {"remove", &TeamDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &TeamDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<BodyDecl> body[] = {
    {"id", &BodyDecl::id, "the name by which others refer to it", {}, true},
    {"was", &BodyDecl::was, "former ids, for comparisons with earlier states"},
    {"name", &BodyDecl::name, "what the body is called"},
    {"chair",
     &BodyDecl::chair,
     "the position that chairs it, or several together",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"members",
     &BodyDecl::members,
     "the positions that sit in it",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"remove", &BodyDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &BodyDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<LinkDecl> link[] = {
    {"between",
     &LinkDecl::between,
     "the positions or bodies that work together",
     {},
     true,
     Known::nothing,
     Refers::party},
    {"on", &LinkDecl::on, "the duties that they work on", {}, false, Known::duty, Refers::duty},
    {"cadence", &LinkDecl::cadence, "how often they meet"},
    {"forum", &LinkDecl::forum, "where they meet"},
};

constexpr Field<DutyDecl> duty[] = {
    {"id", &DutyDecl::id, "the duty's name in lists", {}, true},
    {"was", &DutyDecl::was, "former ids, for comparisons with earlier states"},
    {"title", &DutyDecl::title, "the duty's name for people"},
    {"about", &DutyDecl::about, "one sentence on what it is"},
    {"owner", &DutyDecl::owner, "a role, `shared` or `contested`", {}, false, Known::owner},
    {"area", &DutyDecl::area, "the group that it belongs to"},
    {"focus", &DutyDecl::focus, "which way it looks", focuses},
    {"required", &DutyDecl::required, "false: nobody needs to hold it"},
    {"delegable", &DutyDecl::delegable, "false: its owner may not pass on accountability"},
    {"may_hold",
     &DutyDecl::may_hold,
     "other roles whose holding it is no error",
     {},
     false,
     Known::role},
    {"sources", &DutyDecl::sources, "where the duty comes from"},
    {"remove", &DutyDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &DutyDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<DutyViewDecl> duty_view[] = {
    {"lead",
     &DutyViewDecl::lead,
     "the holder who leads a shared or joint duty",
     {},
     false,
     Known::nothing,
     Refers::party},
    {"joint", &DutyViewDecl::joint, "why several are accountable"},
    {"unowned", &DutyViewDecl::unowned, "why nobody is accountable"},
    {"remove", &DutyViewDecl::remove, "in a proposal: true takes it away from the base"},
    {"unset", &DutyViewDecl::unset, "in a proposal: keys of the base that no longer hold"},
};

constexpr Field<DutyLists> duty_lists[] = {
    {"accountable",
     &DutyLists::accountable,
     "who answers for it",
     {},
     false,
     Known::duty,
     Refers::duty},
    {"responsible", &DutyLists::responsible, "who does it", {}, false, Known::duty, Refers::duty},
    {"consulted", &DutyLists::consulted, "who is asked", {}, false, Known::duty, Refers::duty},
    {"informed", &DutyLists::informed, "who is told", {}, false, Known::duty, Refers::duty},
};

constexpr Field<WaiverDecl> waiver[] = {
    {"check", &WaiverDecl::check, "the check whose findings are accepted", {}, true, Known::check},
    {"on",
     &WaiverDecl::on,
     "ids that the finding is about; all of them must be",
     {},
     false,
     Known::nothing,
     Refers::anything},
    {"reason", &WaiverDecl::reason, "why it is accepted"},
    {"by", &WaiverDecl::by, "who decided so"},
    {"until", &WaiverDecl::until, "the last day on which it holds"},
};

constexpr Field<RoleDecl> role[] = {
    {"id", &RoleDecl::id, "the role's short name", {}, true},
    {"was", &RoleDecl::was, "former ids, for comparisons with earlier states"},
    {"name", &RoleDecl::name, "the role's full name"},
    {"focus", &RoleDecl::focus, "which way its line looks", focuses},
    {"titles", &RoleDecl::titles, "phrases of titles that mean it, in lower case"},
};

}  // namespace

template <>
Fields<CompanyDecl> fields() {
  return company;
}
template <>
Fields<PositionDecl> fields() {
  return position;
}
template <>
Fields<HolderDecl> fields() {
  return holder;
}
template <>
Fields<PersonDecl> fields() {
  return person;
}
template <>
Fields<TeamDecl> fields() {
  return team;
}
template <>
Fields<BodyDecl> fields() {
  return body;
}
template <>
Fields<LinkDecl> fields() {
  return link;
}
template <>
Fields<DutyDecl> fields() {
  return duty;
}
template <>
Fields<DutyViewDecl> fields() {
  return duty_view;
}
template <>
Fields<DutyLists> fields() {
  return duty_lists;
}
template <>
Fields<WaiverDecl> fields() {
  return waiver;
}
template <>
Fields<RoleDecl> fields() {
  return role;
}

bool LanguageTable::is_list() const {
  return !std::holds_alternative<CompanyDecl Document::*>(member) &&
         !std::holds_alternative<std::vector<DutyViewDecl> Document::*>(member) &&
         !std::holds_alternative<std::vector<SettingDecl> Document::*>(member);
}

std::span<const LanguageTable> described_tables() { return described; }

std::span<const LanguageTable> catalogue_tables() { return catalogued; }

std::span<const ForeignKey> foreign_keys() { return known_foreign_keys; }

const ForeignWord* find_foreign_word(std::string_view key, std::string_view word) {
  const auto* const found = std::ranges::find_if(known_foreign_words, [&](const ForeignWord& each) {
    return same_but_case(each.word, word) && each.key == key;
  });
  return found == std::ranges::end(known_foreign_words) ? nullptr : found;
}

}  // namespace rolecall
