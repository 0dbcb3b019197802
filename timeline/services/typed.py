"""A time as an editor types it: an ISO or EDTF interval, a calendar value, or words, read as the article's would be."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateparser.date import DateDataParser
from django.core.exceptions import ValidationError

from timeline.models import Article
from timeline.reading.anchors import Anchor
from timeline.reading.calendar import add_days, add_months, read_value
from timeline.reading.clock import days_in, part_in, zone_named
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.notation import timex3_of_edtf
from timeline.reading.printed import read_published
from timeline.reading.resolution import resolve_timexes
from timeline.reading.timexes import find_timexes

# TIMEX3 parts of the day.
PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
OPEN = {"..", ""}
# Words that may stand around the words of a time.
AROUND = re.compile(r"(?:since|from|before|after|until|till|by|on|at|in|around|about|circa|[\s,.])*", re.IGNORECASE)
# “7 July around 4pm”: told as “around 4pm on 7 July”, the grammar sees that all of it is loose.
LOOSE_INSIDE = re.compile(r"(?P<day>.+?)\s(?:at\s)?(?P<loose>around|about|circa)\s(?P<clock>.+)", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the interval in UTC, how finely it is told, and the zone it was read in."""

    interval: Interval
    granularity: Granularity
    zone: str
    approximate: bool = False


def read_typed(*, text: str, article: Article) -> Typed:
    """The time an editor typed, against the article's date of publication and on the clock of its dossier's place.

    ValidationError where no way of reading it gives a time.
    """
    asked = " ".join(text.split())
    for way in (_interval, _value, _words, _anything):
        if asked and (found := way(asked, article)):
            return found
    raise ValidationError(f"No time can be read in “{asked}”; write it like 7 July around 4pm, or 2021-07-07T16:00.")


def _interval(text: str, article: Article) -> Typed | None:
    """ISO 8601 and EDTF: “a/b”, “../b”, “a/..”. Days are the place's and the last one counts (EDTF); an instant
    without an offset is on the place's clock."""
    first, slash, last = (part.strip() for part in text.partition("/"))
    if not slash:
        return None
    try:
        start, end = _end_of(first, article, 0), _end_of(last, article, 1)
        interval = Interval(start, end)
    except ValueError as error:
        raise ValidationError(f"“{text}” is no interval: {error}") from error
    days = all(part in OPEN or DAY.fullmatch(part) for part in (first, last))
    return Typed(interval, Granularity.DAY if days else Granularity.MINUTE, article.dossier.zone)


def _end_of(text: str, article: Article, which: int) -> datetime | None:
    if text in OPEN:
        return None
    zone = zone_named(article.dossier.zone, "place")
    if placed := read_value(timex3_of_edtf(text)):
        placed_in = days_in(zone, placed.start, placed.end)
        return (placed_in.start, placed_in.end)[which]
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone.rules)


def _value(text: str, article: Article) -> Typed | None:
    """A TIMEX3 or EDTF value: 2021-07-07, 2021-07-07TMO, 2021-W27, 2021-Q3, 198X, 2021-07~."""
    zone = zone_named(article.dossier.zone, "place")
    day, mark, part = text.partition("T")
    if mark and part in PARTS and DAY.fullmatch(day):
        placed = read_value(day)
        found = placed and part_in(zone, placed.start, PARTS[part])
        return Typed(found, Granularity.PART_OF_DAY, zone.name) if found else None
    loose = text.endswith(("~", "%"))
    placed = read_value(timex3_of_edtf(text))
    return placed and Typed(days_in(zone, placed.start, placed.end), placed.granularity, zone.name, loose)


def _words(text: str, article: Article) -> Typed | None:
    """Words that are one time expression, by the reader's own grammar."""
    if inside := LOOSE_INSIDE.fullmatch(text):
        text = f"{inside['loose']} {inside['clock']} on {inside['day']}"
    found = find_timexes(text)
    if len(found) != 1 or not AROUND.fullmatch(text[: found[0].start]) or not AROUND.fullmatch(text[found[0].end :]):
        return None
    (time,) = resolve_timexes(text, found, anchor_of(article), article.dossier.zone)
    if time.interval is None or time.granularity is None:
        return None
    return Typed(time.interval, time.granularity, time.zone, time.approximate)


def _anything(text: str, article: Article) -> Typed | None:
    """What dateparser makes of it, the past before the future."""
    zone = ZoneInfo(article.dossier.zone)
    anchor = anchor_of(article).local
    settings = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True, "STRICT_PARSING": False}
    if anchor:
        settings |= {"RELATIVE_BASE": anchor}
    parsed = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if parsed.date_obj is None:
        return None
    local: datetime = parsed.date_obj
    local = local if local.tzinfo else local.replace(tzinfo=zone)
    if parsed.period == "time":
        minute = local.replace(second=0, microsecond=0)
        return Typed(Interval(minute, minute + timedelta(minutes=1)), Granularity.MINUTE, zone.key)
    first, last, granularity = LENGTHS[parsed.period](local.date())
    return Typed(days_in(zone_named(zone.key, "place"), first, last), granularity, zone.key)


LENGTHS: dict[str, Callable[[date], tuple[date, date, Granularity]]] = {
    "day": lambda day: (day, add_days(day, 1), Granularity.DAY),
    "week": lambda day: (day, add_days(day, 7), Granularity.WEEK),
    "month": lambda day: (day.replace(day=1), add_months(day, 1), Granularity.MONTH),
    "year": lambda day: (date(day.year, 1, 1), date(day.year + 1, 1, 1), Granularity.YEAR),
}


def anchor_of(article: Article) -> Anchor:
    """The stored date of publication as what times count from."""
    known = article.start is not None or article.end is not None
    interval = Interval(article.start, article.end) if known else None
    printed = read_published(article.published_text) if article.published_text else None
    local = printed.local if printed else None
    if local is None and article.start:
        zone = article.zone if article.zone != "unknown" else article.dossier.zone
        local = article.start.astimezone(zone_named(zone, "").rules).replace(tzinfo=None)
    granularity = Granularity(article.granularity) if article.granularity else None
    return replace(
        Anchor(interval, local, granularity, article.zone, article.basis, article.zone_basis), weak=article.weak
    )
