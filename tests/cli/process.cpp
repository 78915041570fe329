#include "tests/cli/process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace rolecall::test {

namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

int memory() { return checked(::memfd_create("test", MFD_CLOEXEC), "memfd_create"); }

std::string all_of(int handle) {
  std::string out;
  char buffer[4096];
  while (true) {
    const ssize_t got = ::read(handle, buffer, sizeof buffer);
    if (got <= 0) return out;  // a terminal whose other end is closed says EIO
    out.append(buffer, static_cast<std::size_t>(got));
  }
}

/// What the program finds as its standard output, and what is left for us to read it from.
struct OutPair {
  int theirs = -1;
  int ours = -1;
};

OutPair make_terminal() {
  const int ours = checked(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
  checked(::grantpt(ours), "grantpt");
  checked(::unlockpt(ours), "unlockpt");
  return {checked(::open(::ptsname(ours), O_RDWR | O_NOCTTY | O_CLOEXEC), "open"), ours};
}

OutPair make_out(const RunWith& with) {
  if (!with.out.empty()) {
    return {checked(::open(with.out.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666), "open"), -1};
  }
  if (with.broken_pipe) {
    int ends[2];
    checked(::pipe2(ends, O_CLOEXEC), "pipe2");
    ::close(ends[0]);
    return {ends[1], -1};
  }
  if (with.terminal) return make_terminal();
  const int both = memory();
  return {both, ::dup(both)};
}

}  // namespace

Ran run_rolecall(const std::vector<std::string>& arguments, const RunWith& with) {
  const OutPair keyboard = with.typed.empty() ? OutPair{} : make_terminal();
  if (keyboard.ours >= 0) {
    checked(static_cast<int>(::write(keyboard.ours, with.typed.data(), with.typed.size())),
            "write");
  }
  const int in = memory();
  if (::write(in, with.in.data(), with.in.size()) != static_cast<ssize_t>(with.in.size())) {
    throw std::runtime_error("standard input of a test");
  }
  ::lseek(in, 0, SEEK_SET);
  const int err = memory();
  const OutPair out = make_out(with);

  std::vector<char*> argv;
  const std::string program = with.program.empty() ? ROLECALL_EXE : with.program.string();
  argv.push_back(const_cast<char*>(program.c_str()));
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::vector<std::string> variables = with.env;
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name))
      variables.push_back(name + ('=' + std::string(value)));
  }
  std::vector<char*> env;
  for (std::string& variable : variables) env.push_back(variable.data());
  env.push_back(nullptr);

  const pid_t child = checked(::fork(), "fork");
  if (child == 0) {
    ::dup2(keyboard.theirs >= 0 ? keyboard.theirs : in, STDIN_FILENO);
    ::dup2(out.theirs, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (with.no_out) ::close(STDOUT_FILENO);
    if (!with.folder.empty() && ::chdir(with.folder.c_str()) != 0) ::_exit(126);
    if (with.file_limit != 0) {
      const rlimit limit{with.file_limit, with.file_limit};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (with.memory_limit != 0) {
      const rlimit limit{with.memory_limit, with.memory_limit};
      ::setrlimit(RLIMIT_AS, &limit);
    }
    ::execve(program.c_str(), argv.data(), env.data());
    ::_exit(127);
  }
  ::close(in);
  ::close(out.theirs);
  int status = 0;
  Ran ran;
  if (with.terminal) ran.out = all_of(out.ours);
  checked(::waitpid(child, &status, 0), "waitpid");
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ::lseek(err, 0, SEEK_SET);
  ran.err = all_of(err);
  ::close(err);
  for (const int handle : {keyboard.ours, keyboard.theirs}) {
    if (handle >= 0) ::close(handle);
  }
  if (out.ours >= 0) {
    if (!with.terminal) {
      ::lseek(out.ours, 0, SEEK_SET);
      ran.out = all_of(out.ours);
    }
    ::close(out.ours);
  }
  return ran;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "rolecall-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(std::string_view name, std::string_view bytes) const {
  const std::string path = *this / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace rolecall::test
