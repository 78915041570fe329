#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "cli/common.hpp"
#include "model/catalogue.hpp"
#include "model/text.hpp"
#include "rules/check.hpp"

namespace rolecall {

namespace {

/// What the letter before a source's number stands for.
struct Work {
  char letter;
  std::string_view is;
};

constexpr Work works[] = {
    {'A', "A: the article \"CIO vs CTO: what's the difference?\", its statements numbered"},
    {'B', "B: the article \"CIO vs. CTO: understanding the roles and responsibilities\""},
    {'F', "F: structural rules of published frameworks"},
};

void put_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  fmt::format_to(std::back_inserter(out), "  {:<10}{}\n", name, wrapped(value, 12));
}

void put_sources(std::string& out, const std::string& sources) {
  put_field(out, "sources", sources);
  for (const Work& work : works) {
    if (sources.find(work.letter) != std::string::npos) put_field(out, "", work.is);
  }
}

std::string with_commas(Strings words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string text_of(const CatalogueDuty& duty) {
  std::string out =
      fmt::format("duty {}: {}\n\n  {}\n\n", duty.id, duty.title, wrapped(duty.about, 2));
  std::string owner(duty.owner);
  if (owner == "shared") owner = "shared: both CIO and CTO have a part, one of them leads";
  if (owner == "contested") owner = "contested: CIO or CTO may own it, but not both";
  put_field(out, "owner", owner);
  put_field(out, "may hold", with_commas(duty.may_hold));
  put_field(out, "area", duty.area);
  put_field(out, "looks", duty.focus == Focus::both ? "both ways" : name(duty.focus));
  put_field(out, "delegable", duty.delegable ? "" : "no: the role itself stays accountable");
  put_sources(out, with_commas(duty.sources));
  return out;
}

std::string text_of(const Check& check) {
  std::string out = fmt::format("check {}: {}\n\n  {}\n\n", check.id, wrapped(check.says, 2),
                                wrapped(check.why, 2));
  put_field(out, "severity", name(check.severity));
  put_field(out, "group", name(check.group));
  put_sources(out, std::string(check.sources));
  return out;
}

std::string text_of(const CatalogueRole& role) {
  std::string out = fmt::format("role {}: {}\n\n", role.id, role.name);
  put_field(out, "looks", role.focus == Focus::both ? "both ways" : name(role.focus));
  put_field(out, "titles", with_commas(role.titles));
  std::string duties;
  for (const CatalogueDuty& duty : catalogue_duties()) {
    if (duty.owner != role.id) continue;
    if (!duties.empty()) duties += ", ";
    duties += duty.id;
  }
  put_field(out, "duties", duties);
  return out;
}

}  // namespace

int run(const ExplainCommand& command, const Handles& handles) {
  std::vector<std::string_view> known;
  std::string out;
  // One word may name several things, and all are shown.
  const auto show = [&](const auto& thing) {
    known.push_back(thing.id);
    if (thing.id != command.word) return;
    if (!out.empty()) out += '\n';
    out += text_of(thing);
  };
  for (const CatalogueDuty& duty : catalogue_duties()) show(duty);
  for (const Check* check : all_checks()) show(*check);
  for (const CatalogueRole& role : catalogue_roles()) show(role);
  if (!out.empty()) return put(handles, out, exit_clean);
  complain(handles, fmt::format("there is no duty, check or role {}{}", quoted(command.word),
                                did_you_mean(command.word, known)));
  return exit_usage;
}

}  // namespace rolecall
