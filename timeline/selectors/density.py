"""Where there are too many events to draw: how many there are, in which stretch, and where they conflict."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Coalesce, Greatest, Trunc

from timeline.axis import Axis
from timeline.drawing import percent
from timeline.models import Event
from timeline.reading.intervals import Interval

DAY = timedelta(days=1)
# The calendar unit of a cell, by the longest window it is used for: sixty to a hundred cells across.
CELLS = [
    (timedelta(hours=2), "minute", timedelta(minutes=1)),
    (4 * DAY, "hour", timedelta(hours=1)),
    (100 * DAY, "day", DAY),
    (700 * DAY, "week", 7 * DAY),
    (3000 * DAY, "month", 31 * DAY),
    (timedelta.max, "year", 366 * DAY),
]
MOST_STRIPS = 12
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """The events that begin in one stretch; `level` 1 to 5 is how many for this drawing, `start`/`end` its window."""

    left: str
    width: str
    level: int
    events: int
    conflicts: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Strip:
    """A kind of event over the window."""

    type: str
    events: int
    conflicts: int
    cells: list[Cell]


def strips(events: QuerySet[Event], axis: Axis) -> list[Strip]:
    """A strip a type, the commonest first, the rest in one; one query, its rows bounded by types and cells."""
    unit, length = next((unit, length) for longest, unit, length in CELLS if axis.span <= longest)
    rows = list(
        events.annotate(at=Greatest(Coalesce("supported_start", "start", "end"), axis.start))
        .annotate(cell=Trunc("at", unit, tzinfo=axis.zone))
        .values("type", "cell")
        .annotate(events=Count("pk"), conflicts=Sum("conflict_count"))
        .order_by("cell")
    )
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["type"]] = totals.get(row["type"], 0) + row["events"]
    named = sorted(totals, key=lambda kind: (-totals[kind], kind))[:MOST_STRIPS]
    top = max((row["events"] for row in rows), default=1)
    found = [_strip(kind, [row for row in rows if row["type"] == kind], axis, length, top) for kind in named]
    rest = [row for row in rows if row["type"] not in named]
    return [*found, _strip("other", rest, axis, length, top)] if rest else found


def _strip(kind: str, rows: list[dict[str, object]], axis: Axis, length: timedelta, top: int) -> Strip:
    merged: dict[datetime, list[int]] = {}
    for row in rows:
        cell = merged.setdefault(row["cell"], [0, 0])
        cell[0] += row["events"]
        cell[1] += row["conflicts"]
    cells = []
    for start, (events, conflicts) in merged.items():
        placed = axis.place(Interval(start, start + length))
        if placed:
            level = max(1, round(LEVELS * (events / top) ** 0.5))
            bounds = (percent(placed.left), percent(placed.width))
            cells.append(Cell(*bounds, level, events, conflicts, start, start + length))
    return Strip(kind, sum(cell.events for cell in cells), sum(cell.conflicts for cell in cells), cells)
