"""Events, conflicts and claims worked out for one moment instead of being stored, and what is read of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from timeline.axis import Axis
from timeline.forms import Filters
from timeline.models import Claim, Conflict, Dossier, Event
from timeline.selectors.dossiers import Counts, article_counts
from timeline.selectors.filtering import left_of
from timeline.selectors.moments import out_by
from timeline.selectors.out import Part
from timeline.selectors.timeline import MOST_CLAIMS as MOST_DRAWN
from timeline.selectors.timeline import (
    MOST_EVENTS_BESIDE,
    MOST_LISTED,
    Outside,
    Timeline,
    canvas_of,
    in_order,
    rows_of,
    windowed,
)
from timeline.styles import Styles


@dataclass(slots=True)
class Known:
    """What was known at a moment. Rows carry ids but are not stored: an event below zero is none of today's events,
    `later` says in which of them its claims stand now. `told` and `conflicts` are by event id, `origins` gives each
    claim's origin; `fresh` are the ids of claims that came out after `since`.

    `part` says how much of what was out was looked at: of its `hardest` so many events, `coarse` events left out.
    """

    as_of: datetime
    events: list[Event] = field(default_factory=list)
    told: dict[int, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    conflicts: dict[int, list[Conflict]] = field(default_factory=lambda: defaultdict(list))
    origins: dict[int, int] = field(default_factory=dict)
    later: dict[int, Event] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)
    changes: "Changes | None" = None
    part: Part = Part.ALL
    hardest: int = 0
    coarse: int = 0

    @property
    def too_many(self) -> bool:
        return self.part is Part.NONE

    def event(self, pk: int) -> Event | None:
        return next((event for event in self.events if event.pk == pk), None)

    def all_conflicts(self) -> list[Conflict]:
        return [conflict for event in self.events for conflict in self.conflicts[event.pk]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event between two moments: its new claims, and figures before and after (None: no change)."""

    event: Event
    is_new: bool
    claims: Sequence[Claim]
    opened: Sequence[Conflict]
    settled: Sequence[str]
    reports: tuple[int, int]
    origins: tuple[int, int]
    support: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, the events with conflicts opened or settled first."""

    claims: int
    events: int
    opened: int
    settled: int
    each: Sequence[Change]

    @property
    def any(self) -> bool:
        return bool(self.claims or self.opened or self.settled)

    def of(self, pk: int) -> "Changes":
        """Those of one event."""
        own = [one for one in self.each if one.event.pk == pk]
        return Changes(
            claims=sum(len(one.claims) for one in own),
            events=0,
            opened=sum(len(one.opened) for one in own),
            settled=sum(len(one.settled) for one in own),
            each=own,
        )


def known_counts(dossier: Dossier, known: Known) -> Counts:
    """The line under the title, of what was known; one query."""
    claims = [claim for event in known.events for claim in known.told[event.pk]]
    conflicts = known.all_conflicts()
    return Counts(
        **article_counts(dossier.articles.filter(out_by(known.as_of))),
        voices=len({claim.voice for claim in claims if claim.voice}),
        claims=len(claims),
        events=len(known.events),
        conflicts=len(conflicts),
        open=len(conflicts),
        hard=sum(conflict.strength == Conflict.Strength.HARD for conflict in conflicts),
    )


def known_timeline(dossier: Dossier, filters: Filters, axis: Axis, styles: Styles, known: Known) -> Timeline:
    """The window drawn from what was known; one query where the filters ask for claims, else none."""
    told = filtered(dossier, filters, known)
    events = [event for event in known.events if told[event.pk] and _asked(event, filters)]
    inside = [event for event in events if _dated(event) and overlaps(event, axis)]
    claims = sum(event.claim_count for event in inside)
    shown = inside if claims <= MOST_DRAWN else sorted(inside, key=_hardness)[:MOST_EVENTS_BESIDE]
    undated = [event for event in events if not _dated(event)][: MOST_LISTED * 2]
    canvas = canvas_of(dossier, filters, axis, styles)
    before = [event for event in events if event.end and event.end <= axis.start]
    after = [event for event in events if event.start and event.start >= axis.end]
    rows = rows_of(canvas, filters, in_order(shown), told, known.conflicts)
    for row in rows:
        row.later = known.later.get(row.event.pk) if row.event else None
    return Timeline(
        axis=axis,
        rows=rows,
        undated=rows_of(canvas, filters, undated, told, known.conflicts, by_event=True),
        before=_outside(sorted(before, key=lambda event: event.end, reverse=True)),
        after=_outside(sorted(after, key=lambda event: event.start)),
        strips=None,
        claims=claims,
        not_drawn=len(inside) - len(shown),
        coarse=known.coarse,
    )


def known_on_screen(dossier: Dossier, filters: Filters, axis: Axis, known: Known) -> QuerySet[Claim]:
    """`timeline.claims_on_screen` of what was known: the claims of the window's events and of those no one dates."""
    told = filtered(dossier, filters, known)
    events = [event for event in known.events if told[event.pk] and _asked(event, filters)]
    shown = [event for event in events if not _dated(event) or overlaps(event, axis)]
    return dossier.claims.filter(pk__in=[claim.pk for event in shown for claim in told[event.pk]])


def filtered(dossier: Dossier, filters: Filters, known: Known) -> dict[int, list[Claim]]:
    """The claims the filters leave, by event."""
    if not (filters.q or filters.sources or filters.statuses):
        return known.told
    ids = [claim.pk for claims in known.told.values() for claim in claims]
    kept = set(left_of(dossier, filters, Claim.objects.filter(pk__in=ids)).values_list("pk", flat=True))
    left = {pk: [claim for claim in claims if claim.pk in kept] for pk, claims in known.told.items()}
    return defaultdict(list, left)


def _asked(event: Event, filters: Filters) -> bool:
    return (
        (not filters.types or event.type in filters.types)
        and (not filters.conflicts or event.conflict_count > 0)
        and event.origin_count >= filters.origins
    )


def _dated(event: Event) -> bool:
    return event.start is not None or event.end is not None


def overlaps(event: Event, axis: Axis) -> bool:
    """`timeline.overlapping` of a row that is not stored."""
    if event.start is None:
        return event.end is not None and event.end > axis.start
    return event.start < axis.end and (event.end is None or event.end > axis.start)


def _hardness(event: Event) -> tuple[int, int, int, int]:
    return -event.hard_count, -event.conflict_count, -event.claim_count, event.pk


def _outside(events: Sequence[Event]) -> Outside:
    return Outside(len(events), windowed(events[:MOST_LISTED]))
