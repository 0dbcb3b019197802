"""One event: its accounts side by side, a column an origin, and what of them cannot hold together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from timeline import wording
from timeline.axis import Axis
from timeline.badges import Badge, badges, look
from timeline.drawing import Canvas, Lanes, Style, percent
from timeline.labels import claim_url, how, when
from timeline.models import Claim, Conflict, Dossier, Event, Quantity, Ruling
from timeline.reading.intervals import Granularity, Interval, hull
from timeline.selectors.dossiers import live_claims, shown_events
from timeline.selectors.timeline import conflicts_of, witness

UTC = ZoneInfo("UTC")
MOST_CLAIMS = 400
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Words:
    """A quote cut at the words of its time: before, time, after; and who prints it so."""

    before: str
    time: str
    after: str
    claims: tuple["Outlet", ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A claim as its article carries it: when that was published and how long after the happening."""

    claim: Claim
    style: Style
    url: str
    published: str
    lag: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One time of a column: on the dossier's clock, in UTC, how finely, and the steps that led there."""

    local: str
    utc: str
    how: str
    steps: list[str]


@dataclass(slots=True)
class Column:
    """One origin. `differs` maps a row's name to the reasons its cell is marked."""

    number: int
    who: str
    role: str
    through: str
    outlets: list[Outlet]
    words: list[Words]
    readings: list[Reading]
    happened: list[str]
    quantities: list[str]
    statuses: list[str]
    doubts: list[str]
    differs: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A conflict as a sentence, with how it looks."""

    conflict: Conflict
    look: str
    headline: str


@dataclass(slots=True)
class RulingShown:
    """A ruling and the claims of the event that came after it: any of them makes it stale."""

    ruling: Ruling
    when: str
    newer: int


@dataclass(slots=True)
class Comparison:
    """Everything on an event's page."""

    event: Event
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


def event_of(dossier: Dossier, pk: int) -> Event | None:
    """The event, or None where the dossier has none such with a claim left."""
    return shown_events(dossier).filter(pk=pk).first()


def comparison(dossier: Dossier, event: Event, zone: ZoneInfo, styles: dict[int, Style]) -> Comparison:
    """The event's accounts, at most `MOST_CLAIMS` of them, in eight queries."""
    claims = list(_claims(dossier, event)[:MOST_CLAIMS])
    conflicts = conflicts_of([event])[event.pk]
    axis = event_axis(claims, zone)
    columns = [_column(number, group, zone, styles, dossier.slug) for number, group in _by_origin(claims)]
    for conflict in conflicts:
        _mark(conflict, columns)
    support = axis.place(Interval(event.supported_start, event.supported_end)) if event.supported_by else None
    return Comparison(
        event=event,
        columns=columns,
        rows=_rows(columns),
        verdicts=[Verdict(c, look(c), headline(c)) for c in sorted(conflicts, key=lambda c: look(c) != "hard")],
        badges=badges(event, conflicts, claims),
        support=support_sentence(event, zone),
        support_left=percent(support.left) if support else "",
        support_width=percent(support.width) if support else "",
        axis=axis,
        lanes=Canvas(axis, styles, dossier.slug).lanes(claims, conflicts, limit=40),
        rulings=_rulings(event, claims, zone),
        left_out=max(event.claim_count - len(claims), 0),
    )


def place_among(dossier: Dossier, comparison: Comparison) -> None:
    """Fill in which of the dossier's events it is, and those before and after it in time. One query."""
    ordered = list(shown_events(dossier).order_by("background", "start", "id").values_list("pk", flat=True))
    index = ordered.index(comparison.event.pk)
    near = Event.objects.in_bulk([*ordered[max(index - 1, 0) : index], *ordered[index + 1 : index + 2]])
    comparison.number, comparison.total = index + 1, len(ordered)
    comparison.previous = near.get(ordered[index - 1]) if index else None
    comparison.following = near.get(ordered[index + 1]) if index + 1 < len(ordered) else None


def _claims(dossier: Dossier, event: Event) -> QuerySet[Claim]:
    return (
        live_claims(dossier)
        .filter(event=event)
        .select_related("article__source", "timestamp", "timestamp__timex", "event")
        .defer("article__text")
        .prefetch_related("quantities", "doubts")
        .order_by("origin", "article__start", "id")
    )


def _by_origin(claims: Sequence[Claim]) -> list[tuple[int, list[Claim]]]:
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.origin].append(claim)
    return sorted(groups.items(), key=lambda item: (_starts(item[1]), item[0]))


def _starts(claims: Sequence[Claim]) -> float:
    """When an origin's earliest told time is centred: columns stand from early to late."""
    told = [claim.timestamp for claim in claims if claim.timestamp and not claim.timestamp.inherited]
    ends = [(stamp.start or stamp.end, stamp.end or stamp.start) for stamp in told]
    return min((sum(instant.timestamp() for instant in pair) / 2 for pair in ends), default=float("inf"))


def _column(number: int, group: list[Claim], zone: ZoneInfo, styles: dict[int, Style], slug: str) -> Column:
    outlets = [outlet(claim, zone, styles, slug) for claim in group]
    first = group[0]
    via = dict.fromkeys(claim.via or claim.article.via for claim in group if claim.via or claim.article.via)
    return Column(
        number=number,
        who=witness(group),
        role=next((claim.role for claim in group if claim.role), ""),
        through=f"via {wording.listing(via)}" if via else "" if first.voice else "own report",
        outlets=outlets,
        words=_words(outlets),
        readings=_readings(group, zone),
        happened=_distinct(happened(claim) for claim in group),
        quantities=_distinct(said(quantity) for claim in group for quantity in claim.quantities.all()),
        statuses=_distinct(claim.status for claim in group),
        doubts=_distinct(doubt.text for claim in group for doubt in claim.doubts.all() if not doubt.settled),
    )


def _distinct(texts: "object") -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def outlet(claim: Claim, zone: ZoneInfo, styles: dict[int, Style], slug: str) -> Outlet:
    article = claim.article
    published = wording.interval(article.start, article.end, zone) if article.start or article.end else "date not known"
    return Outlet(claim, styles[article.source_id], claim_url(slug, claim), published, lag(claim))


def lag(claim: Claim) -> str:
    """How long after the happening it was published, by the claim's own time; "" where either is not known."""
    stamp, article = claim.timestamp, claim.article
    if not stamp or stamp.end is None or article.start is None:
        return ""
    if article.start >= stamp.end:
        return f"{wording.gap((article.start - stamp.end).total_seconds())} after it ended"
    if stamp.start and article.start >= stamp.start:
        return "within that time"
    return "" if stamp.start is None else "before it"


def _words(outlets: Sequence[Outlet]) -> list[Words]:
    """The different quotes of a column, each with the outlets that print it."""
    groups: dict[str, list[Outlet]] = defaultdict(list)
    for one in outlets:
        groups[" ".join(one.claim.quote.split()).casefold()].append(one)
    return [Words(*split_at_time(group[0].claim), tuple(group)) for group in groups.values()]


def split_at_time(claim: Claim) -> tuple[str, str, str]:
    """The quote before, at and after the words of its time; the time is empty when told elsewhere."""
    stamp, quote = claim.timestamp, claim.quote
    if not stamp or stamp.inherited:
        return quote, "", ""
    if stamp.timex and claim.start <= stamp.timex.start and stamp.timex.end <= claim.end:
        first, last = stamp.timex.start - claim.start, stamp.timex.end - claim.start
        return quote[:first], quote[first:last], quote[last:]
    first = quote.find(stamp.text) if stamp.text else -1
    last = first + len(stamp.text)
    return (quote, "", "") if first < 0 else (quote[:first], quote[first:last], quote[last:])


def _readings(group: Sequence[Claim], zone: ZoneInfo) -> list[Reading]:
    found: dict[tuple[str, str], Reading] = {}
    for claim in group:
        stamp = claim.timestamp
        if stamp is None:
            continue
        reading = Reading(
            local=when(stamp, zone).split(",")[0] if stamp.saying else wording.interval(stamp.start, stamp.end, zone),
            utc=wording.interval(stamp.start, stamp.end, UTC),
            how=how(claim),
            steps=[step for step in stamp.steps.splitlines() if step],
        )
        found.setdefault((reading.local, reading.how), reading)
    return list(found.values())


def happened(claim: Claim) -> str:
    """Who did what to whom, as far as the words say."""
    parts = [claim.actor, f"→ {claim.target}" if claim.target else "", f"({claim.place})" if claim.place else ""]
    told = " ".join(filter(None, parts))
    return f"{claim.type}: {told}" if told else claim.type


def said(quantity: Quantity) -> str:
    amount = wording.amount(quantity.low, quantity.high, quantity.approximate)
    unit = quantity.unit if quantity.unit not in quantity.text else ""
    counted = f" {quantity.of}" if quantity.of and quantity.of != quantity.unit else ""
    return f"{amount} {unit}{counted} (“{quantity.text}”)".replace("  ", " ")


def _rows(columns: Sequence[Column]) -> set[str]:
    """The rows that say anything; the others are left out."""
    rows = {"who", "words", "happened", "carried"}
    rows |= {"when"} if any(column.readings for column in columns) else set()
    rows |= {"quantity"} if any(column.quantities for column in columns) else set()
    rows |= {"status"} if any(column.statuses != ["asserted"] for column in columns) else set()
    rows |= {"lag"} if any(outlet.lag for column in columns for outlet in column.outlets) else set()
    return rows | ({"doubt"} if any(column.doubts for column in columns) else set())


def _mark(conflict: Conflict, columns: Sequence[Column]) -> None:
    """Mark the cells of all sides but the one most origins are on; of all sides where none has more."""
    sides: dict[int, int] = {side.claim_id: side.number for side in conflict.sides.all()}
    column_sides = {
        column.number: {sides[o.claim.pk] for o in column.outlets if o.claim.pk in sides} for column in columns
    }
    sizes: dict[int, int] = defaultdict(int)
    for numbers in column_sides.values():
        for number in numbers:
            sizes[number] += 1
    largest = [number for number, size in sizes.items() if size == max(sizes.values())]
    spared = largest[0] if len(largest) == 1 else None
    for column in columns:
        marked = column_sides[column.number] - {spared}
        if marked:
            others = [other.who for other in columns if column_sides[other.number] - marked]
            column.differs.setdefault(ROWS.get(Conflict.Kind(conflict.kind), "happened"), []).append(
                _reason(conflict, others)
            )


def _reason(conflict: Conflict, others: Sequence[str]) -> str:
    against = wording.listing(others) or "another account of the same origin"
    gap = f", {wording.apart(conflict.gap_seconds)}" if conflict.gap_seconds is not None else ""
    verb = "Cannot hold with" if conflict.strength == Conflict.Strength.HARD else "Differs from"
    return f"{verb} {against}{gap}."


def headline(conflict: Conflict) -> str:
    if conflict.strength == Conflict.Strength.SOFT and conflict.kind == Conflict.Kind.TIME:
        return "The times differ but may be reconciled."
    if conflict.strength == Conflict.Strength.SOFT and conflict.kind == Conflict.Kind.QUANTITY:
        return "The counts differ but may be reconciled."
    return HEADLINES[Conflict.Kind(conflict.kind)]


def support_sentence(event: Event, zone: ZoneInfo) -> str:
    """“7 July 15:30–16:30, compatible with 3 of 4 origins”, or "" where no time of its own is told."""
    if not event.supported_by or (event.supported_start is None and event.supported_end is None):
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
    """Rulings in force, each with how many of the event's claims it has not weighed."""
    rulings = event.rulings.filter(superseded_by=None).select_related("editor")
    present = {claim.pk for claim in claims}
    shown = []
    for ruling in rulings.prefetch_related(Prefetch("weighed", Claim.objects.only("pk"))):
        weighed = {claim.pk for claim in ruling.weighed.all()}
        told = wording.interval(ruling.start, ruling.end, zone) if ruling.start or ruling.end else ""
        shown.append(RulingShown(ruling, told, len(present - weighed)))
    return shown
