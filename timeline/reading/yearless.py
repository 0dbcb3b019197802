"""Stage 3d: a date of publication printed without its year ("Aug 16, 20:05", "HARARE, May 3 -"), and the year it is of.

A year is taken from what was printed near it, never from the clock of the reader: from another date of the text, the
copyright line, the other articles of the dossier, or the years the text names, as far as its weekdays fit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from timeline.reading.datelines import MONTH_DAY, is_yearless, place_head, with_year
from timeline.reading.evidence import Evidence, Shown
from timeline.reading.furniture import Paragraph, Role
from timeline.reading.printed import Printed, find_printed

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\d\n]{0,30}(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_NEAR = timedelta(days=31)
_SAME_STORY = timedelta(days=92)  # the articles of a dossier lie about this near each other


@dataclass(frozen=True, slots=True)
class Worked:
    """A date whose year was worked out: the date, how, and whether that is weak."""

    printed: Printed
    basis: str
    weak: bool


def date_without_year(text: str, paragraphs: tuple[Paragraph, ...], shown: list[Shown], months: str) -> Worked | None:
    """The date of a dateline or of the head of wire copy that prints no year, or None. `months` are those in which the
    other articles of the dossier were published ("2019-05 2019-06")."""
    for start, end, complete in _heads(text, paragraphs):
        if complete is not None:
            return Worked(complete, "dateline", False)
        evidence = Evidence.of(text, paragraphs)
        for years, basis, weak in _years(text, paragraphs, evidence, shown, months):
            for date in _dated(text[start:end], years):
                fits = date.weekday_fits if date.weekday is not None else evidence.has_weekday(date.local)
                if shown or fits:
                    return Worked(replace(date, start=start, end=end), basis, weak)
    return None


OF_DOSSIER = "dateline without a year, which is that of the dossier's other articles"
_NAMED = "dateline without a year, which is the one its text names that fits its weekdays"


def _heads(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, int, Printed | None]]:
    """The spans of such dates, those of datelines first; with the date where a head of wire copy prints it whole."""
    for paragraph in paragraphs:
        if paragraph.role is Role.DATELINE and is_yearless(text[paragraph.start : paragraph.end]):
            yield paragraph.start, paragraph.end, None
    first = next((p for p in paragraphs if p.role is Role.BODY or p.rule == "head of wire copy"), None)
    head = place_head(text[first.start : first.start + 120]) if first else None
    if first is None or head is None:
        return
    complete = find_printed(text, first.start, first.start + head.end())
    match = MONTH_DAY.search(text, first.start, first.start + head.end())
    if complete:
        yield first.start, first.start + head.end(), complete[0]
    elif match is not None:
        yield match.start(), match.end(), None


def _years(
    text: str, paragraphs: tuple[Paragraph, ...], evidence: Evidence, shown: list[Shown], months: str
) -> Iterator[tuple[Iterable[tuple[int, datetime | None, timedelta]], str, bool]]:
    """The years it may be of, the best first: (year, day it must lie near or None, how near), how known, if weak."""
    if shown:
        newest = max(s.printed.local for s in shown)
        yield [(newest.year + turn, newest, _NEAR) for turn in (0, -1, 1)], "dateline", False
        return
    if year := _copyright_year(text, paragraphs):
        yield [(year, None, _NEAR)], "dateline", False
    near = sorted({datetime.fromisoformat(f"{month}-15") for month in months.split()})
    yield [(day.year + turn, day, _SAME_STORY) for day in near for turn in (0, -1, 1)], OF_DOSSIER, True
    if evidence.years:
        yield [(max(evidence.years) + turn, None, _NEAR) for turn in (0, 1)], _NAMED, True


def _dated(words: str, years: Iterable[tuple[int, datetime | None, timedelta]]) -> Iterator[Printed]:
    """The words as dates of those years, as far as there is such a day and it lies near enough."""
    for year, day, reach in years:
        for date in find_printed(with_year(words, year))[:1]:
            if day is None or abs(date.local - day) <= reach:
                yield date


def _copyright_year(text: str, paragraphs: tuple[Paragraph, ...]) -> int | None:
    for paragraph in paragraphs:
        match = _COPYRIGHT.search(text, paragraph.start, paragraph.end) if paragraph.role is Role.WIDGET else None
        if match:
            return int(match["year"])
    return None
