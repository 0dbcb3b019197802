"""Stage 3e: an article that prints no date beside others of its dossier that do: the day most of them came out, as far
as what it says of its own day fits one of theirs.

Such a day is a guess that anybody is told of: it makes a weak anchor.
"""

import re
from datetime import date, datetime, timedelta

from timeline.reading.evidence import Evidence
from timeline.reading.furniture import Paragraph, Role
from timeline.reading.intervals import Granularity
from timeline.reading.printed import Printed

OF_OTHERS = "the dossier's other articles, as it prints no date"
_ONE_STORY = timedelta(days=31)  # days further apart are not those of one story
_NEAR = timedelta(days=3)
_NOW = re.compile(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night)\b", re.IGNORECASE)
_LEAD = 1500  # characters of copy in which an article speaks of its own day


def date_by_others(text: str, paragraphs: tuple[Paragraph, ...], days: str) -> Printed | None:
    """The day of an article by `days`, those on which the dossier's other articles came out, the most common first
    ("2019-05-03 2019-05-04"): the weekday its headline names, near the first of them; else the first that a weekday
    or a date of its words fits; else the first, where it speaks of today. None where nothing fits, or where the others
    are of several stories."""
    others = [date.fromisoformat(day) for day in days.split()]
    if not others or max(others) - min(others) > _ONE_STORY:
        return None
    head = tuple(p for p in paragraphs if p.role in (Role.HEADLINE, Role.STANDFIRST))
    for weekday in Evidence.of(text, head).weekdays:
        around = [others[0] + timedelta(days=shift) for shift in sorted(range(-_NEAR.days, _NEAR.days + 1), key=abs)]
        return next((_printed(day) for day in around if day.weekday() == weekday), None)
    evidence = Evidence.of(text, paragraphs)
    for day in others:
        near = [day - timedelta(days=back) for back in range(_NEAR.days)]
        if any(one.weekday() in evidence.weekdays or (one.month, one.day) in evidence.days for one in near):
            return _printed(day)
    spoken = any(_NOW.search(text, p.start, min(p.end, p.start + _LEAD)) for p in paragraphs if p.role is Role.BODY)
    return _printed(others[0]) if spoken else None


def _printed(day: date) -> Printed:
    return Printed(0, 0, datetime(day.year, day.month, day.day), Granularity.DAY)
