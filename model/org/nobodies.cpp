#include "model/org/nobodies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/catalogue/placeholder.hpp"
#include "model/org/holder_text.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

std::string_view taken_for(NoName kind) {
  switch (kind) {
    case NoName::vacant:
      return "taken for a vacancy";
    case NoName::undisclosed:
      return "taken for somebody whose name is not told";
    case NoName::eliminated:
      return "taken for a post that is no more";
    case NoName::unclear:
      break;
  }
  return "taken for a vacancy, for it does not say why there is no name";
}

Finding nobody(Subject subject, std::string_view key, const Text& text, std::string label) {
  Finding finding("placeholder-name",
                  fmt::format("`{}` of {} says {}, which is nobody's name", key, quoted(subject.id),
                              quoted(text.value)),
                  text.span, std::move(label));
  finding.add_subject(std::move(subject));
  return finding;
}

Subject position(const PositionDecl& decl) { return {Subject::Kind::position, decl.id.value}; }

Fix drop(Span table, std::string_view key, bool safe = true) {
  return {fmt::format("drop `{}`", key), {UnsetKey{table, std::string(key)}}, safe};
}

/// Says the state in place of the name.
Fix say(const PositionDecl& decl, std::string_view state) {
  Fix fix{fmt::format("write `state = \"{}\"` in place of `holder`", state),
          {UnsetKey{decl.span, "holder"}},
          true};
  if (decl.state.given()) {
    fix.title = fmt::format("add `\"{}\"` to `state`, and drop `holder`", state);
    fix.changes.push_back(AddToList{decl.state.front().span, "state", std::string(state)});
  } else {
    fix.changes.push_back(SetKey{decl.span, "state", std::string(state)});
  }
  return fix;
}

}  // namespace

std::optional<NoName> Nobodies::find(std::string_view text) const {
  const auto known = ids_.find(text);
  return known == ids_.end() ? placeholder(text) : std::optional(known->second);
}

bool Nobodies::enter(const PersonDecl& decl, Findings& findings) {
  const auto kind = placeholder(decl.name.value);
  if (!kind) return false;
  if (decl.id.given()) ids_.emplace(decl.id.value, *kind);
  Finding finding(
      "placeholder-name",
      fmt::format("a `[[person]]` is called {}, which is nobody's name", quoted(decl.name.value)),
      decl.name.span, "passed over");
  finding.add_subject({Subject::Kind::person, decl.name.value});
  finding.help_text =
      *kind == NoName::undisclosed
          ? "leave it out, and write `state = \"undisclosed\"` in its post in place of `holder`"
          : "leave it out, and `holder` of its post: a post without one is vacant";
  findings.push_back(std::move(finding));
  return true;
}

void Nobodies::report_holder(const PositionDecl& decl, const Text& holder,
                             Findings& findings) const {
  const auto kind = find(holder.value);
  if (!kind) return;
  Finding finding = nobody(position(decl), "holder", holder, std::string(taken_for(*kind)));
  if (decl.holder.size() > 1) {
    finding.add_subject({Subject::Kind::reference, holder.value});
    finding.help_text = "leave it out of `holder`";
    offer(finding, {"leave the entry out", {RemoveEntry{holder.span}}, *kind == NoName::vacant});
    findings.push_back(std::move(finding));
    return;
  }
  switch (*kind) {
    case NoName::vacant:
      finding.help_text = "leave `holder` out: a post without one is vacant";
      if (const std::string deputy = stand_in(holder.value); !deputy.empty()) {
        if (decl.deputy.given()) {
          finding.help_text += fmt::format("; `deputy` says that {} stands in", decl.deputy.value);
          offer(finding, drop(decl.span, "holder", decl.deputy.value == deputy));
          break;
        }
        finding.help_text =
            fmt::format("leave `holder` out, for the post is vacant, and write `deputy = \"{}\"`",
                        plain(deputy));
        Fix fix = drop(decl.span, "holder", false);
        fix.title += fmt::format(", and write `deputy = \"{}\"`", plain(deputy));
        fix.changes.push_back(SetKey{decl.span, "deputy", deputy});
        offer(finding, std::move(fix));
        break;
      }
      offer(finding, drop(decl.span, "holder"));
      break;
    case NoName::undisclosed:
      offer(finding, say(decl, "undisclosed"));
      break;
    case NoName::eliminated:
      offer(finding, say(decl, "eliminated"));
      break;
    case NoName::unclear:
      finding.help_text =
          "leave `holder` out where the post is vacant, or write `state = \"undisclosed\"` where "
          "somebody is there";
      offer(finding, drop(decl.span, "holder", false));
      break;
  }
  if (!stand_in(holder.value).empty()) {
    findings.push_back(std::move(finding));
    return;
  }
  finding.grouping = Grouping{.key = std::string(taken_for(*kind)),
                              .message = fmt::format("{{}} have a `holder` that is nobody's name, "
                                                     "such as {}",
                                                     quoted(holder.value)),
                              .one = "post",
                              .many = "posts"};
  findings.push_back(std::move(finding));
}

void Nobodies::report_turn(const PositionDecl& decl, const HolderDecl& turn,
                           Findings& findings) const {
  const auto kind = find(turn.name.value);
  // An entry needs a name; beside the state that says the same the word is as good as any.
  const bool said = std::ranges::find(turn.state, "undisclosed", &Text::value) != turn.state.end();
  if (!kind || (*kind == NoName::undisclosed && said)) return;
  Finding finding = nobody(
      position(decl), "holders", turn.name,
      std::string(*kind == NoName::eliminated ? taken_for(NoName::vacant) : taken_for(*kind)));
  finding.add_subject({Subject::Kind::reference, "holders"});
  if (*kind == NoName::undisclosed) {
    Fix fix{"write `state = \"undisclosed\"` in the entry", {}, true};
    if (turn.state.given()) {
      fix.title = "add `\"undisclosed\"` to `state` of the entry";
      fix.changes.push_back(AddToList{turn.span, "state", "undisclosed"});
    } else {
      fix.changes.push_back(SetKey{turn.span, "state", "undisclosed"});
    }
    offer(finding, std::move(fix));
  } else {
    finding.help_text = "leave the entry out: the post is vacant where no entry holds";
    if (decl.holders.size() > 1) {
      offer(finding, {"leave the entry out", {RemoveEntry{turn.span}}, *kind == NoName::vacant});
    }
  }
  findings.push_back(std::move(finding));
}

void Nobodies::report_deputy(const PositionDecl& decl, Findings& findings) const {
  Finding finding = nobody(position(decl), "deputy", decl.deputy, "taken for no deputy");
  finding.add_subject({Subject::Kind::reference, "deputy"});
  finding.help_text = "leave `deputy` out until there is one";
  offer(finding, drop(decl.span, "deputy"));
  findings.push_back(std::move(finding));
}

void Nobodies::report_post(Subject subject, Span table, std::string_view key, const Text& text,
                           bool of_list, Findings& findings) const {
  Finding finding = nobody(std::move(subject), key, text, "taken for no post");
  finding.add_subject({Subject::Kind::reference, std::string(key)});
  if (of_list) {
    finding.help_text = fmt::format("leave it out of `{}`", key);
    offer(finding, {"leave the entry out", {RemoveEntry{text.span}}, true});
  } else {
    finding.help_text = fmt::format("leave `{}` out until there is one", key);
    offer(finding, drop(table, key));
  }
  findings.push_back(std::move(finding));
}

void Nobodies::report_boss(const PositionDecl& decl, Findings& findings) const {
  Finding finding =
      nobody(position(decl), "reports_to", decl.reports_to, "taken for a post without a boss");
  finding.add_subject({Subject::Kind::reference, "reports_to"});
  finding.severity = Severity::note;
  finding.help_text = "leave `reports_to` out: the head of a company has none";
  finding.grouping = Grouping{.key = "reports_to",
                              .message = fmt::format("{{}} report to {}, which is nobody's name",
                                                     quoted(decl.reports_to.value)),
                              .one = "post",
                              .many = "posts"};
  offer(finding, drop(decl.span, "reports_to"));
  findings.push_back(std::move(finding));
}

}  // namespace rolecall
