"""The verdict of every duty, as docs/language.md says it.

A second judge beside rolecall: slow, plain, written from the documentation and not from the program.
Where the two differ, one of them or the documentation is wrong. What it leaves out are the slips of
the pen that rolecall reads as they are meant: ids, dates and words are taken as they stand.

    judge.py FILE [AS_OF]      prints the verdicts of a description
"""

import datetime
import functools
import pathlib
import sys
import tomllib

DATA = pathlib.Path(__file__).parents[2] / "model" / "catalogue" / "data"
LETTERS = ("accountable", "responsible", "consulted", "informed")
VACANT = {"vacant", "tbd", "to be hired", "open position", "n/a", "unknown", "xxx", "???", "-"}
UNDISCLOSED = {"n/d", "not disclosed", "redacted"}
ELIMINATED = {"eliminated"}
AMBIGUOUS = {"cdo", "cpo"}                      # could be two roles, so it is none
ELSEWHERE = ""                                   # what no scope names


@functools.cache
def read_data(name):
    """A file of the catalogue."""
    return read_toml(DATA / name)


def read_toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def read_description(path):
    """All files of a description as one: `include` stands for the tables of the files it names."""
    tables = read_toml(path)
    for pattern in as_list(tables.pop("include", None)):
        for file in sorted(path.parent.glob(pattern)):
            for key, value in read_description(file).items():
                if isinstance(value, list):
                    tables[key] = tables.get(key, []) + value
                else:
                    tables.setdefault(key, {}).update(value)
    return tables


# --- Roles and titles -------------------------------------------------------------------------------


def title_words():
    titles = {}
    for role in read_data("roles.toml")["role"]:
        for phrase in role["titles"]:
            titles.setdefault(phrase, set()).add(role["id"])
    return titles


TITLES = title_words()
TITLE_STATES = {"acting", "interim", "fractional"}


def read_title(title, titles):
    """The roles and the states of a title: [State] [Group] Title [Region], and no other form."""
    words = title.lower().replace("&", "and").split()
    states = [word for word in words[:1] if word in TITLE_STATES]
    words = words[len(states):]
    if words[:1] == ["group"]:
        words = words[1:]
    if words[-1:] in (["emea"], ["asia"], ["europe"]):
        words = words[:-1]
    phrase = " ".join(words)
    return set() if phrase in AMBIGUOUS else titles.get(phrase, set()), states


# --- Duties -----------------------------------------------------------------------------------------


def profile_of(company):
    profiles = {p["id"]: p for p in read_data("profiles.toml")["profile"]}
    return profiles.get(company.get("profile"))


# --- The organisation on one date -------------------------------------------------------------------


class Post:
    """A position on the date. `presence` is how it is filled:

    there        somebody is in it
    provisional  for the time being, or by a deputy
    away         vacant, or on leave with nobody who stands in
    none         planned or eliminated: there is no such post
    """

    def __init__(self, table, org):
        self.table, self.org = table, org
        self.id = table.get("id")
        self.roles, title_states = read_title(table.get("title", ""), org.titles)
        if "role" in table:
            self.roles = set(as_list(table["role"])) - {"none"}
        self.states = set(as_list(table.get("state"))) | set(title_states)
        self.scopes = set(as_list(table.get("scope")))
        # Of several bosses the first is the boss.
        bosses = as_list(table.get("reports_to"))
        self.boss = bosses[0] if bosses else None
        self.dotted = bosses[1:] + as_list(table.get("dotted_to"))
        self.seats = self.read_seats(table, title_states)
        if self.has_come(table.get("from")):
            self.states.discard("planned")
        self.exists = not self.states & {"planned", "eliminated"}

    def read_seats(self, table, title_states):
        """Who holds it and when: (person, from, until, states). A person without name is None."""
        own = table.get("from"), table.get("until")
        names = [name for name in as_list(table.get("holder")) if not self.is_placeholder(name, VACANT)]
        if names and all(self.is_placeholder(name, ELIMINATED) for name in names):
            self.states.add("eliminated")
        seats = [(name, *own, table.get("state")) for name in names]
        for holder in as_list(table.get("holders")):
            holder = {"name": holder} if isinstance(holder, str) else holder
            if not self.is_placeholder(holder["name"], VACANT):
                seats.append((holder["name"], holder.get("from"), holder.get("until"),
                              holder.get("state", table.get("state"))))
        seats = [seat for seat in seats if not self.is_placeholder(seat[0], ELIMINATED)]
        if not seats and "holders" not in table and "undisclosed" in self.states:
            seats = [(None, *own, table.get("state"))]
        return [(None if name is None or self.is_placeholder(name, UNDISCLOSED) else self.org.person(name),
                 begin, end, set(as_list(states)) | set(title_states)) for name, begin, end, states in seats]

    def is_placeholder(self, name, words):
        return name is not None and name.lower().split(" (")[0] in words

    def has_come(self, begin):
        return begin is not None and begin <= self.org.today

    def of_today(self):
        """Who has the post on the date, be it on leave, and in which states."""
        found = []
        for person, begin, end, states in self.seats:
            if self.has_come(begin) or self.has_come(self.table.get("from")):
                states = states - {"planned"}
            in_time = (begin is None or begin <= self.org.today) and (end is None or self.org.today <= end)
            if in_time and not states & {"planned", "eliminated"}:
                found.append((person, states))
        return found

    def people_there(self):
        """All who are in the post and not on leave."""
        return [(person, states) for person, states in self.of_today() if "leave" not in states]

    @property
    def presence(self):
        if not self.exists:
            return "none"
        there = self.people_there()
        if any(not states & {"acting", "interim"} for _, states in there):
            return "there"
        return "provisional" if there or self.stand_in() else "away"

    @property
    def people(self):
        """The persons who answer for the post; a post without a name answers for itself."""
        there = self.people_there() if self.exists else []
        persons = {person for person, _ in there} or self.stand_in()
        return {self if person is None else person for person in persons}

    def stand_in(self, away=frozenset(), passed=()):
        """Who stands in where nobody is there. In a circle nobody does, and nobody for oneself."""
        if self in passed:
            return set()
        away = away | {person for person, _ in self.of_today()}
        deputy = self.table.get("deputy")
        if deputy is None or deputy.lower() in VACANT:
            return set()
        post = self.org.positions.get(deputy)
        if post is None:
            person = self.org.person(deputy)
            return set() if self.org.is_on_leave(person) else {person} - away
        if not post.exists:
            return set()
        there = {post if person is None else person for person, _ in post.people_there()}
        return there - away if there else post.stand_in(away, passed + (self,))

    def upwards(self):
        """The post and its bosses, up to the top."""
        line = [self]
        while not line[-1].in_circle() and line[-1].boss in self.org.positions:
            line.append(self.org.positions[line[-1].boss])
        return line

    def in_circle(self):
        """Whether its line leads back to it. Such posts stand as tops."""
        passed, post = [], self
        while post not in passed and post.boss in self.org.positions:
            passed.append(post)
            post = self.org.positions[post.boss]
        return post is self and bool(passed)


class Group:
    """A team, which is held by its leads, or a body, which is its members."""

    def __init__(self, table, org, kind):
        self.table, self.org, self.kind, self.id = table, org, kind, table.get("id")
        names = as_list(table.get("lead" if kind == "team" else "chair")) + as_list(table.get("members"))
        self.posts = [org.positions[name] for name in names if name in org.positions]
        self.scopes = set()

    @property
    def presence(self):
        known = [post.presence for post in self.posts]
        if self.kind == "body":
            return "there" if not known or {"there", "provisional"} & set(known) else "away"
        return next((p for p in ("there", "provisional", "away", "none") if p in known), "away")

    @property
    def people(self):
        if self.kind == "body":
            return {self}
        return set().union(*(post.people for post in self.posts)) if self.posts else set()


class Organisation:
    def __init__(self, tables, today):
        company = tables.get("company", {})
        self.today = company.get("as_of", today)
        self.complete = company.get("complete", True)
        self.scopes = as_list(company.get("scopes"))
        self.names = {p["id"]: p["id"] for p in tables.get("person", []) if "id" in p}
        self.names.update({p["name"]: p.get("id", p["name"]) for p in tables.get("person", []) if "name" in p})
        self.titles = {phrase: set(roles) for phrase, roles in TITLES.items()}
        for role in tables.get("role", []):
            for phrase in role.get("titles", []):
                self.titles.setdefault(phrase, set()).add(role["id"])
        self.looks = {"CIO": "inward", "CTO": "outward"}
        self.looks.update({r["id"]: r["focus"] for r in tables.get("role", []) if r.get("focus", "both") != "both"})
        self.positions, self.all_posts = {}, []
        # Of several with one id the first by title is meant, then by holder.
        for table in sorted(tables.get("position", []), key=lambda t: (t.get("title", ""), str(t.get("holder", "")))):
            post = Post(table, self)
            self.all_posts.append(post)
            self.positions.setdefault(post.id, post)
        self.teams = {t["id"]: Group(t, self, "team") for t in tables.get("team", [])}
        self.bodies = {b["id"]: Group(b, self, "body") for b in tables.get("body", [])}
        self.assigned = tables.get("duties", {})

    def person(self, name):
        return self.names.get(name.split(" (")[0], name.split(" (")[0])

    def is_on_leave(self, person):
        seats = [states for post in self.all_posts if post.exists for who, states in post.of_today() if who == person]
        return bool(seats) and all("leave" in states for states in seats)

    def parties(self):
        return self.all_posts + list(self.teams.values()) + list(self.bodies.values())

    def party(self, name):
        return self.positions.get(name) or self.teams.get(name) or self.bodies.get(name)

    def filled(self, role):
        return any(role in post.roles and post.presence in ("there", "provisional") for post in self.all_posts)


def is_own(catalogue):
    return "/" in catalogue or catalogue.endswith(".toml")


def read_duties(tables, folder, org):
    """All duties by id, the later catalogues and the company's own tables over the earlier ones."""
    company = tables.get("company", {})
    profile = profile_of(company) or {}
    required_roles = set(profile.get("required_roles", ["CIO", "CTO"]))
    present = set().union(*(post.roles for post in org.all_posts if post.exists))
    duties = {}
    for name in company.get("catalogues", profile.get("catalogues", ["articles"])):
        own = is_own(name)
        built_in = "duties.toml" if name == "articles" else f"catalogues/{name}.toml"
        for duty in (read_toml(folder / name) if own else read_data(built_in)).get("duty", []):
            owner = duty.get("owner")
            known = owner in ("shared", "contested") or owner in present or owner in required_roles
            if own:
                change_duty(duties, duty)
            elif known or duty["id"] not in duties:  # a role that the company has not takes nothing over
                duties[duty["id"]] = {"focus": "both", **duty}
    for duty in duties.values():
        free = duty["id"] in profile.get("optional_duties", []) or duty.get("area") in profile.get("optional_areas", [])
        duty["required"] = duty.get("required", not free)
    for duty in tables.get("duty", []):
        change_duty(duties, duty)
    for duty in duties.values():
        duty.setdefault("required", True)
        duty.setdefault("area", "own")
        duty.setdefault("focus", org.looks.get(duty["owner"], "both"))
    return duties


def change_duty(duties, table):
    """What is not said stays; another owner brings its focus, and roles of `may_hold` are added."""
    duty = duties.setdefault(table["id"], {})
    if "owner" in table:
        duty.pop("focus", None)
    may_hold = as_list(duty.get("may_hold")) + as_list(table.get("may_hold"))
    duty.update(table, may_hold=may_hold)


# --- Who holds what ---------------------------------------------------------------------------------


class Claim:
    """A party has a duty in some scopes: by its name, or through a bundle."""

    def __init__(self, party, scopes, exact):
        self.party, self.scopes, self.exact = party, set(scopes), exact

    def same_people(self, other):
        return self.party is other.party or bool(self.party.people & other.party.people)


def duties_of(entry, duties):
    if not entry.startswith("@"):
        return [entry] if entry in duties else []
    owner, _, area = entry[1:].partition("/")
    return [d["id"] for d in duties.values() if d["owner"] == owner and area in ("", d["area"])]


def claims_of(org, duties, letter):
    """For each duty all claims of the letter."""
    claims = {id: [] for id in duties}
    everywhere = set(org.scopes) or {ELSEWHERE} | named_scopes(org)
    for party in org.parties():
        held = {}                                # (duty, exact) -> scopes
        for entry in as_list(party.table.get(letter)):
            scopes, off = party.scopes or everywhere, everywhere
            if isinstance(entry, dict):
                scopes = off = set(as_list(entry.get("scope"))) or scopes
                entry = entry["duty"]
            scopes = scopes & everywhere         # where the company lists its scopes there are no others
            if entry.startswith("!"):
                for id in duties_of(entry[1:], duties):
                    for exact in (True, False):
                        held[id, exact] = held.get((id, exact), set()) - off
            else:
                for id in duties_of(entry, duties):
                    key = id, not entry.startswith("@")
                    held[key] = held.get(key, set()) | scopes
        for (id, exact), scopes in held.items():
            if scopes:
                claims[id].append(Claim(party, scopes, exact))
    for id, table in org.assigned.items():
        for entry in as_list(table.get(letter)) if id in duties else []:
            entry = entry if isinstance(entry, dict) else {"holder": entry}
            party = org.party(entry["holder"])
            if party:
                scopes = (set(as_list(entry.get("scope"))) or party.scopes or everywhere) & everywhere
                if scopes:
                    claims[id].append(Claim(party, scopes, True))
    return claims


def named_scopes(org):
    """Every scope that is written anywhere."""
    found = set()
    for party in org.parties():
        found |= set(as_list(party.table.get("scope")))
        for letter in LETTERS:
            for entry in as_list(party.table.get(letter)):
                if isinstance(entry, dict):
                    found |= set(as_list(entry.get("scope")))
    for table in org.assigned.values():
        for letter in LETTERS:
            for entry in as_list(table.get(letter)):
                if isinstance(entry, dict):
                    found |= set(as_list(entry.get("scope")))
    return found


def is_there(claim):
    return claim.party.presence in ("there", "provisional")


def yield_to_exact(claims):
    """An exact entry outranks a bundle, scope by scope; a planned or eliminated post takes nothing."""
    kept = []
    for claim in claims:
        scopes = set(claim.scopes)
        if not claim.exact:
            for other in claims:
                if other.exact and other.party.presence != "none":
                    scopes -= other.scopes
        if scopes:
            kept.append(Claim(claim.party, scopes, claim.exact))
    return kept


# --- The verdict ------------------------------------------------------------------------------------


def groups_of(claims):
    """The claims by holder: a person in two posts is one, and so are those who share a post."""
    groups = []
    for claim in claims:
        touched = [group for group in groups if any(claim.same_people(other) for other in group)]
        groups = [group for group in groups if group not in touched] + [sum(touched, [claim])]
    return groups


def is_filled(post):
    return post.presence in ("there", "provisional")


def lines_of(party):
    """The posts by which a party stands in the chart: a team by its leads who are there."""
    if isinstance(party, Post):
        return [party]
    return party.posts if party.kind == "body" else [post for post in party.posts if is_filled(post)]


def stands_wrong(claim, duty, org):
    """The holder is in the line that looks the other way."""
    if isinstance(claim.party, Group) and claim.party.kind == "body":
        return False
    if any(holds_both_roles(person, org) for person in claim.party.people):
        return False
    return all(post_stands_wrong(post, duty, org.looks) for post in lines_of(claim.party))


def holds_both_roles(person, org):
    roles = [post.roles for post in org.all_posts if post.exists and person in dict(post.of_today())]
    return len({org.looks[role] for role in set().union(*roles) if role in org.looks}) > 1


def post_stands_wrong(post, duty, looks):
    line = post.upwards()
    nearest = next((p.roles for p in line if p.roles), set())
    if nearest & {duty["owner"], *duty.get("may_hold", [])}:
        return False
    ways = next(filter(None, ({looks[role] for role in p.roles if role in looks} for p in line)), set())
    return len(ways) == 1 and duty["focus"] not in ways


def misplaced(duty, there, org):
    """In some scope all holders stand in the line that looks the other way."""
    if duty["owner"] in ("shared", "contested") or duty["focus"] == "both" or not org.filled(duty["owner"]):
        return False
    return any(all(stands_wrong(claim, duty, org) for claim in there if scope in claim.scopes)
               for scope in scopes_of(there))


def scopes_of(claims):
    return set().union(*(claim.scopes for claim in claims))


def in_technology_line(party):
    return any(p.roles & {"CIO", "CTO"} for post in lines_of(party) for p in post.upwards())


def posts_of_doer(party, org):
    """A team without a lead works where the next team above it that has one does."""
    passed = []
    while isinstance(party, Group) and party.kind == "team" and not party.posts and party not in passed:
        passed.append(party)
        party = org.teams.get(party.table.get("parent"), party)
    return lines_of(party) or party.posts


def in_line(doer, holders, duty, org):
    """The doer stands at or below a holder of its scopes, or has a dotted line that leads there."""
    holders = [holder for holder in holders if holder.scopes & doer.scopes]
    posts = posts_of_doer(doer.party, org)
    if not holders or not posts:
        return True                              # there is no line to be outside of
    heads = set()
    for holder in holders:
        people = holder.party.people
        heads |= set(lines_of(holder.party)) | {p for p in org.all_posts if is_filled(p) and p.people & people}
    for post in posts if heads else []:
        for at in [post] + [org.positions[id] for id in post.dotted if id in org.positions]:
            line = at.upwards()
            if heads & set(line) or duty["owner"] == "shared" and any(p.roles & {"CIO", "CTO"} for p in line):
                return True
        if may_stand_above(post.upwards()[-1], heads, org):
            return True
    return not heads                             # a body of which no member is known


def may_stand_above(top, heads, org):
    """The text leaves open who is above the top of a line in which no holder is. Nobody is above a body."""
    if top.boss in org.bodies:
        return False
    boss_unknown = top.boss is not None and top.boss not in org.positions
    return (boss_unknown or not org.complete) and all(head.upwards()[-1] is not top for head in heads)


def works(doer):
    return is_there(doer) or isinstance(doer.party, Group) and doer.party.kind == "team"


def is_other(doer, holders):
    """The doer is somebody else than the holders. The team of a holder is."""
    if isinstance(doer.party, Group):
        return all(doer.party is not holder.party for holder in holders)
    return not any(doer.same_people(holder) for holder in holders)


def verdict(duty, claims, doers, org):
    table = org.assigned.get(duty["id"], {})
    if "unowned" in table or not claims and not duty["required"]:
        return "unowned on purpose"
    if not claims:
        return "missing" if org.complete else "unknown"
    there = [claim for claim in claims if is_there(claim)]
    if not there:
        return "on paper only"
    filled = scopes_of(there)
    if (set(org.scopes) | scopes_of(claims)) - filled:
        return "partly covered"
    groups = groups_of(there)
    meet = [a for a in groups if any(scopes_of(a) & scopes_of(b) for b in groups if a is not b)]
    in_line_of_both = duty["owner"] == "shared" and all(in_technology_line(claim.party) for claim in sum(meet, []))
    if meet and "joint" not in table and not in_line_of_both:
        return "contested" if duty["owner"] == "contested" else "overlapping"
    if misplaced(duty, there, org):
        return "misplaced"
    if any(all(claim.party.presence == "provisional" for claim in there if scope in claim.scopes) for scope in filled):
        return "provisional"
    if meet:
        return "joint"
    if len(groups) > 1:
        return "split"
    others = [doer for doer in doers if works(doer) and is_other(doer, there)]
    if others and all(in_line(doer, there, duty, org) for doer in others):
        return "delegated"
    return "covered"


def judge(path, today):
    """For each duty the verdict and the ids of those who are accountable."""
    path = pathlib.Path(path)
    tables = read_description(path)
    for name in tables.get("company", {}).get("catalogues", []):
        if is_own(name):                         # its duties are read in their turn
            tables["role"] = tables.get("role", []) + read_toml(path.parent / name).get("role", [])
    org = Organisation(tables, today)
    duties = read_duties(tables, path.parent, org)
    accountable, responsible = (claims_of(org, duties, letter) for letter in LETTERS[:2])
    result = {}
    for id, duty in duties.items():
        claims = yield_to_exact(accountable[id])
        holders = sorted({claim.party.id or "" for claim in claims})
        result[id] = verdict(duty, claims, responsible[id], org), holders
    return result


if __name__ == "__main__":
    day = datetime.date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else datetime.date.today()
    for id, (word, holders) in judge(sys.argv[1], day).items():
        print(f"{id:32} {word:20} {', '.join(holders)}")
