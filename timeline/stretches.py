"""The stretches of time that claims are counted in where there are too many to draw, on one zone's clock. No Django."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")

DAY = timedelta(days=1)
# The unit of a cell and how many make one, by the longest window: at most seventy or so cells across.
CELLS = [
    (timedelta(hours=12), "minutes", 1),
    (3 * DAY, "hour", 1),
    (9 * DAY, "hour", 3),
    (18 * DAY, "hour", 6),
    (70 * DAY, "day", 1),
    (490 * DAY, "week", 1),
    (2100 * DAY, "month", 1),
    (timedelta.max, "year", 1),
]
UNITS = ("minutes", "hour", "day", "week", "month", "year")
# Claims of one source are counted by these only: by finer ones there are hardly fewer counts than claims.
UNITS_OF_A_SOURCE = UNITS[2:]
LONGEST = {
    "minutes": timedelta(minutes=10),
    "hour": timedelta(hours=1),
    "day": DAY,
    "week": 7 * DAY,
    "month": 31 * DAY,
    "year": 366 * DAY,
}


def cell_for(span: timedelta, finest: str = "minutes") -> tuple[str, int]:
    """The unit and the number of them that a cell of such a window has; no unit finer than `finest`."""
    unit, step = next((unit, step) for longest, unit, step in CELLS if span <= longest)
    return (unit, step) if UNITS.index(unit) >= UNITS.index(finest) else (finest, 1)


def floor(instant: datetime, unit: str, zone: ZoneInfo, step: int = 1) -> datetime:
    """Where the stretch begins that the instant lies in: the hour, the local midnight, the Monday …"""
    local = instant.astimezone(zone)
    if unit in {"minutes", "hour"}:
        minute = local.minute - local.minute % 10 if unit == "minutes" else 0
        hour = local.hour - local.hour % step if unit == "hour" else local.hour
        return local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    day = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if unit == "week":
        return (day.replace(tzinfo=None) - day.weekday() * DAY).replace(tzinfo=zone)
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def covering(start: datetime, end: datetime) -> Iterator[tuple[str, datetime]]:
    """The fewest days, months and years of UTC that cover from start to end, in order, each with its unit."""
    at = start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    while at < end:
        for unit in ("year", "month", "day"):
            after = following(at, unit)
            if floor(at, unit, UTC) == at and (after <= end or unit == "day"):
                break
        yield unit, at
        at = after


def following(start: datetime, unit: str, step: int = 1) -> datetime:
    """Where a stretch ends that begins at `start`, as `floor` gives it."""
    if unit in {"minutes", "hour"}:
        return start + step * LONGEST[unit]
    days = {"day": 1, "week": 7, "month": 32, "year": 367}[unit]
    after = start.replace(tzinfo=None) + days * DAY
    after = after.replace(day=1) if unit in {"month", "year"} else after
    after = after.replace(month=1) if unit == "year" else after
    return after.replace(tzinfo=start.tzinfo)
