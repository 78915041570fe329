#include "cli/git_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

#include "cli/handle.hpp"

extern char** environ;

namespace rolecall {
namespace {

/// What `git rev-parse --local-env-vars` lists: they mean one repository, which need not be the
/// one that is asked about. With the pairs that GIT_CONFIG_COUNT counts, and what is written among
/// git's messages.
constexpr std::array<std::string_view, 19> left_out{
    "GIT_ALTERNATE_OBJECT_DIRECTORIES=",
    "GIT_CONFIG=",
    "GIT_CONFIG_PARAMETERS=",
    "GIT_CONFIG_COUNT=",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_VALUE_",
    "GIT_OBJECT_DIRECTORY=",
    "GIT_DIR=",
    "GIT_WORK_TREE=",
    "GIT_IMPLICIT_WORK_TREE=",
    "GIT_GRAFT_FILE=",
    "GIT_INDEX_FILE=",
    "GIT_NO_REPLACE_OBJECTS=",
    "GIT_REPLACE_REF_BASE=",
    "GIT_PREFIX=",
    "GIT_INTERNAL_SUPER_PREFIX=",
    "GIT_SHALLOW_FILE=",
    "GIT_COMMON_DIR=",
    "GIT_TRACE",
};

/// What stands in the environment in place of whatever stood there. GIT_ALLOW_PROTOCOL goes before
/// any `protocol.*.allow` of a configuration.
constexpr std::array<std::string_view, 5> set{"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
                                              "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
                                              "LC_ALL=C"};

std::vector<std::string> environment() {
  std::vector<std::string> out;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view variable = *each;
    const auto begins = [&](std::string_view name) { return variable.starts_with(name); };
    const auto replaced = [&](std::string_view other) {
      return begins(other.substr(0, other.find('=') + 1));
    };
    if (std::ranges::any_of(left_out, begins) || std::ranges::any_of(set, replaced)) continue;
    out.emplace_back(variable);
  }
  out.insert(out.end(), set.begin(), set.end());
  return out;
}

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

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

GitAnswer run_git(const std::string& folder, const std::vector<std::string>& words) {
  // Only the command line goes before the configuration of a repository in everything.
  std::vector<std::string> all{"git",
                               "-C",
                               folder.empty() ? "." : folder,
                               "--no-pager",
                               "--literal-pathspecs",
                               "-c",
                               "core.fsmonitor=false",
                               "-c",
                               "core.hooksPath=/dev/null",
                               "-c",
                               "protocol.allow=never",
                               "-c",
                               "safe.bareRepository=explicit"};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<std::string> variables = environment();
  const std::vector<char*> argv = pointers(all);
  const std::vector<char*> env = pointers(variables);

  // What git says of errors goes to a file, so that no pipe can fill up.
  const Handle errors(::memfd_create("git", MFD_CLOEXEC));
  int ends[2];
  if (!errors || ::pipe2(ends, O_CLOEXEC) != 0) return {-1, {}, std::strerror(errno)};
  const Handle ours(ends[0]);
  Handle theirs(ends[1]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.get(), STDERR_FILENO);
  // What we ignore is for git to see.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, "git", &actions, &attributes, argv.data(), env.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  theirs.close();
  GitAnswer answer;
  if (failed != 0) {
    answer.error = failed == ENOENT ? "git is not installed" : std::strerror(failed);
    return answer;
  }
  answer.out = all_of(ours.get());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  ::lseek(errors.get(), 0, SEEK_SET);
  answer.error = first_line(all_of(errors.get()));
  if (answer.status != 0 && answer.error.empty()) answer.error = "git failed without a word";
  return answer;
}

}  // namespace rolecall
