"""What the words of a time say by themselves, before anyone knows when they were written.

A `Timex` carries one of these. They are plain data: `resolution` gives them their place in time.
"""

from dataclasses import dataclass, replace
from typing import TypeAlias

# Where a relative time counts from: the anchor ("ago"), the time last spoken of ("earlier"), or the day spoken of in
# the same sentence, else the anchor ("overnight").
ANCHOR, NARRATIVE, SENTENCE = "anchor", "narrative", "sentence"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as printed. `minute` None: told in hours. `half` is "am", "pm" or "" (24 hours, or unsaid).

    `zone` is an offset in minutes, an abbreviation still to be decided ("IST"), "local", or "" where none is
    printed; `also` is the same instant in another zone ("1353 (1023 GMT)"), and
    `also_dated` says that the day told is that zone's ("5:46 a.m. (2246 GMT Tuesday)"). `open` says that the half
    of the day is left open: "words" ("half past six", "3 o'clock") or "figures" ("9:30", maybe of 24 hours).
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str = ""
    zone: str = ""
    also: "Clock | None" = None
    also_dated: bool = False
    open: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date as far as it is told. `turn` is -1 for "last", 1 for "next", 0 for "this", None for a bare one;
    `century_known` is False for years of two digits."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    turn: int | None = None
    last_day: int | None = None  # "July 7-8"
    last_year: int | None = None  # "1977-88"
    years: int | None = None  # the year, told as a shift: "July of last year" is -1


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a larger unit by number or name: "third quarter" (Q, 3), "summer" (season, SU), "the 1990s" (E, 199).

    `years` shifts the year it belongs to ("last year's third quarter"); `turn` as in `Calendar`.
    """

    unit: str
    number: int | str
    year: int | None = None
    turn: int | None = None
    years: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from the anchor or from the time last spoken of; amount 0 is "this". `whole` shifts keep the
    granularity of what they count from ("a year earlier" than a quarter is a quarter)."""

    unit: str
    amount: float
    origin: str = ANCHOR
    vague: bool = False
    counted: bool = False  # "a year ago", against "last year"
    bare: bool = False  # "the weekend", against "this weekend"


@dataclass(frozen=True, slots=True)
class Festival:
    """A feast with a date: its table key, its year where told."""

    key: str
    year: int | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """The unit a date lies in ("the week of March 6"), or one so many units from it ("the day before yesterday")."""

    unit: str
    base: "Base"
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth week or weekend of a month; -1 is the last."""

    unit: str
    number: int
    of: "Base"


Base: TypeAlias = Calendar | Named | Shift | Festival | Within | Nth


@dataclass(frozen=True, slots=True)
class Point:
    """A place in time: a calendar base (None: the day spoken of), a part of the day or a clock time in it, and which
    stretch of it is meant: START, MID, END, or EARLIER and LATER than the time of writing."""

    base: Base | None
    part: str = ""
    clock: Clock | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: (amount, unit) pairs, the amount None where it is vague ("several days"). `side` is -1 for one that
    ends at the anchor ("the past two months"), 1 for one that begins there, 0 for neither."""

    parts: tuple[tuple[float | None, str], ...]
    side: int = 0
    origin: str = ANCHOR


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times; the value is complete as it stands ("XXXX-WXX-3", "P1D")."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The vague past, present or future: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


Meaning: TypeAlias = Point | Duration | Repeat | Reference

__all__ = [
    "ANCHOR",
    "NARRATIVE",
    "SENTENCE",
    "Base",
    "Calendar",
    "Clock",
    "Duration",
    "Festival",
    "Meaning",
    "Named",
    "Point",
    "Reference",
    "Repeat",
    "Shift",
    "Within",
    "replace",
]  # fmt: skip
