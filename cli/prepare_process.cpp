// What the process promises whatever ends it: see files.hpp.

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <new>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/temporary_file.hpp"
#include "cli/want_of_memory.hpp"

namespace rolecall {
namespace {

[[noreturn]] void out_of_memory() {
  remove_temporary_file();
  write_plainly(STDERR_FILENO, "rolecall: out of memory\n");
  ::_exit(exit_failed);
}

}  // namespace

void end_at_want_of_memory() noexcept { std::set_new_handler(out_of_memory); }

void prepare_process() {
  end_at_want_of_memory();
#ifdef M_MMAP_THRESHOLD
  // Large vectors come and go while a description is read; memory that is kept need not be cleared
  // by the kernel again.
  constexpr int kept = 64 << 20;
  static_cast<void>(mallopt(M_MMAP_THRESHOLD, kept));
  static_cast<void>(mallopt(M_TRIM_THRESHOLD, kept));
#endif
  // Then a write says what was wrong.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int handle : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(handle, F_GETFD) != -1 || errno != EBADF) continue;
    // Opened the wrong way round, so that using it fails as it should. The lowest free handle is
    // this one.
    static_cast<void>(::open("/dev/null", handle == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace rolecall
