"""Descriptions that grow in one thing. Each dimension gives the text for a size."""

HEAD = '[company]\nname = "X"\nas_of = 2026-11-01\n'
DIMENSIONS = {}


def dimension(make):
    DIMENSIONS[make.__name__] = make
    return make


def post(i, boss=None, **keys):
    lines = ["[[position]]", f'id = "p{i}"']
    keys.setdefault("holder", f'"H{i}"')
    if boss is not None:
        lines.append(f'reports_to = "{boss}"')
    lines += [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join(lines) + "\n"


def quoted(prefix, n):
    return "[" + ", ".join(f'"{prefix}{i}"' for i in range(n)) + "]"


def posts(n, **keys):
    return HEAD + post(0) + "".join(post(i, "p0", **keys) for i in range(1, n + 1))


TOP = HEAD + post(0)

# Posts and lines.


@dimension
def posts_below_one(n):
    return posts(n)


@dimension
def posts_in_a_chain(n):
    return HEAD + post(0) + "".join(post(i, f"p{i - 1}") for i in range(1, n))


@dimension
def tops(n):
    return HEAD + "".join(post(i) for i in range(n))


@dimension
def circle_of_bosses(n):
    return HEAD + "".join(post(i, f"p{(i + 1) % n}") for i in range(n))


@dimension
def own_bosses(n):
    return HEAD + "".join(post(i, f"p{i}") for i in range(n))


@dimension
def unknown_bosses(n):
    return HEAD + "".join(post(i, f"boss-{i}") for i in range(n))


@dimension
def one_unknown_boss(n):
    return HEAD + "".join(post(i, "nobody-here") for i in range(n))


@dimension
def bosses_by_name(n):
    return HEAD + post(0) + "".join(post(i, f"H{i - 1}") for i in range(1, n))


@dimension
def several_bosses(n):
    return posts(n, dotted_to='["p0", "p1", "p2"]')


@dimension
def dotted_lines_of_one(n):
    return TOP + "".join(post(i, "p0") for i in range(1, n)) + post(n, "p0", dotted_to=quoted("p", n))


@dimension
def equal_ids(n):
    return HEAD + "".join(f'[[position]]\nid = "same"\nholder = "H{i}"\n' for i in range(n))


@dimension
def former_ids(n):
    return HEAD + post(0) + "".join(
        post(i, f"old{i - 1}", was=f'["old{i}"]') for i in range(1, n))


@dimension
def posts_without_id(n):
    return TOP + '[[position]]\nholder = "H"\n' * n


@dimension
def titles(n):
    return HEAD + post(0) + "".join(
        post(i, "p0", title=f'"Vice President, Data {i} and Platform (acting)"') for i in range(1, n))


@dimension
def long_title(n):
    return TOP + post(1, "p0", title='"' + "CIO " * (n // 4) + '"')


@dimension
def chief_officers(n):
    return posts(n, title='"CIO"')


@dimension
def units(n):
    return HEAD + post(0) + "".join(post(i, "p0", unit=f'"U{i}"', grade='"D1"') for i in range(1, n))


@dimension
def planned_posts(n):
    return posts(n, state='"planned"', **{"from": "2027-01-01"})


@dimension
def vacancies(n):
    return posts(n, holder=None)


@dimension
def placeholders(n):
    return posts(n, holder='"TBD"')


@dimension
def assistants(n):
    return posts(n, assistant="true")


@dimension
def outcomes(n):
    return posts(n, outcomes='["growth", "cost"]')


# People.


@dimension
def job_share(n):
    return TOP + post(1, "p0", holder=quoted("H", n))


@dimension
def one_person_in_all(n):
    return posts(n, holder='"Ada"')


@dimension
def holders_in_turn(n):
    turns = ", ".join(
        f'{{ name = "A{i}", from = 2020-01-01, until = 2026-12-31 }}' for i in range(n))
    return TOP + post(1, "p0", holder=None, holders=f"[{turns}]")


@dimension
def past_holders(n):
    turns = ", ".join(
        f'{{ name = "A{i}", from = 2020-01-01, until = 2020-12-31 }}' for i in range(n))
    return TOP + post(1, "p0", holder=None, holders=f"[{turns}]")


@dimension
def deputies_in_a_chain(n):
    return HEAD + "".join(post(i, holder=None, deputy=f'"p{i + 1}"') for i in range(n)) + post(n)


@dimension
def deputies_in_a_circle(n):
    return HEAD + "".join(post(i, holder=None, deputy=f'"p{(i + 1) % n}"') for i in range(n))


@dimension
def persons(n):
    people = "".join(
        f'[[person]]\nid = "h{i}"\nname = "H{i}"\nskills = ["cloud", "security"]\n' for i in range(n))
    return posts(n) + people


@dimension
def skills(n):
    return TOP + f'[[person]]\nid = "h0"\nname = "H0"\nskills = {quoted("s", n)}\n'


@dimension
def states(n):
    return posts(n, state='["interim", "leave"]')


# Duties.


@dimension
def holders_of_one_duty(n):
    return posts(n, accountable='["networks"]')


@dimension
def doers_of_one_duty(n):
    return posts(n, responsible='["networks"]')


@dimension
def consulted_for_one_duty(n):
    return posts(n, consulted='["networks"]', informed='["networks"]')


@dimension
def holders_of_a_bundle(n):
    return posts(n, accountable='["@CIO"]')


@dimension
def vacant_holders(n):
    return posts(n, holder=None, accountable='["networks"]')


@dimension
def same_entry(n):
    return TOP + post(1, "p0", accountable="[" + '"networks", ' * n + "]")


@dimension
def exceptions(n):
    return TOP + post(1, "p0", accountable='["@CIO", ' + '"!networks", ' * n + "]")


@dimension
def unknown_duties(n):
    return TOP + "".join(post(i, "p0", accountable=f'["duty-{i}"]') for i in range(1, n))


@dimension
def unknown_entries_of_one_line(n):
    return TOP + post(1, "p0", accountable="[" + '"zz", ' * n + "]")


@dimension
def own_duties(n):
    return TOP + "".join(
        f'[[duty]]\nid = "d{i}"\ntitle = "Duty {i}"\nowner = "CIO"\n' for i in range(n))


@dimension
def held_own_duties(n):
    return (HEAD + post(0) + post(1, "p0", title='"CIO"', accountable=quoted("d", n)) +
            "".join(f'[[duty]]\nid = "d{i}"\ntitle = "Duty {i}"\nowner = "CIO"\n' for i in range(n)))


@dimension
def duty_views(n):
    return TOP + "".join(f'[duties.d{i}]\nlead = "p0"\n' for i in range(n))


@dimension
def holders_in_a_view(n):
    return posts(n) + f'[duties.networks]\naccountable = {quoted("p", n)}\n'


@dimension
def scopes_with_a_holder_each(n):
    return (HEAD + f'scopes = {quoted("s", n)}\n' + post(0) + "".join(
        post(i, "p0", accountable=f'[{{ duty = "networks", scope = "s{i}" }}]') for i in range(n)))


@dimension
def scopes_with_a_bundle_each(n):
    return (HEAD + f'scopes = {quoted("s", n // 4 + 1)}\n' + post(0) + "".join(
        post(i, "p0", accountable=f'[{{ duty = "@CIO/security", scope = "s{i}" }}]')
        for i in range(n // 4 + 1)))


@dimension
def scopes_of_posts(n):
    return HEAD + f'scopes = {quoted("s", n)}\n' + post(0) + "".join(
        post(i, "p0", scope=f'["s{i}"]', accountable='["networks"]') for i in range(n))


@dimension
def scopes_of_one_entry(n):
    return (HEAD + f'scopes = {quoted("s", n)}\n' + post(0) +
            post(1, "p0", accountable=f'[{{ duty = "networks", scope = {quoted("s", n)} }}]'))


@dimension
def scopes_that_are_unknown(n):
    return TOP + "".join(
        post(i, "p0", accountable=f'[{{ duty = "networks", scope = "z{i}" }}]') for i in range(1, n))


# Teams, bodies, links.


@dimension
def teams(n):
    return TOP + "".join(f'[[team]]\nid = "t{i}"\nname = "T"\nlead = "p0"\n' for i in range(n))


@dimension
def teams_in_a_chain(n):
    return TOP + "".join(
        f'[[team]]\nid = "t{i}"\nname = "T"\nlead = "p0"\nparent = "t{max(0, i - 1)}"\n'
        for i in range(n))


@dimension
def leads_of_one_team(n):
    return posts(n) + f'[[team]]\nid = "t"\nname = "T"\nlead = {quoted("p", n)}\n'


@dimension
def bodies(n):
    return TOP + "".join(
        f'[[body]]\nid = "b{i}"\nname = "B"\nchair = "p0"\nmembers = ["p0"]\n' for i in range(n))


@dimension
def members_of_one_body(n):
    return posts(n) + f'[[body]]\nid = "b"\nname = "B"\nchair = "p0"\nmembers = {quoted("p", n)}\n'


@dimension
def links(n):
    return HEAD + post(0) + post(1, "p0") + '[[link]]\nbetween = ["p0", "p1"]\non = ["networks"]\n' * n


@dimension
def links_of_many(n):
    return posts(n) + "".join(
        f'[[link]]\nbetween = ["p{i}", "p{i + 1}"]\non = ["networks"]\n' for i in range(n - 1))


@dimension
def ends_of_one_link(n):
    return posts(n) + f'[[link]]\nbetween = {quoted("p", n)}\n'


# Waivers.


@dimension
def waivers_without_on(n):
    return (HEAD + "".join(post(i, f"boss-{i}") for i in range(n)) +
            '[[waiver]]\ncheck = "unknown-reference"\nreason = "r"\n' * n)


@dimension
def waivers_on_each(n):
    return HEAD + "".join(post(i, f"boss-{i}") for i in range(n)) + "".join(
        f'[[waiver]]\ncheck = "unknown-reference"\non = ["p{i}"]\nreason = "r"\n' for i in range(n))


@dimension
def waivers_that_accept_nothing(n):
    return TOP + "".join(
        f'[[waiver]]\ncheck = "duty-overlap"\non = ["x{i}"]\nreason = "r"\n' for i in range(n))


@dimension
def names_in_one_waiver(n):
    return posts(n) + f'[[waiver]]\ncheck = "span-wide"\non = {quoted("p", n)}\nreason = "r"\n'


@dimension
def checks_in_one_comment(n):
    return TOP + "# rolecall: allow " + ",".join(["a"] * n) + "\n"


@dimension
def comments_that_allow(n):
    return HEAD + "".join(
        "# rolecall: allow unknown-reference because\n" + post(i, f"boss-{i}") for i in range(n))


# The text itself.


@dimension
def comments(n):
    return TOP + "# a remark\n" * n


@dimension
def long_comment(n):
    return TOP + "# " + "x" * (10 * n) + "\n"


@dimension
def blank_lines(n):
    return TOP + "\n" * (10 * n)


@dimension
def unknown_keys(n):
    return TOP + "".join(f"zz{i} = 1\n" for i in range(n))


@dimension
def unknown_keys_in_posts(n):
    return posts(n, manager='"p0"')


@dimension
def misspelt_keys(n):
    return TOP + "".join(f'titl{i} = "x"\n' for i in range(n))


@dimension
def unknown_tables(n):
    return TOP + "".join(f"[t{i}]\na = 1\n" for i in range(n))


@dimension
def dotted_keys(n):
    return TOP + "".join(f"a.b.k{i} = 1\n" for i in range(n))


@dimension
def quoted_keys(n):
    return TOP + "".join(f'"k\\u00e9{i}" = 1\n' for i in range(n))


@dimension
def long_strings(n):
    return TOP + 'unit = "' + "x" * (10 * n) + '"\n'


@dimension
def escapes(n):
    return TOP + 'unit = "' + "\\u00e9" * n + '"\n'


@dimension
def empty_tables_in_a_list(n):
    return "x = [" + "{}, " * n + "]\n" + HEAD


@dimension
def numbers_in_a_list(n):
    return TOP + "dotted_to = [" + "1, " * n + "]\n"


@dimension
def lists_in_lists(n):
    return TOP + "unit = " + "[" * min(n, 250) + "]" * min(n, 250) + "\n" + "# x\n" * n


@dimension
def unclosed_strings(n):
    return TOP + 'unit = "x\n' * n


@dimension
def broken_lines(n):
    return TOP + "what is this\n" * n


@dimension
def broken_headers(n):
    return TOP + "[[position\nid = 1\n" * n


@dimension
def single_brackets(n):
    return TOP + '[position]\nid = "x"\nholder = "Y"\n' * n


@dimension
def repeated_keys(n):
    return TOP + 'unit = "x"\n' * n


@dimension
def control_characters(n):
    return TOP + "# \x01\n" * n


@dimension
def bad_bytes(n):
    return TOP + 'unit = "' + "\udcff" * n + '"\n'


@dimension
def wrong_types(n):
    return posts(n, title="1")


@dimension
def quoted_dates(n):
    return posts(n, **{"from": '"2026-01-01"'})


# The company.


@dimension
def aims(n):
    return HEAD + f'aims = {quoted("a", n)}\n' + post(0)


@dimension
def catalogues(n):
    return HEAD + "catalogues = [" + '"security", ' * n + "]\n" + post(0)


@dimension
def settings(n):
    return TOP + "[checks]\n" + "".join(f"zz{i} = 1\n" for i in range(n))
