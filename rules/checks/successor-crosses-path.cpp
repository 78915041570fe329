#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

constexpr std::string_view cio_words[] = {
    "operations",     "operation", "infrastructure", "service", "services", "helpdesk",
    "administration", "network",   "networks",       "systems", "erp",      "itil"};
constexpr std::string_view cto_words[] = {"software",   "engineering", "engineer",
                                          "developer",  "development", "research",
                                          "researcher", "programmer",  "programming"};

enum class Path { unclear, cio, cto };

Path path_of(bool cio, bool cto) {
  if (cio == cto) return Path::unclear;
  return cio ? Path::cio : Path::cto;
}

class Search {
 public:
  Search(const Org& org, Findings& findings)
      : org_(org), findings_(findings), lines_(line_roles(org)) {
    for (std::size_t i = 0; i < org.positions.size(); ++i) {
      ids_.try_emplace(org.positions[i].id, PositionId(i));
    }
  }

  void run() {
    for (std::size_t i = 0; i < org_.persons.size(); ++i) {
      const PersonId id(i);
      if (org_[id].decl == nullptr) continue;
      const Path from = origin(org_[id]);
      if (from == Path::unclear) continue;
      for (const Text& text : org_[id].decl->ready_for) {
        const Path to = target(text.value);
        if (to == Path::unclear || to == from || is_there(org_[id], to)) continue;
        report(id, from, text);
        break;
      }
    }
  }

 private:
  bool has(PositionId id, std::string_view name) const {
    const auto role = org_.role(name);
    return role && org_[id].has_role(*role);
  }

  Path line(const Person& person) const {
    bool cio = false;
    bool cto = false;
    for (const PositionId id : person.positions) {
      const auto role = lines_[org_.vertex(id).index()];
      cio = cio || (role && org_[*role].id == "CIO");
      cto = cto || (role && org_[*role].id == "CTO");
    }
    return path_of(cio, cto);
  }

  static Path background(const Person& person) {
    const std::string_view text = person.decl->background.value;
    return path_of(has_word(text, cio_words), has_word(text, cto_words));
  }

  /// Where the person comes from. Whose background and present line differ has been in both.
  Path origin(const Person& person) const {
    const Path was = background(person);
    const Path is = line(person);
    if (!person.decl->background.given() || was == is) return is;
    // A background that speaks of both paths, or of neither, says nothing for sure.
    if (was == Path::unclear || is != Path::unclear) return Path::unclear;
    return was;
  }

  Path target(std::string_view text) const {
    if (text == "CIO") return Path::cio;
    if (text == "CTO") return Path::cto;
    const auto post = ids_.find(text);
    if (post == ids_.end()) return Path::unclear;
    return path_of(has(post->second, "CIO"), has(post->second, "CTO"));
  }

  bool is_there(const Person& person, Path path) const {
    for (const PositionId id : person.positions) {
      if (has(id, path == Path::cio ? "CIO" : "CTO")) return true;
    }
    return false;
  }

  void report(PersonId id, Path from, const Text& text) {
    const Person& person = org_[id];
    const std::string role = from == Path::cto ? "CIO" : "CTO";
    const std::string other = from == Path::cto ? "CTO" : "CIO";
    const std::string path = from == Path::cto ? "software engineering" : "IT operations";
    Finding finding("successor-crosses-path",
                    fmt::format("{} is named as ready to be {}, and comes from the {}'s career "
                                "path, {}",
                                plain(person.name), role, other, path),
                    text.span, fmt::format("the path of the {}", role));
    finding.add_subject(org_.subject(id));
    if (person.decl->background.given()) {
      finding.add_label(person.decl->background.span, "the background");
    }
    for (const PositionId post : person.positions) {
      finding.add_related(org_.subject(post));
      if (lines_[org_.vertex(post).index()]) {
        finding.add_label(org_.place(org_.vertex(post)),
                          fmt::format("now in the line of the {}", other));
      }
    }
    finding.add_subject(org_.subject(*org_.role(role)));
    finding.help_text =
        "plan some years in the other line first, or name a second candidate from there";
    findings_.push_back(std::move(finding));
  }

  const Org& org_;
  Findings& findings_;
  std::vector<std::optional<RoleId>> lines_;
  std::unordered_map<std::string_view, PositionId> ids_;
};

void find(const Facts& facts, Findings& findings) {
  if (!facts.org.document->persons.empty()) Search(facts.org, findings).run();
}

}  // namespace

extern const Check successor_crosses_path_check;
const Check successor_crosses_path_check{
    .id = "successor-crosses-path",
    .group = Group::roles,
    .severity = Severity::note,
    .says = "a successor of the CIO comes from the CTO's career path, or the other way round",
    .why =
        "The two are careers of their own: one through running IT, the other through software "
        "engineering. Who crosses over starts without the experience that the post asks for.",
    .loud = "A note, because some cross over well, and it is worth planning for.",
    .sources = "A36",
    .find = find,
};

}  // namespace rolecall
