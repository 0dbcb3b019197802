"""A resolved time as the time of a claim: its own, that of a saying, or carried on from what was told before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from timeline.reading.anchors import Anchor
from timeline.reading.calendar import add_days
from timeline.reading.claims import ClaimTime
from timeline.reading.clock import days_in
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.notation import day_value
from timeline.reading.resolution import Time, date_there, home_zone

LAST_HOUR = timedelta(hours=1)


def claim_time(number: int, time: Time, saying: bool = False) -> ClaimTime:
    """A resolved time as a claim's. One that dates the saying bounds the happening from above only."""
    assert time.interval is not None and time.granularity is not None
    interval, steps = time.interval, time.steps
    if saying and interval.end is not None:
        interval = Interval(None, interval.end)
        steps = (*steps, f"“{time.timex.text}” dates the saying: the happening is not later")
    return ClaimTime(
        time=number,
        text=time.timex.text,
        value=time.value,
        interval=interval,
        granularity=time.granularity,
        approximate=time.approximate,
        inherited=False,
        saying=saying,
        cut=time.cut,
        zone=time.zone,
        basis=time.basis,
        rule=time.timex.rule,
        steps=steps,
    )


def whole_day(time: ClaimTime, place_zone: str) -> ClaimTime:
    """The local day of a time: what "then" means in a narrative that goes on."""
    start = time.interval.start
    assert start is not None
    if time.granularity.rank <= Granularity.DAY.rank:
        return carried(time)
    zone = ZoneInfo(place_zone) if place_zone else UTC
    middle = start + (time.interval.end - start) / 2 if time.interval.end else start
    local = middle.astimezone(zone)
    midnight = datetime(local.year, local.month, local.day, tzinfo=zone)
    day = Interval(midnight, midnight + timedelta(days=1))
    interval = Interval(day.start, min(filter(None, (day.end, time.interval.end)), default=None)) if time.cut else day
    return replace(carried(time), interval=interval, granularity=Granularity.DAY, value=time.value[:10])


def day_after_midnight(time: ClaimTime, place_zone: str) -> ClaimTime | None:
    """The day most of a night was of that began in the last hour before midnight; None for any other time."""
    start, end = time.interval.start, time.interval.end
    if start is None or end is None or end - start > LAST_HOUR:
        return None
    later = start + LAST_HOUR
    today, then = (moment.astimezone(ZoneInfo(place_zone) if place_zone else UTC).date() for moment in (start, later))
    if then == today:
        return None
    moved = Interval(later, later + LAST_HOUR)
    return whole_day(replace(time, interval=moved, value=day_value(then)), place_zone)


def carried(time: ClaimTime) -> ClaimTime:
    """The time as one that was told before the words it dates."""
    step = f"no time of its own: carried on from “{time.text}”"
    return replace(time, approximate=False, inherited=True, saying=False, steps=(*time.steps, step))


def until_midnight(time: ClaimTime, place_zone: str) -> ClaimTime:
    """ "Planes later struck": from the time last told to the end of its day."""
    day = whole_day(time, place_zone)
    if time.interval.start is None or day.interval.end is None or time.interval.start >= day.interval.end:
        return carried(time)
    return replace(day, interval=Interval(time.interval.start, day.interval.end))


def publication_day(anchor: Anchor, place_zone: str) -> ClaimTime | None:
    """The local day of publication up to the hour of it: when what is told as standing stands. None where nothing is
    known of it, or where only a weak date is."""
    if anchor.interval is None or anchor.local is None or anchor.weak or anchor.granularity is None:
        return None
    if anchor.granularity.rank < Granularity.DAY.rank:
        return None
    home = home_zone(anchor, place_zone)
    day = date_there(anchor, home) or anchor.local.date()
    whole = days_in(home, day, add_days(day, 1))
    end = min(filter(None, (whole.end, anchor.interval.end)))
    return ClaimTime(
        time=None,
        text=anchor.text,
        value=day_value(day),
        interval=Interval(whole.start, end) if whole.start and whole.start < end else whole,
        granularity=Granularity.DAY,
        approximate=False,
        inherited=True,
        saying=False,
        cut=True,
        zone=home.name,
        basis=home.basis,
        rule="publication",
        steps=("how things stand: the day of publication, up to the hour of it",),
    )


def just_now(entry: Anchor) -> ClaimTime | None:
    """What "has just" been in an entry of a live page: within the hour before it was written."""
    if entry.interval is None or entry.interval.end is None:
        return None
    hour = Interval(entry.interval.end - timedelta(hours=1), entry.interval.end)
    steps = ("just now: within the hour before it was written",)
    return ClaimTime(
        None, entry.text, "PRESENT_REF", hour, Granularity.HOUR, True, True, False, True, entry.zone, entry.zone_basis,
        "just now", steps,
    )  # fmt: skip
