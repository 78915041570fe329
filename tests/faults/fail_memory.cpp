// Loaded before a program (LD_PRELOAD), fails its requests for memory: from the one that
// FAIL_MEMORY_FROM numbers on, for good. FAIL_MEMORY_COUNT names a file that gets their number.

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t number, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

std::atomic<long> requests = 0;
std::atomic<long> from = -1;  // 0: never

bool fails() {
  if (from < 0) {
    const char* const asked = std::getenv("FAIL_MEMORY_FROM");
    from = asked == nullptr ? 0 : std::strtol(asked, nullptr, 10);
  }
  const long number = ++requests;
  if (from == 0 || number < from) return false;
  errno = ENOMEM;
  return true;
}

[[gnu::destructor]] void tell() {
  const char* const path = std::getenv("FAIL_MEMORY_COUNT");
  if (path == nullptr) return;
  const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  char digits[24];
  std::size_t at = sizeof digits;
  for (long rest = requests; rest > 0; rest /= 10)
    digits[--at] = static_cast<char>('0' + rest % 10);
  static_cast<void>(::write(file, digits + at, sizeof digits - at) > 0);
  ::close(file);
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return fails() ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t number, std::size_t size) {
  return fails() ? nullptr : __libc_calloc(number, size);
}
void* realloc(void* memory, std::size_t size) {
  return fails() ? nullptr : __libc_realloc(memory, size);
}
void* memalign(std::size_t alignment, std::size_t size) {
  return fails() ? nullptr : __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  *memory = memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}
}
