"""The day a story is of: that of its main happening, and what else its narrative goes on from."""

import re
from datetime import timedelta

from timeline.reading.anchors import Anchor
from timeline.reading.carried import day_after_midnight, whole_day
from timeline.reading.claims import ClaimTime, Status, Told
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity
from timeline.reading.lapses import lapse_told
from timeline.reading.own_times import BEFALLS
from timeline.reading.resolution import Time, bounds

FOREGROUND = timedelta(days=10)  # a day told further back than this from publication does not carry the narrative
HINDSIGHT = timedelta(days=62)  # nor one told further back than this a story told long after
STAMP_OFF = timedelta(hours=12)
AFTERWARDS = timedelta(days=4)  # a story told later than this after what befell is one of its aftermath
_BEGAN = re.compile(r"\b(?:first|began|begun|start(?:ed|ing)|broke out|erupted|opened up)\b", re.IGNORECASE)


def main_day(
    text: str,
    told: tuple[Told, ...],
    own: list[ClaimTime | None],
    times: tuple[Time, ...],
    anchor: Anchor,
    place_zone: str,
) -> ClaimTime | None:
    """The day of the main happening: the first told near publication, in the text rather than in what stands above it;
    in a story told weeks after, the first told at all. What no word of the table names is not the main happening."""
    leading = [
        (t, o)
        for t, o in zip(told, own, strict=True)
        if o is not None
        and (t.trigger or t.speech.attribution.voice)
        and leads(o, anchor, HINDSIGHT)
        and not o.value.endswith("_REF")
        and not passes(o, times)
    ]
    days = [pair for pair in leading if pair[0].sentence.role is Role.BODY] or leading
    if not days:
        return None
    first = whole_day(days[0][1], place_zone)
    if _BEGAN.search(text, days[0][0].clause.start, days[0][0].clause.end):
        first = day_after_midnight(days[0][1], place_zone) or first
    return _befallen(text, days, first, anchor, place_zone) or first


def _befallen(
    text: str, days: list[tuple[Told, ClaimTime]], first: ClaimTime, anchor: Anchor, place_zone: str
) -> ClaimTime | None:
    """In a story told days after, the day of what befell people, where it begins with a later one."""
    published = anchor.interval.end if anchor.interval else None
    if published is None or first.interval.start is None:
        return None
    suffered = [time for told, time in days if befell(told) and told.status is Status.ASSERTED][:1]
    lapse = lapse_told(text)
    for time in suffered or [time for _, time in days]:
        day = whole_day(time, place_zone)
        start = day.interval.start or published
        passed = published - start
        declared = lapse is not None and abs(passed - lapse) <= lapse / 4
        if passed > AFTERWARDS and (suffered or declared) and start < first.interval.start:
            return day
    return None


def befell(told: Told) -> bool:
    """It tells of something that befell people: "nine were killed", "the blast came at seven"."""
    return told.trigger is not None and told.trigger.happening.family in BEFALLS


def leads(time: ClaimTime, anchor: Anchor, reach: timedelta = FOREGROUND) -> bool:
    """A time that the narrative goes on from: a day or finer, near publication, not a mere bound. What a stamp is
    late for by some hours leads all the same: the stamp is wrong."""
    if time.saying or not time.granularity.rank >= Granularity.DAY.rank or time.interval.is_open:
        return False
    published = anchor.interval
    if published is None or published.end is None:
        return True
    start = time.interval.start
    return start is not None and published.end - start < reach and start <= published.end + STAMP_OFF


def passes(time: ClaimTime, times: tuple[Time, ...]) -> bool:
    """ "Until Friday", "since dawn", "a report released on Monday": the narrative does not go on from there."""
    timex = times[time.time].timex if time.time is not None else None
    return time.interval.is_open or (timex is not None and (bounds(timex) or timex.saying))
