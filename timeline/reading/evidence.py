"""Stage 3c: dates an article shows besides its dateline, and what in its words speaks for or against them."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.reading.furniture import COPY, Paragraph, Role
from timeline.reading.lexicon.datelines import ENGLISH_WEEKDAYS
from timeline.reading.posts import Post, find_posts
from timeline.reading.printed import Printed, find_printed, month_of

_LEAD = 600  # characters of copy that are its first sentences
_READ = 200_000  # characters of copy that are searched for years and weekdays
_YEAR = re.compile(r"(?<![\d.,:/-])(?:19|20)\d\d(?![\d:%]|[.,]\d)")
_AHEAD = re.compile(r"\b(?:by|until|till|before|through)\s(?:the year )?\Z", re.IGNORECASE)
_DAY_NAME = re.compile(rf"\b(?:{'|'.join(sorted(ENGLISH_WEEKDAYS, key=len, reverse=True))})(?=s?\b|’|')", re.IGNORECASE)
_MONTH_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.? (\d{1,2})\b(?!,? ?\d)|\b(\d{1,2}) ([A-Z][a-z]{2,8})\b(?!,? ?\d)")
_ADDRESS = re.compile(
    r"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<m>\d{1,2}|[a-z]{3,9})[/_-](?P<d>\d{1,2})(?!\d)"
    r"|[/_-](?P<whole>(?:19|20)\d\d[01]\d[0-3]\d)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A complete date shown in an article, where it stands ("post date", "caption", "first sentences"), and whether
    nothing in the text speaks against its being the day of the article."""

    printed: Printed
    basis: str
    plausible: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article's copy says about its own day: the years, weekdays and days of a month it names."""

    years: frozenset[int]
    weekdays: frozenset[int]
    days: frozenset[tuple[int, int]]  # (month, day), named without a year

    @classmethod
    def of(cls, text: str, paragraphs: tuple[Paragraph, ...]) -> "Evidence":
        copy = "\n".join(
            text[p.start : p.end] for p in paragraphs if p.role in COPY and p.role not in (Role.CAPTION, Role.POST)
        )[:_READ]
        years = {
            int(m.group()) for m in _YEAR.finditer(copy) if not _AHEAD.search(copy, max(0, m.start() - 20), m.start())
        }
        weekdays = {ENGLISH_WEEKDAYS[m.group().lower()] for m in _DAY_NAME.finditer(copy) if m.group()[0].isupper()}
        days = {(month_of(m[1] or m[4]) or 0, int(m[2] or m[3])) for m in _MONTH_DAY.finditer(copy)}
        return cls(frozenset(years), frozenset(weekdays), frozenset(days))

    def names_day(self, day: datetime) -> bool:
        """The copy names the weekday of that day, or the day itself without its year."""
        return day.weekday() in self.weekdays or (day.month, day.day) in self.days

    def has_weekday(self, day: datetime) -> bool:
        """The copy names the weekday of that day or of the one before."""
        return bool(self.weekdays & {day.weekday(), (day - timedelta(days=1)).weekday()})

    def eve_of(self, day: datetime) -> bool:
        """The copy names the day before."""
        return self.names_day(day - timedelta(days=1))

    def outlives(self, day: datetime) -> bool:
        """The copy speaks of a later year, and not as one to come."""
        return any(day.year < year <= day.year + 40 for year in self.years)


def shown_dates(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Shown]:
    """The complete dates of posts, captions and first sentences, in that order.

    A photograph may be of any year: its date counts only where the copy names its day and no later year. A date in
    the first sentences counts where the copy speaks of no later year.
    """
    evidence = Evidence.of(text, paragraphs)
    shown = [Shown(p, "post date", True) for post in find_posts(text, paragraphs) for p in _post_date(text, post)]
    lead = _LEAD
    for paragraph in paragraphs:
        if paragraph.role is Role.CAPTION:
            for printed in find_printed(text, paragraph.start, min(paragraph.end, paragraph.start + 1000)):
                fits = evidence.names_day(printed.local) and not evidence.outlives(printed.local)
                shown.append(Shown(printed, "caption", fits))
        elif paragraph.role in (Role.BODY, Role.STANDFIRST) and lead > 0:
            for printed in find_printed(text, paragraph.start, min(paragraph.end, paragraph.start + lead)):
                shown.append(Shown(printed, "first sentences", not evidence.outlives(printed.local)))
            lead -= paragraph.end - paragraph.start
    return [s for s in shown if s.printed.swapped is None]


def _post_date(text: str, post: Post) -> tuple[Printed, ...]:
    return find_printed(text, post.date_start, post.date_end)


def address_date(url: str) -> datetime | None:
    """The day an address carries ("…/2019/05/03/…", "…-2019-05-03-…"), or None."""
    for match in _ADDRESS.finditer(url[:2000]):
        if match["whole"]:
            year, month, day = match["whole"][:4], int(match["whole"][4:6]), match["whole"][6:]
        else:
            year, day = match["y"], match["d"]
            month = int(match["m"]) if match["m"].isdigit() else month_of(match["m"]) or 0
        try:
            return datetime(int(year), month, int(day))
        except ValueError:
            continue
    return None
