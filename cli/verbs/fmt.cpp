#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/common.hpp"
#include "cli/disk_workspace.hpp"
#include "cli/file_store.hpp"
#include "cli/fixed_files.hpp"
#include "cli/parser.hpp"
#include "cli/targets.hpp"
#include "cli/wording.hpp"
#include "model/edit/format.hpp"
#include "model/language/description.hpp"
#include "model/org/company_catalogues.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

namespace fs = std::filesystem;

struct FmtCommand {
  std::vector<std::string> files;
  bool check = false;  ///< change nothing, and fail where something would change
  bool diff = false;   ///< say what would change, and change nothing
  Colour colour = Colour::automatic;
};

/// The files of a folder that are rolecall's: descriptions with all that they read, and
/// configurations. Those that cannot be read are among them.
std::expected<std::set<std::string>, Trouble> files_in(const std::string& folder) {
  const auto targets = find_targets(std::span(&folder, 1));
  if (!targets) return std::unexpected(targets.error());
  const std::string root = folder.ends_with('/') ? folder : folder + '/';
  std::set<std::string> out;
  for (const Target& target : *targets) {
    if (leads_out_of(target.path, target.path.substr(0, target.path.rfind('/') + 1))) continue;
    auto bytes = read_named(target.path, target.within);
    if (!bytes) {
      out.insert(target.path);
      continue;
    }
    Sources sources;
    sources.texts.emplace_back(target.path, std::move(*bytes));
    Findings findings;
    const Workspace beside = disk_workspace(target.path, target.within);
    if (const auto document = read_description(beside, sources, findings)) {
      static_cast<void>(read_catalogue_files(document->company, beside.read, sources, findings));
    }
    for (const SourceText& text : sources.texts) {
      out.insert(fs::path(text.name()).lexically_normal().generic_string());
    }
  }
  for (const std::string& file : disk_workspace(root).list("", true)) {
    if (fs::path(file).filename() != "rolecall.toml" || leads_out_of(root + file, root)) continue;
    out.insert(fs::path(root + file).lexically_normal().generic_string());
  }
  return out;
}

class FmtRun {
 public:
  FmtRun(const FmtCommand& command, const Handles& handles)
      : command_(command), handles_(handles) {}

  int run() {
    for (const std::string& file : command_.files) {
      std::error_code none;
      if (!fs::is_directory(file, none)) {
        lay_out(file);
        continue;
      }
      const auto files = files_in(file);
      if (!files) {
        trouble(files.error().what);
        continue;
      }
      const std::string within = file == "." || file == "./" ? ""
                                 : file.ends_with('/')       ? file
                                                             : file + '/';
      for (const std::string& each : *files)
        lay_out(each, each.starts_with(within) ? Within(within) : std::nullopt);
    }
    return command_.files.front() == "-" ? put_text() : put_files();
  }

 private:
  void trouble(std::string_view what) {
    complain(handles_, what);
    failed_ = true;
  }

  void lay_out(const std::string& path, const Within& within = {}) {
    const auto text = files_.read(path, within);
    if (!text) return trouble(text.error().what);
    if (!seen_.insert(text->name()).second) return;
    auto laid_out = in_layout(*text);
    if (!laid_out) {
      return trouble(fmt::format("{}: {}", printable(text->name()), laid_out.error()));
    }
    if (*laid_out != text->bytes()) changed_[text->name()] = std::move(*laid_out);
  }

  int status() const {
    if (failed_) return exit_failed;
    return command_.check && !changed_.empty() ? exit_findings : exit_clean;
  }

  int put_text() {
    if (failed_) return exit_failed;
    if (command_.diff) return put(handles_, diff(), status());
    if (command_.check) return status();
    const std::string name = "<stdin>";
    return put(handles_, changed_.empty() ? files_.bytes().at(name) : changed_.at(name), status());
  }

  std::string diff() const {
    return shown_diff(diff_of(changed_, files_.bytes()), command_.colour, handles_);
  }

  int put_files() {
    std::string out;
    if (command_.diff) {
      out = diff();
    } else {
      for (const auto& [name, text] : changed_) {
        out += fmt::format("{}: {}\n", printable(name),
                           command_.check ? "is not laid out" : "laid out");
      }
    }
    const bool write = !command_.check && !command_.diff;
    if (write && !replace_files(changed_, files_.bytes(), handles_)) return exit_failed;
    const std::size_t same = seen_.size() - std::min(seen_.size(), changed_.size());
    if (!command_.diff) {
      out +=
          fmt::format("{} {}, {} as {} should be\n", counted(changed_.size(), "file", "files"),
                      command_.check ? "to lay out" : "laid out", same, same == 1 ? "it" : "they");
    }
    return put(handles_, out, status());
  }

  const FmtCommand& command_;
  const Handles& handles_;
  FileStore files_;
  std::set<std::string> seen_;
  NewFiles changed_;
  bool failed_ = false;
};

Parsed parse(std::span<const char* const> arguments) {
  FmtCommand command;
  std::string colour = "auto";
  Parser parser(
      "Lay TOML files out: one order of keys, one style of quotes, lists and blank lines; "
      "comments\n"
      "stay, and what is said stays the same. FILE is a file, a folder (its descriptions, all "
      "that\n"
      "they read, and rolecall.toml), or - for standard input to standard output.",
      "rolecall fmt FILE... [OPTIONS]",
      "Exit status: 0 done, 1 something would change (--check), 2 wrong usage, 3 could not read,\n"
      "understand or write.\n\n"
      "Examples:\n"
      "  rolecall fmt acme.toml\n"
      "  rolecall fmt --check --diff org/");
  parser.arguments(command.files);
  parser.flag("--check", command.check, "Change nothing; status 1 where something would change");
  parser.flag("--diff", command.diff, "Say what would change, as a unified diff; change nothing");
  add_colour(parser, colour);
  if (auto said = parser.read(arguments)) return std::move(*said);

  if (auto wrong = take_colour(colour, command.colour)) return std::unexpected(std::move(*wrong));
  if (command.files.empty()) return usage("`fmt` needs a FILE (- is standard input)");
  if (std::ranges::count(command.files, "-") > 0 && command.files.size() > 1) {
    return usage("standard input (-) goes to standard output and stands alone");
  }
  return Command{[command](const Handles& handles) { return FmtRun(command, handles).run(); }};
}

}  // namespace

extern const Verb fmt_verb{"fmt", 2, "FILE...", "Lay files out: order, quotes, lists, blank lines",
                           parse};

}  // namespace rolecall
