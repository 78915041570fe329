"""The laws of rolecall, tried on organisations by chance.

    laws.py PROGRAM COUNT [--first SEED] [--law LAW ...]

judge     a second judge, who knows the documentation alone, comes to the same verdicts (judge.py)
pictures  tables in another order give the same pictures, tried on every 50th organisation
the rest  the same organisation, written otherwise, is judged alike (variants.py)

A failure prints the seed, the smallest description that still fails, and both answers. The same
seeds try the same organisations.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import judge
import organisations
import variants

AT_A_TIME = 100
PICTURES_EVERY = 50
VIEWS = ["chart", "coverage", "matrix", "duties", "gaps", "teams"]
SHRINKING = 10  # seconds
MOST_LINES = 8


def write(folder, files):
    for name, tables in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tables if isinstance(tables, str) else organisations.text(tables), encoding="utf-8")


class Answer:
    """What rolecall says of one description."""

    def __init__(self, folder):
        self.folder, self.findings, self.verdicts = folder, [], []


class Program:
    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())

    def run(self, folder, *arguments):
        return subprocess.run([self.path, *arguments], cwd=folder, capture_output=True, text=True)

    def judge(self, folder, descriptions):
        """The answers for several descriptions by name, judged by one process in `folder`."""
        for name, files in descriptions.items():
            write(folder / name, files)
        names = [f"{name}/org.toml" for name in descriptions]
        run = self.run(folder, "check", *names, "--output", "json", "--as-of", str(organisations.TODAY), "--isolated")
        if run.returncode not in (0, 1):
            raise SystemExit(f"laws: {self.path} failed ({run.returncode}): {run.stderr}")
        answers = {name: Answer(folder) for name in descriptions}
        report = json.loads(run.stdout)
        for kind in ("findings", "verdicts"):
            for entry in report[kind]:
                name = entry.get("file", names[0]).split("/")[0]
                getattr(answers[name], kind).append(entry)
        return answers


# --- What must be alike -----------------------------------------------------------------------------


def words(text):
    """A sentence without the order of the names in it."""
    return " ".join(sorted(re.findall(r"[\w-]+", exactly(text))))


def exactly(text):
    """A sentence without the lines that it counts."""
    return re.sub(r"\bline \d+", "line", text)


def findings(answer, say):
    """Findings without their places, but with the texts that they underline. Those that are about the
    same are numbered in the order of the text, so that fingerprints are compared by themselves."""
    said = []
    for f in answer.findings:
        labels = [(label["text"], label["primary"], underlined(answer.folder, label)) for label in f["labels"]]
        said.append((f["check"], f["severity"], say(f["message"]), tuple(sorted(map(say, f["notes"]))),
                     say(f.get("help", "")), f["waived"], "cause" in f,
                     tuple(sorted(f["subjects"])), tuple((fix["title"], fix["safe"]) for fix in f["fixes"])
                     if say is exactly else (), tuple(sorted(labels)) if say is exactly else ()))
    return sorted(said) + sorted((f["check"], f["severity"], f["fingerprint"]) for f in answer.findings)


def underlined(folder, label):
    if label["line"] != label["end_line"]:
        return ""
    line = (folder / label["file"]).read_text(encoding="utf-8").split("\n")[label["line"] - 1]
    return line[label["column"] - 1:label["end_column"] - 1]


def verdicts(answer, say):
    return [(v["duty"], v["verdict"], sorted(v["accountable"]), sorted(v["responsible"]), sorted(map(say, v["reasons"])))
            for v in answer.verdicts]


def back(files):
    names = {id[::-1]: id for id in variants.ids_of(files)}
    return lambda subject: ":".join(names.get(part, part) for part in subject.split(":"))


class Law:
    """Two answers that must be alike: what is compared of each."""

    def __init__(self, variant, compare):
        self.variant, self.compare = variant, compare


def all_alike(a, b, files):
    return (findings(a, exactly), verdicts(a, exactly)), (findings(b, exactly), verdicts(b, exactly))


def alike_up_to_order(a, b, files):
    return (findings(a, words), verdicts(a, words)), (findings(b, words), verdicts(b, words))


# Of two posts with one role on one level, or of two leads, these checks take the one whose id comes first.
BY_ID = {"not-peers", "no-arbiter", "no-working-link", "no-access-to-head", "no-business-link", "outcome-unowned",
         "outcome-misplaced", "role-doubled", "role-combined", "several-tops", "role-vacant", "shared-duty-one-sided",
         "team-misplaced", "unused-waiver"}


def alike_by_other_names(a, b, files):
    old = back(files)
    mapped = [(v["duty"], v["verdict"], sorted(map(old, v["accountable"])), sorted(map(old, v["responsible"])))
              for v in b.verdicts]
    plain = [(v["duty"], v["verdict"], sorted(v["accountable"]), sorted(v["responsible"])) for v in a.verdicts]
    return (severities(a), plain), (severities(b), mapped)


def severities(answer):
    return sorted((f["check"], f["severity"]) for f in answer.findings if f["check"] not in BY_ID)


def alike_in_meaning(a, b, files):
    def meaning(answer):
        # An entry that says nothing more in one list may say it in the other place.
        said = sorted((f["check"], f["severity"], f["fingerprint"]) for f in answer.findings
                      if f["check"] != "entry-without-effect")
        return said, [(v["duty"], v["verdict"], sorted(v["accountable"]), sorted(v["responsible"]))
                      for v in answer.verdicts]
    return meaning(a), meaning(b)


LAWS = {
    "tables": Law(variants.other_tables, all_alike),
    "lists": Law(variants.other_lists, alike_up_to_order),
    "files": Law(variants.in_files, all_alike),
    "names": Law(variants.with_names, alike_by_other_names),
    "duties": Law(variants.from_the_duty, alike_in_meaning),
}


# --- Trying -----------------------------------------------------------------------------------------


class Trial:
    def __init__(self, program, laws, folder):
        self.program, self.laws, self.folder = program, laws, folder
        self.failures = collections.Counter()

    def batch(self, seeds):
        """Tries all laws on the organisations of some seeds. Each way of writing is a run by itself."""
        made = {str(seed): organisations.organisation(seed) for seed in seeds}
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            plain = self.program.judge(pathlib.Path(folder) / "plain", made)
            if "pictures" in self.laws:
                for seed in (seed for seed in seeds if seed % PICTURES_EVERY == 0):
                    self.draw(seed, made[str(seed)], pathlib.Path(folder))
            for law in self.laws:
                if law == "pictures":
                    continue
                others = {}
                if law in LAWS:
                    written = {seed: LAWS[law].variant(files, int(seed)) for seed, files in made.items()}
                    others = self.program.judge(pathlib.Path(folder) / law, written)
                for seed, files in made.items():
                    sides = sides_of(law, files, plain[seed], others.get(seed), seed)
                    if sides[0] != sides[1]:
                        self.report(law, seed, files, sides)

    def draw(self, seed, files, folder):
        """All views of an organisation, and of one whose tables stand in another order."""
        for view in VIEWS:
            drawn = []
            for way, written in (("plain", files), ("other", variants.keeping_order(files, seed))):
                at = folder / f"picture-{way}"
                write(at, written)
                for picture in ("x.dot", "x.svg")[:2 if view == VIEWS[0] else 1]:
                    run = self.program.run(at, "render", "org.toml", "--view", view, "-o", picture,
                                           "--as-of", str(organisations.TODAY), "--isolated")
                    drawn.append((run.returncode, (at / picture).read_bytes() if run.returncode == 0 else b""))
            if drawn[:len(drawn) // 2] != drawn[len(drawn) // 2:]:
                self.failures["pictures", view] += 1
                print(f"--- the law `pictures` fails for the seed {seed}: {view}")
                print(organisations.text(files["org.toml"]), variants.keeping_order(files, seed)["org.toml"], sep="\n\n")

    def fails(self, law, files):
        """The way in which a law fails for an organisation, if it does, and the two sides."""
        if "org.toml" not in files:
            return None
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            try:
                plain = self.program.judge(pathlib.Path(folder) / "plain", {"try": files})["try"]
                for way in range(5 if law in LAWS else 1):
                    other = None
                    if law in LAWS:
                        written = {"try": LAWS[law].variant(files, way)}
                        other = self.program.judge(pathlib.Path(folder) / str(way), written)["try"]
                    sides = sides_of(law, files, plain, other, "try")
                    if sides[0] != sides[1]:
                        return way, sides
            except (KeyError, IndexError, TypeError, AttributeError):
                pass                             # no organisation any more
        return None

    def report(self, law, seed, files, sides):
        kind = difference(*sides)
        self.failures[law, kind[0]] += 1
        if self.failures[law, kind[0]] > 1:
            return
        files, (way, sides) = shrunk(files, lambda f: self.fails(law, f), kind, (int(seed), sides))
        print(f"--- the law `{law}` fails for the seed {seed}: {kind[0]}")
        for name, tables in files.items():
            print(f"# {name}\n{organisations.text(tables)}")
        if law in LAWS:
            for name, tables in LAWS[law].variant(files, way).items():
                print(f"# {name}, written otherwise\n"
                      f"{tables if isinstance(tables, str) else organisations.text(tables)}")
        for line in difference(*sides)[1][:MOST_LINES]:
            print(line)
        print(flush=True)


def sides_of(law, files, plain, other, name):
    """The two answers of a law, as far as they must be alike."""
    if law in LAWS:
        return LAWS[law].compare(plain, other, files)
    mine = judge.judge(plain.folder / name / "org.toml", organisations.TODAY)
    theirs = {v["duty"].split(":", 1)[1]: (v["verdict"], sorted({id.split(":", 1)[1] for id in v["accountable"]}))
              for v in plain.verdicts}
    return theirs, mine


def difference(left, right):
    """What kind of difference it is, and its lines."""
    if isinstance(left, dict):                   # of the judge
        lines = [(id, left.get(id), right.get(id)) for id in {**left, **right} if left.get(id) != right.get(id)]
        kind = {(a and a[0], b and b[0]) for _, a, b in lines}
        first = sorted(kind, key=str)[0]
        return f"rolecall: {first[0]}, the judge: {first[1]}", [f"{id}: rolecall {a}, the judge {b}" for id, a, b in lines]
    lines, kinds = [], []
    for which, (a, b) in enumerate(zip(left, right)):
        counted = [collections.Counter(map(repr, side)) for side in (a, b)]
        for sign, some, more in (("-", a, counted[0] - counted[1]), ("+", b, counted[1] - counted[0])):
            for entry in some:
                if repr(entry) in more:
                    lines.append(f"{sign} {entry}")
                    kinds.append(entry[0] if which == 0 else f"verdict {entry[1]}")
    return " ".join(sorted(set(kinds))[:1]) or "order", lines


def shrunk(files, fails, kind, last):
    """The smallest organisation that fails in the same way, as far as it is found in time."""
    end = time.monotonic() + SHRINKING
    progress = True
    while progress and time.monotonic() < end:
        progress = False
        for smaller in smaller_ones(files):
            if time.monotonic() > end:
                break
            found = fails(smaller)
            if found and difference(*found[1])[0] == kind[0]:
                files, last, progress = smaller, found, True
                break
    found = fails(files)
    return files, found or last


def smaller_ones(value):
    """The value with one part less, large parts first."""
    if isinstance(value, dict):
        for key in list(value):
            if key not in ("id", "company", "name"):
                yield {k: v for k, v in value.items() if k != key}
        for key, inner in value.items():
            for smaller in smaller_ones(inner):
                yield {**value, key: smaller}
    elif isinstance(value, list):
        for at in range(len(value)):
            yield value[:at] + value[at + 1:]
        for at, inner in enumerate(value):
            for smaller in smaller_ones(inner):
                yield value[:at] + [smaller] + value[at + 1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--law", action="append", choices=["judge", "pictures", *LAWS])
    options = parser.parse_args()
    laws = options.law or ["judge", "pictures", *LAWS]
    with tempfile.TemporaryDirectory(prefix="rolecall-laws-") as folder:
        trial = Trial(Program(options.program), laws, folder)
        end = options.first + options.count
        for first in range(options.first, end, AT_A_TIME):
            trial.batch(range(first, min(first + AT_A_TIME, end)))
    for (law, kind), times in sorted(trial.failures.items(), key=lambda entry: -entry[1]):
        print(f"{times:6} {law}: {kind}")
    print(f"{options.count} organisations, {sum(trial.failures.values())} differences: {', '.join(laws)}")
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
