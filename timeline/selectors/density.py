"""Where there are too many claims to draw: how many there are, in which stretch, and where they conflict."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, IntegerField, Sum, Value, When
from django.db.models.functions import Coalesce

from timeline.axis import Axis, percent
from timeline.forms import Filters
from timeline.models import Claim, Dossier
from timeline.reading.intervals import Interval
from timeline.selectors.filtering import events_within, is_narrow, left_of, told
from timeline.stretches import UNITS, UNITS_OF_A_SOURCE, cell_for, floor, following

MOST_STRIPS = 12
LEVELS = 5
# Where no tally answers, the claims of so many events are counted.
MOST_COUNTED = 2_000
AT = Coalesce("event__supported_start", "event__start", "event__supported_end", "event__end")

# (type, an instant in the cell, claims, those of them about an event with a conflict)
Counted = tuple[str, datetime, int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """The claims about events that began in one stretch; `level` 1 to 5 is how many for this strip."""

    left: str
    width: str
    level: int
    claims: int
    contested: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Strip:
    """A kind of event over the window."""

    type: str
    claims: int
    contested: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Strips:
    """The window counted; `partial` where there is more than was counted."""

    each: list[Strip]
    claims: int
    partial: bool = False


def strips(dossier: Dossier, filters: Filters, axis: Axis) -> Strips:
    """A strip a type, the commonest first, the rest in one; one query, of a large dossier from its tallies where they
    can answer, else from its rows, of `MOST_COUNTED` events at most."""
    if is_tallied(dossier, filters):
        return _strips(_tallied(dossier, filters, axis), filters, axis, _finest(filters))
    rows = list(_rows(dossier, filters, axis))
    partial = filters.bounds.each is not None or (dossier.tallied and not filters.q and len(rows) >= MOST_COUNTED)
    return _strips(rows, filters, axis, "minutes", partial)


def _finest(filters: Filters) -> str:
    """The finest unit there are tallies of for what is asked."""
    return (UNITS_OF_A_SOURCE if filters.sources else UNITS)[0]


def is_tallied(dossier: Dossier, filters: Filters) -> bool:
    """Whether the dossier's tallies by time know all that is asked for."""
    return dossier.tallied and not (filters.q or filters.origins)


def _tallied(dossier: Dossier, filters: Filters, axis: Axis) -> list[Counted]:
    unit, _ = cell_for(axis.span, _finest(filters))
    rows = dossier.densities.filter(unit=unit, at__gte=floor(axis.start, unit, filters.place), at__lt=axis.end)
    rows = rows.filter(source__in=filters.sources) if filters.sources else rows.filter(source=None)
    rows = rows.filter(status__in=filters.statuses) if filters.statuses else rows
    rows = rows.filter(type__in=filters.types) if filters.types else rows
    asked = "contested" if filters.conflicts else "claims"
    rows = rows.filter(**{f"{asked}__gt": 0})
    grouped = rows.order_by().values_list("type", "at")
    return list(grouped.annotate(number=Sum(asked), differing=Sum("contested")))


def _rows(dossier: Dossier, filters: Filters, axis: Axis) -> Iterable[Counted]:
    """The same from the claims, an event a row; what began before the window stands in its first cell."""
    events = events_within(dossier, filters, axis).order_by().values("pk")
    # Of words no more than so many claims are looked at in any case.
    events = events[:MOST_COUNTED] if dossier.tallied and not filters.q else events
    few = told(dossier, filters) if is_narrow(filters) else left_of(dossier, filters, Claim.objects.all())
    claims = few.filter(event__in=events)
    contested = Case(When(event__conflict_count__gt=0, then=Value(1)), default=Value(0), output_field=IntegerField())
    grouped = claims.order_by().values_list("event", "event__type", AT)
    rows = grouped.annotate(number=Count("pk"), differing=Sum(contested))
    for _, kind, at, number, differing in rows:
        yield kind, max(at, axis.start), number, differing


def _strips(rows: Iterable[Counted], filters: Filters, axis: Axis, finest: str, partial: bool = False) -> Strips:
    unit, step = cell_for(axis.span, finest)
    cells: dict[str, dict[datetime, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    totals: dict[str, int] = defaultdict(int)
    for kind, at, claims, contested in rows:
        cell = cells[kind][floor(at, unit, filters.place, step)]
        cell[0] += claims
        cell[1] += contested
        totals[kind] += claims
    named = sorted(totals, key=lambda kind: (-totals[kind], kind))
    rest = _merged([cells[kind] for kind in named[MOST_STRIPS:]])
    found = [_strip(kind, cells[kind], axis, unit, step) for kind in named[:MOST_STRIPS]]
    found += [_strip("other", rest, axis, unit, step)] if rest else []
    return Strips(found, sum(totals.values()), partial)


def _merged(several: Iterable[dict[datetime, list[int]]]) -> dict[datetime, list[int]]:
    merged: dict[datetime, list[int]] = defaultdict(lambda: [0, 0])
    for cells in several:
        for at, (claims, contested) in cells.items():
            merged[at][0] += claims
            merged[at][1] += contested
    return merged


def _strip(kind: str, counted: dict[datetime, list[int]], axis: Axis, unit: str, step: int) -> Strip:
    top = max(claims for claims, _ in counted.values())
    cells = []
    for start, (claims, contested) in sorted(counted.items()):
        end = following(start, unit, step)
        placed = axis.place(Interval(start, end))
        if placed and claims:
            level = max(1, round(LEVELS * (claims / top) ** 0.5))
            cells.append(Cell(percent(placed.left), percent(placed.width), level, claims, contested, start, end))
    return Strip(kind, sum(cell.claims for cell in cells), sum(cell.contested for cell in cells), cells)
