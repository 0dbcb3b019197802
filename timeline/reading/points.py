"""A point in time resolved: its day or unit placed, its part of the day or clock time set in a zone."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.reading.calendar import GRANULARITIES, Placed, add_days, shifted, unit_at
from timeline.reading.clock import (
    UNKNOWN_ZONE,
    Zone,
    days_in,
    hour_of,
    in_zone,
    length_of,
    moment_on,
    part_in,
    printed_zone,
)
from timeline.reading.grammar.meaning import NARRATIVE, Base, Calendar, Clock, Named, Point, Shift
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.time_words import PARTS
from timeline.reading.notation import clock_value, day_value, duration_value
from timeline.reading.placing import UNKNOWN, Context, moment_of, narrowed, place
from timeline.reading.timexes import Timex


@dataclass(frozen=True, slots=True)
class Resolved:
    """A point with its TIMEX3 value, its interval before bounds and cuts, and how it came about. `nominal` is the
    instant a part of the day is named after (noon), which "before" and "by" count to."""

    value: str
    interval: Interval | None
    granularity: Granularity | None
    zone: Zone
    steps: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    approximate: bool = False
    day: Interval | None = None
    nominal: datetime | None = None


# A narrative day further from the anchor than this is background, and does not lend its date to a bare clock time.
NEAR = timedelta(days=14)
CLOCK_UNITS = ("TS", "TM", "TH")


def resolve_point(timex: Timex, point: Point, context: Context, home: Zone) -> Resolved:
    """A point's value, interval and trace; it also becomes part of the narrative."""
    base = point.base
    if isinstance(base, Shift) and timex.type == "DURATION":
        length = duration_value(((None if base.vague else base.amount or 1, base.unit),))
        return replace(_resolved(point, context, home), value=length)
    return _resolved(point, context, home)


def _resolved(point: Point, context: Context, home: Zone) -> Resolved:
    base = point.base
    if isinstance(base, Shift) and base.vague:
        return _vague(base, home)
    if isinstance(base, Shift) and base.unit in CLOCK_UNITS:
        return _shifted_clock(base, context, home)
    if base is None:
        placed, why = _day_spoken_of(point, context, home)
    else:
        placed, why = place(base, context)
    if placed is None:
        return Resolved(_unresolved(point), None, None, home, (why,))
    doubts = _weekday_doubt(base, placed)
    _remember(base, placed, context)
    if point.clock and placed.unit == "D":
        return _on_clock(point.clock, placed, why, context, home, base is None, doubts)
    if point.part and placed.unit == "D":
        return _on_part(point.part, placed, why, home, doubts)
    return _whole(point, placed, why, context, home, doubts)


def base_is_own(base: Base | None) -> bool:
    """Whether a quarter is named for itself, and not against another ("the year-ago quarter")."""
    return isinstance(base, Named) and base.unit in ("Q", "H") and not base.years


def _remember(base: Base | None, placed: Placed, context: Context) -> None:
    narrative = context.narrative
    if placed.unit in ("Q", "H") and base_is_own(base):
        reported = context.today and shifted(unit_at(placed.unit, context.today), -1)
        if narrative.quarter is None or narrative.quarter != reported:
            narrative.quarter = placed
    if isinstance(base, Shift) and base.counted and base.unit == "Y":
        return
    narrative.last = placed
    if placed.unit == "D":
        narrative.day, narrative.sentence = placed.start, context.sentence


def _vague(base: Shift, home: Zone) -> Resolved:
    """Several years ago, days later: no one can say when."""
    value = "PAST_REF" if base.amount < 0 else "FUTURE_REF"
    return Resolved(value, None, None, home, ("so many units as nobody said: it stays vague",))


def _shifted_clock(base: Shift, context: Context, home: Zone) -> Resolved:
    moment = moment_of(base, context)
    if moment is None:
        return Resolved("PAST_REF" if base.amount < 0 else "FUTURE_REF", None, None, home, (UNKNOWN,))
    granularity = GRANULARITIES[base.unit]
    context.narrative.moment, context.narrative.day = moment, moment.date()
    interval = in_zone(
        moment, home, {"TS": timedelta(seconds=1), "TM": timedelta(minutes=1)}.get(base.unit, timedelta(hours=1))
    )
    why = "counted from the clock time spoken of before" if base.origin == NARRATIVE else "counted from the anchor"
    return Resolved(clock_value(moment), interval, granularity, home, (why,))


def _day_spoken_of(point: Point, context: Context, home: Zone) -> tuple[Placed | None, str]:
    """The day of a bare clock time or part of the day: the narrative's, the same sentence first, else the anchor's, or
    the one before where that would not be over at the time of writing."""
    narrative, today = context.narrative, context.today
    day = narrative.day
    if (
        day is not None
        and today is not None
        and context.ahead
        and day < today
        and narrative.sentence != context.sentence
    ):
        day = today
    if day is not None and (narrative.sentence == context.sentence or today is None or abs(today - day) <= NEAR):
        if day != today or not _is_to_come(point, day, context, home):
            return unit_at("D", day), "on the day spoken of before"
    if today is None:
        return None, UNKNOWN
    if _is_to_come(point, today, context, home):
        return unit_at("D", add_days(today, -1)), "on the day before the anchor's, as on that day it was still to come"
    return unit_at("D", today), "on the anchor's own day"


def _is_to_come(point: Point, day: date, context: Context, home: Zone) -> bool:
    """Whether what is not told as future would lie past the time of writing: a clock time that had not come, a night
    that had not ended."""
    if context.ahead or context.limit is None or home.name == UNKNOWN_ZONE:
        return False
    if point.clock is not None:
        start = in_zone(moment_on(day, point.clock), home, timedelta(minutes=1)).start
        return point.clock.zone in ("", "local") and start is not None and start >= context.limit
    end = part_in(home, day, point.part).end
    return bool(point.part == "night" and end is not None and end > context.limit)


def _unresolved(point: Point) -> str:
    """The value of what only an anchor could place: XXXX for the year nobody knows."""
    base = point.base
    tail = ""
    if point.clock:
        tail = f"T{hour_of(point.clock):02}:{point.clock.minute or 0:02}"
    elif point.part:
        code = PARTS[point.part].code
        tail = code if code.startswith("T") else f"T{code}" if code else ""
    if isinstance(base, Calendar) and base.month:
        return f"XXXX-{base.month:02}" + (f"-{base.day:02}" if base.day else "") + tail
    if isinstance(base, Calendar) and base.weekday is not None:
        return f"XXXX-WXX-{base.weekday + 1}{tail}"
    if isinstance(base, Shift) and base.unit == "Y":
        return "XXXX"
    return f"XXXX-XX-XX{tail}" if not isinstance(base, Shift) or base.unit == "D" or tail else "XXXX-XX"


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday_doubt(base: object, placed: Placed) -> tuple[str, ...]:
    """A weekday printed with a date that was another day of the week."""
    if (
        not isinstance(base, Calendar)
        or base.weekday is None
        or base.day is None
        or placed.start.weekday() == base.weekday
    ):
        return ()
    return (f"{placed.value} was a {_NAMES[placed.start.weekday()]}, not a {_NAMES[base.weekday]}",)


def _on_clock(
    clock: Clock, placed: Placed, why: str, context: Context, home: Zone, bare: bool, doubts: tuple[str, ...]
) -> Resolved:
    day = placed.start
    local = clock.zone in ("", "local")
    zone = home if local else printed_zone(clock.zone, home, day)
    if not local and bare:
        day = _day_there(day, clock, zone, home)
    moment = moment_on(day, clock)
    interval = in_zone(moment, zone, length_of(clock))
    steps = [why, f"{clock_value(moment)} in zone {zone.name} ({zone.basis})"]
    if clock.also:
        interval, zone, more, doubt = _against(interval, clock, day, zone, home)
        steps.append(more)
        doubts = (*doubts, *doubt)
    assert interval.start is not None
    context.narrative.moment = interval.start.astimezone(home.rules).replace(tzinfo=None)
    value = f"{day_value(day)}T24:00" if hour_of(clock) == 24 else clock_value(moment)
    granularity = (
        Granularity.SECOND
        if clock.second is not None
        else Granularity.MINUTE
        if clock.minute is not None
        else Granularity.HOUR
    )
    doubts = (*doubts, *((zone.doubt,) if zone.doubt else ()))
    return Resolved(
        value,
        interval,
        granularity,
        zone,
        tuple(steps),
        doubts,
        day=days_in(zone, day, add_days(day, 1)),
        nominal=interval.start,
    )


def _day_there(day: date, clock: Clock, zone: Zone, home: Zone) -> date:
    """The date in a printed zone on which a bare clock time falls into a local day."""
    for candidate in (day, add_days(day, -1), add_days(day, 1)):
        start = in_zone(moment_on(candidate, clock), zone, timedelta(minutes=1)).start
        if start is not None and start.astimezone(home.rules).date() == day:
            return candidate
    return day


def _against(
    interval: Interval, clock: Clock, day: date, zone: Zone, home: Zone
) -> tuple[Interval, Zone, str, tuple[str, ...]]:
    """The clock time printed in a second zone, checked against the first; where the first has no zone, it gives one."""
    also = clock.also
    assert also is not None and interval.start is not None
    second = printed_zone(also.zone, home, day) if also.zone != "local" else home
    days = (day, add_days(day, -1), add_days(day, 1))
    others = [in_zone(moment_on(candidate, also), second, length_of(also)) for candidate in days]
    if any(other.start == interval.start for other in others):
        return interval, zone, f"the time in {second.name} printed beside it agrees", ()
    if zone.name == "unknown":
        nearest = min(others, key=lambda other: abs((other.start or interval.start) - interval.start))  # type: ignore[operator]
        return nearest, second, f"the zone is that printed beside it, {second.name}", ()
    doubt = f"the two clock times printed do not agree: {clock.hour}:{clock.minute or 0:02} in {zone.name} is not {also.hour}:{also.minute or 0:02} in {second.name}"
    return interval, zone, f"the time in {second.name} printed beside it does not agree; the first is taken", (doubt,)


_NOMINAL = {"noon": (12, 0), "dusk": (18, 0), "midnight": (24, 0)}


def _on_part(part: str, placed: Placed, why: str, home: Zone, doubts: tuple[str, ...]) -> Resolved:
    day = placed.start
    code = PARTS[part].code
    value = day_value(day) + (code if code.startswith("T") else f"T{code}" if code else "")
    hours = _NOMINAL.get(part)
    nominal = in_zone(moment_on(day, Clock(*hours)), home, timedelta(minutes=1)).start if hours else None
    steps = (why, f"{part} by the table of parts of the day, in zone {home.name} ({home.basis})")
    return Resolved(
        value, part_in(home, day, part), Granularity.PART_OF_DAY, home, steps,
        (*doubts, *((home.doubt,) if home.doubt else ())),
        day=days_in(home, day, add_days(day, 1)), nominal=nominal,
    )  # fmt: skip


def _whole(point: Point, placed: Placed, why: str, context: Context, home: Zone, doubts: tuple[str, ...]) -> Resolved:
    """A day or a coarser unit, or the stretch of it that "early" or "late" leaves."""
    within = point.within
    if placed.unit == "D" and within in ("START", "END") and placed.end == add_days(placed.start, 1):
        part = _on_part("early" if within == "START" else "late", placed, why, home, doubts)
        return part
    stretch = narrowed(placed, within, context.today)
    steps = (why, f"{placed.value} in zone {home.name} ({home.basis})")
    if stretch is not placed:
        steps = (*steps, f"of which {within.lower()}: from {stretch.start} to before {stretch.end}")
    home_doubt = (home.doubt,) if home.doubt else ()
    return Resolved(
        placed.value, days_in(home, stretch.start, stretch.end), placed.granularity, home, steps,
        (*doubts, *home_doubt), approximate=within in ("START", "MID", "END"),
    )  # fmt: skip
