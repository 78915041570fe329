// `check --watch`.
#include "cli/watch.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;

TEST_CASE("what a list of files and folders is made of tells one state from another") {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.toml", "a = 1\n");
  const WatchList list{{file, folder / "none.toml"}, {folder.path().string()}};
  const FileStates first = states_of(list);
  CHECK(first.size() == 2);
  CHECK(first.at(folder / "none.toml") == FileState());
  CHECK(states_of(list) == first);
  folder.file("a.toml", "a = 1\nb = 2\n");
  CHECK(states_of(list) != first);
  const FileStates second = states_of(list);
  folder.file("b.toml", "");
  folder.file("notes.txt", "");
  CHECK(states_of(list).size() == second.size() + 1);
  wait_for_change(list, second);  // returns, for it has changed
}

TEST_CASE("--watch checks again when a file changes, is mended, or comes") {
  const TemporaryFolder folder;
  const std::string text(clean_text);
  std::filesystem::create_directory(folder / "org");
  folder.file("org/main.toml", "include = [\"more/*.toml\"]\n" + text);
  folder.file("watch.sh", R"(
"$1" check --watch --output short org/main.toml > out 2> err &
watcher=$!
# Until a file has a line; at most twenty seconds.
await() {
  for i in $(seq 400); do grep -q "$2" "$1" && return; sleep 0.05; done
  kill $watcher
  echo "no $2 in $1"
  exit 9
}
await err watching
echo 'fine' > said
: > out; : > err
echo 'hue = 1' >> org/main.toml
await out 'unknown key `hue`'
await err watching
: > err
mkdir org/more && echo '[[position]]' > org/more/new.toml
await out 'more/new.toml'
await err watching
kill $watcher
wait $watcher
echo "ended with $?" >> said
)");
  const std::string command = "cd '" + folder.path().string() +
                              "' && env -i PATH=\"$PATH\" sh watch.sh " + ROLECALL_EXE +
                              " > trouble 2>&1";
  CHECK(std::system(command.c_str()) == 0);
  CHECK(bytes_of(folder / "said") == "fine\nended with 143\n");
}

TEST_CASE("--watch is refused where nothing can change or be written twice") {
  for (const std::vector<std::string>& more : {std::vector<std::string>{"-"},
                                               {"a.toml", "--show-config"},
                                               {"a.toml", "--write-baseline", "b.json"}}) {
    std::vector<std::string> arguments{"check", "--watch"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = run_rolecall(arguments);
    CHECK(ran.status == 2);
    CHECK(ran.err.find("--watch") != std::string::npos);
  }
}
