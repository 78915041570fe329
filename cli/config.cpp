#include "cli/config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "cli/targets.hpp"
#include "model/language/workspace.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/text/text.hpp"
#include "report/terminal.hpp"
#include "rules/settings.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

std::string place(const Config& config, const Span& span) {
  return fmt::format("{}:{}:{}", printable(config.texts.at(span.file).name()), span.line,
                     span.column);
}

std::unexpected<Trouble> wrong(const Config& config, const Span& span, std::string_view what) {
  return std::unexpected(Trouble{fmt::format("{}: {}", place(config, span), printable(what))});
}

std::unexpected<Trouble> wrong(const Config& config, const Findings& findings) {
  const Finding& first = findings.front();
  std::string what = first.message;
  if (!first.help_text.empty()) what += "; " + first.help_text;
  if (first.help_text.empty() && !first.notes.empty()) what += "; " + first.notes.front();
  return wrong(config, first.place(), what);
}

/// A configuration, and the folder out of which neither it nor what it extends may lead.
struct Place {
  fs::path file;  ///< absolute; empty: there is none
  fs::path top;
};

/// A file stays in the repository that it is in, else in its own folder.
Place placed(const fs::path& file) {
  std::error_code none;
  for (fs::path top = file.parent_path();; top = top.parent_path()) {
    if (fs::exists(top / ".git", none)) return {file, top};
    if (top == top.parent_path()) return {file, file.parent_path()};
  }
}

fs::path absolute(const std::string& path) {
  std::error_code none;
  return (fs::current_path(none) / path).lexically_normal();
}

/// As messages name a file.
std::string shown(const fs::path& file) {
  std::error_code none;
  return file.lexically_proximate(fs::current_path(none)).string();
}

/// The nearest file in or above a folder.
Place nearest_file(const std::string& path) {
  std::error_code none;
  for (const std::string& place : config_places(path)) {
    if (fs::exists(place, none) && !fs::is_directory(place, none)) return placed(absolute(place));
  }
  return {};
}

using Version = std::array<int, 3>;

std::optional<Version> parse_version(std::string_view text) {
  Version out{};
  for (int& part : out) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), part);
    if (read.ec != std::errc() || part < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    if (text.empty()) return out;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

/// Whether our version is among those of a list like ">=0.1, <2"; none where it cannot be read.
std::optional<bool> version_fits(std::string_view wanted) {
  const Version ours = *parse_version(ROLECALL_VERSION);
  bool fits = true;
  while (true) {
    const std::size_t comma = wanted.find(',');
    std::string_view one = wanted.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    const std::size_t digits = std::min(one.find_first_of("0123456789"), one.size());
    std::string_view sign = one.substr(0, digits);
    while (sign.ends_with(' ')) sign.remove_suffix(1);
    const auto version = parse_version(one.substr(digits));
    if (!version) return std::nullopt;
    if (sign == ">=") {
      fits = fits && ours >= *version;
    } else if (sign == ">") {
      fits = fits && ours > *version;
    } else if (sign == "<=") {
      fits = fits && ours <= *version;
    } else if (sign == "<") {
      fits = fits && ours < *version;
    } else if (sign == "==" || sign.empty()) {
      fits = fits && ours == *version;
    } else {
      return std::nullopt;
    }
    if (comma == wanted.npos) return fits;
    wanted.remove_prefix(comma + 1);
  }
}

/// Whether a path leads into what git keeps of a repository, in the spelling of any file system.
bool is_in_git(std::string_view path) {
  return std::ranges::any_of(fs::path(path), [](const fs::path& part) {
    return std::ranges::equal(part.native(), std::string_view(".git"), {},
                              [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
  });
}

/// What the shape of the file does not tell.
std::expected<void, Trouble> check_values(const Config& config) {
  const ConfigDecl& says = config.says;
  if (says.required_version.given()) {
    const Text& wanted = says.required_version;
    const auto fits = version_fits(wanted.value);
    if (!fits) {
      return wrong(config, wanted.span, "`required-version` is written like \">=0.1, <2\"");
    }
    if (!*fits) {
      return wrong(
          config, wanted.span,
          fmt::format("this is rolecall {}, and {} is asked for", ROLECALL_VERSION, wanted.value));
    }
  }
  for (const Text& entry : says.catalogues) {
    if (!is_catalogue_file(entry.value)) continue;
    return wrong(config, entry.span,
                 fmt::format("`catalogues` names the file {}; a file is named by the description "
                             "beside which it stands",
                             rolecall::quoted(entry.value)));
  }
  for (const Text& entry : says.output) {
    const std::size_t equals = entry.value.find('=');
    if (equals == entry.value.npos) continue;
    const std::string_view path = std::string_view(entry.value).substr(equals + 1);
    if (!leads_out(path) && !is_in_git(path)) continue;
    return wrong(config, entry.span,
                 fmt::format("`output` names {}; a configuration names reports in its own folder "
                             "and below, without `..` and outside of .git. --output writes "
                             "anywhere",
                             rolecall::quoted(path)));
  }
  if (const Findings findings = wrong_settings(says.settings); !findings.empty()) {
    return wrong(config, findings);
  }
  return {};
}

}  // namespace

std::string misnamed_description(std::string_view file) {
  return fmt::format(
      "{} is a description, and `{}` is the name of the configuration; call the "
      "description something else, such as `org.toml`",
      rolecall::quoted(file), config_name);
}

std::vector<std::string> config_places(const std::string& path) {
  std::error_code none;
  const fs::path here = fs::current_path(none);
  fs::path folder = (here / path).lexically_normal();
  if (!fs::is_directory(folder, none)) folder = folder.parent_path();
  std::vector<std::string> out;
  while (true) {
    out.push_back((folder / config_name).lexically_proximate(here).string());
    if (fs::exists(folder / ".git", none) || folder == folder.parent_path()) return out;
    folder = folder.parent_path();
  }
}

std::expected<Config, Trouble> find_config(const std::string& path, const ConfigChoice& choice) {
  Config config;
  if (choice.isolated) return config;
  const bool named = !choice.file.empty();
  const auto [first, top] =
      named ? placed(absolute(choice.file)) : nearest_file(path == "-" ? "x" : path);
  std::set<fs::path> seen;
  fs::path file = first;
  while (!file.empty()) {
    const bool by_user = named && file == first;
    const std::string name = by_user ? choice.file : shown(file);
    auto bytes =
        by_user ? read_file(name)
                : read_beneath(top.string() + '/', file.lexically_relative(top).string(), {}, name);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    seen.insert(file);
    const auto index = static_cast<std::uint32_t>(config.texts.size());
    config.texts.emplace_back(name, std::move(*bytes));
    Findings findings;
    ConfigDecl says = read_config(config.texts.back(), index, findings);
    if (!findings.empty() && seems_description(config.texts.back().bytes())) {
      return std::unexpected(Trouble{misnamed_description(name)});
    }
    if (!findings.empty()) return wrong(config, findings);
    const Text extends = says.extends;
    if (index == 0) {
      config.says = std::move(says);
    } else {
      extend(config.says, std::move(says));
    }
    if (!extends.given()) break;
    const auto refused = [&](std::string_view why) {
      return wrong(config, extends.span,
                   fmt::format("`extends` names {}, {}", rolecall::quoted(extends.value), why));
    };
    if (extends.value.starts_with('/')) return refused("an absolute path; it is relative");
    file = (file.parent_path() / extends.value).lexically_normal();
    if (*file.lexically_relative(top).begin() == "..") {
      return refused(fmt::format("which is not below {}, the folder of the {}",
                                 rolecall::quoted(shown(top)),
                                 top == first.parent_path() ? "configuration" : "repository"));
    }
    if (seen.contains(file)) return refused("which leads in a circle");
    if (file.extension() != ".toml") return refused("which is no configuration, a .toml file");
  }
  if (const auto right = check_values(config); !right) return std::unexpected(right.error());
  return config;
}

std::string text_of(const Config& config) {
  if (config.texts.empty()) return "# there is no configuration\n";
  std::string out = "# read:";
  for (const SourceText& text : config.texts) out += ' ' + printable(text.name());
  out += '\n';
  const auto line = [&](std::string_view key, const std::string& value, const Span& span) {
    out += fmt::format("{:<48}  # {}\n", fmt::format("{} = {}", key, value), place(config, span));
  };
  const auto text = [](const std::string& value) { return '"' + printable(value) + '"'; };
  const auto one = [&](std::string_view key, const Text& value) {
    if (value.given()) line(key, text(value.value), value.span);
  };
  const auto list = [&](std::string_view key, const Texts& values) {
    if (!values.given()) return;
    std::string all;
    for (const Text& value : values) all += (all.empty() ? "" : ", ") + text(value.value);
    line(key, '[' + all + ']', values.empty() ? values.span : values.front().span);
  };
  one("required-version", config.says.required_version);
  one("profile", config.says.profile);
  list("catalogues", config.says.catalogues);
  list("output", config.says.output);
  one("fail-on", config.says.fail_on);
  if (!config.says.settings.empty()) out += "\n[checks]\n";
  for (const SettingDecl& decl : config.says.settings) {
    line(decl.key.value,
         decl.text.given()     ? text(decl.text.value)
         : decl.number.given() ? std::to_string(decl.number.value)
                               : std::string(decl.flag.value ? "true" : "false"),
         decl.key.span);
  }
  return out;
}

}  // namespace rolecall
