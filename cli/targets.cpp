#include "cli/targets.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <map>
#include <new>
#include <set>
#include <thread>
#include <utility>

#include "cli/disk_workspace.hpp"
#include "model/text/letters.hpp"
#include "model/verdict/changes.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

std::string normal(const std::string& path) {
  return fs::path(path).lexically_normal().generic_string();
}

/// Whether what follows is the end of a key.
bool ends_key(std::string_view text) {
  text = trimmed(text);
  return text.starts_with('=') || text.starts_with('.') || text.starts_with(']');
}

using FoundConfig = std::expected<Config, Trouble>;

/// A target, and what it was in the commit that it is held against, if it is.
struct States {
  Judgement now;
  std::optional<Judgement> before{};
};

using Outcome = std::expected<States, Trouble>;

Outcome judge_target(const Target& target, const FoundConfig& config, const CheckCommand& command) {
  if (!config) return std::unexpected(config.error());
  try {
    const JudgeOptions by{&*config, command.as_of, command.waivers};
    auto judgement = judge_file(target.path, by, target.within);
    if (!judgement) return std::unexpected(judgement.error());
    if (command.against.empty()) return States{std::move(*judgement)};
    auto before = judge_at(command.against, target.path, by);
    if (!before) return std::unexpected(before.error());
    return States{std::move(*judgement), std::move(*before)};
  } catch (const std::bad_alloc&) {  // must not leave its thread
    return std::unexpected(Trouble{"out of memory"});
  }
}

/// glibc lets the memory of a second thread grow page by page, by calls that stop all others.
void take_memory_at_once() {
#ifdef M_TOP_PAD
  constexpr int bytes = 60 << 20;  // of the 64 MiB that it reserves at a time
  static_cast<void>(mallopt(M_TOP_PAD, bytes));
#endif
}

/// The configurations of targets. Those of one folder have one.
class Configs {
 public:
  Configs(std::span<const Target> targets, const ConfigChoice& choice) {
    for (const Target& target : targets) {
      const auto [at, fresh] = by_folder_.try_emplace(folder(target));
      if (fresh) at->second = find_config(target.path, choice);
    }
  }

  const FoundConfig& of(const Target& target) const { return by_folder_.at(folder(target)); }

 private:
  static std::string folder(const Target& target) {
    return target.path.substr(0, target.path.rfind('/') + 1);
  }

  std::map<std::string, FoundConfig> by_folder_;
};

/// Whether a pattern means a path below a folder, or a folder above it.
bool excludes(std::string_view pattern, const std::string& path) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  std::string anywhere(pattern);
  if (!pattern.contains('/')) anywhere = "**/" + anywhere;
  return matches(anywhere, path) || matches(anywhere + "/**", path);
}

/// Whether a file in a folder may be a description, or cannot be read. Of what leads out of the
/// folder nothing else is told.
bool may_be_description(const std::string& folder, const std::string& file) {
  auto bytes = read_beneath(folder, file);
  if (!bytes && leads_out_of(folder + file, folder)) {
    std::error_code none;
    const fs::path real = fs::canonical(folder + file, none);
    if (!none) bytes = read_beneath(real.parent_path().string() + '/', real.filename().string());
  }
  return !bytes || seems_description(*bytes);
}

/// The files of a folder that may be descriptions, in order.
std::expected<std::vector<std::string>, Trouble> descriptions_in(
    const std::string& folder, std::span<const std::string> exclude) {
  auto [files, unreadable] = list_files(folder, "", true);
  std::string misnamed;
  std::size_t excluded = 0;
  std::erase_if(files, [&](const std::string& file) {
    if (!file.ends_with(".toml")) return true;
    const bool config = fs::path(file).filename() == config_name;
    if (!may_be_description(folder, file)) return true;
    const bool left_out = std::ranges::any_of(
        exclude, [&](const std::string& pattern) { return excludes(pattern, file); });
    if (left_out) {
      ++excluded;
    } else if (config) {
      misnamed = folder + file;
    }
    return config || left_out;
  });
  files.insert(files.end(), unreadable.begin(), unreadable.end());
  std::ranges::sort(files);
  if (!files.empty()) return files;
  if (!misnamed.empty()) return std::unexpected(Trouble{misnamed_description(misnamed)});
  const std::string name = printable(folder.substr(0, folder.size() - 1));
  if (excluded > 0) {
    return std::unexpected(Trouble{fmt::format(
        "--exclude leaves out {} in `{}`",
        excluded == 1 ? "the one description" : fmt::format("all {} descriptions", excluded),
        name)});
  }
  return std::unexpected(
      Trouble{fmt::format("there are no descriptions in `{}`: no .toml file below it has a "
                          "[company] or a [[position]]",
                          name)});
}

/// The path of the base that a proposal changes; empty where it is none.
std::string base_of(const Judgement& judgement) {
  if (!judgement.org || !judgement.org->document->base.given()) return {};
  const std::string& first = judgement.sources.texts.front().name();
  return normal(first.substr(0, first.rfind('/') + 1) + judgement.org->document->base.value);
}

std::string path_of(const Judgement& judgement) {
  return normal(judgement.sources.texts.front().name());
}

/// The texts that descriptions read besides their own, without the bases of proposals, and theirs,
/// which are descriptions of their own.
std::set<std::string> parts_of(const std::vector<std::optional<Outcome>>& outcomes) {
  std::map<std::string, std::string> bases;
  for (const auto& outcome : outcomes) {
    if (*outcome) bases.emplace(path_of((*outcome)->now), base_of((*outcome)->now));
  }
  std::set<std::string> parts;
  for (const auto& outcome : outcomes) {
    if (!*outcome) continue;
    std::set<std::string> known;
    std::string base = base_of((*outcome)->now);
    while (!base.empty() && known.insert(base).second) {
      const auto next = bases.find(base);
      base = next == bases.end() ? std::string() : next->second;
    }
    const auto& texts = (*outcome)->now.sources.texts;
    for (std::size_t i = 1; i < texts.size(); ++i) {
      std::string name = normal(texts[i].name());
      if (!known.contains(name)) parts.insert(std::move(name));
    }
  }
  return parts;
}

/// Leaves out what a proposal has from a base that is judged in the same run, where it is told. A
/// proposal goes before its base, which may be one itself and has to have all of its findings.
void tell_once(std::vector<std::optional<Outcome>>& outcomes) {
  std::map<std::string, std::size_t> by_path;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (*outcomes[i]) {
      by_path.emplace(path_of((*outcomes[i])->now), i);
    }
  }
  std::vector<std::optional<std::size_t>> bases(outcomes.size());
  std::vector<std::size_t> waiting(outcomes.size(), 0);  // proposals of it that are still to come
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!*outcomes[i]) continue;
    const auto base = by_path.find(base_of((*outcomes[i])->now));
    if (base == by_path.end() || base->second == i) continue;
    bases[i] = base->second;
    ++waiting[base->second];
  }
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (bases[i] && waiting[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    const std::size_t i = ready.back();
    ready.pop_back();
    const std::size_t base = *bases[i];
    const Judgement& told = (*outcomes[base])->now;
    if (is_judged(told)) keep_new((*outcomes[i])->now, told);
    if (--waiting[base] == 0 && bases[base]) ready.push_back(base);
  }
}

}  // namespace

bool is_judged(const Judgement& judgement) {
  if (!judgement.org) return true;
  const WrittenBool& judged = judgement.org->document->company.judged;
  return !judged.given() || judged.value;
}

bool seems_description(std::string_view text) {
  constexpr std::array<std::string_view, 4> keys{"company", "position", "include", "base"};
  bool top = true;  // `include` and `base` stand before the first table
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool header = line.starts_with('[');
    top = top && !header;
    if (!header && !top) continue;
    while (line.starts_with('[')) line = trimmed(line.substr(1));
    for (const std::string_view key : keys) {
      const bool table = key == "company" || key == "position";
      if ((table || top) && line.starts_with(key) && ends_key(line.substr(key.size()))) return true;
    }
  }
  return false;
}

std::expected<std::vector<Target>, Trouble> find_targets(std::span<const std::string> arguments,
                                                         std::span<const std::string> exclude) {
  std::vector<Target> out;
  std::set<std::string> seen;
  for (const std::string& argument : arguments) {
    if (argument != "-") seen.insert(normal(argument));
  }
  for (const std::string& argument : arguments) {
    std::error_code none;
    if (!fs::is_directory(argument, none)) {
      out.push_back({argument});
      continue;
    }
    const std::string folder = argument.ends_with('/') ? argument : argument + '/';
    const auto files = descriptions_in(folder, exclude);
    if (!files) return std::unexpected(files.error());
    for (const std::string& file : *files) {
      const std::string within = folder == "./" ? "" : folder;
      std::string path = within + file;
      if (seen.insert(normal(path)).second) out.push_back({std::move(path), within});
    }
  }
  return out;
}

std::vector<std::expected<Judgement, Trouble>> judge_targets(std::span<const Target> targets,
                                                             const CheckCommand& command) {
  const Configs configs(targets, command.config);
  std::vector<std::optional<Outcome>> outcomes(targets.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < targets.size(); i = next++) {
      outcomes[i] = judge_target(targets[i], configs.of(targets[i]), command);
    }
  };
  {
    if (command.jobs > 1 && targets.size() > 1) take_memory_at_once();
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(command.jobs, targets.size()); ++i)
      others.emplace_back(work);
    work();
  }
  const std::set<std::string> parts = parts_of(outcomes);
  tell_once(outcomes);
  std::vector<std::expected<Judgement, Trouble>> out;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i].found() && parts.contains(normal(targets[i].path))) continue;
    Outcome& outcome = *outcomes[i];
    if (!outcome) {
      out.push_back(std::unexpected(std::move(outcome.error())));
      continue;
    }
    if (outcome->before) keep_new(outcome->now, *outcome->before);
    out.push_back(std::move(outcome->now));
  }
  return out;
}

}  // namespace rolecall
