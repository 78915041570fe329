#include "model/language/description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/language/merge.hpp"
#include "model/language/read_toml.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

Finding refused(const Text& entry, std::string message, std::string label, std::string help) {
  Finding finding("unknown-reference", std::move(message), entry.span, std::move(label));
  finding.add_subject({Subject::Kind::reference, entry.value});
  finding.help_text = std::move(help);
  return finding;
}

/// A file and those that it includes, as one document. Goes from file to file in the order in
/// which they are named, so that the same files give the same document.
class Gatherer {
 public:
  Gatherer(const Workspace& beside, Sources& sources, Findings& findings)
      : beside_(beside), sources_(sources), findings_(findings) {}

  /// `file` is the first text's index and `path` its path from the description's folder.
  std::optional<Document> gather(std::uint32_t file, std::string path) {
    units_.push_back({file, std::move(path), {}, {}, {}});
    by_path_.emplace(units_[0].path, 0);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const bool first = i == 0;
      const SourceText& text = sources_.texts[units_[i].file];
      ReadResult read = first ? read_toml(text, file) : read_part(text, units_[i].file);
      std::ranges::move(read.findings, std::back_inserter(findings_));
      if (!read.document) {
        whole_ = false;
        continue;
      }
      units_[i].document = std::move(*read.document);
      if (!first) refuse_base(units_[i].document);
      include(i);
    }
    refuse_cycles();
    if (!whole_) return std::nullopt;
    Document out = std::move(units_[0].document);
    out.damaged = out.damaged || lost_;
    for (std::size_t i = 1; i < units_.size(); ++i) {
      add_part(out, std::move(units_[i].document), findings_);
    }
    return out;
  }

 private:
  /// The files that a path or a pattern names, in order; one for all entries that say the same, so
  /// that many files which name many others need no more room than their text.
  struct Group {
    std::vector<std::uint32_t> units;
    bool pattern = false;
    std::size_t on_the_way = 0;  ///< of them, while circles are looked for
    std::size_t next = 0;        ///< the first that is not looked at yet
  };
  struct Entry {
    std::size_t group;
    Text text;
  };
  struct Unit {
    std::uint32_t file;
    std::string path;
    Document document;
    std::vector<Entry> includes;
    std::vector<std::uint32_t> groups;  ///< those that it is in
  };

  void refuse_base(const Document& part) {
    if (!part.base.given()) return;
    findings_.push_back(Finding("unknown-key", "`base` stands in an included file", part.base.span,
                                "must stand in the file that is checked")
                            .about({Subject::Kind::reference, "base"}));
  }

  void include(std::size_t from) {
    // Kept apart from the units, whose list grows below.
    const Texts entries = units_[from].document.includes;
    for (const Text& entry : entries) {
      if (leads_out(entry.value)) {
        lost_ = true;
        findings_.push_back(refused(
            entry,
            fmt::format("`include` names {}, which is not beside this file", quoted(entry.value)),
            "leads out of its folder", "put the files beside it or in a folder below it"));
        continue;
      }
      const std::string path = folder_of(units_[from].path) + plain_path(entry.value);
      const auto [known, fresh] = by_entry_.try_emplace(path, groups_.size());
      const std::size_t group = known->second;
      if (fresh) groups_.emplace_back().pattern = is_pattern(path);
      const bool pattern = groups_[group].pattern;
      if (fresh && pattern) {
        for (const std::string& each : matching(entry, path)) add(group, entry, each);
      }
      // What is not there is told wherever it is named.
      if (!pattern && groups_[group].units.empty()) add(group, entry, path);
      if (pattern && !names_another(group, from)) {
        lost_ = true;
        findings_.push_back(refused(
            entry, fmt::format("`include` names {}, which matches no file", quoted(entry.value)),
            "no such files",
            fmt::format("patterns are relative to the folder of this file: `*` and `?` within a "
                        "name, `**` for folders")));
      }
      units_[from].includes.push_back({group, entry});
    }
  }

  /// Whether a pattern matches a file besides the one that it stands in.
  bool names_another(std::size_t group, std::size_t from) const {
    const auto& units = groups_[group].units;
    return units.size() > 1 || (units.size() == 1 && units[0] != from) || unread_.contains(group);
  }

  /// The files that match a pattern, in order of their paths. Each folder is listed once.
  std::vector<std::string> matching(const Text& entry, const std::string& pattern) {
    std::vector<std::string> out;
    if (!beside_.list) return out;
    if (tried_ > most_tries) {
      lost_ = true;
      if (std::exchange(tired_, true)) return out;
      findings_.push_back(refused(
          entry, fmt::format("the patterns of `include` were tried on {} names of files", tried_),
          "the patterns from here on are passed over", "name folders or files in fewer patterns"));
      return out;
    }
    const std::size_t wild = pattern.find_first_of("*?");
    const std::string folder = folder_of(pattern.substr(0, wild));
    const bool deep = pattern.find('/', wild) != pattern.npos || pattern.contains("**");
    const auto [listed, first] = folders_.try_emplace(std::pair(folder, deep));
    if (first) {
      listed->second = beside_.list(folder, deep);
      std::ranges::sort(listed->second);
      tried_ += listing_costs * listed->second.size();
    }
    tried_ += listed->second.size();
    for (const std::string& each : listed->second) {
      if (matches(pattern, each) && folder_of(each) + "rolecall.toml" != each) out.push_back(each);
    }
    return out;
  }

  void join(std::size_t group, std::size_t unit) {
    groups_[group].units.push_back(static_cast<std::uint32_t>(unit));
    units_[unit].groups.push_back(static_cast<std::uint32_t>(group));
  }

  void add(std::size_t group, const Text& entry, const std::string& path) {
    if (const auto known = by_path_.find(path); known != by_path_.end()) {
      join(group, known->second);
      return;
    }
    unread_.insert(group);
    if (units_.size() >= max_files) {
      lost_ = true;
      if (std::exchange(full_, true)) return;
      findings_.push_back(
          refused(entry, fmt::format("the description has more than {} files", max_files),
                  "the files from here on are passed over", "put several tables into one file"));
      return;
    }
    auto text =
        beside_.read
            ? beside_.read(path)
            : std::expected<SourceText, std::string>(std::unexpected("there are no files here"));
    if (!text) {
      lost_ = true;
      findings_.push_back(refused(
          entry, fmt::format("`include` names {}, which cannot be read", quoted(entry.value)),
          std::move(text.error()), {}));
      return;
    }
    const auto file = static_cast<std::uint32_t>(sources_.texts.size());
    sources_.texts.push_back(std::move(*text));
    by_path_.emplace(path, units_.size());
    units_.push_back({file, path, {}, {}, {}});
    join(group, units_.size() - 1);
  }

  /// Reports each entry that leads back to a file on the way to it. Walks without recursion, and
  /// looks at each group once.
  void refuse_cycles() {
    std::vector<bool> seen(units_.size(), false);
    std::vector<std::pair<std::size_t, std::size_t>> way;  // a file, its next entry
    on_the_way_.assign(units_.size(), false);
    const auto enter = [&](std::size_t unit) {
      seen[unit] = true;
      on_the_way_[unit] = true;
      for (const std::size_t group : units_[unit].groups) ++groups_[group].on_the_way;
      way.emplace_back(unit, 0);
    };
    enter(0);
    bool fresh = true;  // the next entry is looked at for the first time
    while (!way.empty()) {
      const std::size_t at = way.back().first;
      std::size_t& next = way.back().second;
      if (next == units_[at].includes.size()) {
        on_the_way_[at] = false;
        for (const std::size_t group : units_[at].groups) --groups_[group].on_the_way;
        way.pop_back();
        fresh = false;
        continue;
      }
      Group& group = groups_[units_[at].includes[next].group];
      if (fresh) refuse_cycle(at, units_[at].includes[next]);
      while (group.next < group.units.size() && seen[group.units[group.next]]) ++group.next;
      fresh = true;
      if (group.next < group.units.size()) {
        enter(group.units[group.next]);
      } else {
        ++next;
      }
    }
  }

  /// The first file on the way that an entry of `from` names, if any. A pattern does not mean the
  /// file that it stands in.
  std::optional<std::size_t> leads_back(std::size_t from, const Group& group) const {
    if (group.on_the_way == 0 || circles_ == most_circles) return std::nullopt;
    const auto back = std::ranges::find_if(group.units, [&](std::size_t unit) {
      return on_the_way_[unit] && !(group.pattern && unit == from);
    });
    if (back == group.units.end()) return std::nullopt;
    return *back;
  }

  void refuse_cycle(std::size_t from, const Entry& entry) {
    const auto to = leads_back(from, groups_[entry.group]);
    if (!to) return;
    ++circles_;
    const Text& text = entry.text;
    findings_.push_back(
        refused(text,
                *to == from ? fmt::format("`include` names {}, the file itself", quoted(text.value))
                            : fmt::format("`include` names {}, by which this file is included",
                                          quoted(units_[*to].path)),
                "leads in a circle", "include each file from one other file"));
  }

  // A try takes some 50 ns, a name from the disk ten times as long.
  static constexpr std::size_t most_tries = 20'000'000;
  static constexpr std::size_t listing_costs = 10;
  static constexpr std::size_t most_circles = 100;  // who mends these sees the next

  const Workspace& beside_;
  Sources& sources_;
  Findings& findings_;
  std::vector<Unit> units_;
  std::map<std::string, std::size_t> by_path_;
  std::vector<Group> groups_;
  std::map<std::string, std::size_t> by_entry_;  ///< the group of a path or a pattern
  std::set<std::size_t> unread_;                 ///< groups with files besides their units
  std::map<std::pair<std::string, bool>, std::vector<std::string>> folders_;
  std::vector<bool> on_the_way_;
  std::size_t tried_ = 0;
  std::size_t circles_ = 0;
  bool whole_ = true;
  bool full_ = false;
  bool tired_ = false;
  bool lost_ = false;  ///< a file that is named is not there: what it holds is not known
};

}  // namespace

std::optional<Document> read_description(const Workspace& beside, Sources& sources,
                                         Findings& findings) {
  const std::string& name = sources.texts.at(0).name();
  std::string path = beside.self.empty() ? name.substr(name.rfind('/') + 1) : beside.self;
  std::set<std::string> paths;
  std::vector<Document> layers;  // a proposal, its base, the base's base, ...
  std::uint32_t file = 0;
  bool whole = true;
  bool lost = false;  // the base is not there
  while (true) {
    paths.insert(path);
    auto document = Gatherer(beside, sources, findings).gather(file, path);
    if (!document) {
      whole = false;
      break;
    }
    layers.push_back(std::move(*document));
    const Text& base = layers.back().base;
    if (!base.given()) break;
    path = folder_of(path) + plain_path(base.value);
    const auto wrong = [&](std::string_view why, std::string label, std::string help) {
      lost = true;
      findings.push_back(refused(base, fmt::format("`base` names {}, {}", quoted(base.value), why),
                                 std::move(label), std::move(help)));
    };
    if (leads_out(base.value)) {
      wrong("which is not beside this file", "leads out of its folder",
            "put the proposal beside its base");
      break;
    }
    if (paths.contains(path)) {
      wrong("which is the proposal itself or built on it", "leads in a circle", {});
      break;
    }
    auto text =
        beside.read
            ? beside.read(path)
            : std::expected<SourceText, std::string>(std::unexpected("there are no files here"));
    if (!text) {
      wrong("which cannot be read", std::move(text.error()), {});
      break;
    }
    file = static_cast<std::uint32_t>(sources.texts.size());
    sources.texts.push_back(std::move(*text));
  }
  if (!whole) return std::nullopt;
  Document out = std::move(layers.back());
  layers.pop_back();
  if (!out.base.given()) refuse_changes(out, findings);
  for (; !layers.empty(); layers.pop_back()) {
    Text base = layers.back().base;
    out = changed(std::move(out), std::move(layers.back()), findings);
    out.base = std::move(base);
  }
  out.damaged = out.damaged || lost;
  return out;
}

}  // namespace rolecall
