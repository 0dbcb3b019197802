"""Within a day: a clock time or a part of the day set in a zone, checked against a second zone printed beside it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from timeline.reading.calendar import Placed, add_days
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
    zone_named,
)
from timeline.reading.grammar.meaning import Clock
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.time_words import PARTS
from timeline.reading.notation import clock_value, day_value
from timeline.reading.spoken import Context


@dataclass(frozen=True, slots=True)
class Resolved:
    """A point with its TIMEX3 value, its interval before bounds and cuts, and how it came about. `day` is the local day
    around a time of day; `nominal` the instant a part of the day is named after (noon), to which "by" counts;
    `loose` marks what is told to the hour by counting hours ("two hours later").
    """

    value: str
    interval: Interval | None
    granularity: Granularity | None
    zone: Zone
    steps: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    approximate: bool = False
    day: Interval | None = None
    nominal: datetime | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A placed day, why it was taken, the zone local words are read in, and the doubts so far."""

    placed: Placed
    why: str
    home: Zone
    doubts: tuple[str, ...] = ()

    @property
    def date(self) -> date:
        return self.placed.start

    def doubted(self, *more: str) -> tuple[str, ...]:
        return (*self.doubts, *(doubt for doubt in more if doubt))


# The step of a time whose two printed clocks no zone explains.
UNLIKE = "printed beside it does not agree"
HOUR = timedelta(hours=1)
QUARTERS = [timedelta(minutes=minutes) for minutes in (15, 30, 45)]  # zones lie such parts of an hour apart
# How many characters on a part of the day still settles which half of it a clock time is of.
PART_REACH = 400
SMALL_HOURS = range(7)  # after a clock time of these, so told, the next one is of the same night
LATE, AFTER_LATE = 22, (12, 1, 2, 3, 4, 5)  # after such an hour of the evening, these are of the night it goes on into
AFTERNOON_HOURS = range(1, 6)  # what "3 o'clock" means where nothing is told of the half: an hour people are awake in


def settled(clock: Clock, context: Context, bare: bool) -> Clock:
    """A clock time with its half of the day, where that is left open and a part of the day told just before says it:
    half past eleven, after "on Thursday night", is 23:30."""
    if not clock.open or clock.zone not in ("", "local") or clock.half:
        return clock
    narrative = context.narrative
    part = narrative.part if context.sentence - narrative.part_told <= PART_REACH and bare else ""
    if "night" in part or part == "midnight":
        return replace(clock, half="pm" if AFTERNOON_HOURS.stop <= clock.hour < 12 else "am")
    if part:
        return replace(clock, half="am" if PARTS[part].end <= time(12) and not PARTS[part].next_day else "pm")
    late = bare and narrative.moment is not None and narrative.moment.hour >= LATE
    if late and clock.hour in AFTER_LATE:
        return replace(clock, half="am")
    if clock.open != "words" or clock.hour not in AFTERNOON_HOURS:
        return clock
    small_hours = bare and narrative.moment is not None and narrative.moment.hour in SMALL_HOURS
    return replace(clock, half="am" if small_hours else "pm")


def on_clock(clock: Clock, day: Day, context: Context, bare: bool) -> Resolved:
    """A clock time on a day, in the zone printed with it, else in the home zone; `bare`: no day was told with it."""
    date_there = day.date
    local = clock.zone in ("", "local")
    zone = day.home if local else printed_zone(clock.zone, day.home, date_there)
    zone = _as_before(clock, zone, context)
    told_by = context.narrative.clock_zone
    if not bare or not local:
        context.narrative.clock_zone = "" if local else zone.name
    if not local and bare and day.home.name != UNKNOWN_ZONE and zone.name != told_by:
        date_there = _date_there(date_there, clock, zone, day.home)
    moment = moment_on(date_there, clock)
    interval = in_zone(moment, zone, length_of(clock))
    steps = [day.why, f"{clock_value(moment)} in zone {zone.name} ({zone.basis})"]
    doubt = ""
    if clock.also and clock.also_dated and date_told(clock, date_there, zone, day.home) != date_there:
        date_there = date_told(clock, date_there, zone, day.home)
        moment = moment_on(date_there, clock)
        interval = in_zone(moment, zone, length_of(clock))
        steps.append(f"the day is that of the second zone: {clock_value(moment)} here")
        context.narrative.turn_to(day.date, date_there)
    if clock.also:
        interval, zone, more, doubt = _against(interval, clock, clock.also, date_there, zone, day.home)
        steps.append(more)
    start = interval.start or context.limit
    context.narrative.moment = start.astimezone(day.home.rules).replace(tzinfo=None) if start else None
    return Resolved(
        f"{day_value(date_there)}T24:00" if hour_of(clock) == 24 else clock_value(moment),
        interval,
        granularity_of(clock),
        zone,
        tuple(steps),
        day.doubted(zone.doubt, doubt),
        day=days_in(zone, date_there, add_days(date_there, 1)),
        nominal=interval.start,
    )


def _as_before(clock: Clock, zone: Zone, context: Context) -> Zone:
    """The zone of a clock time: one that prints none is of the place the clock times before it were told of."""
    narrative = context.narrative
    if not clock.zone and narrative.told_zone and clock.also is None:
        return zone_named(narrative.told_zone, "the clock times before it")
    if clock.zone and clock.also is None:
        narrative.told_zone = zone.name if "/" in zone.name and clock.zone != "local" else ""
    return zone


def date_told(clock: Clock, day: date, zone: Zone, home: Zone) -> date:
    """The date of a clock time whose day is told in the zone beside it: 05:46 of Wednesday is 22:46 GMT Tuesday."""
    also = clock.also
    if also is None:
        return day
    second = printed_zone(also.zone, home, day) if also.zone != "local" else home
    start = in_zone(moment_on(day, also), second, length_of(also)).start
    return start.astimezone(zone.rules).date() if start else day


def granularity_of(clock: Clock) -> Granularity:
    if clock.also is not None and clock.minute is None:
        return granularity_of(replace(clock.also, also=None))
    if clock.second is not None:
        return Granularity.SECOND
    return Granularity.HOUR if clock.minute is None else Granularity.MINUTE


def _date_there(day: date, clock: Clock, zone: Zone, home: Zone) -> date:
    """The date in a printed zone on which a bare clock time falls into a local day."""
    for candidate in (day, add_days(day, -1), add_days(day, 1)):
        start = in_zone(moment_on(candidate, clock), zone, timedelta(minutes=1)).start
        if start is not None and start.astimezone(home.rules).date() == day:
            return candidate
    return day


def _against(
    interval: Interval, clock: Clock, also: Clock, day: date, zone: Zone, home: Zone
) -> tuple[Interval, Zone, str, str]:
    """The clock time printed in a second zone, checked against the first; where the first has no zone, it gives one.

    Returns the interval and zone to use, a step and a doubt.
    """
    second = printed_zone(also.zone, home, day) if also.zone != "local" else home
    length = min(length_of(also), length_of(clock))  # "6 p.m. (1100 GMT)" is told to the minute
    interval = Interval(interval.start, interval.start + length) if interval.start else interval
    others = [in_zone(moment_on(add_days(day, days), also), second, length) for days in (0, -1, 1)]
    if any(other.start == interval.start for other in others):
        return interval, zone, f"the time in {second.name} printed beside it agrees", ""
    if zone.name == "unknown":
        nearest = min(others, key=lambda other: _apart(other, interval))
        return nearest, second, f"the zone is that printed beside it, {second.name}", ""
    nearest = min(others, key=lambda other: _apart(other, interval))
    if clock.zone in ("", "local") and _apart(nearest, interval) % HOUR in QUARTERS:
        why = "no whole hour parts the two clock times printed: the first is of another place, the second of all"
        return nearest, second, why, ""
    first, last = f"{clock.hour}:{clock.minute or 0:02}", f"{also.hour}:{also.minute or 0:02}"
    doubt = f"the two clock times printed do not agree: {first} in {zone.name} is not {last} in {second.name}"
    return interval, zone, f"the time in {second.name} {UNLIKE}; the first is taken", doubt


def _apart(one: Interval, other: Interval) -> timedelta:
    return abs(one.start - other.start) if one.start and other.start else timedelta.max


# The clock times parts of the day are named after.
NOMINAL = {"noon": Clock(12, 0), "dusk": Clock(18, 0), "midnight": Clock(24, 0)}


def on_part(part: str, day: Day) -> Resolved:
    """A part of a day by the table of parts, in the home zone."""
    home = day.home
    nominal = in_zone(moment_on(day.date, NOMINAL[part]), home, timedelta(minutes=1)).start if part in NOMINAL else None
    return Resolved(
        day_value(day.date) + part_code(part),
        part_in(home, day.date, part),
        Granularity.PART_OF_DAY,
        home,
        (day.why, f"{part} by the table of parts of the day, in zone {home.name} ({home.basis})"),
        day.doubted(home.doubt),
        day=days_in(home, day.date, add_days(day.date, 1)),
        nominal=nominal,
    )


def part_code(part: str) -> str:
    """What TIMEX3 writes behind the day: TMO, T12:00, or nothing."""
    code = PARTS[part].code
    return code if code.startswith("T") else f"T{code}" if code else ""
