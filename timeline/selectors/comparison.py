"""One event: its accounts side by side, a column an origin, and what of them cannot hold together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from timeline import wording
from timeline.axis import Axis, percent
from timeline.badges import Badge, badges, look
from timeline.drawing import Canvas, Lanes, visible
from timeline.models import Claim, Conflict, Dossier, Event, Ruling
from timeline.reading.intervals import Granularity, Interval, hull
from timeline.selectors.columns import Column, Reason, columns
from timeline.selectors.dossiers import shown_events
from timeline.selectors.timeline import conflicts_of
from timeline.styles import Styles

UTC = ZoneInfo("UTC")
MOST_CLAIMS = 400
# More columns side by side leave their words no room on a desktop page.
MOST_ABREAST = 5
T = TypeVar("T")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A conflict as a sentence, with how it looks."""

    conflict: Conflict
    look: str
    headline: str


@dataclass(slots=True)
class RulingShown:
    """A ruling and the claims of the event that came after it: any of them makes it stale. `past`: a newer one stands
    in its place."""

    ruling: Ruling
    when: str
    newer: int
    past: bool


@dataclass(slots=True)
class Comparison:
    """Everything on an event's page."""

    event: Event
    claims: Sequence[Claim]
    columns: list[Column]
    rows: set[str]
    verdicts: list[Verdict]
    badges: list[Badge]
    support: str
    support_left: str
    support_width: str
    axis: Axis
    lanes: Lanes
    rulings: list[RulingShown]
    left_out: int
    number: int = 0
    total: int = 0
    previous: Event | None = None
    following: Event | None = None

    @property
    def bands(self) -> list[list[Column]]:
        """The columns in as few bands as leave each room to be read, the bands as even as may be."""
        return in_bands(self.columns)

    @property
    def in_force(self) -> list[RulingShown]:
        return [shown for shown in self.rulings if not shown.past]

    @property
    def past(self) -> list[RulingShown]:
        return [shown for shown in self.rulings if shown.past]


HEADLINES = {
    Conflict.Kind.TIME: "The times cannot all hold.",
    Conflict.Kind.QUANTITY: "The counts cannot all hold.",
    Conflict.Kind.STATUS: "Some say it happened, some deny it.",
    Conflict.Kind.ACTOR: "They differ on who did it.",
    Conflict.Kind.PLACE: "They differ on where it was.",
    Conflict.Kind.MANNER: "They differ on how it was done.",
    Conflict.Kind.PARTICIPANT: "They differ on who took part.",
    Conflict.Kind.WORDING: "The same words are printed differently.",
    Conflict.Kind.ATTRIBUTION: "The same words are given to different voices.",
    Conflict.Kind.IMPOSSIBLE: "A report is older than what it reports.",
}
# Which row of the comparison a conflict's cells stand in.
ROWS = {
    Conflict.Kind.TIME: "when",
    Conflict.Kind.IMPOSSIBLE: "when",
    Conflict.Kind.QUANTITY: "quantity",
    Conflict.Kind.STATUS: "status",
    Conflict.Kind.WORDING: "words",
    Conflict.Kind.ATTRIBUTION: "who",
}


def in_bands(shown: Sequence[T]) -> list[list[T]]:
    """At most `MOST_ABREAST` beside each other."""
    if not shown:
        return []
    number = -(-len(shown) // MOST_ABREAST)
    width = -(-len(shown) // number)
    return [list(shown[start : start + width]) for start in range(0, len(shown), width)]


def event_of(dossier: Dossier, pk: int) -> Event | None:
    """The event, or None where the dossier has none such with a claim left."""
    return shown_events(dossier).filter(pk=pk).first()


def successor(dossier: Dossier, number: int) -> Event | None:
    """The event that most claims of one that is gone went into, while it has claims itself."""
    return shown_events(dossier).filter(formers__number=number).first()


def comparison(dossier: Dossier, event: Event, zone: ZoneInfo, styles: Styles) -> Comparison:
    """The event's accounts, at most `MOST_CLAIMS` of them, in eight queries."""
    claims = list(claims_of_events([event])[:MOST_CLAIMS])
    shown = compare(event, claims, conflicts_of([event])[event.pk], zone, styles, slug=dossier.slug)
    shown.rulings = _rulings(event, claims, zone)
    return shown


def compare(
    event: Event, claims: Sequence[Claim], conflicts: Sequence[Conflict], zone: ZoneInfo, styles: Styles, *, slug: str
) -> Comparison:
    """These claims of an event side by side, without its rulings; no query where they come with their rows."""
    axis = event_axis(claims, zone)
    side_by_side = columns(claims, zone, styles, slug)
    for conflict in conflicts:
        _mark(conflict, side_by_side)
    for column in side_by_side:
        column.shorten()
    support = visible(axis.place(Interval(event.supported_start, event.supported_end))) if event.supported_by else None
    return Comparison(
        event=event,
        claims=claims,
        columns=side_by_side,
        rows=_rows(side_by_side),
        verdicts=[Verdict(c, look(c), headline(c)) for c in sorted(conflicts, key=lambda c: look(c) != "hard")],
        badges=badges(event, conflicts, claims),
        support=support_sentence(event, zone),
        support_left=percent(support.left) if support else "",
        support_width=percent(support.width) if support else "",
        axis=axis,
        lanes=Canvas(axis, styles, slug).lanes(claims, conflicts, limit=40),
        rulings=[],
        left_out=max(event.claim_count - len(claims), 0),
    )


def place_among(dossier: Dossier, comparison: Comparison) -> None:
    """Fill in which of the dossier's events it is, and those before and after it in time. Two queries.

    In a large dossier the number is left at 0: finding it would mean counting.
    """
    if dossier.tallied:
        comparison.total = dossier.census.events
        comparison.previous = _neighbour(dossier, comparison.event, before=True)
        comparison.following = _neighbour(dossier, comparison.event, before=False)
        return
    ordered = list(shown_events(dossier).order_by("background", "start", "id").values_list("pk", flat=True))
    index = ordered.index(comparison.event.pk)
    near = Event.objects.in_bulk([*ordered[max(index - 1, 0) : index], *ordered[index + 1 : index + 2]])
    comparison.number, comparison.total = index + 1, len(ordered)
    comparison.previous = near.get(ordered[index - 1]) if index else None
    comparison.following = near.get(ordered[index + 1]) if index + 1 < len(ordered) else None


def _neighbour(dossier: Dossier, event: Event, *, before: bool) -> Event | None:
    """The next dated event of the same ground, background or not; by an index."""
    if event.start is None:
        return None
    events = shown_events(dossier).filter(background=event.background)
    if before:
        near = events.filter(start__lte=event.start).exclude(start=event.start, pk__gte=event.pk)
        return near.order_by("-start", "-id").first()
    near = events.filter(start__gte=event.start).exclude(start=event.start, pk__lte=event.pk)
    return near.order_by("start", "id").first()


def claims_of_events(events: Sequence[Event]) -> QuerySet[Claim]:
    """Their claims with everything a comparison shows; three queries."""
    return (
        Claim.objects.filter(event__in=[event.pk for event in events], rejected=False)
        .select_related("article__source", "timestamp", "timestamp__timex", "event")
        .defer("article__text")
        .prefetch_related("quantities", "doubts")
        .order_by("origin", "article__start", "id")
    )


def _rows(shown: Sequence[Column]) -> set[str]:
    """The rows that say anything; the others are left out."""
    rows = {"who", "words", "happened", "carried"}
    rows |= {"when"} if any(column.readings for column in shown) else set()
    rows |= {"quantity"} if any(column.quantities for column in shown) else set()
    rows |= {"status"} if any(column.statuses != ["asserted"] for column in shown) else set()
    rows |= {"lag"} if any(outlet.lag for column in shown for outlet in column.outlets) else set()
    return rows | ({"doubt"} if any(column.doubts for column in shown) else set())


def _mark(conflict: Conflict, shown: Sequence[Column]) -> None:
    """Mark the cells of all sides but the one most origins are on; of all sides where none has more."""
    sides: dict[int, int] = {side.claim_id: side.number for side in conflict.sides.all()}
    column_sides = {column.number: {sides[pk] for pk in column.claims if pk in sides} for column in shown}
    sizes: dict[int, int] = defaultdict(int)
    for numbers in column_sides.values():
        for number in numbers:
            sizes[number] += 1
    largest = [number for number, size in sizes.items() if size == max(sizes.values())]
    spared = largest[0] if len(largest) == 1 else None
    for column in shown:
        marked = column_sides[column.number] - {spared}
        if marked:
            against = {pk for pk in column.claims if sides.get(pk) in marked}
            for part in (*column.words, *(column.readings if conflict.kind == Conflict.Kind.TIME else [])):
                part.differs = part.differs or bool(part.pks & against)
            others = [o.who for o in shown if o is not column and column_sides[o.number] - marked]
            column.differs.setdefault(ROWS.get(Conflict.Kind(conflict.kind), "happened"), []).append(
                _reason(conflict, others)
            )


def _reason(conflict: Conflict, others: Sequence[str]) -> Reason:
    against = wording.listing(others) or "another account of the same origin"
    gap = f", {wording.apart(conflict.gap_seconds)}" if conflict.gap_seconds is not None else ""
    verb = "Cannot hold with" if conflict.strength == Conflict.Strength.HARD else "Differs from"
    return Reason(f"{verb} {against}{gap}.", conflict)


def headline(conflict: Conflict) -> str:
    if conflict.strength == Conflict.Strength.SOFT and conflict.kind == Conflict.Kind.TIME:
        return "The times differ but may be reconciled."
    if conflict.strength == Conflict.Strength.SOFT and conflict.kind == Conflict.Kind.QUANTITY:
        return "The counts differ but may be reconciled."
    return HEADLINES[Conflict.Kind(conflict.kind)]


def support_sentence(event: Event, zone: ZoneInfo) -> str:
    """“7 July 15:30–16:30, compatible with 3 of 4 origins”, or "" where no time of its own is told, or each origin
    tells another: what one of several says is not the most supported."""
    if not event.supported_by or (event.supported_start is None and event.supported_end is None):
        return ""
    if event.supported_by == 1 < event.dated_origins:
        return ""
    told = wording.interval(event.supported_start, event.supported_end, zone)
    origins = wording.counted(event.dated_origins, "origin")
    return f"{told}, compatible with {event.supported_by} of {origins}"


def event_axis(claims: Sequence[Claim], zone: ZoneInfo) -> Axis:
    """A window for one event: what its finely told times span, a margin on both sides; coarse ones are cut."""
    stamps = [claim.timestamp for claim in claims if claim.timestamp]
    fine = [s for s in stamps if not Granularity.DAY.finer_than(Granularity(s.granularity)) and s.start and s.end]
    chosen = fine or [stamp for stamp in stamps if stamp.start and stamp.end] or stamps
    points: list[datetime] = [p for stamp in chosen for p in (stamp.start, stamp.end) if p]
    if not points:
        return Axis(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 2, tzinfo=UTC), zone)
    whole = hull(Interval(s.start, s.end) for s in fine) if fine else None
    start, end = (whole.start, whole.end) if whole and whole.start and whole.end else (min(points), max(points))
    margin = max((end - start) * 0.06, timedelta(minutes=30))
    return Axis(start - margin, end + margin, zone)


def _rulings(event: Event, claims: Sequence[Claim], zone: ZoneInfo) -> list[RulingShown]:
    """All rulings, the newest first, each with how many of the event's claims it has not weighed."""
    present = {claim.pk for claim in claims}
    shown = []
    for ruling in event.rulings.select_related("editor").prefetch_related(
        Prefetch("weighed", Claim.objects.only("pk"))
    ):
        weighed = {claim.pk for claim in ruling.weighed.all()}
        told = wording.interval(ruling.start, ruling.end, zone) if ruling.start or ruling.end else ""
        shown.append(RulingShown(ruling, told, len(present - weighed), ruling.superseded_by_id is not None))
    return shown
