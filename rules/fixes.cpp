#include "rules/fixes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/text/text.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

/// Whether a person is called ready for a post or one of its roles.
bool ready_for(const Org& org, const Person& person, const Position& post) {
  if (person.decl == nullptr) return false;
  return std::ranges::any_of(person.decl->ready_for, [&](const Text& text) {
    const auto role = org.role(text.value);
    return text.value == post.id || (role && post.has_role(*role));
  });
}

Fix deputy(const Position& post, const std::string& name, const std::string& says) {
  return {fmt::format("name {} as `deputy` of {}", says, quoted(post.id)),
          {SetKey{post.decl->span, "deputy", name}}};
}

}  // namespace

Fix set_in_post(const Org& org, PositionId id, std::string_view key, std::string_view value) {
  const Position& post = org[id];
  return {fmt::format("write `{} = \"{}\"` in {}", key, plain(value), quoted(post.id)),
          {SetKey{post.decl->span, std::string(key), std::string(value)}}};
}

Fix add_link(const Org& org, Vertex a, Vertex b) {
  Span after;
  for (const LinkDecl& link : org.document->links) {
    if (link.span.file == 0 && after < link.span) after = link.span;
  }
  const std::vector<std::string> between{std::string(org.id(a)), std::string(org.id(b))};
  return {fmt::format("add a `[[link]]` with `between = [\"{}\", \"{}\"]`", plain(between[0]),
                      plain(between[1])),
          {AddTable{after, "[[link]]", {{"between", between}}}}};
}

std::optional<Fix> name_deputy(const Org& org, PositionId id) {
  const Position& post = org[id];
  if (post.decl->deputy.given()) return std::nullopt;
  std::vector<const Person*> ready;
  for (std::size_t i = 0; i < org.persons.size(); ++i) {
    const Person& person = org.persons[i];
    if (post.holder != PersonId(i) && ready_for(org, person, post)) ready.push_back(&person);
  }
  if (ready.size() == 1) {
    const std::string name(ready[0]->name);
    return deputy(post, name, plain(name) + ", who is ready for it,");
  }
  std::vector<PositionId> below;
  for (const Vertex v : org.graph.reports(org.vertex(id))) {
    const auto report = org.position(v);
    if (report && active(org[*report].filling) && !org[*report].assistant && org[*report].holder &&
        org[*report].holder != post.holder) {
      below.push_back(*report);
    }
  }
  if (below.size() != 1) return std::nullopt;
  return deputy(post, std::string(org[below[0]].id), introduce(org, below[0]));
}

}  // namespace rolecall
