// Changes as one document, for programs.

#include "report/diff.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json entries_json(const KeyChange& key, bool given, const std::vector<std::string>& entries) {
  if (!given) return {};
  if (key.list) return Json(entries);
  return entries.empty() ? Json() : Json(entries.front());
}

/// What a key says: null where it is not given.
Json keys_json(const KeyChanges& keys) {
  Json out = Json::array();
  for (const KeyChange& key : keys) {
    Json entry;
    entry["key"] = key.key;
    entry["before"] = entries_json(key, key.given_before, key.before);
    entry["after"] = entries_json(key, key.given_after, key.after);
    out.push_back(std::move(entry));
  }
  return out;
}

Json filling_json(const std::optional<Filling>& filling) {
  return filling ? Json(name(*filling)) : Json();
}

Json position_json(const PositionChange& change) {
  Json kinds = Json::array();
  const std::pair<bool, const char*> all[] = {
      {change.added(), "added"},         {change.removed(), "removed"},
      {change.moved, "moved"},           {change.filled, "filled"},
      {change.vacated, "vacated"},       {change.handed_over, "handed over"},
      {change.refilled, "refilled"},     {change.renamed, "renamed"},
      {!change.was.empty(), "other id"}, {!change.keys.empty(), "other keys"}};
  for (const auto& [holds, kind] : all) {
    if (holds) kinds.push_back(kind);
  }
  Json out;
  out["position"] = "position:" + std::string(change.id);
  out["was"] = change.was.empty() ? Json() : Json("position:" + std::string(change.was));
  out["changes"] = std::move(kinds);
  out["title"] =
      Json{{"before", or_null(change.title_before)}, {"after", or_null(change.title_after)}};
  out["reports_to"] =
      Json{{"before", or_null(change.boss_before)}, {"after", or_null(change.boss_after)}};
  out["holder"] =
      Json{{"before", or_null(change.holder_before)}, {"after", or_null(change.holder_after)}};
  out["filling"] = Json{{"before", filling_json(change.filling_before)},
                        {"after", filling_json(change.filling_after)}};
  out["keys"] = keys_json(change.keys);
  return out;
}

Json table_json(const TableChange& change) {
  Json out;
  out["table"] = change.table;
  out["id"] = or_null(change.id);
  out["name"] = or_null(change.name);
  out["was"] = or_null(change.was);
  out["change"] = change.added ? "added" : change.removed ? "removed" : "changed";
  out["keys"] = keys_json(change.keys);
  return out;
}

Json verdict_json(const std::optional<VerdictKind>& verdict) {
  return verdict ? Json(name(*verdict)) : Json();
}

Json duty_json(const DutyChange& change) {
  Json out;
  out["duty"] = "duty:" + std::string(change.id);
  out["title"] = change.title;
  out["accountable"] = Json{{"before", change.before}, {"after", change.after}};
  out["verdict"] = Json{{"before", verdict_json(change.verdict_before)},
                        {"after", verdict_json(change.verdict_after)}};
  out["cause"] = change.cause.empty() ? Json() : Json("position:" + std::string(change.cause));
  return out;
}

Json findings_json(const Judgement& judgement, const std::vector<const Finding*>& findings) {
  Json out = Json::array();
  for (const Finding* finding : findings) {
    Json subjects = Json::array();
    for (const Subject& subject : finding->subjects) subjects.push_back(subject.text());
    Json entry;
    entry["check"] = finding->check;
    entry["severity"] = name(finding->severity);
    entry["message"] = finding->message;
    entry["subjects"] = std::move(subjects);
    entry["file"] = judgement.sources.of(finding->place()).name();
    entry["line"] = finding->place().line;
    entry["column"] = finding->place().column;
    entry["help"] = finding->help_text;
    if (finding->number) entry["number"] = *finding->number;
    entry["fingerprint"] = finding->fingerprint;
    out.push_back(std::move(entry));
  }
  return out;
}

std::string write(const Changes& changes, const FormatOptions& options) {
  Json positions = Json::array();
  for (const PositionChange& each : changes.positions) positions.push_back(position_json(each));
  Json tables = Json::array();
  for (const TableChange& each : changes.tables) tables.push_back(table_json(each));
  Json duties = Json::array();
  for (const DutyChange& each : changes.duties) duties.push_back(duty_json(each));
  Json document;
  document["format"] = 1;
  document["version"] = options.version;
  document["before"] = changes.before->sources.texts.front().name();
  document["after"] = changes.after->sources.texts.front().name();
  document["positions"] = std::move(positions);
  document["tables"] = std::move(tables);
  document["duties"] = std::move(duties);
  document["new"] = findings_json(*changes.after, changes.appeared);
  document["fixed"] = findings_json(*changes.before, changes.fixed);
  document["unchanged"] = changes.unchanged;
  return json_text(document);
}

}  // namespace

extern const Diff json_diff;
const Diff json_diff{"json", "one document, for programs", write};

}  // namespace rolecall
