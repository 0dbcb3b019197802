"""Hours and zones: a part of the day or a clock time on a local day, as an interval in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from timeline.reading.calendar import add_days
from timeline.reading.grammar.meaning import Clock
from timeline.reading.intervals import Interval
from timeline.reading.lexicon.time_words import PARTS
from timeline.reading.lexicon.zone_names import ZONE_NAMES
from timeline.reading.lexicon.zones import AMBIGUOUS, GENERAL, OFFSETS

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)$")
UNKNOWN_ZONE = "unknown"


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone and why it was taken: its name (IANA, an offset or "unknown"), its rules, the basis, and a doubt or ""."""

    name: str
    rules: tzinfo
    basis: str
    doubt: str = ""


def offset_name(minutes: int) -> str:
    """
    >>> offset_name(-240), offset_name(270)
    ('-04:00', '+04:30')
    """
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=512)
def zone_named(name: str, basis: str) -> Zone:
    """The zone of an IANA name or an offset; UTC in the place of "unknown" or "", with a doubt."""
    if name in ("", UNKNOWN_ZONE):
        return Zone(UNKNOWN_ZONE, UTC, basis or "unknown", "the zone is unknown: read as if it were UTC")
    if name in ("UTC", "Z", "GMT"):
        return Zone("UTC", UTC, basis)
    if found := _OFFSET.match(name):
        minutes = int(found[2]) * 60 + int(found[3])
        minutes = -minutes if found[1] == "-" else minutes
        return Zone(offset_name(minutes), timezone(timedelta(minutes=minutes)), basis)
    return Zone(name, ZoneInfo(name), basis)


def printed_zone(word: str, home: Zone, day: date) -> Zone:
    """The zone of an abbreviation, an offset or a city printed with a clock time; `home` decides ambiguous ones."""
    word = word if word in ZONE_NAMES else word.upper()
    if word in OFFSETS:
        minutes = OFFSETS[word]
        return Zone("UTC", UTC, "printed") if not minutes else zone_named(offset_name(minutes), "printed")
    if name := ZONE_NAMES.get(word) or GENERAL.get(word):
        return zone_named(name, "printed")
    if word in AMBIGUOUS:
        return _decided(word, home, day)
    return zone_named(word, "printed")


def _decided(word: str, home: Zone, day: date) -> Zone:
    """Of the zones an abbreviation may mean, the one whose clocks agree with the place's; else the first, doubted."""
    here = datetime.combine(day, time(12), home.rules).utcoffset()
    for name in AMBIGUOUS[word]:
        if home.name == name or (
            home.name != UNKNOWN_ZONE and datetime.combine(day, time(12), ZoneInfo(name)).utcoffset() == here
        ):
            return zone_named(name, "printed, decided by the place")
    first = AMBIGUOUS[word][0]
    return Zone(first, ZoneInfo(first), "printed", f"{word} may mean {' or '.join(AMBIGUOUS[word])}")


def days_in(zone: Zone, start: date, end: date) -> Interval:
    """Whole local days, from the midnight `start` begins with to that `end` begins with."""
    return Interval(datetime.combine(start, time(), zone.rules), datetime.combine(end, time(), zone.rules))


def part_in(zone: Zone, day: date, part: str) -> Interval:
    """A part of a local day by the table of parts."""
    hours = PARTS[part]
    last = add_days(day, 1) if hours.next_day else day
    return Interval(datetime.combine(day, hours.start, zone.rules), datetime.combine(last, hours.end, zone.rules))


def hour_of(clock: Clock) -> int:
    """The hour by 24, from am and pm where they are told; midnight at the end of a day is 24."""
    if clock.half == "am":
        return clock.hour % 12
    return clock.hour % 12 + 12 if clock.half == "pm" else clock.hour


def moment_on(day: date, clock: Clock) -> datetime:
    """The naive local moment of a clock time on a day."""
    hour = hour_of(clock)
    whole = add_days(day, 1) if hour == 24 else day
    return datetime.combine(whole, time(hour % 24, clock.minute or 0, clock.second or 0))


def length_of(clock: Clock) -> timedelta:
    """How long a clock time lasts as it was told: a second, a minute, an hour."""
    if clock.second is not None:
        return timedelta(seconds=1)
    return timedelta(minutes=1) if clock.minute is not None else timedelta(hours=1)


def in_zone(moment: datetime, zone: Zone, length: timedelta) -> Interval:
    """A naive local moment and its length as an interval in UTC."""
    start = moment.replace(tzinfo=zone.rules).astimezone(UTC)
    return Interval(start, start + length)
