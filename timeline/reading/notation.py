"""Times as text: TIMEX3 values, EDTF (ISO 8601-2) and ISO 8601 intervals; and back.

Calendar units are read back by `calendar.read_value`. Sources: the TimeML annotation guidelines 1.2.1 for TIMEX3, the
Library of Congress specification of EDTF (2019) for EDTF.
"""

import re
from datetime import UTC, date, datetime, timedelta

from timeline.reading.intervals import Granularity, Interval

_UNIT_OF_TIME = frozenset(("TS", "TM", "TH"))


def number_text(value: float | None) -> str:
    """A number of a duration: "3", "2.5", "X" where it is vague."""
    if value is None:
        return "X"
    return str(int(value)) if float(value).is_integer() else str(value)


def duration_value(parts: tuple[tuple[float | None, str], ...]) -> str:
    """The TIMEX3 value of a length: P3D, PT2H, P1Y6M, PXW.

    >>> duration_value(((2, "TH"),)), duration_value(((None, "W"),)), duration_value(((1.5, "Y"),))
    ('PT2H', 'PXW', 'P1Y6M')
    """
    whole = "".join(_length(amount, unit) for amount, unit in parts if unit not in _UNIT_OF_TIME)
    clock = "".join(_length(amount, unit) for amount, unit in parts if unit in _UNIT_OF_TIME)
    return f"P{whole}" + (f"T{clock}" if clock else "")


def _length(amount: float | None, unit: str) -> str:
    letter = unit.removeprefix("T")
    if unit == "2W":
        amount, letter = (None if amount is None else amount * 2), "W"
    if unit in ("E", "C"):  # decades and centuries are counted in years, as annotators write them
        amount, letter = (None if amount is None else amount * (10 if unit == "E" else 100)), "Y"
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(unit)
    if amount is not None and smaller and amount % 1 == 0.5:
        return (f"{int(amount)}{letter}" if amount >= 1 else "") + f"{smaller[0] // 2}{smaller[1]}"
    return f"{number_text(amount)}{letter}"


def day_value(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def week_value(day: date) -> str:
    """The ISO week a day is in.

    >>> week_value(date(2021, 7, 7))
    '2021-W27'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def clock_value(moment: datetime, hours_only: bool = False) -> str:
    """A local date and time: 2021-07-07T16:00."""
    return moment.strftime("%Y-%m-%dT%H" if hours_only else "%Y-%m-%dT%H:%M")


_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)([YMWDHSQ])")


def read_duration(value: str) -> tuple[tuple[float | None, str], ...]:
    """The parts of a TIMEX3 length; empty where the text is none.

    >>> read_duration("P1Y6M"), read_duration("PT2H"), read_duration("PXW"), read_duration("2021")
    (((1.0, 'Y'), (6.0, 'M')), ((2.0, 'TH'),), ((None, 'W'),), ())
    """
    if not value.startswith("P"):
        return ()
    whole, _, clock = value[1:].partition("T")
    parts = []
    for text, prefix in ((whole, ""), (clock, "T")):
        found = list(_LENGTH.finditer(text))
        if "".join(match.group() for match in found) != text:
            return ()
        parts += [(None if match[1] == "X" else float(match[1]), prefix + match[2]) for match in found]
    return tuple(parts)


def iso_instant(moment: datetime) -> str:
    """An instant in UTC, to the second where it has no finer part: 2021-07-07T11:30:00Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def iso_interval(interval: Interval) -> str:
    """An interval by ISO 8601, open ends written ".." (ISO 8601-2).

    >>> iso_interval(Interval(datetime(2021, 7, 7, 1, 30, tzinfo=UTC), None))
    '2021-07-07T01:30:00Z/..'
    """
    return "/".join(".." if end is None else iso_instant(end) for end in (interval.start, interval.end))


def read_iso_interval(text: str) -> Interval:
    """The interval `iso_interval` wrote; ValueError for anything else."""
    first, slash, last = text.partition("/")
    if not slash:
        raise ValueError(f"no interval: {text!r}")
    start, end = (None if part == ".." else datetime.fromisoformat(part) for part in (first, last))
    return Interval(start, end)


# EDTF numbers for what has no month: seasons (level 1), quarters and halves (level 2).
EDTF_PARTS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
EDTF_PARTS |= {"H1": "40", "H2": "41"}
_FROM_EDTF = {number: part for part, number in EDTF_PARTS.items()}


def edtf(value: str, approximate: bool = False) -> str:
    """A TIMEX3 calendar value as EDTF, "" where EDTF cannot say it (weeks, parts of the day).

    >>> edtf("2021-07-07"), edtf("2021-Q3"), edtf("198"), edtf("2021-07", approximate=True), edtf("2021-W27")
    ('2021-07-07', '2021-35', '198X', '2021-07~', '')
    """
    year, _, part = value.partition("-")
    if re.fullmatch(r"\d{2,3}", value):
        text = value.ljust(4, "X")
    elif part in EDTF_PARTS:
        text = f"{year}-{EDTF_PARTS[part]}"
    elif re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        text = value
    else:
        return ""
    return text + "~" if approximate else text


def timex3_of_edtf(text: str) -> str:
    """The TIMEX3 value of what `edtf` wrote.

    >>> timex3_of_edtf("2021-35"), timex3_of_edtf("198X"), timex3_of_edtf("2021-07~")
    ('2021-Q3', '198', '2021-07')
    """
    plain = text.rstrip("~?%")
    year, _, part = plain.partition("-")
    if part in _FROM_EDTF:
        return f"{year}-{_FROM_EDTF[part]}"
    return plain.rstrip("X")


def edtf_interval(interval: Interval, granularity: Granularity | None) -> str:
    """An interval as EDTF. EDTF has no hours inside intervals, so times of day are told by their days; days are UTC's.

    >>> edtf_interval(Interval(datetime(2021, 7, 7, tzinfo=UTC), datetime(2021, 7, 9, tzinfo=UTC)), Granularity.DAY)
    '2021-07-07/2021-07-08'
    """
    first = ".." if interval.start is None else interval.start.date().isoformat()
    last = ".." if interval.end is None else (interval.end - timedelta(microseconds=1)).date().isoformat()
    if first == last and granularity is not None and not granularity.finer_than(Granularity.DAY):
        return first
    return f"{first}/{last}"
