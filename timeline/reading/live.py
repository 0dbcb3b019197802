"""Live pages: entries under a clock time, each written at its own hour, as "0520: At least three people …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from timeline.reading.anchors import LIVE, Anchor
from timeline.reading.calendar import add_days
from timeline.reading.clock import UNKNOWN_ZONE, Zone, printed_zone, zone_named
from timeline.reading.furniture import COPY, Paragraph, Role
from timeline.reading.grammar.meaning import Calendar, Point
from timeline.reading.grammar.tokens import offset_text
from timeline.reading.intervals import Granularity
from timeline.reading.layout import CLOCK_LINE
from timeline.reading.lexicon.zones import ZONE_WORDS
from timeline.reading.resolution import clock_there, resolve_timexes
from timeline.reading.sentences import Sentence
from timeline.reading.timexes import find_timexes
from timeline.reading.zoning import place_local

FEWEST = 4  # entries that make a page a live page
STEADY = 0.75  # of the steps from entry to entry that go one way in time
_ZONE = rf"\(?(?P<zone>{ZONE_WORDS}|local(?: time)?)\)?"
_HEAD = re.compile(
    r"(?:[\[(*•·▪–—-]{1,3}\s?|(?:posted|update|updated|published|entry)(?: at)?:?\s)?"
    r"(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[:.h]?)(?P<minute>[0-5]\d))?(?!\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    rf"(?:\s?{_ZONE}(?!\w))?[\])*]{{0,3}}\s?(?P<line>[:–—|-])?(?:\s+(?=\S)|\s*$)",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    rf"\btimes (?:are |shown |given |below )*(?:in )?(?P<zone>{ZONE_WORDS}|local(?: time)?)"
    r"(?:\s?\(?(?P<offset>(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d\d)?))?",
    re.IGNORECASE,
)
_FILLING = 4  # characters a line of a date may hold besides it
_PAGE = 3000  # characters in which a page says what zone its times are in


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a live page: `[start, end)` in the text, `[start, head)` of it the clock time it stands under, and
    the anchor its words are read by: the minute it was written, where the page tells its day."""

    start: int
    head: int
    end: int
    anchor: Anchor

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def find_entries(text: str, paragraphs: tuple[Paragraph, ...], anchor: Anchor, place_zone: str) -> tuple[Entry, ...]:
    """The entries of a live page in the order they stand; none where fewer than four paragraphs of copy or crossheads
    begin with a clock time, or where those do not go one way in time."""
    heads = [(p, head) for p in paragraphs if (head := _head(text, p)) is not None and _may_head(p, head)]
    minutes = [_minutes(head) for _, head in heads]
    if len(heads) < FEWEST:
        return ()
    lines = list(_date_lines(text, paragraphs, heads[-1][0].start, anchor))
    way = _way([(p.start, at) for (p, _), at in zip(heads, minutes, strict=True)], [start for start, _ in lines])
    if not way:
        return ()
    zone = _zone(text, anchor, place_zone)
    if heads[0][0].rule == CLOCK_LINE:  # the clock under the date is that of the first entry, and not the page's
        anchor = replace(anchor, granularity=Granularity.DAY)
    days = _days([p.start for p, _ in heads], lines, minutes, way, anchor, zone)
    copy = [p for p in paragraphs if p.role in COPY and p.start >= heads[0][0].start]
    entries = []
    for number, (paragraph, head) in enumerate(heads):
        after = heads[number + 1][0].start if number + 1 < len(heads) else len(text)
        end = max((p.end for p in copy if paragraph.start <= p.start < after), default=paragraph.end)
        own = zone if head["zone"] is None else _named(head["zone"], anchor, place_zone, days[number])
        entries.append(
            Entry(paragraph.start, head.end(), end, _anchor(days[number], minutes[number], own, head, anchor))
        )
    return tuple(entries)


def behind_clocks(sentences: tuple[Sentence, ...], entries: tuple[Entry, ...]) -> tuple[Sentence, ...]:
    """The sentences without the clock times their entries stand under."""
    heads = {entry.start: entry.head for entry in entries}
    return tuple(replace(s, start=heads[s.start]) if heads.get(s.start, s.end) < s.end else s for s in sentences)


def _head(text: str, paragraph: Paragraph) -> "re.Match[str] | None":
    """The clock time a paragraph begins with; four figures, or an hour alone, need a line, a zone or am and pm."""
    head = _HEAD.match(text, paragraph.start, paragraph.end)
    if head is None:
        return None
    sure = head["half"] or head["zone"] or head["line"]
    return head if head["minute"] and head["mark"] else head if sure and (head["minute"] or head["half"]) else None


def _may_head(paragraph: Paragraph, head: "re.Match[str]") -> bool:
    """An entry stands under words of copy, under a crosshead, or under a line of nothing but its clock time."""
    return paragraph.role in (*COPY, Role.CROSSHEAD) or head.end() == paragraph.end


def _minutes(head: "re.Match[str]") -> int:
    """Minutes since midnight."""
    hour = int(head["hour"])
    if head["half"]:
        hour = hour % 12 + (12 if head["half"].lower() == "p" else 0)
    return hour % 24 * 60 + int(head["minute"] or 0)


def _way(heads: list[tuple[int, int]], lines: list[int]) -> int:
    """1 where the entries (where they stand, minutes) go on in time, -1 where the newest stands first, 0 where they are
    in no order; from one line of a date to the next."""
    steps = [
        one <= other
        for (start, one), (stop, other) in pairwise(heads)
        if not any(start < line < stop for line in lines)
    ]
    up = sum(steps) / len(steps) if steps else 0.5
    return 1 if up >= STEADY else -1 if up <= 1 - STEADY else 0


def _zone(text: str, anchor: Anchor, place_zone: str) -> Zone:
    """The zone of the entries' clocks: the one the page declares, else that of its own date."""
    declared = _DECLARED.search(text, 0, _PAGE)
    if declared is None:
        return zone_named(anchor.zone, anchor.zone_basis)
    if declared["offset"]:
        return zone_named(offset_text(declared["offset"].upper().replace(" ", "")), "printed")
    return _named(declared["zone"], anchor, place_zone, None)


def _named(word: str, anchor: Anchor, place_zone: str, day: date | None) -> Zone:
    home = zone_named(place_zone, "place") if place_zone else zone_named(anchor.zone, anchor.zone_basis)
    if word.lower().startswith("local"):
        return home
    return printed_zone(word, home, day or (anchor.local.date() if anchor.local else date(2000, 1, 1)))


def _days(
    heads: list[int], lines: list[tuple[int, date]], minutes: list[int], way: int, anchor: Anchor, zone: Zone
) -> list[date | None]:
    """The day of each entry: that of the line above it that is a date, else counted back from the page's own date,
    a day at every midnight that is passed."""
    if lines:
        return [next((day for start, day in reversed(lines) if start < at), lines[0][1]) for at in heads]
    order = range(len(heads) - 1, -1, -1) if way > 0 else range(len(heads))
    days: list[date | None] = [None] * len(heads)
    now = _now(anchor, zone)
    if now is None:
        return days
    day, last = now.date(), now.hour * 60 + now.minute if _is_timed(anchor) else 24 * 60
    for number in order:
        day = add_days(day, -1) if minutes[number] > last else day
        days[number], last = day, minutes[number]
    return days


def _is_timed(anchor: Anchor) -> bool:
    return anchor.granularity is not None and anchor.granularity.finer_than(Granularity.DAY)


def _now(anchor: Anchor, zone: Zone) -> datetime | None:
    """The page's own date and time by the clock of its entries."""
    return clock_there(anchor, zone) or anchor.local


def _date_lines(text: str, paragraphs: tuple[Paragraph, ...], last: int, anchor: Anchor) -> Iterator[tuple[int, date]]:
    """Where each line that is nothing but a date stands, and its day; a weekday alone counts from the page's date."""
    for paragraph in paragraphs:
        if paragraph.end - paragraph.start > 60 or paragraph.start > last:
            continue
        found = find_timexes(text, paragraph.start, paragraph.end)
        if len(found) != 1 or paragraph.end - paragraph.start - len(found[0].text) > _FILLING:
            continue
        meaning = found[0].meaning
        if not isinstance(meaning, Point) or meaning.clock or not isinstance(meaning.base, Calendar):
            continue
        (time,) = resolve_timexes(text, found, anchor)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", time.value):
            yield paragraph.start, date.fromisoformat(time.value)


def _anchor(day: date | None, minutes: int, zone: Zone, head: "re.Match[str]", page: Anchor) -> Anchor:
    """The minute of an entry as the anchor of its words; where its day is unknown, the page's."""
    if day is None:
        return page
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
    rules = None if zone.name == UNKNOWN_ZONE else zone.rules
    interval = place_local(local, Granularity.MINUTE, rules)
    words = head.group().strip()
    return Anchor(interval, local, Granularity.MINUTE, zone.name, LIVE, zone.basis, words, head.start(), head.end())
