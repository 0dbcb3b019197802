"""Stage 3a: complete dates as pages print them, with their clock and zone: day, month and year, in figures or words.

This reads datelines, signatures, captions and page metadata; times in prose are read in `timexes`.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cache

from timeline.reading.intervals import Granularity
from timeline.reading.lexicon.datelines import (
    AT,
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    MONTH_NAMES,
    UPDATE_LABELS,
    WEEKDAY_NAMES,
)
from timeline.reading.lexicon.zones import AMBIGUOUS, GENERAL, OFFSETS

# POSIX: two-digit years from 69 are of the last century.
_PIVOT = 69
_YEAR = r"(?:19|20)\d\d"
_WORD = r"[^\W\d_]{2,12}"
_DATE = re.compile(
    rf"(?P<iso>(?<![\d/.-]){_YEAR})\s?[-/.年]\s?(?P<m1>\d\d?)\s?[-/.月]\s?(?P<d1>\d\d?)日?(?![\d/])"
    rf"|(?<![\d/.:-])(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y2>{_YEAR}|\d\d)(?![\d/.-]*\d)"
    rf"|(?<!\d)(?P<d3>\d\d?)(?:st|nd|rd|th|er|º|ª|\.)?[\s,./-]{{0,2}}(?:(?:of|de|da)\s)?(?P<m3>{_WORD})\.?,?[\s,./-]{{0,2}}"
    rf"(?:(?:de|del|of)\s)?(?P<y3>{_YEAR})(?!\d(?!\d?\s[A-Z]))"
    rf"|(?<![^\W\d_])(?P<m4>{_WORD})\.?[\s-]{{0,2}}(?P<d4>\d\d?)(?:st|nd|rd|th)?[\s,.-]{{0,3}}(?P<y4>{_YEAR})(?!\d)"
)
_ZONE = (
    r"(?:(?P<zone>Z(?![A-Za-z])|[+\-−]\d\d:?\d\d|(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?|"
    r"[A-Z][a-z]+/[A-Z][A-Za-z_]+|[A-Z][A-Za-z]{1,4}(?![A-Za-z])))?"
)
_CLOCK = (
    r"(?P<hour>\d\d?)(?:[:.hH](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?(?!\d)"
    r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\b\.?))?|(?P<four>[0-2]\d[0-5]\d)(?!\d)(?:\s?(?P<hours>hrs|hours|h)\b)?"
)
_AFTER = re.compile(
    rf"[Tt\s,|/·•–—@(-]{{0,4}}(?:\b(?:{UPDATE_LABELS})\b:?\s)?(?:\b(?:{AT})\s)?\s?(?:{_CLOCK})\s{{0,2}}\(?{_ZONE}\)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<![\d:.])(?:{_CLOCK})\s{{0,2}}\(?{_ZONE}\)?[\s,|·•–—-]{{0,4}}(?:on\s)?$", re.IGNORECASE)
_ZONE_ALONE = re.compile(rf"[\s(]{{1,2}}{_ZONE}")
_OFFSET_OR_IANA = re.compile(r"(?:UTC|GMT)?\s?[+\-−]\s?\d|[A-Z][a-z]+/[A-Z]")
_WEEKDAY = re.compile(rf"({_WORD}(?:-feira)?)\.?,?\s{{0,2}}$")
_WINDOW = 32  # characters beside a date in which its weekday and clock stand


@dataclass(frozen=True, slots=True)
class Printed:
    """A complete date as printed: its span, the calendar date and clock without zone, how finely it is told, the
    zone's own words ("" for none), the weekday printed with it (Monday 0, None for none). `swapped` is the other
    reading of "04/06/2017", or None where only one is possible."""

    start: int
    end: int
    local: datetime
    granularity: Granularity
    zone: str = ""
    weekday: int | None = None
    swapped: datetime | None = None

    @property
    def weekday_fits(self) -> bool:
        return self.weekday is None or self.local.weekday() == self.weekday


@cache
def month_of(word: str) -> int | None:
    """The month a word names, misprints of one letter forgiven ("Novemer"); None for any other word."""
    lower = word.lower().rstrip(".")
    if lower in MONTH_NAMES:
        return MONTH_NAMES[lower]
    if len(lower) < 5:
        return None
    close = get_close_matches(lower, ENGLISH_MONTHS, n=1, cutoff=0.85)
    return MONTH_NAMES[close[0]] if close else None


def is_zone(word: str) -> bool:
    """The words of a zone: an abbreviation of the table in capitals, an offset, or an IANA name."""
    name = word.upper() if word.lower() in ("gmt", "utc", "bdst") else word
    return name in OFFSETS or name in GENERAL or name in AMBIGUOUS or _OFFSET_OR_IANA.match(word) is not None


def find_printed(text: str, start: int = 0, end: int | None = None) -> tuple[Printed, ...]:
    """The complete dates printed in `text[start:end]`, in order; impossible ones (31 June) are left out."""
    end = len(text) if end is None else end
    found: list[Printed] = []
    at = start
    while match := _DATE.search(text, at, end):
        printed = _read(text, match, max(start, at), end)
        if printed is None:
            at = match.start() + 1
            continue
        found.append(printed)
        at = max(printed.end, match.end())
    return tuple(found)


def _read(text: str, match: re.Match[str], floor: int, end: int) -> Printed | None:
    days = _days(match)
    if not days:
        return None
    start, weekday = _weekday_before(text, match.start(), floor)
    chosen, swapped = _order(days, weekday)
    clock = _clock_after(text, match.end(), end)
    stop = clock[3] if clock else match.end()
    if clock is None and (before := _clock_before(text, start, floor)):
        clock, start = (*before[:2], before[2] or _zone_alone(text, stop, end), stop), before[3]
    stop -= len(text[start:stop]) - len(text[start:stop].rstrip())
    if clock is None:
        return Printed(start, stop, chosen, Granularity.DAY, _zone_alone(text, stop, end), weekday, swapped)
    (hour, minute, second), granularity, zone, _ = clock
    return Printed(
        start,
        stop,
        chosen.replace(hour=hour, minute=minute, second=second),
        granularity,
        zone,
        weekday,
        swapped and swapped.replace(hour=hour, minute=minute, second=second),
    )


def _days(match: re.Match[str]) -> list[datetime]:
    """The calendar days a date may mean, the likelier first."""
    part = match.groupdict()
    if part["iso"]:
        return _possible((part["iso"], part["m1"], part["d1"]))
    if part["a"]:
        return _numeric(part["a"], part["b"], part["y2"], part["sep"])
    word, day, year = (part["m3"], part["d3"], part["y3"]) if part["m3"] else (part["m4"], part["d4"], part["y4"])
    month = month_of(word)
    return _possible((year, str(month), day)) if month else []


def _numeric(first: str, second: str, year: str, sep: str) -> list[datetime]:
    """Day before month; with slashes both orders, where both are dates."""
    if len(year) == 2:
        if sep == "-" or (sep == "." and len(first) + len(second) < 4):
            return []  # a version or a section number rather than a date
        year = str(int(year) + (1900 if int(year) >= _PIVOT else 2000))
    days = _possible((year, second, first))
    return days if sep == "." else days + [d for d in _possible((year, first, second)) if d not in days]


def _possible(*dates: tuple[str, str, str]) -> list[datetime]:
    found = []
    for year, month, day in dates:
        try:
            found.append(datetime(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


def _order(days: list[datetime], weekday: int | None) -> tuple[datetime, datetime | None]:
    """The day meant and its other reading; a printed weekday decides between the two."""
    if len(days) == 1:
        return days[0], None
    fitting = [day for day in days if day.weekday() == weekday]
    return (fitting[0], None) if len(fitting) == 1 else (days[0], days[1])


def _weekday_before(text: str, start: int, floor: int) -> tuple[int, int | None]:
    """Where the date begins with its weekday, and that weekday (None for one in another language or none)."""
    match = _WEEKDAY.search(text, max(floor, start - _WINDOW), start)
    if match is None or match[1].lower() not in WEEKDAY_NAMES:
        return start, None
    return match.start(), ENGLISH_WEEKDAYS.get(match[1].lower())


Clock = tuple[tuple[int, int, int], Granularity, str, int]  # (hour, minute, second), how finely, zone, edge


def _clock_after(text: str, at: int, end: int) -> Clock | None:
    match = _AFTER.match(text, at, min(end, at + 2 * _WINDOW))
    return _clock(match, match.end()) if match else None


def _clock_before(text: str, at: int, floor: int) -> Clock | None:
    match = _BEFORE.search(text, max(floor, at - _WINDOW), at)
    return _clock(match, match.start()) if match else None


def _clock(match: re.Match[str], edge: int) -> Clock | None:
    zone = match["zone"] or ""
    if zone and not is_zone(zone):
        zone, edge = "", (match.start("zone") if edge == match.end() else edge)
    if match["four"]:
        hour, minute, second = int(match["four"][:2]), int(match["four"][2:]), 0
        told = bool(zone or match["hours"])
    else:
        hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
        told = bool(match["minute"] or match["half"])
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else hour
    if not told or hour > 23 or minute > 59 or second > 59:
        return None
    fine = Granularity.SECOND if match["second"] else Granularity.MINUTE
    granularity = fine if match["minute"] or match["four"] else Granularity.HOUR
    return (hour, minute, second), granularity, zone, edge


def _zone_alone(text: str, at: int, end: int) -> str:
    """The zone printed behind a date without a clock ("7 July 2021 GMT")."""
    match = _ZONE_ALONE.match(text, at, end)
    zone = (match["zone"] or "") if match else ""
    return zone if zone.isupper() and len(zone) > 1 and is_zone(zone) else ""


_MONTH_ONLY = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)")
_ISO_HOUR = re.compile(r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)[T ](?P<hour>\d\d)")


def read_published(text: str) -> Printed | None:
    """The date a person or a page's metadata gave, in any form; None where it is no complete date (or ISO month)."""
    words = text.strip()
    if match := _MONTH_ONLY.fullmatch(words):
        month = int(match["month"])
        day = datetime(int(match["year"]), month, 1) if 1 <= month <= 12 else None
        return Printed(0, len(text), day, Granularity.MONTH) if day else None
    if match := _ISO_HOUR.fullmatch(words):
        words = f"{match['day']} {match['hour']}:00"
        printed = find_printed(words)
        return Printed(0, len(text), printed[0].local, Granularity.HOUR) if printed else None
    dates = find_printed(words)
    if dates:
        return dates[0]
    return _by_dateparser(words) if any(c.isdigit() for c in words) else None


def _by_dateparser(words: str) -> Printed | None:
    """A complete date in a language or form our own rules do not know."""
    import dateparser  # here: it takes a tenth of a second to load, and most articles never need it

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(words[:100], settings=settings)
    if found is None:
        return None
    offset = found.strftime("%z")
    clock = found.hour or found.minute or ":" in words
    granularity = Granularity.MINUTE if clock else Granularity.DAY
    return Printed(0, len(words), found.replace(tzinfo=None, second=0, microsecond=0), granularity, offset)
