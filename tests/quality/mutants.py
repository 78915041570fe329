#!/usr/bin/env python3
"""Changes one thing at a time in the sources and sees whether a test notices.

What can be changed is found in clang's syntax tree: operators, conditions, booleans, calls whose
result nobody takes. A change that does not compile says nothing and is not counted. What survives
is printed with its place.

usage: mutants.py BUILD GROUPS [--number N] [--seed N] SOURCE...
  BUILD    a configured build folder with compile_commands.json, of a copy of the sources that may
           be changed
  GROUPS   a regular expression for ctest
"""

import argparse
import json
import pathlib
import random
import shlex
import subprocess
import sys

from clang import cindex
from clang.cindex import CursorKind as Kind

OPERATORS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&",
    "+": "-", "-": "+",
}


def arguments(command):
    """What clang needs of a line of compile_commands.json."""
    words = shlex.split(command)[1:]
    kept = [word for word in words if word.startswith(("-I", "-D", "-std", "-isystem"))]
    return [word for word in kept if word]


def operator_of(cursor):
    """The operator's token: it stands between the two operands."""
    left, right = list(cursor.get_children())[:2]
    for token in cursor.get_tokens():
        if left.extent.end.offset <= token.extent.start.offset < right.extent.start.offset:
            if token.spelling in OPERATORS:
                return token
    return None


def changes(cursor, path, out, parent=None):
    """Appends (begin, end, text) for each change in the file; without a text what stands there is
    turned into its opposite."""
    for child in cursor.get_children():
        where = child.location.file
        if child.kind != Kind.TRANSLATION_UNIT and where is not None and where.name != path:
            continue
        begin, end = child.extent.start.offset, child.extent.end.offset
        if child.kind == Kind.BINARY_OPERATOR and len(list(child.get_children())) == 2:
            token = operator_of(child)
            if token is not None:
                out.append((token.extent.start.offset, token.extent.end.offset,
                            OPERATORS[token.spelling]))
        elif child.kind == Kind.CXX_BOOL_LITERAL_EXPR:
            word = next((token.spelling for token in child.get_tokens()), "")
            if word in ("true", "false"):
                out.append((begin, end, "false" if word == "true" else "true"))
        elif child.kind == Kind.IF_STMT:
            condition = next((each for each in child.get_children()
                              if each.kind.is_expression()), None)
            if condition is not None:
                inner = condition.extent
                out.append((inner.start.offset, inner.end.offset, None))  # turned round
        elif child.kind == Kind.CALL_EXPR and parent == Kind.COMPOUND_STMT:
            out.append((begin, end, "static_cast<void>(0)"))
        elif child.kind == Kind.CONTINUE_STMT:
            out.append((begin, end, "break"))
        changes(child, path, out, child.kind)


def changed(text, change):
    begin, end, with_what = change
    old = text[begin:end]
    new = b"!(" + old + b")" if with_what is None else with_what.encode()
    return text[:begin] + new + text[end:], old, new


def notices(build, groups):
    """Whether the tests fail; None where the change does not compile."""
    made = subprocess.run(["cmake", "--build", build, "--target", "rolecall_tests", "rolecall"],
                          capture_output=True, check=False)
    if made.returncode != 0:
        return None
    try:
        ran = subprocess.run(["ctest", "--test-dir", build, "-R", groups, "--stop-on-failure"],
                             capture_output=True, check=False, timeout=240)
    except subprocess.TimeoutExpired:
        return True
    return ran.returncode != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("groups")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    commands = {entry["file"]: entry for entry in json.loads(
        (pathlib.Path(options.build) / "compile_commands.json").read_text())}
    index = cindex.Index.create()
    all_changes = []
    for source in options.sources:
        path = str(pathlib.Path(source).resolve())
        unit = index.parse(path, args=arguments(commands[path]["command"]))
        found = []
        changes(unit.cursor, path, found)
        all_changes += [(path, change) for change in sorted(set(found), key=str)]
    picked = random.Random(options.seed).sample(all_changes, min(options.number, len(all_changes)))
    if notices(options.build, options.groups) is not False:
        sys.exit("the tests fail before anything is changed")
    killed = survived = 0
    for path, change in picked:
        file = pathlib.Path(path)
        text = file.read_bytes()
        mutant, old, new = changed(text, change)
        line = text[:change[0]].count(b"\n") + 1
        try:
            file.write_bytes(mutant)
            noticed = notices(options.build, options.groups)
        finally:
            file.write_bytes(text)
        if noticed is None:
            continue
        killed += noticed
        survived += not noticed
        if not noticed:
            print(f"{file.name}:{line}: {old.decode()!r} -> {new.decode()!r} survives", flush=True)
    total = killed + survived
    print(f"{killed} of {total} changes are noticed "
          f"({100 * killed / max(total, 1):.0f} %), of {len(all_changes)} that are possible")
    return 0


if __name__ == "__main__":
    sys.exit(main())
