"""The time a clause tells in its own words: by itself, by the words about its saying, or taken up from right before."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta

from timeline.reading.anchors import Anchor
from timeline.reading.carried import claim_time
from timeline.reading.claims import ClaimTime, Told
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.posts import Post
from timeline.reading.resolution import Time, in_aside, resolve_timexes

DAY = timedelta(days=1)
_PERFORMS = re.compile(r"announc|declar|proclaim|decree", re.IGNORECASE)  # to say it is to do it
BEFALLS = frozenset(("casualties", "assault", "strike", "explosion", "shooting", "clash", "disaster", "accident"))
NEAR_WORDS = 60  # characters before a clause in which a time it takes up begins


class Placed:
    """The times of an article that can be placed, by where they stand."""

    def __init__(self, times: tuple[Time, ...]) -> None:
        dated = [(time.timex.start, number, time) for number, time in enumerate(times) if dates(time)]
        self._found = sorted(dated, key=lambda found: found[:2])
        self._starts = [start for start, *_ in self._found]

    def between(self, start: int, end: int) -> list[tuple[int, Time]]:
        """Those that begin in `[start, end)`, with their numbers, in the order they were read."""
        found = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return sorted(((number, time) for _, number, time in found), key=lambda pair: pair[0])


def own_time(text: str, told: Told, placed: Placed, posts: tuple[Post, ...]) -> ClaimTime | None:
    """The time its own words give, else one that dates the saying, else the date of its post."""
    clause, speech = told.clause, told.speech
    inside = placed.between(clause.start, clause.end)
    if inside:
        at = told.trigger.start if told.trigger else clause.start
        beside = [pair for pair in inside if not in_aside(text, pair[1].timex.start, pair[1].timex.end)]
        if beside and not (told.trigger and in_aside(text, at, told.trigger.end)):
            inside = beside
        if all(_lasts(text, time) for _, time in inside) and not (told.trigger and _lasting(text, at)):
            return None
        number, time = min(_together(inside, at), key=lambda pair: _preference(pair[1], at))
        return _stretch(number, time, inside, told) or claim_time(number, time)
    post = next((p for p in posts if p.start <= clause.start < p.end), None)
    if post is not None:
        return _first(placed, post.date_start, post.date_end, saying=False)
    if speech.frame != (0, 0):
        # Where the saying is what happened, its date is the claim's.
        family = told.trigger.happening.family if told.trigger and told.trigger.happening.type != "blame" else ""
        performs = _PERFORMS.match(speech.attribution.cue) and family not in BEFALLS
        return _first(placed, *speech.frame, saying=bool(family) and not speech.stance and not performs)
    return None


_LASTING = re.compile(r"\b(?:which|who|that) (?:has|have|had)\b[^,;.]{0,60}\Z")


def _lasts(text: str, time: Time) -> bool:
    """ "The firm which has run it since May denied it": how long goes on what a thing or a person is told apart by."""
    return time.timex.bound == "since" and _lasting(text, time.timex.start)


def _lasting(text: str, at: int) -> bool:
    return _LASTING.search(text, max(at - 80, 0), at) is not None


def _stretch(number: int, time: Time, inside: list[tuple[int, Time]], told: Told) -> ClaimTime | None:
    """ "From 6pm to 6am": what lies between two clock times, the second of which may be of the next day."""
    opening = next(((n, t) for n, t in inside if 0 < time.timex.start - t.timex.end <= len(" until ")), None)
    if opening is not None:
        return _stretch(*opening, [pair for pair in inside if pair[1].timex.start >= opening[1].timex.start], told)
    after = next((t for _, t in inside if 0 < t.timex.start - time.timex.end <= len(" until ")), None)
    if after is None or not all(
        t.granularity and t.granularity.finer_than(Granularity.PART_OF_DAY) for t in (time, after)
    ):
        return None
    before = next((w.lower for w in reversed(told.clause.words) if w.end <= time.timex.start), "")
    between = [w.lower for w in told.clause.words if time.timex.end <= w.start and w.end <= after.timex.start]
    if before not in {"from", "between"} or between not in (["to"], ["until"], ["till"], ["and"], ["-"], ["–"]):
        return None
    assert time.interval is not None
    assert after.interval is not None
    start, end = time.interval.start, after.interval.end if after.timex.bound else after.interval.start
    if start is None or end is None:
        return None
    end = end + timedelta(days=1) if end <= start else end
    first = claim_time(number, time)
    step = f"until “{after.timex.text}”"
    return replace(first, interval=Interval(start, end), steps=(*first.steps, step)) if end - start < DAY else None


def taken_up(told: Told, placed: Placed, anchor: Anchor, place_zone: str) -> ClaimTime | None:
    """ "The worst since 1986, when 300 people died": the clause takes up the time before it, without its bound."""
    opening = [w.lower for w in told.clause.words[:2]]
    if opening[:1] != ["when"] and opening != ["in", "which"]:
        return None
    before = placed.between(told.clause.start - NEAR_WORDS, told.clause.start)
    number, time = before[-1] if before else (-1, None)
    if time is None or told.clause.start - time.timex.end > len(", "):
        return None
    (free,) = resolve_timexes("", (replace(time.timex, bound="", close=False),), anchor, place_zone)
    return claim_time(number, free) if dates(free) else None


def _together(inside: list[tuple[int, Time]], at: int) -> list[tuple[int, Time]]:
    """The times of a clause that tell of one instant with the one nearest to its happening: "freed nine in the morning
    and six at 2 p.m." tells of two."""
    nearest = min(inside, key=lambda pair: abs(pair[1].timex.start - at))[1]
    if nearest.interval is None or any(time.timex.bound for _, time in inside):
        return inside
    return [pair for pair in inside if pair[1].interval is not None and nearest.interval.overlaps(pair[1].interval)]


def dates(time: Time) -> bool:
    """It can be placed: a date or clock time, or a length that ends somewhere ("three days later")."""
    return time.interval is not None and time.granularity is not None and time.timex.type != "SET"


def _preference(time: Time, at: int) -> tuple[bool, int, int]:
    """Definite before "now", finer before coarser, nearer before farther."""
    assert time.granularity is not None
    return time.value.endswith("_REF"), -time.granularity.rank, abs(time.timex.start - at)


def _first(placed: Placed, start: int, end: int, saying: bool) -> ClaimTime | None:
    found = placed.between(start, end)
    told = ((n, time) for n, time in found if not time.value.endswith("_REF") and time.timex.bound != "since")
    return next((claim_time(number, time, saying=saying) for number, time in told), None)
