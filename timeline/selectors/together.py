"""Several events on one page: a column an event, one axis for all, what each account says below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline import wording
from timeline.axis import Axis
from timeline.badges import Badge, badges
from timeline.drawing import Canvas, Lanes
from timeline.models import Claim, Conflict, Dossier, Event
from timeline.selectors.columns import Column
from timeline.selectors.comparison import Verdict, claims_of_events, compare, event_axis, in_bands
from timeline.selectors.dossiers import shown_events
from timeline.selectors.known import Known
from timeline.selectors.timeline import conflicts_of
from timeline.styles import Styles

# More events than this nobody compares, and a page could not hold.
MOST_EVENTS, MOST_CLAIMS = 24, 1200
MOST_OFFERED = 300


@dataclass(slots=True)
class Abreast:
    """An event beside others; `after` says how it lies to the one before it, by their most supported times."""

    event: Event
    lanes: Lanes
    badges: list[Badge]
    verdicts: list[Verdict]
    support: str
    after: str
    columns: list[Column]
    quantities: list[str]
    statuses: list[str]


@dataclass(slots=True)
class Together:
    """The events chosen, by time; `missing` are ids of which nothing is left (or was out), `offered` what else there
    is to choose."""

    axis: Axis | None = None
    events: list[Abreast] = field(default_factory=list)
    missing: int = 0
    offered: list[Event] = field(default_factory=list)

    @property
    def bands(self) -> list[list[Abreast]]:
        return in_bands(self.events)

    @property
    def ids(self) -> list[int]:
        return [one.event.pk for one in self.events]


def together(
    dossier: Dossier, ids: Sequence[int], zone: ZoneInfo, styles: Styles, known: Known | None = None
) -> Together:
    """The events of these ids, at most `MOST_EVENTS`: eight queries; of what was known at a moment three less."""
    chosen = list(dict.fromkeys(ids))[:MOST_EVENTS]
    if known:
        events = [event for event in known.events if event.pk in chosen]
        told, conflicts = known.told, known.conflicts
        offered = [event for event in known.events if event.pk > 0 and event.pk not in chosen]
    else:
        events = list(shown_events(dossier).filter(pk__in=chosen))
        told = _told(dossier, events)
        conflicts = conflicts_of(events)
        offered = list(shown_events(dossier).exclude(pk__in=chosen)[:MOST_OFFERED])
    events.sort(key=_place)
    claims = [claim for event in events for claim in told[event.pk]]
    axis = event_axis(claims, zone) if any(claim.timestamp for claim in claims) else None
    shown: list[Abreast] = []
    for event in events:
        before = shown[-1].event if shown else None
        shown.append(_abreast(event, before, told[event.pk], conflicts[event.pk], axis, zone, styles, dossier.slug))
    return Together(
        axis, shown, len(chosen) - len(events), sorted(offered, key=lambda event: event.title)[:MOST_OFFERED]
    )


def _told(dossier: Dossier, events: Sequence[Event]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims_of_events(events)[:MOST_CLAIMS]:
        found[claim.event_id or 0].append(claim)
    return found


def _abreast(
    event: Event,
    before: Event | None,
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    axis: Axis | None,
    zone: ZoneInfo,
    styles: Styles,
    slug: str,
) -> Abreast:
    it = compare(event, claims, conflicts, zone, styles, slug=slug)
    return Abreast(
        event=event,
        lanes=Canvas(axis, styles, slug).lanes(claims, conflicts) if axis else Lanes([]),
        badges=badges(event, conflicts, claims),
        verdicts=it.verdicts,
        support=it.support,
        after=after(before, event) if before else "",
        columns=it.columns,
        quantities=list(dict.fromkeys(text for column in it.columns for text in column.quantities)),
        statuses=list(dict.fromkeys(status for column in it.columns for status in column.statuses)),
    )


def _place(event: Event) -> tuple[bool, float, int]:
    start, end = when(event)
    at = start or end
    return at is None, at.timestamp() if at else 0.0, event.pk


def when(event: Event) -> tuple[datetime | None, datetime | None]:
    """Its most supported time, else all its accounts span."""
    if event.supported_by and (event.supported_start or event.supported_end):
        return event.supported_start, event.supported_end
    return event.start, event.end


def after(one: Event, other: Event) -> str:
    """How the other lies to the one before it: “3 h 30 after “A ship burns” ended”."""
    end, start = when(one)[1], when(other)[0]
    if end is None or start is None or when(other) == (None, None):
        return "cannot be told"
    apart = (start - end).total_seconds()
    if apart < 0:
        return f"overlaps “{one.title}”"
    return f"{wording.gap(apart)} after “{one.title}” ended" if apart else f"as “{one.title}” ended"
