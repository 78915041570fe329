"""Organisations by chance: small ones with everything that the language has. The same seed gives the
same bytes.

An organisation is a dictionary of files: "org.toml" is the description, the others are catalogues and
what it includes. Each file is the dictionary that tomllib would read from it.
"""

import datetime
import json
import random

TODAY = datetime.date(2026, 11, 1)
IDS = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel", "ivy", "juniper", "kapok", "larch",
       "maple", "nutmeg", "olive", "poplar", "quince", "rowan", "spruce", "teak", "ulmo", "viburnum", "willow", "yew",
       "zelkova"]
PEOPLE = ["Ann Lee", "Bo Kim", "Cem Aydin", "Dora Weiss", "Emil Hart", "Fay Osei", "Gus Roth", "Hana Ito"]
TITLES = ["CIO", "CTO", "CIO", "CTO", "Chief Information Officer", "Chief Technology Officer", "CISO", "CEO",
          "Chief Executive Officer", "CFO", "COO", "Chief Data Officer", "Chief Product Officer", "CDO",
          "Head of IT", "Data Protection Officer", "IT Audit Manager", "Acting CIO", "Interim CTO", "Group CIO",
          "CIO EMEA", "CIO Asia", "Deputy CIO", "Fractional CTO", "Chief Information and Technology Officer",
          "Chief Digital and Information Officer", "VP Engineering", "Head of Platform", "Service Desk Manager",
          "Chairman", "Chief Information Security Officer"]
ROLES = ["CIO", "CTO", "CISO", "CEO", "COO", "CDO", "CPO", "CFO", "none"]
STATES = ["undisclosed", "fractional", "outsourced", "acting", "interim", "leave", "planned", "eliminated"]
DUTIES = ["infrastructure", "networks", "it-strategy", "product-ownership", "new-products", "technology-priorities",
          "technical-operations", "information-security", "technology-vision", "procurement", "security-and-risk",
          "software-development", "data-privacy"]
BUNDLES = ["@CIO", "@CTO", "@shared", "@contested", "@CIO/security", "@CIO/infrastructure", "@CTO/products", "@CISO"]
SCOPES = ["Europe", "Asia", "Americas"]
KINDS = ["it-operations", "service-desk", "infrastructure", "applications", "engineering", "research", "product",
         "data", "security", "audit", "privacy", "other"]
PROFILES = ["startup", "product-company", "internal-it", "regulated", "group"]
CATALOGUES = ["security", "data", "digital", "product", "engineering", "ai", "federal-cio"]
AIMS = ["improve-processes", "improve-products", "serve-organisation", "serve-customers"]
CHECKS = ["duty-overlap", "duty-missing", "role-vacant", "span-wide", "duty-on-paper", "key-person"]
LETTERS = ["accountable", "responsible", "consulted", "informed"]
PLACEHOLDERS = ["Vacant", "TBD", "N/D", "Eliminated", "to be hired", "Vacant (Q1)"]


class Maker:
    def __init__(self, seed):
        self.seed, self.random = seed, random.Random(seed)
        size = min(self.random.randint(1, 15), self.random.randint(1, 15))
        ids = self.random.sample(IDS, len(IDS))
        self.posts, rest = ids[:size], ids[size:]
        self.teams = [rest.pop() for _ in range(self.few(3))] if rest else []
        self.bodies = [rest.pop() for _ in range(self.few(2))]
        self.scoped = self.chance(0.3)
        self.own_duties = ["plant-automation", "fleet-software"][:self.few(2)]
        self.broken = self.chance(0.15)          # has what is an error of the text

    def chance(self, share):
        return self.random.random() < share

    def few(self, most):
        """Mostly none, seldom `most`."""
        return min(self.random.randint(0, most) for _ in range(2))

    def pick(self, values):
        return self.random.choice(values)

    def some(self, values, most):
        return self.random.sample(values, min(len(values), self.random.randint(1, most)))

    def one_or_more(self, values, most=2):
        chosen = self.some(values, most)
        return chosen[0] if len(chosen) == 1 and self.chance(0.7) else chosen

    def day(self):
        near = [-400, -40, -2, -1, 0, 0, 1, 2, 40, 400]
        return TODAY + datetime.timedelta(days=self.pick(near))

    def post(self):
        return "nobody-known" if self.broken and self.chance(0.1) else self.pick(self.posts)

    def party(self):
        return self.pick(self.posts + self.teams + self.bodies)

    def person(self):
        return self.pick(PLACEHOLDERS) if self.chance(0.03) else self.pick(PEOPLE)

    def scope(self):
        return self.one_or_more(SCOPES)

    def duty(self):
        return self.pick(DUTIES + self.own_duties * 3)

    # --- Tables -------------------------------------------------------------------------------------

    def company(self):
        table = {"as_of": TODAY} if self.chance(0.9) else {}
        table["name"] = f"Grove {self.seed}"     # companies with one name are told apart by their files
        if self.chance(0.4):
            table["complete"] = False
        if self.chance(0.3):
            table["profile"] = self.pick(PROFILES)
        if self.chance(0.2):
            table["aims"] = self.one_or_more(AIMS)
        if self.scoped and self.chance(0.7):
            table["scopes"] = list(SCOPES) if self.chance(0.6) else self.some(SCOPES, 3)
        if self.chance(0.25):
            chosen = ["articles"] + self.some(CATALOGUES, 2)
            if self.chance(0.2):
                self.random.shuffle(chosen)
            table["catalogues"] = chosen
        if self.chance(0.2):
            table["employees"] = self.pick([5, 50, 5000])
        return table

    def entries(self):
        """A duty list: names and bundles, some for a scope, and exceptions."""
        found = []
        for _ in range(self.random.randint(1, 4)):
            entry = self.pick(BUNDLES) if self.chance(0.4) else self.duty()
            if found and self.chance(0.15):
                entry = "!" + entry
            if self.scoped and self.chance(0.25):
                entry = {"duty": entry, "scope": self.scope()}
            found.append(entry)
        if self.broken and self.chance(0.1):
            found.append("no-such-duty-at-all")
        return found[0] if len(found) == 1 and isinstance(found[0], str) and self.chance(0.3) else found

    def lists(self, table, share):
        for letter in LETTERS:
            if self.chance(share if letter == "accountable" else share / 2):
                table[letter] = self.entries()

    def holder(self, table):
        kind = self.random.random()
        if kind < 0.1:
            return
        if kind < 0.8:
            table["holder"] = self.person()
            if self.chance(0.1):
                table["holder"] = self.some(PEOPLE, 3)
            if self.chance(0.12):
                table["from"] = self.day()
            if self.chance(0.12):
                table["until"] = self.day()
        if kind > 0.77:
            table["holders"] = [self.turn() for _ in range(self.random.randint(1, 3))]
        if self.chance(0.2):
            table["state"] = self.one_or_more(STATES)
            if table["state"] == "planned" and self.chance(0.5):
                table["from"] = self.day()

    def turn(self):
        if self.chance(0.2):
            return self.person()
        turn = {"name": self.person()}
        if self.chance(0.5):
            turn["from"] = self.day()
        if self.chance(0.5):
            turn["until"] = self.day()
        if self.chance(0.3):
            turn["state"] = self.one_or_more(["acting", "interim", "leave", "fractional", "outsourced"])
        return turn

    def position(self, id, place):
        table = {"id": id}
        if self.chance(0.75):
            table["title"] = self.pick(TITLES)
        if self.chance(0.1):
            table["role"] = self.one_or_more(ROLES)
        self.holder(table)
        if self.chance(0.2):
            table["deputy"] = self.pick(self.posts) if self.chance(0.6) else self.pick(PEOPLE)
        if place and self.chance(0.9) or self.chance(0.05):
            above = self.posts[:place] if place and self.chance(0.97) else self.posts
            table["reports_to"] = self.pick(above + self.bodies if self.chance(0.3) else above)
            if self.broken and self.chance(0.1):
                table["reports_to"] = "nobody-known"
            if self.chance(0.05):
                table["reports_to"] = self.some(self.posts, 3)
        if self.chance(0.15):
            table["dotted_to"] = self.one_or_more(self.posts + self.bodies)
        if self.scoped and self.chance(0.3):
            table["scope"] = self.scope()
        for key, share, value in (("unit", 0.1, "IT"), ("grade", 0.1, "E1"), ("assistant", 0.05, True),
                                  ("cost", 0.1, 100000), ("overseer", 0.1, None), ("outcomes", 0.1, None)):
            if self.chance(share):
                table[key] = value
        if "overseer" in table:
            table["overseer"] = self.post()
        if "outcomes" in table:
            table["outcomes"] = self.one_or_more(["bottom-line", "top-line", "calm"])
        self.lists(table, 0.5)
        return table

    def team(self, id):
        table = {"id": id}
        if self.chance(0.7):
            table["name"] = id.title()
        if self.chance(0.7):
            table["kind"] = self.pick(KINDS)
        if self.chance(0.8):
            table["lead"] = self.one_or_more(self.posts)
        if self.chance(0.3):
            table["parent"] = self.pick(self.teams)
        if self.chance(0.2):
            table["size"] = self.pick([0, 3, 40])
        self.lists(table, 0.3)
        return table

    def body(self, id):
        table = {"id": id}
        if self.chance(0.7):
            table["name"] = id.title()
        if self.chance(0.5):
            table["chair"] = self.one_or_more(self.posts)
        if self.chance(0.6):
            table["members"] = self.one_or_more(self.posts, 3)
        self.lists(table, 0.3)
        return table

    def link(self):
        parties = self.posts + self.bodies
        table = {"between": self.random.sample(parties, min(len(parties), 2 + self.few(1)))}
        if self.chance(0.4):
            table["on"] = self.one_or_more(DUTIES)
        return table

    def own_duty(self, id):
        table = {"id": id, "owner": self.pick(["CIO", "CTO", "shared", "contested", "COO", "CISO"])}
        if id in self.own_duties:
            table["title"] = id.title()
        else:
            for key in self.some(list(table), 2):
                if key != "id":
                    del table[key]
        if self.chance(0.3):
            table["focus"] = self.pick(["inward", "outward", "both"])
        if self.chance(0.3):
            table["required"] = self.chance(0.5)
        if self.chance(0.3):
            table["may_hold"] = self.one_or_more(["CIO", "CTO", "COO", "CFO"])
        if self.chance(0.2):
            table["delegable"] = False
        if self.chance(0.2):
            table["area"] = self.pick(["security", "infrastructure", "plants"])
        return table

    def assignments(self):
        table = {}
        for letter in LETTERS:
            if self.chance(0.5 if letter == "accountable" else 0.2):
                entries = []
                for party in {self.party(): None for _ in range(self.random.randint(1, 3))}:
                    scoped = self.scoped and self.chance(0.3)
                    entries.append({"holder": party, "scope": self.scope()} if scoped else party)
                table[letter] = entries
        if self.chance(0.2):
            table["joint"] = "both are needed"
        if self.chance(0.2):
            table["lead"] = self.pick(self.posts)
        if self.chance(0.15):
            table["unowned"] = "the group does it"
        return table

    def waiver(self):
        table = {"check": self.pick(CHECKS)}
        if self.chance(0.7):
            table["on"] = self.one_or_more(self.posts + DUTIES[:4])
        if self.chance(0.7):
            table["reason"] = "agreed"
        if self.chance(0.4):
            table["until"] = self.day()
        return table

    def files(self):
        org = {}
        company = self.company()
        files = {"org.toml": org}
        if self.own_duties and self.chance(0.3):
            company["catalogues"] = company.get("catalogues", ["articles"]) + ["own/plant.toml"]
            role = {"id": "CPLO", "name": "Chief Plant Officer", "titles": ["chief plant officer"]}
            if self.chance(0.5):
                role["focus"] = self.pick(["inward", "outward", "both"])
            files["own/plant.toml"] = {
                "role": [role],
                "duty": [self.own_duty(id) for id in self.own_duties]}
        if company:
            org["company"] = company
        org["position"] = [self.position(id, place) for place, id in enumerate(self.posts)]
        if self.broken and self.chance(0.3):
            org["position"].append(self.position(self.pick(self.posts), 0))
        if "own/plant.toml" in files and self.chance(0.5):
            self.pick(org["position"])["title"] = "Chief Plant Officer"
        if self.chance(0.2):
            org["person"] = [{"id": name.split()[0].lower(), "name": name} if self.chance(0.6) else {"name": name}
                             for name in self.some(PEOPLE, 3)]
            for person in org["person"]:
                if self.chance(0.5):
                    person["skills"] = self.one_or_more(["finance", "security", "delivery"])
                if self.chance(0.3):
                    person["ready_for"] = self.one_or_more(["CIO", "CTO"] + self.posts)
                holder = self.pick(org["position"])
                if "id" in person and isinstance(holder.get("holder"), str):
                    holder["holder"] = person["id"]
        org["team"] = [self.team(id) for id in self.teams]
        org["body"] = [self.body(id) for id in self.bodies]
        org["link"] = [self.link() for _ in range(self.few(2)) if len(self.posts + self.bodies) > 1]
        org["duty"] = [] if "own/plant.toml" in files else [self.own_duty(id) for id in self.own_duties]
        if self.chance(0.1):
            org["duty"].append(self.own_duty(self.pick(DUTIES)))
        org["duties"] = {id: self.assignments() for id in {self.duty(): None for _ in range(self.few(3))}}
        if self.chance(0.15):
            org["checks"] = {self.pick(CHECKS): self.pick(["off", "note", "warning", "error"])}
            if self.chance(0.3):
                org["checks"][self.pick(["max_span", "max_layers", "max_duties"])] = self.random.randint(1, 3)
        org["waiver"] = [self.waiver() for _ in range(self.few(2))]
        files["org.toml"] = {key: value for key, value in org.items() if value}
        return files


def organisation(seed):
    return Maker(seed).files()


# --- TOML -------------------------------------------------------------------------------------------


def value_text(value):
    if isinstance(value, list):
        return "[" + ", ".join(value_text(entry) for entry in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {value_text(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value)


def blocks(tables):
    """The text of a file in parts whose order does not matter, but for the first, the keys at its top."""
    top = [f"{key} = {value_text(value)}" for key, value in tables.items() if not is_table(key, value)]
    found = []
    for key, value in tables.items():
        if not is_table(key, value):
            continue
        if key == "duties":
            found += [block(f"[duties.{id}]", table) for id, table in value.items()]
        elif isinstance(value, dict):
            found.append(block(f"[{key}]", value))
        else:
            found += [block(f"[[{key}]]", table) for table in value]
    return ["\n".join(top) + "\n" if top else ""] + found


def is_table(key, value):
    return key not in ("include", "base", "rolecall")


def block(header, table):
    return "\n".join([header] + [f"{key} = {value_text(value)}" for key, value in table.items()]) + "\n"


def text(tables):
    return "\n".join(part for part in blocks(tables) if part)
