#include "report/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/text/meaning.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

constexpr int version = 1;

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(
                 std::ranges::count(text.substr(0, std::min(offset, text.size())), '\n'));
}

}  // namespace

Baseline::Key Baseline::key(const Judgement& judgement, const Finding& finding,
                            std::string_view folder) {
  return {relative_name(judgement.sources.of(finding.place()).name(), folder), meaning(finding)};
}

Baseline::Baseline(std::span<const Judgement> judgements, std::string_view folder) {
  for (const Judgement& judgement : judgements) {
    for (const Finding& finding : judgement.findings) {
      if (!finding.waived && !finding.firm) ++findings_[key(judgement, finding, folder)];
    }
  }
}

std::expected<Baseline, std::string> Baseline::read(const std::string& text) {
  Json document;
  try {
    document = Json::parse(text);
  } catch (const Json::parse_error& error) {
    return std::unexpected(fmt::format("line {}: this is no JSON", line_at(text, error.byte)));
  }
  if (!document.is_object() || document.value("baseline", Json()) != version ||
      !document.contains("findings") || !document["findings"].is_array()) {
    return std::unexpected(fmt::format(
        "line 1: this is no baseline; it has \"baseline\": {} and a list of \"findings\"",
        version));
  }
  Baseline out;
  for (const Json& entry : document["findings"]) {
    const auto is_text = [&](const char* name) {
      return entry.contains(name) && entry[name].is_string();
    };
    if (!entry.is_object() || !is_text("file") || !is_text("finding")) {
      return std::unexpected("an entry of \"findings\" has no text for \"file\" and \"finding\"");
    }
    const Json count = entry.value("count", Json(1));
    if (!count.is_number_integer() || count < 1) return std::unexpected("a \"count\" is no number");
    out.findings_[{entry["file"], entry["finding"]}] += count.get<std::size_t>();
  }
  return out;
}

std::string Baseline::text() const {
  std::string out = fmt::format("{{\n  \"baseline\": {},\n  \"findings\": [", version);
  bool first = true;
  for (const auto& [key, count] : findings_) {
    Json entry{{"file", key.file}, {"finding", key.meaning}};
    if (count > 1) entry["count"] = count;
    out += fmt::format("{}\n    {}", first ? "" : ",", json_line(entry));
    first = false;
  }
  return out + (first ? "]\n}\n" : "\n  ]\n}\n");
}

std::size_t Baseline::size() const {
  std::size_t sum = 0;
  for (const auto& [key, count] : findings_) sum += count;
  return sum;
}

std::vector<std::string> Baseline::apply(std::vector<Judgement>& judgements,
                                         std::string_view folder) const {
  std::map<Key, std::size_t> left = findings_;
  std::set<std::string> judged;
  for (Judgement& judgement : judgements) {
    for (const SourceText& source : judgement.sources.texts) {
      judged.insert(relative_name(source.name(), folder));
    }
    judgement.known += std::erase_if(judgement.findings, [&](const Finding& finding) {
      const auto found = left.find(key(judgement, finding, folder));
      if (finding.waived || finding.firm) return false;
      if (found == left.end() || found->second == 0) return false;
      --found->second;
      return true;
    });
  }
  std::vector<std::string> stale;
  for (const auto& [key, count] : left) {
    if (count > 0 && judged.contains(key.file)) {
      stale.push_back(fmt::format("{}: {}", key.file, key.meaning));
    }
  }
  return stale;
}

}  // namespace rolecall
