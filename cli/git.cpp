#include "cli/git.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "report/terminal.hpp"

extern char** environ;

namespace rolecall {
namespace {

struct Answer {
  int status = -1;  ///< git's exit status; -1: it could not be run, and `error` says why
  std::string out;
  std::string error;  ///< its first line
};

std::string all_of(int handle) {
  std::string out;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t got = ::read(handle, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string first_line(std::string text) {
  for (const std::string_view before : {"fatal: ", "error: "}) {
    if (text.starts_with(before)) text.erase(0, before.size());
  }
  return text.substr(0, text.find('\n'));
}

/// Runs git without a shell. What it says of errors goes to a file, so that no pipe can fill up.
Answer run_git(const std::string& folder, const std::vector<std::string>& words) {
  std::vector<std::string> all{"git", "-C", folder.empty() ? "." : folder};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> argv;
  for (std::string& word : all) argv.push_back(word.data());
  argv.push_back(nullptr);

  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> errors(std::tmpfile(), std::fclose);
  int ends[2];
  if (!errors || ::pipe2(ends, O_CLOEXEC) != 0) return {-1, {}, std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(errors.get()), STDERR_FILENO);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  Answer answer;
  if (failed != 0) {
    answer.error = failed == ENOENT ? "git is not installed" : std::strerror(failed);
  } else {
    answer.out = all_of(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    std::rewind(errors.get());
    ::lseek(::fileno(errors.get()), 0, SEEK_SET);
    answer.error = first_line(all_of(::fileno(errors.get())));
  }
  ::close(ends[0]);
  return answer;
}

/// Without the line break at the end.
std::string line_of(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string quoted_name(const std::string& name) { return '`' + printable(name) + '`'; }

}  // namespace

std::expected<Revision, Trouble> Revision::find(const std::string& path, const std::string& name) {
  Revision out;
  const std::size_t slash = path.rfind('/');
  out.folder_ = path.substr(0, slash == path.npos ? 0 : slash + 1);
  out.file_ = path.substr(slash == path.npos ? 0 : slash + 1);
  out.name_ = name;
  const auto trouble = [&](const std::string& why) {
    return std::unexpected(Trouble{"cannot read revision " + quoted_name(name) + ": " + why});
  };

  const Answer prefix = run_git(out.folder_, {"rev-parse", "--show-prefix"});
  if (prefix.status != 0) {
    if (prefix.error.starts_with("not a git repository")) {
      return trouble(quoted_name(path) + " is in no git repository");
    }
    return trouble(printable(prefix.error));
  }
  out.prefix_ = line_of(prefix.out);

  const Answer commit =
      run_git(out.folder_, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  if (commit.status != 0) {
    const Answer shallow = run_git(out.folder_, {"rev-parse", "--is-shallow-repository"});
    if (line_of(shallow.out) == "true") {
      return trouble(
          "this clone is shallow and does not have it; fetch all of it with `git fetch "
          "--unshallow`, or with `fetch-depth: 0` of actions/checkout");
    }
    return trouble("git knows no such branch, tag or commit here");
  }
  out.commit_ = line_of(commit.out);
  return out;
}

std::expected<Revision::Then, Trouble> Revision::description() const {
  // A path that is not there is listed as nothing.
  const Answer there = run_git(folder_, {"--literal-pathspecs", "ls-tree", "--full-tree", "-z",
                                         "--name-only", commit_, "--", prefix_ + file_});
  if (there.status == 0 && there.out.empty()) {
    return Then{SourceText(name_ + ':' + folder_ + file_, {}), false};
  }
  auto text = read(file_);
  if (!text) {
    return std::unexpected(Trouble{"cannot read " + quoted_name(prefix_ + file_) + " of revision " +
                                   quoted_name(name_) + ": " + text.error()});
  }
  return Then{std::move(*text)};
}

std::expected<SourceText, std::string> Revision::read(const std::string& path) const {
  Answer answer = run_git(folder_, {"cat-file", "blob", blob(path)});
  if (answer.status != 0) return std::unexpected(printable(answer.error));
  return SourceText(name_ + ':' + folder_ + path, std::move(answer.out));
}

std::vector<std::string> Revision::list(const std::string& folder, bool deep) const {
  std::vector<std::string> words{"--literal-pathspecs", "ls-tree", "--full-tree", "-z"};
  if (deep) words.push_back("-r");
  words.insert(words.end(), {commit_, "--"});
  if (!(prefix_ + folder).empty()) words.push_back(prefix_ + folder);
  const Answer answer = run_git(folder_, words);
  std::vector<std::string> out;
  if (answer.status != 0) return out;
  // "100644 blob 1234abcd<TAB>path<NUL>"
  for (std::size_t at = 0; at < answer.out.size();) {
    const std::size_t end = answer.out.find('\0', at);
    const std::string line = answer.out.substr(at, end - at);
    at = end == answer.out.npos ? answer.out.size() : end + 1;
    const std::size_t tab = line.find('\t');
    if (tab == line.npos || line.find(" blob ") > tab) continue;
    const std::string path = line.substr(tab + 1);
    if (!path.starts_with(prefix_)) continue;
    std::string relative = path.substr(prefix_.size());
    if (relative.starts_with('.') || relative.find("/.") != relative.npos) continue;
    out.push_back(std::move(relative));
  }
  return out;
}

Workspace Revision::beside() const {
  return {[self = *this](const std::string& path) { return self.read(path); },
          [self = *this](const std::string& folder, bool deep) { return self.list(folder, deep); },
          file_};
}

}  // namespace rolecall
