#include "model/language/description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
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
    units_.push_back({file, std::move(path), {}, {}});
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
  struct Edge {
    std::size_t to;
    Text entry;
  };
  struct Unit {
    std::uint32_t file;
    std::string path;
    Document document;
    std::vector<Edge> includes;
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
      for (const std::string& path : paths_of(entry, units_[from].path)) {
        add(from, entry, path);
      }
    }
  }

  /// The files that an entry names, in order of their paths.
  std::vector<std::string> paths_of(const Text& entry, const std::string& from) {
    const std::string path = folder_of(from) + plain_path(entry.value);
    if (!is_pattern(path)) return {path};
    const std::size_t wild = path.find_first_of("*?");
    const std::string folder = folder_of(path.substr(0, wild));
    const bool deep = path.find('/', wild) != path.npos || path.find("**") != path.npos;
    std::vector<std::string> out;
    if (beside_.list) out = beside_.list(folder, deep);
    std::erase_if(out, [&](const std::string& each) {
      return !matches(path, each) || each == from || folder_of(each) + "rolecall.toml" == each;
    });
    std::ranges::sort(out);
    if (out.empty()) {
      lost_ = true;
      findings_.push_back(refused(
          entry, fmt::format("`include` names {}, which matches no file", quoted(entry.value)),
          "no such files",
          fmt::format("patterns are relative to the folder of this file: `*` and `?` within a "
                      "name, `**` for folders")));
    }
    return out;
  }

  void add(std::size_t from, const Text& entry, const std::string& path) {
    if (const auto known = by_path_.find(path); known != by_path_.end()) {
      units_[from].includes.push_back({known->second, entry});
      return;
    }
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
    units_[from].includes.push_back({units_.size(), entry});
    units_.push_back({file, path, {}, {}});
  }

  /// Reports each include that leads back to a file on the way to it. Walks without recursion.
  void refuse_cycles() {
    enum class Seen { not_yet, on_the_way, done };
    std::vector<Seen> seen(units_.size(), Seen::not_yet);
    std::vector<std::pair<std::size_t, std::size_t>> way{{0, 0}};  // a file, its next include
    seen[0] = Seen::on_the_way;
    while (!way.empty()) {
      auto& [at, next] = way.back();
      if (next == units_[at].includes.size()) {
        seen[at] = Seen::done;
        way.pop_back();
        continue;
      }
      const Edge edge = units_[at].includes[next++];
      if (seen[edge.to] == Seen::on_the_way) refuse_cycle(at, edge);
      if (seen[edge.to] != Seen::not_yet) continue;
      seen[edge.to] = Seen::on_the_way;
      way.emplace_back(edge.to, 0);
    }
  }

  void refuse_cycle(std::size_t from, const Edge& edge) {
    const bool itself = edge.to == from;
    findings_.push_back(refused(
        edge.entry,
        itself ? fmt::format("`include` names {}, the file itself", quoted(edge.entry.value))
               : fmt::format("`include` names {}, by which this file is included",
                             quoted(units_[edge.to].path)),
        "leads in a circle", "include each file from one other file"));
  }

  const Workspace& beside_;
  Sources& sources_;
  Findings& findings_;
  std::vector<Unit> units_;
  std::map<std::string, std::size_t> by_path_;
  bool whole_ = true;
  bool full_ = false;
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
