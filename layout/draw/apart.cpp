#include "layout/draw/apart.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

namespace rolecall {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // needs addresses without end, and tells what it finds
#else
constexpr bool sanitized = false;
#endif

using Clock = std::chrono::steady_clock;

constexpr char drawn = 'd';
constexpr char failed = 'f';
constexpr std::string_view no_memory = "out of memory";

void put(int to, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) ::_exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void lower(int what, rlim_t most) {
  rlimit limit{};
  if (::getrlimit(static_cast<__rlimit_resource>(what), &limit) != 0) return;
  if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur <= most) return;
  limit.rlim_cur = most;
  static_cast<void>(::setrlimit(static_cast<__rlimit_resource>(what), &limit));
}

/// Makes the child one that cannot harm: it ends with its parent, with its time, and before its
/// parent where the machine has no memory left; and its libraries do not talk.
void confine(const WorkLimits& limits, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE,
                           SIGILL, SIGTRAP, SIGXCPU}) {
    if (!sanitized) std::signal(signal, SIG_DFL);
  }
  std::set_new_handler(nullptr);
  lower(RLIMIT_CORE, 0);
  lower(RLIMIT_CPU, limits.seconds);
  if (sanitized) return;
  lower(RLIMIT_AS, static_cast<rlim_t>(limits.megabytes) << 20);
  if (const int score = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC); score >= 0) {
    static_cast<void>(::write(score, "1000", 4) == 4);
    ::close(score);
  }
  if (const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nothing >= 0) {
    ::dup2(nothing, STDERR_FILENO);
  }
}

[[noreturn]] void run(const std::function<Drawn()>& work, int to) noexcept {
  try {
    const Drawn result = work();
    put(to, std::string_view(result ? &drawn : &failed, 1));
    put(to, result ? *result : result.error());
  } catch (...) {
    put(to, std::string_view(&failed, 1));
    put(to, no_memory);
  }
  ::_exit(0);
}

/// Reads until the other end is closed. False: the time is over, or there was no memory.
bool read_all(int from, Clock::time_point end, std::string& out) {
  std::array<char, 1 << 16> buffer;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    pollfd wait{from, POLLIN, 0};
    if (left.count() <= 0) return false;
    if (::poll(&wait, 1, static_cast<int>(left.count())) < 0 && errno != EINTR) return false;
    if (wait.revents == 0) continue;
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// Why a child gave nothing.
std::string reason_of(int status, bool in_time, const WorkLimits& limits) {
  if (!in_time || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    return fmt::format("drawing took longer than {} seconds", limits.seconds);
  }
  if (WIFSIGNALED(status)) {
    return fmt::format(
        "Graphviz, or a library that it draws with, crashed ({}), as it does where "
        "memory is short",
        ::strsignal(WTERMSIG(status)));
  }
  return "Graphviz, or a library that it draws with, ended the drawing, as it does where memory "
         "is short";
}

}  // namespace

WorkLimits limits_for(std::size_t cards) {
  WorkLimits out;
  out.seconds += static_cast<unsigned>(cards / 50);
  return out;
}

Drawn drawn_apart(const WorkLimits& limits, const std::function<Drawn()>& work) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return std::unexpected(fmt::format("cannot draw: {}", ::strerror(errno)));
  }
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    confine(limits, parent);
    run(work, ends[1]);
  }
  const int error = errno;
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    return std::unexpected(fmt::format("cannot draw: no process: {}", ::strerror(error)));
  }
  std::string bytes;
  // A machine with much to do may leave a child waiting; one that waits for ever uses no time.
  const auto end = Clock::now() + std::chrono::seconds(4 * limits.seconds);
  const bool in_time = read_all(ends[0], end, bytes);
  if (!in_time) ::kill(child, SIGKILL);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!in_time || status != 0 || bytes.empty()) {
    return std::unexpected(reason_of(status, in_time, limits));
  }
  const bool ok = bytes.front() == drawn;
  bytes.erase(0, 1);
  if (!ok) return std::unexpected(std::move(bytes));
  return bytes;
}

}  // namespace rolecall
