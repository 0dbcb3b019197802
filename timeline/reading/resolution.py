"""Stage 6: what the times mean, given the anchor and the time spoken of before.

A fold over the timexes in reading order: every time is placed by the anchor and by the narrative so far, and then
becomes part of the narrative itself.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from timeline.reading.anchors import Anchor
from timeline.reading.calendar import add_days
from timeline.reading.clock import UNKNOWN_ZONE, Zone, days_in, zone_named
from timeline.reading.grammar.meaning import Duration, Point, Reference, Repeat
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lapses import lapse_told
from timeline.reading.moments import Resolved
from timeline.reading.notation import duration_value
from timeline.reading.points import resolve_point
from timeline.reading.scope import bounded, checked
from timeline.reading.spoken import Context, Narrative
from timeline.reading.timexes import Timex


@dataclass(frozen=True, slots=True)
class Time:
    """A timex with its meaning.

    `value` is the TIMEX3 value; `interval` is in UTC, None where nothing can be placed (durations, sets, unknown
    anchor); `cut` says that its end was cut at publication; `zone` is the zone its clock or calendar was read in
    (IANA name, offset or "unknown") and `basis` why; `steps` is the trace in sentences, `doubts` what an editor
    should look at.
    """

    timex: Timex
    value: str
    interval: Interval | None
    granularity: Granularity | None
    approximate: bool = False
    cut: bool = False
    zone: str = "unknown"
    basis: str = ""
    steps: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def resolve_timexes(
    text: str,
    timexes: tuple[Timex, ...],
    anchor: Anchor,
    place_zone: str = "",
    sayings: Sequence[tuple[int, int]] = (),
    paragraphs: Sequence[int] = (),
) -> tuple[Time, ...]:
    """The times of an article in reading order; `place_zone` is the zone of the places written about (IANA), `sayings`
    the spans of the words that only tell of a saying, in order: the narrative does not go on from a day told there;
    `paragraphs` where paragraphs begin, in order."""
    narrative = Narrative()
    lapse = lapse_told(text) if timexes else None
    if lapse is not None and anchor.local is not None:
        narrative.declared = anchor.local.date() - lapse, lapse
    home = home_zone(anchor, place_zone)
    starts = [start for start, _ in sayings]

    def passes(timex: Timex) -> bool:
        at = bisect_right(starts, timex.start) - 1
        if in_aside(text, timex.start, timex.end):
            return True
        return bounds(timex) or timex.saying or (at >= 0 and timex.start < sayings[at][1])

    times: list[Time] = []
    paragraph = 0
    for timex in timexes:
        if (here := bisect_right(paragraphs, timex.start)) != paragraph:
            narrative.turn_back()
            paragraph = here
        times.append(_resolve(timex, anchor, home, narrative, passes(timex)))
    return tuple(times)


def bounds(timex: Timex) -> bool:
    """It only says before or after when; "shortly before midnight" says when."""
    drawn = timex.close and isinstance(timex.meaning, Point) and (timex.meaning.clock or timex.meaning.part)
    return bool(timex.bound) and not drawn


_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,;.]*\Z")
_ASIDE_ENDS = re.compile(r"[^,;.]{0,80},")
_ASIDE_REACH = 70  # characters


def in_aside(text: str, start: int, end: int) -> bool:
    """The words stand in a relative clause between commas: "the strike, which began on Monday, is over"."""
    opened = _ASIDE.search(text, max(start - _ASIDE_REACH, 0), start)
    return opened is not None and _ASIDE_ENDS.match(text, end) is not None


def home_zone(anchor: Anchor, place_zone: str) -> Zone:
    """The zone local words are read in: the place's, else that of the anchor, else unknown."""
    if place_zone:
        return zone_named(place_zone, "place")
    return zone_named(anchor.zone, anchor.zone_basis)


def _resolve(timex: Timex, anchor: Anchor, home: Zone, narrative: Narrative, passing: bool) -> Time:
    meaning = timex.meaning
    if isinstance(meaning, Point):
        context = replace(
            context_of(timex, anchor, home, narrative), passing=passing, onward=timex.onward, perfect=timex.perfect
        )
        resolved = resolve_point(timex, meaning, context, home)
        return _time(timex, anchor, resolved)
    if isinstance(meaning, Reference):
        return _reference(timex, meaning, anchor, home)
    if isinstance(meaning, Duration):
        return _duration(timex, meaning, anchor)
    value = meaning.value if isinstance(meaning, Repeat) else ""
    return Time(timex, value, None, None, steps=(f"rule {timex.rule}: a set of times",))


def context_of(timex: Timex, anchor: Anchor, home: Zone, narrative: Narrative) -> Context:
    limit = anchor.interval.end if anchor.interval else None
    if limit and anchor.local and anchor.granularity is Granularity.DAY:
        limit = min(limit, days_in(home, anchor.local.date(), add_days(anchor.local.date(), 1)).end or limit)
    likely = limit
    by_day = anchor.granularity is Granularity.DAY
    if (
        anchor.zone == UNKNOWN_ZONE
        and not by_day
        and anchor.interval
        and anchor.interval.start
        and limit
        and anchor.local
    ):
        middle = limit - (limit - anchor.interval.start) / 2
        likely = max(middle, anchor.local.replace(tzinfo=home.rules))
    after = narrative.day if timex.ranged else None
    tense = "future" if timex.bound == "until" and timex.tense != "past" else timex.tense
    here = clock_there(anchor, home)
    return Context(anchor.local, tense, timex.sentence, narrative, limit, after, likely=likely, here=here)


def clock_there(anchor: Anchor, home: Zone) -> datetime | None:
    """The clock of the place when the article was written, where both zones and the hour are known."""
    if UNKNOWN_ZONE in (home.name, anchor.zone) or anchor.interval is None or anchor.interval.start is None:
        return None
    fine = anchor.granularity is not None and anchor.granularity.finer_than(Granularity.DAY)
    return anchor.interval.start.astimezone(home.rules).replace(tzinfo=None) if fine else None


def date_there(anchor: Anchor, home: Zone) -> date | None:
    """The calendar date at the place when the article was written, where that is known."""
    here = clock_there(anchor, home)
    return here.date() if here else None


def _time(timex: Timex, anchor: Anchor, resolved: Resolved) -> Time:
    interval, more = bounded(timex, resolved)
    interval, cut, doubts, last = checked(timex, interval, resolved, anchor)
    return Time(
        timex,
        resolved.value,
        interval,
        resolved.granularity,
        timex.mod == "APPROX" or resolved.approximate or timex.close,
        cut,
        resolved.zone.name,
        resolved.zone.basis,
        (f"rule {timex.rule}", *resolved.steps, *more, *last),
        (*resolved.doubts, *doubts),
    )


def _reference(timex: Timex, meaning: Reference, anchor: Anchor, home: Zone) -> Time:
    """Now is the anchor's own day up to the anchor; the vague past and future have no place."""
    value = meaning.value
    if value != "PRESENT_REF" or anchor.local is None or anchor.interval is None or anchor.interval.end is None:
        return Time(timex, value, None, None, True, steps=(f"rule {timex.rule}: too vague to be placed",))
    end = anchor.interval.end
    start = datetime.combine(anchor.local.date(), time(), home.rules)
    if start >= end:
        return Time(timex, value, Interval(None, end), None, True, steps=(f"rule {timex.rule}: up to the anchor",))
    return Time(
        timex, value, Interval(start, end), Granularity.DAY, True, True, home.name, home.basis,
        (f"rule {timex.rule}: the anchor's own day, up to the anchor",),
    )  # fmt: skip


def _duration(timex: Timex, meaning: Duration, anchor: Anchor) -> Time:
    value = duration_value(meaning.parts)
    approximate = bool(timex.mod)
    return Time(timex, value, None, None, approximate, steps=(f"rule {timex.rule}: a length of time, {value}",))
