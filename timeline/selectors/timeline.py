"""The timeline: the events of a window as rows, what lies outside it, and what no one dates."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from timeline import wording
from timeline.axis import Axis
from timeline.badges import Badge, badges
from timeline.drawing import Canvas, Lanes
from timeline.fitting import PLOT_WIDTH, PLOT_WIDTH_BESIDE
from timeline.forms import Filters
from timeline.models import Claim, Conflict, Dossier, Event, Side
from timeline.reach import ANYWHERE, widest
from timeline.selectors import filtering
from timeline.selectors.density import Strips, is_tallied, strips
from timeline.selectors.ruled import ruled
from timeline.selectors.table import Line, lines
from timeline.styles import Styles

# More marks than this tell no more and take long to draw; beyond it events are counted instead of drawn.
MOST_CLAIMS = 1500
# Drawn all the same then: those with the hardest conflicts, as long as they have no more claims than this.
MOST_EVENTS_BESIDE, MOST_LOOKED_AT = 40, 80
MOST_CLAIMS_BESIDE_STRIPS, MOST_CLAIMS_BESIDE_OTHERS = 300, 60
MOST_LISTED = 12
# An event that spans so many windows says little about one of them.
FAR_MORE = 64
# Nobody needs to know how many more lie outside of the window.
MOST_COUNTED = 500
# A window with more claims holds so much of a dossier that the hardest conflicts of all are soon among its own.
MUCH = 20_000
GROUPS = ["Contested", "No conflict found between sources", "Told by one source only", "Background"]


@dataclass(slots=True)
class Row:
    """An event (or an origin) with what is drawn of it."""

    key: str
    title: str
    meta: str
    lanes: Lanes
    claims: Sequence[Claim]
    badges: list[Badge] = field(default_factory=list)
    event: Event | None = None
    group: str = ""
    fresh: int = 0  # claims that came out since the moment the page is compared with
    later: Event | None = None  # the stored event that holds these claims now, where this one is not stored
    table: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Outside:
    """Events of one side of the window: how many (`more`: at least), and the nearest of them, each with a window that
    shows it."""

    count: int
    events: list[Event]
    more: bool = False


@dataclass(slots=True)
class Timeline:
    """Everything of the drawing. `strips` count the claims where there are too many to draw; `not_drawn` says how
    many events there are where nothing counts them. `coarse`: events left out as they span far more than the window,
    `MOST_COUNTED` at most; of those with conflicts the hardest are drawn."""

    axis: Axis
    rows: list[Row]
    undated: list[Row]
    before: Outside
    after: Outside
    strips: Strips | None
    claims: int
    not_drawn: int = 0
    coarse: int = 0


def timeline(dossier: Dossier, filters: Filters, axis: Axis, styles: Styles) -> Timeline:
    """The window's events drawn, about ten queries however many there are."""
    shown, crowd, coarse = _inside(dossier, filters, axis)
    events = filtering.matching_events(dossier, filters)
    undated = list(events.filter(start=None, end=None).order_by("id")[: MOST_LISTED * 2])
    claims = claims_of(dossier, [*shown, *undated], filters)
    conflicts = conflicts_of([*shown, *undated])
    canvas = canvas_of(dossier, filters, axis, styles)
    return Timeline(
        axis=axis,
        rows=rows_of(canvas, filters, in_order(shown), claims, conflicts),
        undated=rows_of(canvas, filters, undated, claims, conflicts, by_event=True),
        before=_outside(events.filter(end__lte=axis.start).order_by("-end")),
        after=_outside(events.filter(start__gte=axis.end).order_by("start")),
        strips=crowd,
        claims=crowd.claims if crowd else sum(event.claim_count for event in shown),
        coarse=coarse,
    )


def _inside(dossier: Dossier, filters: Filters, axis: Axis) -> tuple[list[Event], Strips | None, int]:
    """The window's events to draw; where they are not all, how many claims are where; and how many are left out as
    they span far more than the window, if it can be drawn without them. At most four queries."""
    crowd = strips(dossier, filters, axis) if is_tallied(dossier, filters) else None
    inside = filtering.events_within(dossier, filters, axis)
    if crowd is None or crowd.claims <= MOST_CLAIMS:
        if (events := _few(inside)) is not None:
            return events, None, 0
        narrowest = widest(axis.span * FAR_MORE)
        wide = Q(reach__gt=narrowest)
        if narrowest < ANYWHERE - 1 and (events := _few(inside.exclude(wide))) is not None:
            contested = hardest(inside.filter(wide, conflict_count__gt=0), MOST_CLAIMS_BESIDE_OTHERS)
            count = inside.filter(wide).order_by()[: MOST_COUNTED + len(contested)].count()
            return [*events, *contested], None, count - len(contested)
    crowd = crowd or strips(dossier, filters, axis)
    much = dossier.tallied and crowd.claims > MUCH and not filtering.is_narrow(filters)
    inside = filtering.hardest_within(dossier, filters, axis) if much else inside
    return hardest(inside, MOST_CLAIMS_BESIDE_STRIPS), crowd, 0


def _few(events: QuerySet[Event]) -> list[Event] | None:
    """The events, or None where they have too many claims to draw; no more of them are looked at than shows that."""
    found, left = [], MOST_CLAIMS
    for pk, count in events.order_by().values_list("pk", "claim_count")[: MOST_CLAIMS + 1].iterator(chunk_size=100):
        found.append(pk)
        if (left := left - count) < 0:
            return None
    return list(Event.objects.filter(pk__in=found))


def canvas_of(dossier: Dossier, filters: Filters, axis: Axis, styles: Styles) -> Canvas:
    """The drawing's canvas: narrower beside a panel."""
    return Canvas(axis, styles, dossier.slug, PLOT_WIDTH_BESIDE if filters.event else PLOT_WIDTH)


def rows_of(
    canvas: Canvas,
    filters: Filters,
    events: Sequence[Event],
    claims: dict[int, list[Claim]],
    conflicts: dict[int, list[Conflict]],
    *,
    by_event: bool = False,
) -> list[Row]:
    """A row an event, or a row a witness where the filters ask for it; with its lines where they ask for a table."""
    make = _rows_by_origin if filters.by == "origin" and not by_event else _rows_by_event
    rows = make(canvas, events, claims, conflicts)
    if filters.view == "table" and not by_event:
        for row in rows:
            row.table = lines(row.claims, canvas.axis.zone, canvas.styles, canvas.slug)
    return rows


def claims_on_screen(dossier: Dossier, filters: Filters, axis: Axis | None) -> QuerySet[Claim]:
    """The claims of the window's events and of those no one dates: what an export of the page holds."""
    if axis is None:
        events = filtering.matching_events(dossier, filters).values("pk")
        return filtering.matching_claims(dossier, filters).filter(event__in=events)
    inside = filtering.events_within(dossier, filters, axis).order_by().values("pk")
    undated = filtering.matching_events(dossier, filters).filter(start=None, end=None).order_by().values("pk")
    return filtering.matching_claims(dossier, filters).filter(Q(event__in=inside) | Q(event__in=undated))


def hardest(events: QuerySet[Event], most: int) -> list[Event]:
    """Those with the hardest conflicts, in that order, with so many claims together at most; one that has too many
    beside the others is left out."""
    found: list[Event] = []
    ranked = list(events.order_by("-hard_count", "-conflict_count", "-claim_count", "id")[:MOST_LOOKED_AT])
    for event in ranked:
        if event.claim_count <= most and len(found) < MOST_EVENTS_BESIDE:
            found.append(event)
            most -= event.claim_count
    return found or ranked[:1]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Group by group; within one each by the middle of when it most probably was, more reports first."""

    def place(event: Event) -> tuple[int, float, int, int]:
        return GROUPS.index(group_of(event)), _middle(event), -event.claim_count, event.pk

    return sorted(events, key=place)


def _middle(event: Event) -> float:
    """In seconds; by its most supported time, else by all its times."""
    start, end = (event.supported_start, event.supported_end) if event.supported_by else (event.start, event.end)
    ends = [instant.timestamp() for instant in (start, end) if instant]
    return sum(ends) / len(ends) if ends else float("inf")


def group_of(event: Event) -> str:
    """Under which heading an event stands."""
    if event.background:
        return GROUPS[3]
    if event.conflict_count:
        return GROUPS[0]
    return GROUPS[1] if event.origin_count > 1 else GROUPS[2]


def with_rows(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The claims with what a bar needs, in two queries; never the text of their articles."""
    return (
        claims.select_related("article__source", "timestamp", "event")
        .defer("article__text", "timestamp__steps")
        .prefetch_related("quantities")
        .order_by("article__start", "start", "id")
    )


def claims_of(dossier: Dossier, events: Sequence[Event], filters: Filters) -> dict[int, list[Claim]]:
    """The claims the filters leave of these events, by event. Two queries."""
    by_event: dict[int, list[Claim]] = defaultdict(list)
    chosen = Claim.objects.filter(event__in=[event.pk for event in events])
    for claim in with_rows(filtering.left_of(dossier, filters, chosen)):
        by_event[claim.event_id or 0].append(claim)
    return by_event


def conflicts_of(events: Sequence[Event]) -> dict[int, list[Conflict]]:
    """The conflicts of these events with their sides, by event; two queries."""
    by_event: dict[int, list[Conflict]] = defaultdict(list)
    sides = Prefetch("sides", Side.objects.filter(claim__rejected=False))
    for conflict in Conflict.objects.filter(event__in=[event.pk for event in events]).prefetch_related(sides):
        by_event[conflict.event_id].append(conflict)
    return by_event


def _rows_by_event(
    canvas: Canvas,
    events: Sequence[Event],
    claims: dict[int, list[Claim]],
    conflicts: dict[int, list[Conflict]],
) -> list[Row]:
    rulings = ruled(events)
    return [
        Row(
            key=f"e{event.pk}",
            title=event.title,
            meta=meta(event),
            lanes=canvas.lanes(claims[event.pk], conflicts[event.pk]),
            claims=claims[event.pk],
            badges=[*badges(event, conflicts[event.pk], claims[event.pk]), *rulings[event.pk]],
            event=event,
            group=group_of(event),
            fresh=sum(getattr(claim, "fresh", False) for claim in claims[event.pk]),
        )
        for event in events
    ]


def _rows_by_origin(
    canvas: Canvas,
    events: Sequence[Event],
    claims: dict[int, list[Claim]],
    conflicts: dict[int, list[Conflict]],
) -> list[Row]:
    """A row a witness: every account that goes back to one voice, or to one source in its own voice."""
    witnesses: dict[str, list[Claim]] = defaultdict(list)
    for event in events:
        origins: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims[event.pk]:
            origins[claim.origin].append(claim)
        for group in origins.values():
            witnesses[witness(group, canvas.styles)] += group
    every = [conflict for event in events for conflict in conflicts[event.pk]]
    return [
        Row(
            key=f"o{number}",
            title=name,
            group="Witnesses, by how much they report",
            meta=_witness_meta(group),
            lanes=canvas.lanes(group, [c for c in every if c.kind != Conflict.Kind.TIME], by_event=True),
            claims=group,
        )
        for number, (name, group) in enumerate(sorted(witnesses.items(), key=lambda item: -len(item[1])), start=1)
    ]


def _witness_meta(claims: Sequence[Claim]) -> str:
    events = len({claim.event_id for claim in claims})
    return f"{wording.counted(len(claims), 'report')} of {wording.counted(events, 'event')}"


def witness(origin: Sequence[Claim], styles: Styles) -> str:
    """Whom an origin goes back to: the voice most of its claims name, else the relay, else the source."""
    for names in (
        [claim.voice for claim in origin if claim.voice],
        [claim.via or claim.article.via for claim in origin if claim.via or claim.article.via],
        [styles.of(claim.article).name for claim in origin],
    ):
        if names:
            name = max(dict.fromkeys(names), key=names.count)
            return name[:1].upper() + name[1:]
    return ""


def meta(event: Event) -> str:
    """“Ground assault · 6 reports · 4 independent”."""
    kind = event.type[:1].upper() + event.type[1:]
    origins = f"{event.origin_count} independent" if event.claim_count > 1 else "one source"
    return f"{kind} · {wording.counted(event.claim_count, 'report')} · {origins}"


def _outside(events: QuerySet[Event]) -> Outside:
    nearest = windowed(events.annotate(at=Coalesce("start", "end"))[:MOST_LISTED])
    count = len(nearest) if len(nearest) < MOST_LISTED else events.order_by()[: MOST_COUNTED + 1].count()
    return Outside(min(count, MOST_COUNTED), nearest, count > MOST_COUNTED)


def windowed(events: Iterable[Event]) -> list[Event]:
    """The events, each with a window that shows it whole with room on both sides."""
    found, margin = list(events), timedelta(hours=12)
    for event in found:
        event.window_start = (event.start or event.end) - margin
        event.window_end = (event.end or event.start) + margin
    return found
