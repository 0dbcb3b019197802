"""Calendar units as stretches of whole days: the month a day is in, the quarter before, the second weekend of May.

Days are naive calendar dates; zones come in later, in `clock`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.reading.intervals import Granularity
from timeline.reading.lexicon.time_words import SEASONS
from timeline.reading.notation import day_value, week_value

# Where dates are held, so that no zone takes them over the edge of Python's calendar (years 1 to 9999).
FIRST, LAST = date(2, 1, 1), date(9997, 12, 31)

GRANULARITIES: dict[str, Granularity] = {
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "2W": Granularity.WEEK,
    "WE": Granularity.WEEKEND,
    "M": Granularity.MONTH,
    "Q": Granularity.QUARTER,
    "season": Granularity.SEASON,
    "H": Granularity.HALF,
    "Y": Granularity.YEAR,
    "E": Granularity.DECADE,
    "C": Granularity.CENTURY,
    "L": Granularity.CENTURY,
    "TS": Granularity.SECOND,
    "TM": Granularity.MINUTE,
    "TH": Granularity.HOUR,
}

# How long a unit lasts, near enough for margins and bounds.
LENGTHS: dict[Granularity, timedelta] = {
    Granularity.CENTURY: timedelta(days=36525),
    Granularity.DECADE: timedelta(days=3652),
    Granularity.YEAR: timedelta(days=365),
    Granularity.HALF: timedelta(days=182),
    Granularity.QUARTER: timedelta(days=91),
    Granularity.SEASON: timedelta(days=91),
    Granularity.MONTH: timedelta(days=30),
    Granularity.WEEK: timedelta(days=7),
    Granularity.WEEKEND: timedelta(days=2),
    Granularity.DAY: timedelta(days=1),
    Granularity.PART_OF_DAY: timedelta(hours=4),
    Granularity.HOUR: timedelta(hours=1),
    Granularity.MINUTE: timedelta(minutes=1),
    Granularity.SECOND: timedelta(seconds=1),
}

# Units that are so many months, so that shifting them is shifting months.
_MONTHS = {"M": 1, "Q": 3, "season": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}


@dataclass(frozen=True, slots=True)
class Placed:
    """A calendar unit in its place: the days from `start` up to but not including `end`, and its TIMEX3 value."""

    unit: str
    start: date
    end: date
    value: str

    @property
    def granularity(self) -> Granularity:
        return GRANULARITIES[self.unit]


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months from a day's."""
    index = min(max(day.year * 12 + day.month - 1 + months, FIRST.year * 12), LAST.year * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def add_days(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, FIRST.toordinal()), LAST.toordinal()))


def unit_at(unit: str, day: date) -> Placed:
    """The unit a day is in.

    >>> unit_at("Q", date(2021, 7, 7)).value, unit_at("W", date(2021, 7, 7)).start
    ('2021-Q3', datetime.date(2021, 7, 5))
    """
    if unit == "D":
        return Placed("D", day, add_days(day, 1), day_value(day))
    if unit in ("W", "2W"):
        monday = add_days(day, -day.weekday())
        return Placed("W", monday, add_days(monday, 7), week_value(day))
    if unit == "WE":
        saturday = add_days(day, 5 - day.weekday())
        return Placed("WE", saturday, add_days(saturday, 2), f"{week_value(day)}-WE")
    if unit == "season":
        return _season_at(day)
    start = _first_month(unit, day)
    return Placed(unit, start, add_months(start, _MONTHS[unit]), _value(unit, start))


def _first_month(unit: str, day: date) -> date:
    if unit == "M":
        return day.replace(day=1)
    if unit in ("Q", "H"):
        length = _MONTHS[unit]
        return date(day.year, (day.month - 1) // length * length + 1, 1)
    years = _MONTHS[unit] // 12
    return date(max(day.year // years * years, FIRST.year), 1, 1)


def _value(unit: str, start: date) -> str:
    year = f"{start.year:04}"
    if unit == "M":
        return f"{year}-{start.month:02}"
    if unit in ("Q", "H"):
        return f"{year}-{unit}{(start.month - 1) // _MONTHS[unit] + 1}"
    return {"Y": year, "E": year[:3], "C": year[:2], "L": year[:1]}[unit]


def _season_at(day: date) -> Placed:
    begun = [(month, code) for code, month in SEASONS.items() if month <= day.month]
    first, code = max(begun, default=(12, "WI"))
    return season(code, day.year if first <= day.month else day.year - 1)


def season(code: str, year: int) -> Placed:
    """A season of a year; winter is that which begins in the year."""
    start = date(year, SEASONS[code], 1)
    return Placed("season", start, add_months(start, 3), f"{year:04}-{code}")


def shifted(placed: Placed, amount: int) -> Placed:
    """The unit so many units on (or, with a negative amount, back)."""
    if placed.unit == "D":
        return unit_at("D", add_days(placed.start, amount))
    if placed.unit in ("W", "WE"):
        return unit_at(placed.unit, add_days(placed.start, 7 * amount))
    return unit_at(placed.unit, add_months(placed.start, amount * _MONTHS[placed.unit]))


def same_unit_years_on(placed: Placed, years: int) -> Placed:
    """The same unit of another year: a quarter a year earlier; 29 February becomes the 28th."""
    start = placed.start
    if placed.unit == "D":
        year = min(max(start.year + years, FIRST.year), LAST.year)
        day = min(start.day, 28) if start.month == 2 else start.day
        return unit_at("D", date(year, start.month, day))
    if placed.unit in ("W", "WE"):
        return shifted(placed, 52 * years)
    return unit_at(placed.unit, add_months(start, 12 * years))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if number < 0:
        last = add_days(add_months(date(year, month, 1), 1), -1)
        return add_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))


# American feasts that move: month, weekday (Monday 0), which one. 5 U.S.C. 6103; election day is 2 U.S.C. 7.
MOVING = {
    "king": (1, 0, 3),
    "presidents": (2, 0, 3),
    "memorial": (5, 0, -1),
    "labor": (9, 0, 1),
    "columbus": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "mother": (5, 6, 2),
    "father": (6, 6, 3),
}


def festival(key: str, year: int) -> date:
    """The day of a feast in a year; keys as in the lexicon ("12-25", "easter-2", "thanksgiving")."""
    if key.startswith("easter"):
        return add_days(easter(year), int(key.removeprefix("easter") or 0))
    if key == "election":
        return add_days(nth_weekday(year, 11, 0, 1), 1)
    if key in MOVING:
        return nth_weekday(year, *MOVING[key])
    month, day = key.split("-")
    return date(year, int(month), int(day))


_UNIT_VALUES: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)$")),
    ("WE", re.compile(r"(\d{4})-W(\d\d)-WE$")),
    ("W", re.compile(r"(\d{4})-W(\d\d)$")),
    ("Q", re.compile(r"(\d{4})-Q([1-4])$")),
    ("H", re.compile(r"(\d{4})-H([12])$")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)$")),
    ("M", re.compile(r"(\d{4})-(\d\d)$")),
    ("Y", re.compile(r"(\d{4})$")),
    ("E", re.compile(r"(\d{3})$")),
    ("C", re.compile(r"(\d{2})$")),
)


def read_value(value: str) -> Placed | None:
    """The unit a TIMEX3 calendar value names; None where it names none.

    >>> read_value("2021-Q3").start, read_value("2021-07-32"), read_value("P3D")
    (datetime.date(2021, 7, 1), None, None)
    """
    for unit, pattern in _UNIT_VALUES:
        if found := pattern.match(value):
            try:
                return _unit_of_value(unit, found.groups())
            except ValueError:  # month 13, week 60: the pattern is right and the calendar has no such unit
                return None
    return None


def _unit_of_value(unit: str, parts: tuple[str, ...]) -> Placed:
    year = int(parts[0])
    if unit in ("E", "C"):
        return unit_at(unit, date(max(year * (10 if unit == "E" else 100), FIRST.year), 1, 1))
    if unit == "season":
        return season(parts[1], year)
    if unit in ("W", "WE"):
        return unit_at(unit, date.fromisocalendar(year, int(parts[1]), 1))
    if unit in ("Q", "H"):
        return unit_at(unit, date(year, (int(parts[1]) - 1) * _MONTHS[unit] + 1, 1))
    return unit_at(unit, date(year, *(int(part) for part in parts[1:]), *((1,) * (3 - len(parts)))))
