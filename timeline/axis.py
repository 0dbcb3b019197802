"""Where an instant stands on the drawing: per cent of its width. No Django, no pixels, no clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from timeline.reading.intervals import Interval

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# A drawing narrower than this has nothing left to tell apart; one wider leaves the calendar.
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(days=365 * 2000)
EARLIEST_YEAR, LATEST_YEAR = 2, 9997
# Night as the reader's own table of parts of the day has it (DESIGN.md section 4).
NIGHT_FROM, NIGHT_TO = 18, 6
MOST_TICKS = 13
# A label that begins beyond this has no room on a narrow drawing.
NARROW_EDGE = 90


def percent(value: float) -> str:
    """A place on the drawing as markup wants it."""
    return f"{value:.3f}%"


@dataclass(frozen=True, slots=True)
class Placed:
    """An interval on the axis, in per cent; `before`/`after` say that it goes on beyond the drawing."""

    left: float
    right: float
    before: bool
    after: bool

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing; `major` ones open a day (or a year) and stand in the upper line of the header."""

    left: float
    label: str
    major: bool
    spare: bool  # may be left out where the drawing is narrow
    unit: str  # minute, hour, day, month or year


@dataclass(frozen=True, slots=True)
class Axis:
    """The window `[start, end)` and the zone whose clock labels it."""

    start: datetime
    end: datetime
    zone: ZoneInfo

    def __post_init__(self) -> None:
        # Python subtracts two instants of one zone by their wall clocks, an hour off when the clocks change.
        object.__setattr__(self, "start", self.start.astimezone(UTC))
        object.__setattr__(self, "end", self.end.astimezone(UTC))

    @property
    def span(self) -> timedelta:
        return self.end - self.start

    def percent(self, instant: datetime) -> float:
        """Where the instant stands; outside 0 to 100 when it is outside the window."""
        return (instant.astimezone(UTC) - self.start) / self.span * 100

    def place(self, interval: Interval) -> Placed | None:
        """The part of the interval inside the window; None where no instant of it is."""
        left = 0.0 if interval.start is None else self.percent(interval.start)
        right = 100.0 if interval.end is None else self.percent(interval.end)
        if right <= 0 or left >= 100:
            return None
        before = interval.start is not None and left < 0
        after = interval.end is not None and right > 100
        return Placed(max(left, 0.0), min(right, 100.0), before, after)

    def zoomed(self, factor: float) -> "Axis":
        """The window `factor` times as long around its middle."""
        span = min(max(self.span * factor, SHORTEST), LONGEST)
        grown = (span - self.span) / 2
        return self._reaching(-grown, grown)

    def moved(self, share: float) -> "Axis":
        """The window moved by a share of its own length."""
        return self._reaching(self.span * share, self.span * share)

    def _reaching(self, first: timedelta, last: timedelta) -> "Axis":
        """The window with its ends moved, or the same one where that leaves the calendar."""
        try:
            start, end = self.start + first, self.end + last
        except OverflowError:
            return self
        return Axis(start, end, self.zone) if start.year >= EARLIEST_YEAR and end.year <= LATEST_YEAR else self

    def days(self) -> Iterator[tuple[datetime, datetime]]:
        """The local days the window touches, as `[midnight, midnight)`."""
        day = midnight(self.start, self.zone)
        while day < self.end:
            following = next_midnight(day, self.zone)
            yield day, following
            day = following

    def nights(self, place: ZoneInfo) -> list[Placed]:
        """Where it is night at the place, whatever clock labels the drawing; none in windows of many days."""
        if self.span > 15 * DAY:
            return []
        first = midnight(self.start - DAY, place)
        nights = []
        while first < self.end:
            local = first.astimezone(place)
            following = next_midnight(first, place)
            dusk = local.replace(hour=NIGHT_FROM)
            dawn = following.astimezone(place).replace(hour=NIGHT_TO)
            if shown := self.place(Interval(dusk, dawn)):
                nights.append(shown)
            first = following
        return nights

    def ticks(self) -> list[Tick]:
        """The lines of the header, from hours to decades, at most about a dozen named in the lower line."""
        for unit, step, name in STEPS:
            if self.span / LENGTH[unit] / step <= MOST_TICKS:
                return list(self._ticks(unit, step, name))
        return []

    def _ticks(self, unit: str, step: int, name: str) -> Iterator[Tick]:
        instant = FLOORS[unit](self.start.astimezone(self.zone), step)
        index = 0
        while instant < self.end:
            major = unit in {"minute", "hour"} and (instant.hour, instant.minute) == (0, 0)
            if instant >= self.start:
                label = instant.strftime(name).lstrip("0") if unit != "hour" else instant.strftime(name)
                left = self.percent(instant)
                yield Tick(left, label, major, index % 2 == 1 or left > NARROW_EDGE, unit)
            instant, index = _advance(instant, unit, step, self.zone), index + 1


def midnight(instant: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of that instant's day on the clock of `zone`."""
    return instant.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)


def next_midnight(instant: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the day after; days of 23 and 25 hours included."""
    local = instant.astimezone(zone)
    return (local.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0) + DAY).replace(tzinfo=zone)


LENGTH = {
    "minute": timedelta(minutes=1),
    "hour": HOUR,
    "day": DAY,
    "month": timedelta(days=30.4),
    "year": timedelta(days=365.25),
}
# How far apart ticks may be, and how each is labelled, from fine to coarse.
STEPS = [
    *[("minute", step, "%H:%M") for step in (1, 5, 10, 30)],
    *[("hour", step, "%H:%M") for step in (1, 2, 3, 6, 12)],
    *[("day", step, "%d %b") for step in (1, 2, 7, 14)],
    *[("month", step, "%b %Y") for step in (1, 3, 6)],
    *[("year", step, "%Y") for step in (1, 2, 5, 10, 25, 50, 100, 200, 500, 1000)],
]


def _monday(local: datetime) -> datetime:
    """The beginning of the week, on the wall clock."""
    naive = local.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    return (naive - naive.weekday() * DAY).replace(tzinfo=local.tzinfo)


FLOORS: dict[str, Callable[[datetime, int], datetime]] = {
    "minute": lambda at, step: at.replace(minute=at.minute - at.minute % step, second=0, microsecond=0),
    "hour": lambda at, step: at.replace(hour=at.hour - at.hour % step, minute=0, second=0, microsecond=0),
    "day": lambda at, step: _monday(at) if step >= 7 else at.replace(hour=0, minute=0, second=0, microsecond=0),
    "month": lambda at, step: at.replace(
        month=at.month - (at.month - 1) % step, day=1, hour=0, minute=0, second=0, microsecond=0
    ),
    "year": lambda at, step: at.replace(
        year=max(at.year - at.year % step, 1), month=1, day=1, hour=0, minute=0, second=0, microsecond=0
    ),
}


def _advance(local: datetime, unit: str, step: int, zone: ZoneInfo) -> datetime:
    """The tick after this one, on the wall clock: 12 hours on is noon also on a day of 23 hours."""
    naive = local.replace(tzinfo=None)
    if unit in {"minute", "hour", "day"}:
        naive += step * LENGTH[unit]
    elif unit == "month":
        months = naive.month - 1 + step
        naive = naive.replace(year=naive.year + months // 12, month=months % 12 + 1)
    else:
        # The last tick of the calendar lies beyond any window.
        naive = naive.replace(year=min(naive.year + step, datetime.max.year))
    return naive.replace(tzinfo=zone)
