"""What stands where in an SVG that rolecall or `dot` drew, and what is wrong with that."""
import bisect
import collections
import html
import re

# rolecall's cards and lines, and `dot`'s, which have titles.
GROUP = re.compile(r'<g (?:id="([^"]*)" )?class="(node|card|edge)"[^>]*>\s*(?:<a [^>]*>\s*)?'
                   r'(?:<title>([^<]*)</title>)?(.*?)(?:</a>\s*)?</g>\s*(?=<!--|</g>|<g )', re.S)
SHAPE = re.compile(r'<(?:path|polygon) [^>]*?(?:d|points)="([^"]*)"')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Ends:
    """Which cards a line of rolecall's joins: the one at whose border it begins, or whose line it
    branches off, and the one at whose border it ends. None for the samples of the legend."""

    def __init__(self, cards):
        self.border = collections.defaultdict(list)
        for name, (left, top, right, bottom) in cards.items():
            for key in (("x", left), ("x", right), ("y", top), ("y", bottom)):
                self.border[key].append((name, left, top, right, bottom))
        self.pieces = collections.defaultdict(list)

    def card(self, point):
        x, y = point
        for name, left, top, right, bottom in self.border[("x", x)] + self.border[("y", y)]:
            if left <= x <= right and top <= y <= bottom:
                return name
        return None

    def trunk(self, point):
        x, y = point
        for owner, a, b in self.pieces[("x", x)] + self.pieces[("y", y)]:
            if min(a[0], b[0]) <= x <= max(a[0], b[0]) and min(a[1], b[1]) <= y <= max(a[1], b[1]):
                return owner
        return None

    def title(self, points, solid):
        owner = self.card(points[0]) or (solid and self.trunk(points[0]))
        end = self.card(points[-1])
        if not owner or not end:
            return None
        if solid:
            for a, b in zip(points, points[1:]):
                if a != b:
                    self.pieces[("x", a[0]) if a[0] == b[0] else ("y", a[1])].append((owner, a, b))
        return f"{owner}->{end}"


class Chart:
    """Cards by name as (left, top, right, bottom); lines as (owner, title, solid, points)."""

    def __init__(self, svg):
        self.cards = {}
        self.lines = []
        width, height = re.search(r'<svg width="(\d+)pt" height="(\d+)pt"', svg).groups()
        self.width, self.height = int(width), int(height)
        drawn = []
        for name, kind, title, inside in GROUP.findall(svg):
            shape = SHAPE.search(inside)
            if not shape:
                continue
            numbers = [float(n) for n in NUMBER.findall(shape.group(1))]
            points = list(zip(numbers[::2], numbers[1::2]))
            title = html.unescape(title)
            if kind == "edge":
                drawn.append((title, "dasharray" not in inside, points))
            else:
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                self.cards[title if kind == "node" else html.unescape(name)] = (min(xs), min(ys), max(xs), max(ys))
        # A line may branch off one that comes later.
        find = Ends(self.cards)
        left = drawn
        while left:
            later = []
            for title, solid, points in left:
                title = title or find.title(points, solid)
                if title:
                    self.lines.append((title.split("->")[0], title, solid, points))
                else:
                    later.append((title, solid, points))
            if len(later) == len(left):
                break
            left = later

    def card_area(self):
        return sum((r - l) * (b - t) for l, t, r, b in self.cards.values())

    def overlaps(self):
        """Pairs of cards that lie over each other."""
        count = 0
        active = []
        for card in sorted(self.cards.values()):
            active = [other for other in active if other[2] > card[0]]
            count += sum(other[1] < card[3] and card[1] < other[3] for other in active)
            active.append(card)
        return count

    def through_cards(self):
        """Straight pieces that run through the inside of a card."""
        bands = collections.defaultdict(list)
        for card in self.cards.values():
            for band in range(int(card[1]) // 200, int(card[3]) // 200 + 1):
                bands[band].append(card)
        for cards in bands.values():
            cards.sort()
        widest = max((c[2] - c[0] for c in self.cards.values()), default=0)
        count = 0
        for (x1, y1), (x2, y2) in {piece for line in self.lines for piece in pieces(line[3])}:
            left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            found = set()
            for band in range(int(top) // 200, int(bottom) // 200 + 1):
                cards = bands[band]
                for card in cards[bisect.bisect(cards, (left - widest - 1,)):]:
                    if card[0] >= right - 0.5 and card[0] >= left:
                        break
                    if right > card[0] + 0.5 and left < card[2] - 0.5 and bottom > card[1] + 0.5 and top < card[3] - 0.5:
                        found.add(card)
            count += len(found)
        return count

    def crossings(self, solid):
        """Pairs of lines that meet: solid ones of different bosses, or all that share no card."""
        segments = []
        for number, (owner, title, is_solid, points) in enumerate(self.lines):
            if solid and not is_solid:
                continue
            ends = {owner} if solid else set(title.split("->"))
            for a, b in pieces(points):
                segments.append((min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]), a, b, number, ends))
        segments.sort(key=lambda s: s[:4])
        met = set()
        active = []
        for s in segments:
            active = [other for other in active if other[1] >= s[0]]
            for other in active:
                if other[2] <= s[3] and s[2] <= other[3] and not (s[7] & other[7]) and meet(s, other):
                    met.add((other[6], s[6]))
            active.append(s)
        return len(met)


def pieces(points):
    """The straight pieces between the points of a spline, without those of no length."""
    out = []
    for a, b in zip(points, points[1:]):
        if a != b:
            out.append((a, b))
    return out


def meet(s, t):
    def side(a, b, c):
        value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        return (value > 1e-9) - (value < -1e-9)

    return side(s[4], s[5], t[4]) * side(s[4], s[5], t[5]) <= 0 and side(t[4], t[5], s[4]) * side(t[4], t[5], s[5]) <= 0
