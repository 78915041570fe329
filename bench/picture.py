#!/usr/bin/env python3
"""Measures the drawing: what lies over what, room and proportion, text in its box, and time.

usage: picture.py ROLECALL LAYOUTS [--quick]

Needs Graphviz's `dot`. With npm, d3-flextree is fetched into a temporary folder to compare with;
with chromium, text is measured against its box. Ends with 1 where something is wrong.
"""
import argparse
import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from svg_chart import Chart
from text_boxes import measure

parser = argparse.ArgumentParser()
parser.add_argument("rolecall", type=pathlib.Path)
parser.add_argument("layouts", type=pathlib.Path, help="the program of bench/layouts.cpp")
parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
args = parser.parse_args()
here = pathlib.Path(__file__).resolve().parent
rolecall = str(args.rolecall.resolve())
work = pathlib.Path(tempfile.mkdtemp(prefix="rolecall-picture-"))
wrong = []


def need(what, holds):
    if not holds:
        wrong.append(what)
    return "" if holds else "  <-- wrong"


def cpu(command, endings=(0, 1)):
    """CPU seconds of one run of a command."""
    with open(os.devnull, "wb") as sink:
        process = subprocess.Popen([str(word) for word in command], stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in endings:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def written_by(script, *words):
    path = work / ("-".join(pathlib.Path(str(word)).stem for word in words) + ".toml")
    if not path.exists():
        command = [sys.executable, here / script, *map(str, words)]
        path.write_bytes(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return path


def company(people, *more):
    return written_by("make_org.py", people, *more)


def drawn(source, *options):
    out = work / "out.svg"
    cpu([rolecall, "render", source, "-o", out, *options])
    return out.read_text()


def unplaced(source):
    """The same chart as DOT that `dot` has to lay out."""
    out = work / (source.stem + ".dot")
    if not out.exists():
        cpu([rolecall, "render", source, "-o", out, "--no-positions"])
    return out


def check_pictures(sources):
    print(f"{'chart':<34}{'cards':>6}{'over':>6}{'lines':>7}{'cross':>7}{'w:h':>7}{'area/cards':>12}   dot: crossings, area")
    for name, source, options in sources:
        chart = Chart(drawn(source, *options))
        counts = chart.overlaps(), chart.through_cards(), chart.crossings(solid=True)
        ratio = chart.width / chart.height
        free = "--aspect" not in options and "--align" not in options
        note = need(f"{name}: cards or lines over each other {counts}", not any(counts))
        if free and len(chart.cards) >= 30:
            note += need(f"{name}: {ratio:.2f} is not between 1:2 and 2:1", 0.5 <= ratio <= 2)
        room = chart.width * chart.height / chart.card_area()
        if free:
            note += need(f"{name}: the sheet is {room:.1f} times as large as its cards", room <= 5.5)
        other = ""
        if not options and len(chart.cards) <= 1000:
            out = work / "dot.svg"
            cpu(["dot", "-Tsvg", unplaced(source), "-o", out])
            plain = Chart(out.read_text())
            other = f"{plain.crossings(solid=False):>8}{plain.width * plain.height / plain.card_area():>9.1f}, {plain.width} wide"
        print(f"{name:<34}{len(chart.cards):>6}{counts[0]:>6}{counts[1]:>7}{counts[2]:>7}{ratio:>7.2f}{room:>12.1f}   {other}{note}", flush=True)


def check_times():
    print("\nCPU seconds of `render` to SVG; other: dot -Tsvg on the same graph")
    for people, runs, most in ((30, 15, None), (300, 15, 0.5), (3000, 3, 0.2)):
        source = company(people)
        pairs = [(cpu([rolecall, "render", source, "-o", work / "out.svg"]),
                  cpu(["dot", "-Tsvg", unplaced(source), "-o", work / "dot.svg"])) for _ in range(runs)]
        ours, other = (statistics.median(pair[k] for pair in pairs) for k in (0, 1))
        note = need(f"render of {people}: ratio {ours / other:.2f}", most is None or ours / other <= most)
        print(f"{people:>8}{ours:>9.3f}s{other:>9.3f}s{ours / other:>8.2f}{note}", flush=True)


def check_large():
    """More than one sheet holds: within seconds a message that says what to draw instead."""
    print("\nCPU seconds until `render` says what to draw instead of one sheet")
    for shape, people, says in (("star", 100_000, "too many for one sheet"), ("chain", 100_000, "too many for one sheet"),
                                ("tree", 100_000, "too many for one sheet"), ("chain", 40_000, "metres long")):
        source = company(people, "--shape", shape)
        out = work / "large.svg"
        took = cpu([rolecall, "render", source, "-o", out], endings=(3,))
        run = subprocess.run([rolecall, "render", source, "-o", out], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        told = all(words in run.stderr for words in (says, "--split", "--root", "--depth", "--around"))
        name = f"{shape} of {people}"
        note = need(f"{name}: not told what to draw instead", run.returncode == 3 and told and not out.exists())
        note += need(f"{name}: takes {took:.1f} s", took < 10)
        print(f"{name:<20}{took:>7.2f}s{note}", flush=True)


def forest(people):
    """A line "parent width height" per box of the drawn company."""
    chart = Chart(drawn(company(people)))
    names = list(chart.cards)
    names.sort(key=lambda name: int(name.rsplit("p", 1)[1]))
    number = {name: i for i, name in enumerate(names)}
    parent = {}
    for owner, title, solid, _ in chart.lines:
        if solid:
            parent[title.split("->")[1]] = number[owner]
    rows = []
    for name in names:
        left, top, right, bottom = chart.cards[name]
        rows.append(f"{parent.get(name, -1)} {round(right - left)} {round(bottom - top)}")
    return "\n".join(rows)


def check_layouts(sizes):
    print("\nmilliseconds of the layout alone, best of 7; other: d3-flextree, with its width to ours")
    flextree = shutil.which("npm") and shutil.which("node")
    if flextree:
        shutil.copy(here / "flextree.mjs", work)
        got = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "d3-flextree@2.1.2"], cwd=work,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        flextree = got.returncode == 0
    before = None
    for people in sizes:
        boxes = forest(people)
        ours = json.loads(subprocess.run([args.layouts], input=boxes, text=True, stdout=subprocess.PIPE, check=True).stdout)
        line = f"{people:>8}{ours['best']:>9.2f}"
        note = ""
        if flextree:
            run = subprocess.run(["node", "flextree.mjs"], cwd=work, input=boxes, text=True, stdout=subprocess.PIPE, check=True)
            other = json.loads(run.stdout)
            line += f"{other['best']:>9.2f}{ours['best'] / other['best']:>8.2f}   {other['width'] / ours['width']:.0f} times as wide"
            note += need(f"layout of {people} is slower than d3-flextree", ours["best"] <= other["best"])
        if before and people >= 1000:
            growth = (ours["best"] / before[1]) / (people * math.log(people) / (before[0] * math.log(before[0])))
            line += f", growth by n log n {growth:.2f}"
            note += need(f"layout of {people} grows faster than n log n", growth < 1.5)
        before = people, ours["best"]
        print(line + note, flush=True)


def check_texts(sources):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("\nno chromium: text in its box is not measured")
        return
    print("\ntext outside its box, in Chromium: texts, outside, worst by (points)")
    for name, source, options in sources:
        for font, texts, outside, worst, which in measure(drawn(source, *options), work, chromium) or []:
            note = need(f"{name}: {outside} texts outside their box in {font}: {which!r}", outside == 0)
            print(f"{name:<34}{font:<20}{texts:>6}{outside:>6}{worst:>8.1f}{note}", flush=True)


def main():
    mod = written_by("organogram.py", here / "data" / "mod-2011.csv")
    examples = [(path.stem, path, []) for path in sorted((here.parent / "examples").glob("*.toml"))]
    made = [(f"{n} people", company(n), []) for n in ((30, 300, 1000) if args.quick else (30, 300, 1000, 3000, 10_000))]
    real = [("617 posts of a ministry", mod, [])]
    wishes = [[*words] for words in (("--direction", "right"), ("--align", "grades"), ("--order", "balanced"),
                                     ("--aspect", "16:9"), ("--aspect", "A4"))]
    some = [(f"{name} {' '.join(words)}", source, words) for name, source, _ in real + examples[-2:] for words in wishes]
    check_pictures(examples + made + real + some)
    check_texts(examples + real)
    check_layouts((30, 300, 1000) if args.quick else (30, 300, 1000, 3000, 10_000))
    check_times()
    check_large()
    for line in wrong:
        print(f"wrong: {line}")
    shutil.rmtree(work)
    return 1 if wrong else 0


sys.exit(main())
