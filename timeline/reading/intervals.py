"""What a time is: a half-open interval in UTC with the granularity it was told in.

Never a bare datetime: "on Wednesday" is a day, "around 4pm" an hour with soft edges, "since April" an
interval without an end. Everything here is pure arithmetic; words are read in `timexes`, meant in
`resolution`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class Granularity(StrEnum):
    """How finely a time was told, from coarse to fine."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART_OF_DAY = "part of day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"

    @property
    def rank(self) -> int:
        """0 for the coarsest; a finer granularity has a greater rank."""
        return list(Granularity).index(self)

    def finer_than(self, other: "Granularity") -> bool:
        return self.rank > other.rank


# How far the edge of a told time may be off before anyone would call it wrong: where a morning begins
# is a matter of taste to about an hour (DESIGN.md section 4); dates and clock times have hard edges.
SOFT_EDGE = {Granularity.PART_OF_DAY: timedelta(minutes=60)}


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open `[start, end)`, both ends aware and in UTC; None is an open end."""

    start: datetime | None
    end: datetime | None

    def __post_init__(self) -> None:
        for instant in (self.start, self.end):
            if instant is not None and instant.utcoffset() is None:
                raise ValueError(f"an interval needs instants with a zone, not {instant!r}")
        if self.start is not None:
            object.__setattr__(self, "start", self.start.astimezone(UTC))
        if self.end is not None:
            object.__setattr__(self, "end", self.end.astimezone(UTC))
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an interval must start before it ends: {self.start} … {self.end}")

    @property
    def is_open(self) -> bool:
        return self.start is None or self.end is None

    @property
    def duration(self) -> timedelta | None:
        """The length, or None where an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start

    def contains(self, instant: datetime) -> bool:
        return (self.start is None or self.start <= instant) and (self.end is None or instant < self.end)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The instants both hold, or None where they hold none in common."""
        start = _latest(self.start, other.start)
        end = _earliest(self.end, other.end)
        return None if start is not None and end is not None and start >= end else Interval(start, end)

    def overlaps(self, other: "Interval") -> bool:
        return self.intersection(other) is not None

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(start, end)

    def gap(self, other: "Interval") -> timedelta | None:
        """The time between two disjoint intervals (zero where they touch), or None where they overlap."""
        if self.overlaps(other):
            return None
        first, second = (self, other) if _ends_before(self, other) else (other, self)
        assert first.end is not None and second.start is not None
        return second.start - first.end

    def widened(self, margin: timedelta) -> "Interval":
        """The interval with both known ends moved outwards."""
        return Interval(self.start and self.start - margin, self.end and self.end + margin)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return other if one is None else one if other is None else max(one, other)


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return other if one is None else one if other is None else min(one, other)


def _ends_before(one: Interval, other: Interval) -> bool:
    return one.end is not None and other.start is not None and one.end <= other.start


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """The smallest interval that holds them all; None for none."""
    whole: Interval | None = None
    for interval in intervals:
        whole = interval if whole is None else whole.hull(interval)
    return whole
