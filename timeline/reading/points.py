"""A point in time resolved: its day or unit placed, and what becomes of the narrative by it."""

from dataclasses import replace
from datetime import date, timedelta

from timeline.reading.calendar import GRANULARITIES, LENGTHS, Placed, add_days, shifted, unit_at
from timeline.reading.clock import UNKNOWN_ZONE, Zone, days_in, hour_of, in_zone, moment_on, part_in
from timeline.reading.grammar.meaning import ANCHOR, NARRATIVE, Base, Calendar, Clock, Named, Point, Shift
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.moments import SMALL_HOURS, Day, Resolved, on_clock, on_part, part_code, settled
from timeline.reading.notation import clock_value, duration_value
from timeline.reading.placing import SECONDS, UNKNOWN, moment_of, narrowed, place
from timeline.reading.spoken import Context
from timeline.reading.timexes import Timex

# A narrative day further from the anchor than this is background, and does not lend its date to a bare clock time.
NEAR = timedelta(days=14)
MINUTES_AGO = timedelta(minutes=10)
HINDSIGHT = timedelta(days=3)  # a story told so long after keeps coming back to the first such day it tells
STORY = timedelta(days=62)  # but not to one told further back than this
STAMP_LATE = timedelta(hours=1)  # a clock time of a day told that lies past the stamp by less puts the stamp in doubt
CLOCK_UNITS = ("TS", "TM", "TH")
NOON, EVENING = 12, 18


def resolve_point(timex: Timex, point: Point, context: Context, home: Zone) -> Resolved:
    """A point's value, interval and trace; it also becomes part of the narrative."""
    base = point.base
    if isinstance(base, Shift) and timex.type == "DURATION":
        length = duration_value(((None if base.vague else base.amount or 1, base.unit),))
        return replace(_resolved(timex, point, context, home), value=length)
    return _resolved(timex, point, context, home)


def _resolved(timex: Timex, point: Point, context: Context, home: Zone) -> Resolved:
    base = point.base
    if point.clock is not None:
        point = _halved(point, point.clock, context, home)
    if isinstance(base, Shift) and base.vague and base.unit == "TM" and base.amount < 0 and base.origin == ANCHOR:
        return _minutes_ago(base, context, home)
    if isinstance(base, Shift) and (base.vague or _is_beyond(base)):
        return _vague(base, home)
    if isinstance(base, Shift) and base.unit in CLOCK_UNITS:
        return _shifted_clock(timex, base, context, home)
    placed, why = _day_spoken_of(point, context, home) if base is None else place(base, context)
    if placed is None:
        return Resolved(_unresolved(point), None, None, home, (why,))
    after_evening = base is None and _in_evening(context)
    _remember(point, placed, context)
    if point.part == "midnight" and context.onward and placed.unit == "D" and not after_evening:
        placed, why = shifted(placed, -1), f"{why}, which begins at the midnight meant"
    day = Day(placed, why, home, _weekday_doubt(base, placed))
    if point.clock and placed.unit == "D":
        return on_clock(point.clock, day, context, base is None)
    if point.part and placed.unit == "D":
        return on_part(point.part, day)
    return _whole(point, day, context)


def _in_evening(context: Context) -> bool:
    """The evening or night of a day was told last: the midnight after it ends that day, and does not begin it."""
    narrative = context.narrative
    late = narrative.moment is not None and narrative.moment.hour >= EVENING
    return narrative.night or narrative.part in ("evening", "late", "late evening", "dusk") or late


def _halved(point: Point, clock: Clock, context: Context, home: Zone) -> Point:
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


# Further than this no calendar date is meant: "10,000 years ago".
BEYOND = timedelta(days=365 * 1500)


def _is_beyond(base: Shift) -> bool:
    return abs(base.amount) > BEYOND / LENGTHS[GRANULARITIES[base.unit]]


def base_is_own(base: Base | None) -> bool:
    """Whether a quarter is named for itself, and not against another ("the year-ago quarter")."""
    return isinstance(base, Named) and base.unit in ("Q", "H") and not base.years


def _remember(point: Point, placed: Placed, context: Context) -> None:
    narrative, base = context.narrative, point.base
    if placed.unit in ("Q", "H") and base_is_own(base):
        reported = context.today and shifted(unit_at(placed.unit, context.today), -1)
        if narrative.quarter is None or narrative.quarter != reported:
            narrative.quarter = placed
    if isinstance(base, Shift) and base.counted and base.unit == "Y":
        return
    narrative.last = placed
    if placed.unit == "D" and context.passing:
        narrative.pass_through(placed.start, context.sentence)
    elif placed.unit == "D":
        stays = point.base is None and not point.part and placed.start == narrative.day
        part = point.part or {"START": "early", "END": "late"}.get(point.within, "")
        narrative.go_on(placed.start, context.sentence, narrative.part if stays else part)
        if context.today is not None and placed.start <= context.today:
            narrative.behind = placed.start
            if narrative.main is None and HINDSIGHT <= context.today - placed.start <= STORY:
                narrative.main = placed.start


def _vague(base: Shift, home: Zone) -> Resolved:
    """Several years ago, days later: no one can say when."""
    value = "PAST_REF" if base.amount < 0 else "FUTURE_REF"
    return Resolved(value, None, None, home, ("so many units as nobody said: it stays vague",))


def _minutes_ago(base: Shift, context: Context, home: Zone) -> Resolved:
    """A few minutes ago: within the ten before the hour it was written at, where that is known."""
    moment = context.here
    if moment is None:
        return _vague(base, home)
    interval = in_zone(moment - MINUTES_AGO, home, MINUTES_AGO)
    return Resolved(
        "PAST_REF", interval, Granularity.MINUTE, home, ("some minutes before the anchor",), approximate=True
    )


def _shifted_clock(timex: Timex, base: Shift, context: Context, home: Zone) -> Resolved:
    """Two hours later, ten minutes ago: as long as one such unit, from the moment reached."""
    moment = moment_of(base, context)
    if moment is None:
        return Resolved("PAST_REF" if base.amount < 0 else "FUTURE_REF", None, None, home, (UNKNOWN,))
    granularity = GRANULARITIES[base.unit]
    context.narrative.moment, context.narrative.day = moment, moment.date()
    why = "counted from the clock time spoken of before" if base.origin == NARRATIVE else "counted from the anchor"
    interval = in_zone(moment, home, LENGTHS[granularity])
    if timex.mod == "LESS_THAN" and base.origin == NARRATIVE and interval.start:
        length = timedelta(seconds=abs(base.amount) * SECONDS[base.unit])
        side = (
            Interval(interval.start - length, interval.start)
            if base.amount > 0
            else Interval(interval.start, interval.start + length)
        )
        return Resolved(clock_value(moment), side, granularity, home, (why, "less than that"))
    return Resolved(clock_value(moment), interval, granularity, home, (why,), loose=base.unit == "TH")


def _day_spoken_of(point: Point, context: Context, home: Zone) -> tuple[Placed | None, str]:
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
        near = abs(today - day) <= NEAR
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
    if point.clock is None or not point.clock.half or point.clock.zone not in ("", "local"):
        return False
    late = moment is not None and moment.date() == day and moment.hour >= EVENING
    if not (late or "evening" in narrative.part) or hour_of(point.clock) >= NOON:
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


def _unresolved(point: Point) -> str:
    """The value of what only an anchor could place: XXXX for the year nobody knows."""
    base = point.base
    if point.clock:
        tail = f"T{hour_of(point.clock):02}:{point.clock.minute or 0:02}"
    else:
        tail = part_code(point.part) if point.part else ""
    if isinstance(base, Calendar) and base.month:
        return f"XXXX-{base.month:02}" + (f"-{base.day:02}" if base.day else "") + tail
    if isinstance(base, Calendar) and base.weekday is not None:
        return f"XXXX-WXX-{base.weekday + 1}{tail}"
    if isinstance(base, Shift) and base.unit == "Y":
        return "XXXX"
    if isinstance(base, Calendar) and base.day is not None:
        return f"XXXX-XX-{base.day:02}{tail}"
    return f"XXXX-XX-XX{tail}" if not isinstance(base, Shift) or base.unit == "D" or tail else "XXXX-XX"


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday_doubt(base: object, placed: Placed) -> tuple[str, ...]:
    """A weekday printed with a date that was another day of the week."""
    if not isinstance(base, Calendar) or base.weekday is None or base.day is None:
        return ()
    if placed.start.weekday() == base.weekday:
        return ()
    return (f"{placed.value} was a {_NAMES[placed.start.weekday()]}, not a {_NAMES[base.weekday]}",)


def _whole(point: Point, day: Day, context: Context) -> Resolved:
    """A day or a coarser unit, or the stretch of it that "early" or "late" leaves."""
    within, placed, home = point.within, day.placed, day.home
    if placed.unit == "D" and within in ("START", "END") and placed.end == add_days(placed.start, 1):
        return on_part("early" if within == "START" else "late", day)
    stretch = narrowed(placed, within, context.today)
    steps = [day.why, f"{placed.value} in zone {home.name} ({home.basis})"]
    if stretch is not placed:
        steps.append(f"of which {within.lower()}: from {stretch.start} to before {stretch.end}")
    return Resolved(
        placed.value,
        days_in(home, stretch.start, stretch.end),
        placed.granularity,
        home,
        tuple(steps),
        day.doubted(home.doubt),
        approximate=within in ("START", "MID", "END"),
    )
