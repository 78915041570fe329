#!/usr/bin/env python3
"""Measures rolecall against plain programs, as ratios within one run.

usage: bench.py ROLECALL [PHASES] [--runs N] [--against BINARY]

Each pair of commands runs in turn, A B A B ..., and the median of the CPU seconds (user + system,
as the operating system counts them for the finished process) is shown with the ratio. Needs g++
and Graphviz's `dot`. With --against nothing but `check` is measured, beside another binary of rolecall
(the last release, say, built in a checkout of its own): 3,000 people may take 1.15 of its time.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("rolecall", type=pathlib.Path)
parser.add_argument("phases", type=pathlib.Path, nargs="?", help="the program of bench/phases.cpp")
parser.add_argument("--runs", type=int, default=21)
parser.add_argument("--against", type=pathlib.Path, help="another binary of rolecall")
args = parser.parse_args()
rolecall = str(args.rolecall.resolve())
here = pathlib.Path(__file__).resolve().parent
work = pathlib.Path(tempfile.mkdtemp(prefix="rolecall-bench-"))


def cpu(command):
    """CPU seconds of one run of a command."""
    with open(os.devnull, "wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def pair(a, b, runs):
    times = [(cpu(a), cpu(b)) for _ in range(runs + 1)][1:]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def least_wall(a, b, runs=5):
    """Seconds on the clock of two commands in turn, the least of some runs each."""
    times = []
    for command in [a, b] * runs:
        start = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.monotonic() - start)
    return min(times[::2]), min(times[1::2])


def company(people, *more):
    path = work / f"company-{people}{''.join(more)}.toml"
    if not path.exists():
        with open(path, "wb") as out:
            subprocess.run([sys.executable, here / "make_org.py", str(people), *more], stdout=out, check=True)
    return str(path)


def against(other):
    """Both binaries on the same descriptions; ends with 1 where ours is slower than it may be."""
    slow = False
    for people, runs in ((30, args.runs * 5), (300, args.runs * 3), (3_000, args.runs)):
        ours, theirs = pair([rolecall, "check", company(people)], [other, "check", company(people)], runs)
        print(f"{f'check, {people} people; other: {other}':<52}{ours * 1e3:>10.2f}ms{theirs * 1e3:>10.2f}ms"
              f"{ours / theirs:>9.2f}")
        slow |= people == 3_000 and ours > 1.15 * theirs
    sys.exit(slow)


def main():
    print(f"{'what':<52}{'rolecall':>12}{'other':>12}{'ratio':>9}")

    if args.against:
        against(str(args.against.resolve()))

    (work / "empty.cpp").write_text("#include <iostream>\nint main() {}\n")
    subprocess.run(["g++", "-O2", work / "empty.cpp", "-o", work / "empty"], check=True)
    ours, empty = pair([rolecall, "check", company(30)], [str(work / "empty")], args.runs * 5)
    print(f"{'check, 30 people; other: an empty C++ program':<52}{ours * 1e3:>10.2f}ms{empty * 1e3:>10.2f}ms"
          f"{ours / empty:>9.2f}   {(ours - empty) * 1e3:.2f} ms more")

    for people in (30, 300, 1000):
        source = company(people)
        dot = work / f"{people}.dot"
        subprocess.run([rolecall, "render", source, "-o", dot, "--no-positions"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ours, other = pair([rolecall, "render", source, "-o", str(work / "out.svg")],
                           ["dot", "-Tsvg", str(dot), "-o", str(work / "dot.svg")], max(3, args.runs // 3))
        print(f"{f'render, {people} people; other: dot -Tsvg':<52}{ours:>11.3f}s{other:>11.3f}s{ours / other:>9.2f}"
              f"   {other / ours:.1f} times faster")

    repository = work / "repository"
    for number in range(2_000):
        path = repository / f"{number % 40:02}" / f"{number:04}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pathlib.Path(company(12)).read_bytes())
    check = [rolecall, "check", "--output", "short", str(repository), "--jobs"]
    one, two = least_wall(check + ["1"], check + ["2"])
    print(f"{'check, 2,000 files, one job; other: two jobs':<52}{one:>11.3f}s{two:>11.3f}s{one / two:>9.2f}"
          f"   wall clock; needs two free cores")

    if args.phases:
        print("\nCPU seconds of each step; the checks all together, against reading:")
        sys.stdout.flush()
        files = [company(n, "--duties", str(n * 3 // 100)) for n in (1_000, 10_000, 100_000)]
        subprocess.run([str(args.phases)] + files, check=True)


main()
