"""The day of a clock time or a part of the day that is told without one, and the half of the day a clock time is of."""

from dataclasses import replace
from datetime import date, timedelta

from timeline.reading.calendar import Placed, add_days, unit_at
from timeline.reading.clock import UNKNOWN_ZONE, Zone, hour_of, in_zone, moment_on, part_in
from timeline.reading.grammar.meaning import Clock, Point
from timeline.reading.moments import SMALL_HOURS, settled
from timeline.reading.placing import UNKNOWN
from timeline.reading.spoken import Context

# A narrative day further from the anchor than this is background, and does not lend its date to a bare clock time.
NEAR = timedelta(days=14)
STAMP_LATE = timedelta(hours=1)  # a clock time of a day told that lies past the stamp by less puts the stamp in doubt
NOON, EVENING = 12, 18
MORNING_PARTS = ("dawn", "early", "small hours", "morning", "early morning", "mid morning", "late morning")


def halved(point: Point, clock: Clock, context: Context, home: Zone) -> Point:
    """The clock time with its half of the day: the morning's, where the afternoon's had not come at the writing."""
    bare = point.base is None
    late = replace(point, clock=settled(clock, context, bare))
    told, today = context.narrative.day, context.today
    if not bare or not clock.open or today is None or late.clock is None or late.clock.half != "pm":
        return late
    early = replace(point, clock=replace(clock, half="am"))
    if told not in (None, today) or not _is_to_come(late, today, context, home):
        return late
    return late if _is_to_come(early, today, context, home) else early


def day_spoken_of(point: Point, context: Context, home: Zone) -> tuple[Placed | None, str]:
    """The day of a bare clock time or part of the day: the narrative's, the same sentence first, else the anchor's, or
    the one before where that would not be over at the time of writing."""
    narrative, today = context.narrative, context.today
    day, near = narrative.day_at(context.sentence)
    if day is not None and today is not None and day > today and context.tense == "past" and not near:
        day = narrative.behind  # what was told of a day to come does not carry what is told as past
    if day is not None and narrative.night and _is_of_the_day(point):
        morning = add_days(day, 1)  # after the night spoken of
        day = day if _has_not_come(point, morning, context, home) else morning
    if day is not None and today is not None and not near:
        if context.tense == "future" and day < today:
            day = today
        near = (
            abs(today - day) <= NEAR
            or day == narrative.main
            or (narrative.moment is not None and narrative.moment.date() == day)
        )
        if near and _is_evening_before(point, day, context):
            day = add_days(day, -1)
        elif near and _is_next_morning(point, day, context, home):
            day = add_days(day, 1)
    told = day is not None and (near or today is None)
    late = replace(context, limit=context.limit and context.limit + STAMP_LATE)
    if day and told and (_is_ahead_of_stamp(context, home) or not _is_to_come(point, day, late, home)):
        return unit_at("D", day), "on the day spoken of before"
    if today is None:
        return None, UNKNOWN
    if _is_to_come(point, today, context, home):
        return unit_at("D", add_days(today, -1)), "on the day before the anchor's, as on that day it was still to come"
    return unit_at("D", today), "on the anchor's own day"


def _is_next_morning(point: Point, day: date, context: Context, home: Zone) -> bool:
    """An hour of the morning told after the same day's evening, or after an hour of it, and over by publication."""
    moment, narrative = context.narrative.moment, context.narrative
    if point.clock is None:
        if point.part not in MORNING_PARTS or context.perfect:
            return False
    elif (
        (point.clock.open and not point.clock.half)
        or point.clock.zone not in ("", "local")
        or hour_of(point.clock) >= NOON
    ):
        return False
    late = moment is not None and moment.date() == day and moment.hour >= EVENING
    if not (late or "evening" in narrative.part):
        return False
    return not _is_to_come(point, add_days(day, 1), replace(context, limit=context.likely), home)


def _is_evening_before(point: Point, day: date, context: Context) -> bool:
    """ "It sank at 12:25 a.m. It had left at 8 p.m.": an evening hour told in the past perfect after one of the small
    hours."""
    moment = context.narrative.moment
    if point.clock is None or point.clock.zone not in ("", "local") or not context.perfect:
        return False
    small = moment is not None and moment.date() == day and moment.hour in SMALL_HOURS
    return small and hour_of(point.clock) >= EVENING


def _is_ahead_of_stamp(context: Context, home: Zone) -> bool:
    """The story has told a clock time later than its own stamp: the stamp is none to go by."""
    moment = context.narrative.moment
    return bool(moment and context.limit and moment.replace(tzinfo=home.rules) >= context.limit)


def _is_of_the_day(point: Point) -> bool:
    """A part of the day or a clock time that does not belong to the night before it: "in the morning", "at noon"."""
    if point.clock is not None:
        return point.clock.zone in ("", "local") and hour_of(point.clock) < 18
    return point.part not in (None, "", "night", "evening", "midnight")


def _has_not_come(point: Point, day: date, context: Context, home: Zone) -> bool:
    """Whether a time of the day after a night had not begun at the likely time of writing."""
    if point.clock is None and context.likely is not None and not context.ahead:
        start = part_in(home, day, point.part).start
        return start is not None and start >= context.likely
    return _is_to_come(point, day, replace(context, limit=context.likely), home)


def _is_to_come(point: Point, day: date, context: Context, home: Zone) -> bool:
    """Whether what is not told as future would lie past the time of writing: a clock time that had not come, a night
    that had not ended."""
    if context.ahead or context.limit is None or home.name == UNKNOWN_ZONE:
        return False
    if point.clock is not None:
        if point.clock.zone not in ("", "local"):
            return False
        moment = moment_on(day, point.clock)
        start = in_zone(moment, home, timedelta(minutes=1)).start
        return start is not None and start >= context.limit
    end = part_in(home, day, point.part).end
    ends_late = point.part == "night" or (point.part == "midnight" and not context.onward)
    return bool(ends_late and end is not None and end > (context.likely or context.limit))
