"""From claims to what is drawn: bars with their places in per cent, their labels and their sentences.

Pure of the request and of the database: rows come in loaded. A bar is one witness saying one time; outlets that
carry the same words share it, a stripe each. Nothing here knows how wide the page is: a label goes to the right of
its bar, to the left, or above it, by a width a desktop page has, and the style sheet puts all of them above on a
narrow one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from timeline import wording
from timeline.axis import Axis, Placed, percent
from timeline.fitting import CHARACTER, PLOT_WIDTH, fit, label_place
from timeline.labels import bar_words, claim_url, event_words, flags, sentence, tells, voice_of
from timeline.models import Claim, Conflict, Timestamp
from timeline.reading.intervals import SOFT_EDGE, Granularity, Interval
from timeline.styles import Style, Styles

# A row of so many bars is drawn whole; a longer one leaves out what tells nothing of its own, and stops at the most.
FEW_LANES, MOST_LANES = 6, 12
THINNEST = 0.5
BAR_TOP, BAR_HEIGHT = 2.0, 12.0


@dataclass(frozen=True, slots=True)
class Stripe:
    """An outlet's share of a bar: its style, its place from top to bottom in pixels, its sentence."""

    style: Style
    name: str
    url: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One lane. Places are texts in per cent; `flags` are its classes in the style sheet."""

    key: str
    url: str
    says: str
    words: str
    voice: str
    stripes: tuple[Stripe, ...]
    more_outlets: int
    flags: str
    left: str = ""
    right: str = ""
    width: str = ""
    core_left: str = ""
    core_right: str = ""
    core_width: str = ""
    soft_width: str = ""
    open_start: bool = False
    open_end: bool = False
    hollow: bool = False  # a bound rather than a time: the day of the saying, an open end
    off: str = ""  # "before" or "after" when it lies outside the window, "undated" without a time
    label: str = "right"
    label_x: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two accounts that cannot both hold, and how long it is."""

    left: str
    right: str
    width: str
    middle: str
    anchor: str
    label: str


@dataclass(slots=True)
class Lanes:
    """A row's drawing: its bars from early to late, the gap between them, and how many accounts are left out."""

    bars: list[Bar]
    gaps: list[Gap] = field(default_factory=list)
    left_out: int = 0


def interval_of(stamp: Timestamp) -> Interval:
    return Interval(stamp.start, stamp.end)


@dataclass(frozen=True, slots=True)
class Canvas:
    """What every bar of a drawing shares."""

    axis: Axis
    styles: Styles
    slug: str
    width: int = PLOT_WIDTH

    def lanes(
        self, claims: Sequence[Claim], conflicts: Sequence[Conflict], limit: int = MOST_LANES, by_event: bool = False
    ) -> Lanes:
        """The claims of one row; accounts a conflict rests on are drawn before others are left out.

        `by_event` names each bar by its event, for rows that are witnesses.
        """
        groups = stacked(claims)
        kept = _kept(groups, conflicts, limit)
        bars = [self._bar(group, by_event) for group in kept]
        return Lanes(bars, self._gaps(claims, conflicts), len(groups) - len(kept))

    def _bar(self, group: Sequence[Claim], by_event: bool) -> Bar:
        first = group[0]
        stamp = first.timestamp
        outlets = list({self.styles.of(claim.article): claim for claim in reversed(group)}.items())[::-1]
        words = event_words(first) if by_event else bar_words(first)
        # Set where a page compares two moments: the claim came out between them.
        fresh = any(getattr(claim, "fresh", False) for claim in group)
        words = f"new · {words}" if fresh else words
        voice = "" if by_event else voice_of(first)
        if outlets[0][0].name.startswith(f"{first.article.via} copy"):
            # “Reuters copy” says already what “via Reuters” would.
            voice = voice.removesuffix(f"via {first.article.via}").removesuffix(", ")
        label = fit(words, voice, [style.name for style, _ in outlets], self.room)
        text = {
            "key": f"b{first.pk}",
            "url": claim_url(self.slug, first),
            "says": ("New: " if fresh else "") + sentence(group, [style.name for style, _ in outlets], self.axis.zone),
            "words": label.words,
            "voice": label.voice,
            "stripes": self._stripes(outlets, label.names),
            "more_outlets": len(outlets) - len(label.names),
            "flags": f"{flags(first)} fresh" if fresh else flags(first),
        }
        return Bar(**text, off="undated") if stamp is None else Bar(**text, **self._place(stamp, label.breadth))

    @property
    def room(self) -> float:
        """How broad a label may be, in average letters."""
        return self.width / CHARACTER - 4

    def _stripes(self, outlets: Sequence[tuple[Style, Claim]], names: Sequence[str]) -> tuple[Stripe, ...]:
        """A stripe for each outlet that is named, from top to bottom of the bar."""
        height = BAR_HEIGHT / len(names)
        return tuple(
            Stripe(style, name, claim_url(self.slug, claim), BAR_TOP + place * height, height)
            for place, ((style, claim), name) in enumerate(zip(outlets, names, strict=False))
        )

    def _place(self, stamp: Timestamp, breadth: float) -> dict[str, object]:
        placed = visible(self.axis.place(interval_of(stamp)))
        if placed is None:
            off = "before" if stamp.end is not None and stamp.end <= self.axis.start else "after"
            return {"off": off, "label": "right" if off == "before" else "left", "label_x": _off_x(off)}
        soft = min(_softness(stamp) / self.axis.span * 100, placed.width * 0.3)
        core_left = placed.left + (0 if placed.before or stamp.start is None else soft)
        core_right = placed.right - (0 if placed.after or stamp.end is None else soft)
        side, x = label_place(placed, breadth * CHARACTER / self.width * 100)
        return {
            "left": percent(placed.left),
            "right": percent(placed.right),
            "width": percent(placed.width),
            "core_left": percent(core_left),
            "core_right": percent(core_right),
            "core_width": percent(core_right - core_left),
            "soft_width": percent(soft) if soft else "",
            "open_start": stamp.start is None,
            "open_end": stamp.end is None,
            "hollow": stamp.saying or stamp.start is None or stamp.end is None,
            "label": side,
            "label_x": x,
        }

    def _gaps(self, claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> list[Gap]:
        by_id = {claim.pk: claim for claim in claims}
        gaps = []
        for conflict in conflicts:
            between = stated_gap(conflict, by_id) if conflict.kind == Conflict.Kind.TIME else None
            placed = self.axis.place(between) if between else None
            if placed and conflict.gap_seconds:
                gaps.append(_gap(placed, wording.apart(conflict.gap_seconds)))
        return gaps


def _gap(placed: Placed, label: str) -> Gap:
    middle = (placed.left + placed.right) / 2
    anchor, at = ("start", placed.left) if middle < 8 else ("end", placed.right) if middle > 92 else ("middle", middle)
    return Gap(percent(placed.left), percent(placed.right), percent(placed.width), percent(at), anchor, label)


def stated_gap(conflict: Conflict, claims: dict[int, Claim]) -> Interval | None:
    """Where the gap that the conflict states lies: between the accounts of two sides that are just so far apart,
    else between the nearest that share no instant."""
    sides = [
        (side.number, interval_of(claim.timestamp))
        for side in conflict.sides.all()
        if (claim := claims.get(side.claim_id)) and claim.timestamp
    ]
    between = [
        Interval(one.end, other.start)
        for number, one in sides
        for another, other in sides
        if number != another and one.end is not None and other.start is not None and one.end < other.start
    ]

    def fit(gap: Interval) -> tuple[bool, timedelta]:
        length = gap.duration or timedelta.max
        return length.total_seconds() != conflict.gap_seconds, length

    return min(between, key=fit, default=None)


def stacked(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one witness that say the same time alike, together: told times from early to late, then others."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        stamp = claim.timestamp
        when = (stamp.start, stamp.end, stamp.approximate, stamp.inherited, stamp.saying) if stamp else (claim.pk,)
        groups.setdefault((claim.event_id, claim.origin or -claim.pk, claim.status, *when), []).append(claim)
    return sorted(groups.values(), key=lambda group: (_carried(group[0]), _middle(group[0]), group[0].pk))


def _carried(claim: Claim) -> bool:
    """Whether its time is not its own: such bars stand below those that were told."""
    return claim.timestamp is None or claim.timestamp.inherited


def _middle(claim: Claim) -> float:
    """Where a claim's time is centred, in seconds; claims without one come last."""
    stamp = claim.timestamp
    ends = [instant.timestamp() for instant in (stamp.start, stamp.end) if instant] if stamp else []
    return sum(ends) / len(ends) if ends else float("inf")


def _kept(groups: list[list[Claim]], conflicts: Sequence[Conflict], limit: int) -> list[list[Claim]]:
    """The groups to draw, in their order: all where they are few; else those that tell something (a time of their
    own, a count, a denial) and one of each side of each conflict, at most `limit`."""
    if len(groups) <= FEW_LANES:
        return groups
    needed = {
        side.claim_id
        for conflict in conflicts
        for side in {side.number: side for side in reversed(conflict.sides.all())}.values()
    }

    def rank(number: int) -> int:
        group = groups[number]
        return 0 if any(claim.pk in needed for claim in group) else 1 if any(map(tells, group)) else 2

    ranked = sorted(range(len(groups)), key=rank)
    wanted = sum(rank(number) < 2 for number in ranked)
    return [groups[number] for number in sorted(ranked[: min(max(wanted, FEW_LANES), limit)])]


def visible(placed: Placed | None) -> Placed | None:
    """A bar wide enough to be seen and pressed: a minute in a week is thinner than a line."""
    if placed is None or placed.width >= THINNEST:
        return placed
    left = min(max((placed.left + placed.right - THINNEST) / 2, 0.0), 100 - THINNEST)
    return Placed(left, left + THINNEST, placed.before, placed.after)


def _softness(stamp: Timestamp) -> timedelta:
    """How much of each end is hatched: a quarter of an approximate time, else what the granularity leaves open."""
    if stamp.approximate and stamp.start and stamp.end:
        return (stamp.end - stamp.start) / 4
    if stamp.approximate:
        return timedelta(minutes=30)
    return SOFT_EDGE.get(Granularity(stamp.granularity), timedelta(0))


def _off_x(off: str) -> str:
    return percent(0 if off == "before" else 100)


def local_days(axis: Axis) -> list[dict[str, object]]:
    """The headers of the days in the window: place, long and short name, and the window that shows just it."""
    if axis.span > timedelta(days=12):
        return []
    days = []
    for start, end in axis.days():
        placed = axis.place(Interval(start, end))
        if placed:
            name = f"{start:%a} {start.day}"
            days.append(_day(placed, start, end, name))
    return days


def _day(placed: Placed, start: datetime, end: datetime, name: str) -> dict[str, object]:
    wide = placed.width * PLOT_WIDTH / 100
    return {
        "left": percent(placed.left),
        "label": f"{name} {start:%B}" if wide > 90 else name if wide > 45 else "",
        "short": name if wide > 90 else f"{start.day}" if wide > 45 else "",
        "first": placed.left == 0,
        "start": start,
        "end": end,
    }
