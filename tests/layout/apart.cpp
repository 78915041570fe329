// Work in a process of its own: what it gives, and what is said where it gives nothing.
#include "layout/draw/apart.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>

using namespace rolecall;
using Catch::Matchers::Contains;

TEST_CASE("what is drawn apart comes back whole, or its message") {
  const std::string large(3'000'000, 'x');
  CHECK(drawn_apart({}, [&] { return Drawn(large); }).value() == large);
  CHECK(drawn_apart({}, [] { return Drawn(std::string()); }).value().empty());
  CHECK(drawn_apart({}, [] { return Drawn(std::unexpected("no font")); }).error() == "no font");
}

TEST_CASE("what a drawing changes stays with it") {
  int changed = 0;
  CHECK(drawn_apart({},
                    [&] { return Drawn(std::string(static_cast<std::size_t>(++changed), 'x')); }));
  CHECK(changed == 0);
}

TEST_CASE("a drawing that crashes, ends or never ends is a message") {
  const auto says = [](const WorkLimits& limits, auto work) {
    const Drawn drawn = drawn_apart(limits, [&] {
      work();
      return Drawn("drawn");
    });
    REQUIRE_FALSE(drawn);
    return drawn.error();
  };
  CHECK_THAT(says({}, [] { std::raise(SIGKILL); }), Contains("crashed (Killed)"));
  CHECK_THAT(says({}, [] { ::_exit(0); }), Contains("ended the drawing"));
  CHECK_THAT(says({}, [] { ::_exit(1); }), Contains("ended the drawing"));
  CHECK(says({}, [] { throw std::bad_alloc(); }) == "out of memory");
  const WorkLimits short_time{.seconds = 1};
  CHECK_THAT(says(short_time,
                  [] {
                    const volatile bool on = true;
                    while (on) {
                    }
                  }),
             Contains("longer than 1 second"));
  CHECK_THAT(says(short_time, [] { ::pause(); }), Contains("longer than 1 second"));
}
