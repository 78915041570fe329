"""Ways to write the same organisation otherwise: each takes the files of an organisation and gives
files that must be judged alike."""

import copy
import random

import organisations

# Lists in which the order says nothing. An exception takes off what stands before it, of several
# bosses the first is the boss, and a later catalogue changes an earlier one.
SETS = {"dotted_to", "members", "between", "on", "lead", "chair", "holder", "holders", "state", "role", "outcomes",
        "scopes", "scope", "aims", "skills", "ready_for", "may_hold", "accountable", "responsible", "consulted",
        "informed"}


def shuffled(values, chance):
    values = list(values)
    chance.shuffle(values)
    return values


def other_tables(files, seed):
    """The tables of each file in another order."""
    chance = random.Random(seed)
    return {name: rearranged(tables, chance, seed == 0) for name, tables in files.items()}


def rearranged(tables, chance, backwards):
    top, *rest = organisations.blocks(tables)
    rest = rest[::-1] if backwards else shuffled(rest, chance)
    return "\n".join(part for part in [top] + rest if part)


def other_lists(files, seed):
    """The entries of lists in another order, where the order says nothing."""
    chance = random.Random(seed)
    return {name: with_lists(tables, chance) for name, tables in files.items()}


def with_lists(value, chance, key=None):
    if isinstance(value, dict):
        return {k: with_lists(v, chance, k) for k, v in value.items()}
    if isinstance(value, list):
        values = [with_lists(v, chance) for v in value]
        exceptions = any((v.get("duty", "") if isinstance(v, dict) else v).startswith("!")
                         for v in values if isinstance(v, (str, dict)))
        return shuffled(values, chance) if key in SETS and not exceptions else values
    return value


def in_files(files, seed):
    """The description in three files, which include each other."""
    chance = random.Random(seed)
    parts = [{}, {}, {}]
    for key, value in files["org.toml"].items():
        if isinstance(value, list):
            for table in value:
                chance.choice(parts).setdefault(key, []).append(table)
        elif key == "duties":
            for id, table in value.items():
                chance.choice(parts).setdefault(key, {})[id] = table
        else:
            chance.choice(parts)[key] = value
    first, second, third = parts
    return {**files, "org.toml": {"include": ["parts/*.toml"], **first},
            "parts/second.toml": second, "parts/third.toml": third}


def ids_of(files):
    return {table["id"] for kind in ("position", "team", "body") for table in files["org.toml"].get(kind, [])}


def with_names(files, seed):
    """Other ids, which stand in another order."""
    names = {id: id[::-1] for id in ids_of(files)}
    return {name: renamed(tables, names) for name, tables in files.items()}


def renamed(value, names):
    if isinstance(value, dict):
        return {key: renamed(v, names) for key, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value


def from_the_duty(files, seed):
    """What parties name in their lists stands under the duty. A list with an exception stays, and so
    do those of tables with one id, because a name could mean either."""
    files = copy.deepcopy(files)
    org = files["org.toml"]
    tables = [table for kind in ("position", "team", "body") for table in org.get(kind, [])]
    ids = [table["id"] for table in tables]
    views = org.get("duties", {})
    for table in tables:
        if ids.count(table["id"]) > 1:
            continue
        for letter in organisations.LETTERS:
            entries = table.get(letter)
            if not isinstance(entries, list) or any("!" in str(entry) for entry in entries):
                continue
            moved = [entry for entry in entries if "@" not in str(entry) and "no-such" not in str(entry)]
            # An entry that stands twice is told; under the duty it would stand once.
            moved = [entry for entry in moved if moved.count(entry) == 1]
            for entry in moved:
                view = views.setdefault(entry["duty"] if isinstance(entry, dict) else entry, {})
                holder = {"holder": table["id"], "scope": entry["scope"]} if isinstance(entry, dict) else table["id"]
                view[letter] = view.get(letter, []) + [holder]
            table[letter] = [entry for entry in entries if entry not in moved]
            if not table[letter]:
                del table[letter]
    if views:
        org["duties"] = views
    return files


def boss_in_picture(id, bosses):
    """The boss below whom a post is drawn; None for tops, those in a circle among them."""
    at, passed = id, set()
    while isinstance(bosses.get(at), str) and at not in passed:
        passed.add(at)
        at = bosses[at]
    return None if at == id else bosses[id] if isinstance(bosses[id], str) else None


def keeping_order(files, seed):
    """Tables in another order, in which reports of one boss, and tables of each other kind, keep
    theirs: pictures show them as they stand in the file."""
    chance = random.Random(seed)
    tables = files["org.toml"]
    rows = {}
    bosses = {p["id"]: p.get("reports_to") for p in tables.get("position", [])}
    for key, value in tables.items():
        for table in value if isinstance(value, list) else [value]:
            row = (key, boss_in_picture(table["id"], bosses)) if key == "position" else (key,)
            rows.setdefault(row, []).append({key: [table] if isinstance(value, list) else table})
    parts = []
    while rows:
        row = chance.choice(list(rows))
        parts.append(organisations.text(rows[row].pop(0)))
        if not rows[row]:
            del rows[row]
    return {**files, "org.toml": "\n".join(parts)}
