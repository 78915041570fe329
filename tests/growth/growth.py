#!/usr/bin/env python3
"""Doubles what a description has much of, one thing at a time, and fails where the work grows
faster than n log n.

The work is the number of instructions, which valgrind counts: the same on every run. What a run
costs anyway is taken off. Twice as much may cost LIMIT times as much; a square costs 4 times.

usage: growth.py ROLECALL [--size N] [--jobs N] [NAME...]
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

from dimensions import DIMENSIONS

LIMIT = 2.3
# Below so many instructions a difference says nothing: tables that grow, buffers that are filled.
LEAST = 400_000

JOBS = {
    "check": ["check"],
    "json": ["check", "--output", "json"],
    "rdjson": ["check", "--output", "rdjson"],
    "mermaid": ["render", "--format", "mermaid", "-o", "-"],
    "gaps": ["render", "--view", "gaps", "--format", "mermaid", "-o", "-"],
    "fmt": ["fmt", "--diff"],
}
# Beside `check`, what a dimension is tried with.
MORE = {
    "posts_below_one": ["json", "mermaid", "gaps", "fmt"],
    "posts_in_a_chain": ["mermaid", "gaps"],
    "tops": ["json", "mermaid", "gaps"],
    "unknown_bosses": ["json", "rdjson", "mermaid", "gaps"],
    "equal_ids": ["json", "mermaid"],
    "chief_officers": ["json", "mermaid", "gaps"],
    "vacancies": ["json", "gaps"],
    "job_share": ["json", "mermaid"],
    "holders_of_one_duty": ["json", "rdjson", "mermaid", "gaps"],
    "vacant_holders": ["mermaid", "gaps"],
    "scopes_with_a_holder_each": ["json", "mermaid"],
    "members_of_one_body": ["json", "mermaid", "gaps"],
    "links_of_many": ["mermaid"],
    "teams": ["json", "mermaid"],
    "deputies_in_a_circle": ["gaps", "mermaid"],
    "comments": ["fmt"],
    "unknown_keys_in_posts": ["json", "rdjson"],
    "wrong_types": ["rdjson"],
}


def instructions(program, job, path):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program,
               job[0], str(path), *job[1:]]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    said = done.stderr.decode(errors="replace")
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"status {done.returncode}: {said[-400:]}")
    return int(re.findall(r"Collected\s*:\s*(\d+)", said)[-1])


def ratio(program, name, job, size, start, folder):
    counts = []
    for times in (1, 2):
        path = pathlib.Path(folder) / f"{name}-{size * times}.toml"
        text = DIMENSIONS[name](size * times)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        counts.append(instructions(program, job, path))
    work = [count - start for count in counts]
    return work[1] / work[0] if work[1] - work[0] > LEAST else 0, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=150)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    work = [(name, kind) for name in DIMENSIONS for kind in ["check", *MORE.get(name, [])]
            if not options.names or name in options.names]
    worst = []
    with (tempfile.TemporaryDirectory() as root,
          concurrent.futures.ThreadPoolExecutor(options.jobs) as pool):
        small = pathlib.Path(root) / "small.toml"
        small.write_text(DIMENSIONS["comments"](1))
        start = {kind: instructions(options.program, JOBS[kind], small)
                 for kind in sorted({kind for _, kind in work})}

        def measure(item):
            name, kind = item
            folder = pathlib.Path(root) / f"{name}-{kind}"
            folder.mkdir()
            found, counts = ratio(options.program, name, JOBS[kind], options.size, start[kind],
                                  folder)
            if found > LIMIT:
                # A small sort or a table that doubles can look like a square once.
                found, counts = ratio(options.program, name, JOBS[kind], 4 * options.size,
                                      start[kind], folder)
            return found, name, kind, counts
        for found, name, kind, counts in pool.map(measure, work):
            worst.append((found, name, kind))
            if found > LIMIT:
                print(f"{name}, {kind}: twice as much costs {found:.2f} times as much "
                      f"({counts[0]:,} and {counts[1]:,} instructions)", flush=True)
    worst.sort(reverse=True)
    print(f"{len(work)} dimensions; the steepest: " +
          ", ".join(f"{name} {kind} {found:.2f}" for found, name, kind in worst[:3]))
    return 1 if worst and worst[0][0] > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
