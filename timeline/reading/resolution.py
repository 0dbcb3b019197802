"""Stage 6: what the times mean, given the anchor and the time spoken of before."""

from dataclasses import dataclass

from timeline.reading.anchors import Anchor
from timeline.reading.intervals import Granularity, Interval
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


def resolve_timexes(text: str, timexes: tuple[Timex, ...], anchor: Anchor, place_zone: str = "") -> tuple[Time, ...]:
    """The times of an article in reading order; `place_zone` is the zone of the places written about (IANA)."""
    return ()
