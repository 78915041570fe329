#include "cli/git.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "cli/git_program.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as for files on the disk

std::string quoted_name(const std::string& name) { return '`' + printable(name) + '`'; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end > at && path.substr(at, end - at) != ".") out.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// With a slash at the end; empty for the top.
std::string folder_name(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part + '/';
  return out;
}

/// A file, a folder, a link or a submodule, as `ls-tree` has it.
struct Entry {
  std::string mode;
  std::string object;

  bool is_link() const { return mode == "120000"; }
  bool is_folder() const { return mode == "040000"; }
  bool is_module() const { return mode == "160000"; }
};

/// "100644 blob 1234abcd<TAB>path<NUL>", by path.
std::map<std::string, Entry> entries_of(const std::string& text) {
  std::map<std::string, Entry> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\0', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = line.find('\t');
    const std::size_t space = line.rfind(' ', tab);
    if (tab == line.npos || space == line.npos) continue;
    out[line.substr(tab + 1)] = {line.substr(0, line.find(' ')),
                                 line.substr(space + 1, tab - space - 1)};
  }
  return out;
}

/// Whether a folder on the disk is that of a submodule, and we are not in it: its commits have
/// other names than those of the repository that we are in.
bool is_foreign_module(const std::string& top, const std::string& store) {
  std::error_code none;
  if (!fs::is_regular_file(top + "/.git", none) || store.find("/modules/") == store.npos) {
    return false;
  }
  const fs::path here = fs::current_path(none);
  return *here.lexically_relative(fs::weakly_canonical(top, none)).begin() == "..";
}

}  // namespace

/// What was asked of git already.
struct Revision::Store {
  std::map<std::string, std::map<std::string, Entry>> folders;
  std::string trouble;
};

struct Revision::Blob {
  std::string path;
  std::string object;
};

struct Revision::NoBlob {
  bool there = true;  ///< false: the commit has no such file
  std::string why;
};

std::expected<Revision, Trouble> Revision::find(const std::string& path, const std::string& name) {
  Revision out;
  const std::size_t slash = path.rfind('/');
  out.folder_ = path.substr(0, slash == path.npos ? 0 : slash + 1);
  out.file_ = path.substr(slash == path.npos ? 0 : slash + 1);
  out.name_ = name;
  out.store_ = std::make_shared<Store>();
  const auto trouble = [&](const std::string& why) {
    return std::unexpected(Trouble{"cannot read revision " + quoted_name(name) + ": " + why});
  };

  const GitAnswer about =
      run_git(out.folder_, {"rev-parse", "--show-prefix", "--show-toplevel", "--git-common-dir"});
  if (about.status != 0) {
    if (about.error.starts_with("not a git repository")) {
      return trouble(quoted_name(path) + " is in no git repository");
    }
    return trouble(printable(about.error));
  }
  const std::vector<std::string> lines = lines_of(about.out);
  if (lines.size() != 3) return trouble("the repository's folder has a line break in its name");
  if (is_foreign_module(lines[1], lines[2])) {
    return trouble(quoted_name(path) +
                   " is in a submodule, whose commits are its own; run rolecall in there");
  }
  out.prefix_ = parts_of(lines[0]);

  const GitAnswer commit =
      run_git(out.folder_, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  if (commit.status != 0) {
    const GitAnswer shallow = run_git(out.folder_, {"rev-parse", "--is-shallow-repository"});
    if (shallow.out == "true\n") {
      return trouble(
          "this clone is shallow and does not have it; fetch all of it with `git fetch "
          "--unshallow`, or with `fetch-depth: 0` of actions/checkout");
    }
    std::error_code none;
    const bool file = fs::exists(name, none);
    return trouble(std::string("git knows no such branch, tag or commit here") +
                   (file ? "; it is a file, and `rolecall diff OLD NEW` compares files" : ""));
  }
  out.commit_ = lines_of(commit.out).at(0);
  return out;
}

std::string Revision::named(const std::string& path) const { return name_ + ':' + folder_ + path; }

std::optional<Trouble> Revision::trouble() const {
  if (store_->trouble.empty()) return std::nullopt;
  const GitAnswer partial = run_git(
      folder_, {"config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"});
  std::string what = "cannot read revision " + quoted_name(name_) + ": ";
  if (partial.status == 0) {
    what +=
        "this clone is partial and does not have all of its files, and a check fetches "
        "nothing; `git fetch --refetch --no-filter` gets them";
  } else {
    what += printable(store_->trouble);
  }
  return Trouble{what};
}

/// The file that a path from the description's folder means, through links that stay within the
/// first `fence` parts of the way.
std::expected<Revision::Blob, Revision::NoBlob> Revision::blob(const std::string& path,
                                                               std::size_t fence) const {
  const auto no = [](bool there, std::string why) {
    return std::unexpected(NoBlob{there, std::move(why)});
  };
  std::vector<std::string> way = prefix_;
  std::vector<std::string> rest = parts_of(path);
  std::ranges::reverse(rest);
  int links = 0;
  while (!rest.empty()) {
    const std::string part = std::move(rest.back());
    rest.pop_back();
    if (part == "..") {
      if (way.size() <= fence) {
        return no(true, fence == 0 ? "it is a link that leads out of the repository"
                                   : "it is a link that leads out of the description's folder");
      }
      way.pop_back();
      continue;
    }
    const std::string folder = folder_name(way);
    auto [known, fresh] = store_->folders.try_emplace(folder);
    if (fresh) {
      std::vector<std::string> words{"ls-tree", "--full-tree", "-z", commit_, "--"};
      if (!folder.empty()) words.push_back(folder);
      const GitAnswer answer = run_git(folder_, words);
      if (answer.status != 0) {
        store_->trouble = answer.error;
        return no(true, answer.error);
      }
      known->second = entries_of(answer.out);
    }
    const auto entry = known->second.find(folder + part);
    if (entry == known->second.end()) return no(false, "the commit has no such file");
    const Blob found{entry->first, entry->second.object};
    if (entry->second.is_module()) {
      store_->trouble = quoted_name(found.path) + " is a submodule, whose files it does not have";
      return no(true, store_->trouble);
    }
    if (entry->second.is_folder()) {
      way.push_back(part);
      if (rest.empty()) return no(true, "it is a directory");
    } else if (!entry->second.is_link()) {
      if (!rest.empty()) return no(false, "the commit has no such file");
      return found;
    } else {
      if (++links > most_links) return no(true, "it is a link that leads in a circle");
      const auto target = bytes(found);
      if (!target) return std::unexpected(target.error());
      if (target->starts_with('/')) return no(true, "it is a link to an absolute path");
      const std::vector<std::string> parts = parts_of(*target);
      rest.insert(rest.end(), parts.rbegin(), parts.rend());
    }
  }
  return no(true, "it is a directory");
}

std::expected<std::string, Revision::NoBlob> Revision::bytes(const Blob& blob) const {
  GitAnswer answer = run_git(folder_, {"cat-file", "blob", blob.object});
  if (answer.status == 0) return std::move(answer.out);
  store_->trouble = answer.error;
  return std::unexpected(NoBlob{true, answer.error});
}

std::expected<Revision::Then, Trouble> Revision::description() const {
  const auto found = blob(file_, 0);
  if (!found && !found.error().there) return Then{SourceText(named(file_), {}), false};
  auto text = found ? bytes(*found) : std::unexpected(found.error());
  if (text) return Then{SourceText(named(file_), std::move(*text))};
  if (auto wrong = trouble()) return std::unexpected(std::move(*wrong));
  return std::unexpected(Trouble{"cannot read " + quoted_name(folder_name(prefix_) + file_) +
                                 " of revision " + quoted_name(name_) + ": " +
                                 printable(text.error().why)});
}

std::vector<std::string> Revision::list(const std::string& folder, bool deep) const {
  const std::string prefix = folder_name(prefix_);
  std::vector<std::string> words{"ls-tree", "--full-tree", "-z"};
  if (deep) words.push_back("-r");
  words.insert(words.end(), {commit_, "--"});
  if (!(prefix + folder).empty()) words.push_back(prefix + folder);
  const GitAnswer answer = run_git(folder_, words);
  if (answer.status != 0) store_->trouble = answer.error;
  std::vector<std::string> out;
  for (const auto& [path, entry] : entries_of(answer.out)) {
    if (entry.is_folder() || entry.is_module() || !path.starts_with(prefix)) continue;
    std::string relative = path.substr(prefix.size());
    if (relative.starts_with('.') || relative.find("/.") != relative.npos) continue;
    out.push_back(std::move(relative));
  }
  return out;
}

Workspace Revision::beside() const {
  return {[self = *this](const std::string& path) -> std::expected<SourceText, std::string> {
            const auto found = self.blob(path, self.prefix_.size());
            if (!found) return std::unexpected(printable(found.error().why));
            auto text = self.bytes(*found);
            if (!text) return std::unexpected(printable(text.error().why));
            return SourceText(self.named(path), std::move(*text));
          },
          [self = *this](const std::string& folder, bool deep) { return self.list(folder, deep); },
          file_};
}

}  // namespace rolecall
