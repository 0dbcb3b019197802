"""A point in time resolved: its day or unit placed, and what becomes of the narrative by it."""

from dataclasses import replace
from datetime import timedelta

from timeline.reading.bare import EVENING, day_spoken_of, halved
from timeline.reading.calendar import GRANULARITIES, LENGTHS, Placed, add_days, shifted, unit_at
from timeline.reading.clock import Zone, days_in, hour_of, in_zone
from timeline.reading.grammar.meaning import ANCHOR, NARRATIVE, Base, Calendar, Named, Point, Shift
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.moments import Day, Resolved, on_clock, on_part, part_code
from timeline.reading.notation import clock_value, duration_value
from timeline.reading.placing import SECONDS, UNKNOWN, moment_of, narrowed, place
from timeline.reading.spoken import Context
from timeline.reading.timexes import Timex

MINUTES_AGO = timedelta(minutes=10)
HINDSIGHT = timedelta(days=3)  # a story told so long after keeps coming back to the first such day it tells
STORY = timedelta(days=62)  # but not to one told further back than this
CLOCK_UNITS = ("TS", "TM", "TH")


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
        point = halved(point, point.clock, context, home)
    if isinstance(base, Shift) and base.vague and base.unit == "TM" and base.amount < 0 and base.origin == ANCHOR:
        return _minutes_ago(base, context, home)
    if isinstance(base, Shift) and (base.vague or _is_beyond(base)):
        return _vague(base, home)
    if isinstance(base, Shift) and base.unit in CLOCK_UNITS:
        return _shifted_clock(timex, base, context, home)
    placed, why = day_spoken_of(point, context, home) if base is None else place(base, context)
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
        part = "early" if part == "midnight" and context.onward else part
        narrative.go_on(placed.start, context.sentence, narrative.part if stays else part)
        if context.today is not None and placed.start <= context.today:
            narrative.behind = placed.start
            stamp = isinstance(base, Calendar) and base.year is not None and placed.start == context.today
            if not narrative.told and not stamp and context.today - placed.start <= STORY:
                narrative.told = True
                narrative.main = placed.start if context.today - placed.start >= HINDSIGHT else None
        narrative.come_upon(placed.start)


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
