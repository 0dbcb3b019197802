"""Where there are too many events to draw: how many there are, in which stretch, and where they conflict."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Coalesce, Greatest, Trunc

from timeline.axis import Axis, percent
from timeline.models import Event
from timeline.reading.intervals import Interval

DAY = timedelta(days=1)
# The calendar unit of a cell and how many make one, by the longest window: at most seventy or so cells across.
CELLS = [
    (timedelta(hours=1.2), "minute", 1),
    (timedelta(hours=12), "minute", 10),
    (3 * DAY, "hour", 1),
    (9 * DAY, "hour", 3),
    (18 * DAY, "hour", 6),
    (70 * DAY, "day", 1),
    (490 * DAY, "week", 1),
    (2100 * DAY, "month", 1),
    (timedelta.max, "year", 1),
]
LENGTHS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": DAY,
    "week": 7 * DAY,
    "month": 31 * DAY,
    "year": 366 * DAY,
}
MOST_STRIPS = 12
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """The events that begin in one stretch; `level` 1 to 5 is how many for this strip, `start`/`end` its window."""

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
    unit, step = next((unit, step) for longest, unit, step in CELLS if axis.span <= longest)
    rows = list(
        events.annotate(at=Greatest(Coalesce("supported_start", "start", "end"), axis.start))
        .annotate(cell=Trunc("at", unit, tzinfo=axis.zone))
        .values("type", "cell")
        .annotate(events=Count("pk"), conflicts=Sum("conflict_count"))
        .order_by("cell")
    )
    for row in rows:
        row["cell"] = _floor(row["cell"], unit, step)
    length = LENGTHS[unit] * step
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["type"]] = totals.get(row["type"], 0) + row["events"]
    named = sorted(totals, key=lambda kind: (-totals[kind], kind))[:MOST_STRIPS]
    found = [_strip(kind, [row for row in rows if row["type"] == kind], axis, length) for kind in named]
    rest = [row for row in rows if row["type"] not in named]
    return [*found, _strip("other", rest, axis, length)] if rest else found


def _floor(instant: datetime, unit: str, step: int) -> datetime:
    """The beginning of the cell of so many hours or minutes."""
    if unit == "hour":
        return instant.replace(hour=instant.hour - instant.hour % step)
    return instant.replace(minute=instant.minute - instant.minute % step) if unit == "minute" else instant


def _strip(kind: str, rows: list[dict[str, Any]], axis: Axis, length: timedelta) -> Strip:
    merged: dict[datetime, list[int]] = {}
    for row in rows:
        cell = merged.setdefault(row["cell"], [0, 0])
        cell[0] += row["events"]
        cell[1] += row["conflicts"]
    top = max(events for events, _ in merged.values())
    cells = []
    for start, (events, conflicts) in merged.items():
        placed = axis.place(Interval(start, start + length))
        if placed:
            level = max(1, round(LEVELS * (events / top) ** 0.5))
            bounds = (percent(placed.left), percent(placed.width))
            cells.append(Cell(*bounds, level, events, conflicts, start, start + length))
    return Strip(kind, sum(cell.events for cell in cells), sum(cell.conflicts for cell in cells), cells)
