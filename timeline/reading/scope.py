"""What stands before a time and what lies behind it: "since" and "before", "around", and the time of writing."""

from datetime import timedelta

from timeline.reading.anchors import Anchor
from timeline.reading.calendar import LENGTHS
from timeline.reading.grammar.meaning import Point
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.time_words import AROUND_A_CLOCK
from timeline.reading.moments import Resolved
from timeline.reading.timexes import Timex

# What "around" takes its quarter of, where that is not the unit itself: a clock minute is told to the hour, a part of
# the day has soft edges already.
TOLD_BY: dict[Granularity, timedelta] = {
    Granularity.MINUTE: timedelta(hours=1),
    Granularity.SECOND: timedelta(minutes=4),
}


def bounded(timex: Timex, resolved: Resolved) -> tuple[Interval | None, tuple[str, ...]]:
    """The interval widened by "around" and opened or closed by "since", "before", "after", "until" or "by"."""
    interval = resolved.interval
    steps: tuple[str, ...] = ()
    if interval is None:
        return None, ()
    named = resolved.nominal is not None and resolved.granularity is Granularity.PART_OF_DAY  # noon, midnight: loose
    if (timex.mod == "APPROX" or resolved.loose) and resolved.granularity and not named:
        interval, margin = _around(interval, resolved.granularity)
        steps = (f"around: {margin} either way",)
    if not timex.bound:
        return interval, steps
    fine = resolved.granularity is not None and resolved.granularity.finer_than(Granularity.DAY)
    if timex.close and fine and timex.bound in ("after", "before"):
        return _drawn(timex.bound, interval, resolved), (*steps, f"shortly {timex.bound}: within the half-hour")
    opened = _opened(timex.bound, interval, resolved)
    return opened, (*steps, f"{timex.bound}: an open side")


def _drawn(bound: str, interval: Interval, resolved: Resolved) -> Interval:
    """Shortly after ten is 10:00 to 10:30, shortly before it 9:30 to 10:00; of dawn and the like, half is in it."""
    assert interval.start is not None and interval.end is not None
    nominal = resolved.nominal or interval.start + (interval.end - interval.start) / 2
    edge = AROUND_A_CLOCK if resolved.nominal else (interval.end - interval.start) / 2 + AROUND_A_CLOCK
    return Interval(nominal, nominal + edge) if bound == "after" else Interval(nominal - edge, nominal)


def _around(interval: Interval, granularity: Granularity) -> tuple[Interval, str]:
    """Around 4pm is 15:30 to 16:30; around a day or more is widened by a quarter of the unit."""
    if granularity is Granularity.HOUR and interval.start is not None:
        return Interval(interval.start - AROUND_A_CLOCK, interval.start + AROUND_A_CLOCK), "30 minutes"
    margin = TOLD_BY.get(granularity, LENGTHS[granularity]) / 4
    return interval.widened(margin), str(margin)


def _opened(bound: str, interval: Interval, resolved: Resolved) -> Interval:
    """Before and by a time of day begin with that day; every other side that is not told is open."""
    begin = resolved.day.start if resolved.day else None
    nominal = resolved.nominal
    if bound == "since":
        return Interval(nominal or interval.start, None)
    if bound == "after":
        return Interval(nominal or interval.end, None)
    end = nominal or (interval.start if bound == "before" or resolved.day else interval.end)
    if bound == "until" and not nominal and resolved.day is None:
        end = interval.end
    return Interval(begin if begin is not None and end is not None and begin < end else None, end)


Checked = tuple[Interval | None, bool, tuple[str, ...], tuple[str, ...]]


def checked(timex: Timex, interval: Interval | None, resolved: Resolved, anchor: Anchor) -> Checked:
    """The interval against the time of writing: cut, whether it was, doubts and steps. What is told in the future
    tense, and what lies in the future as a whole, is left alone."""
    limit = anchor.interval.end if anchor.interval else None
    if interval is None or limit is None or timex.tense in ("future", "due") or _is_range(timex):
        return interval, False, (), ()
    reaches = interval.end is None or interval.end > limit
    fine = resolved.granularity is not None and resolved.granularity.finer_than(Granularity.DAY)
    if fine and not (interval.end is None and timex.bound):
        return interval, False, _reach_doubt(interval, anchor), ()
    if not reaches or interval.start is None or interval.start >= limit:
        return interval, False, (), ()
    return Interval(interval.start, limit), True, (), (f"cut at the end of the anchor, {limit.isoformat()}",)


def _is_range(timex: Timex) -> bool:
    return timex.rule == "date_range" and isinstance(timex.meaning, Point)


def _reach_doubt(interval: Interval, anchor: Anchor) -> tuple[str, ...]:
    """A time finer than a day that is not over when the article is out, under any zone the anchor may have."""
    if anchor.interval is None or anchor.interval.start is None or interval.end is None or anchor.granularity is None:
        return ()
    fine = anchor.granularity.finer_than(Granularity.DAY)
    earliest = anchor.interval.start + (timedelta(minutes=1) if fine else timedelta(days=1))
    if interval.end <= earliest:
        return ()
    where = "under some zones it may have" if anchor.zone == "unknown" else f"in zone {anchor.zone}"
    return (f"it reaches past the time of writing ({where}), though it is told as past",)
