"""Times as text: TIMEX3 values, EDTF and ISO 8601. Numbers in, strings out, and back."""

from datetime import date, datetime

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
