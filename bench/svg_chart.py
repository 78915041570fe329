"""What stands where in an SVG that rolecall or `dot` drew, and what is wrong with that."""
import bisect
import collections
import html
import re

GROUP = re.compile(r'<g id="([^"]*)" class="(node|edge)">\s*<title>([^<]*)</title>(.*?)</g>\s*(?=<!--|</g>|<g )', re.S)
SHAPE = re.compile(r'<(?:path|polygon) [^>]*?(?:d|points)="([^"]*)"')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Chart:
    """Cards by name as (left, top, right, bottom); lines as (owner, solid, points)."""

    def __init__(self, svg):
        self.cards = {}
        self.lines = []
        width, height = re.search(r'<svg width="(\d+)pt" height="(\d+)pt"', svg).groups()
        self.width, self.height = int(width), int(height)
        for name, kind, title, inside in GROUP.findall(svg):
            shape = SHAPE.search(inside)
            if not shape:
                continue
            numbers = [float(n) for n in NUMBER.findall(shape.group(1))]
            points = list(zip(numbers[::2], numbers[1::2]))
            title = html.unescape(title)
            if kind == "edge":
                self.lines.append((title.split("->")[0], title, "dasharray" not in inside, points))
            elif not re.fullmatch(r"node\d+", name):
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                self.cards[title] = (min(xs), min(ys), max(xs), max(ys))

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
