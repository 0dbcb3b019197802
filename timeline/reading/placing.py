"""Where a calendar time lies: the newspaper rule, last and next, counting from the anchor and from the narrative."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from timeline.reading import calendar
from timeline.reading.calendar import Placed, add_days, add_months, season, shifted, unit_at
from timeline.reading.grammar.meaning import NARRATIVE, SENTENCE, Base, Calendar, Festival, Named, Nth, Shift, Within
from timeline.reading.spoken import Context


def place(base: Base, context: Context) -> tuple[Placed | None, str]:
    """The unit a base names and how that was worked out; None (and why) where the anchor it needs is unknown."""
    if isinstance(base, Calendar):
        return _calendar(base, context)
    if isinstance(base, Named):
        return _named(base, context)
    if isinstance(base, Festival):
        return _festival(base, context)
    if isinstance(base, Within):
        inner, why = place(base.base, context)
        return (_beside(base, inner) if inner else None), why
    if isinstance(base, Nth):
        inner, why = place(base.of, context)
        return (_nth(base, inner) if inner else None), why
    return _shift(base, context)


def _beside(base: Within, inner: Placed) -> Placed:
    """The weekend before a feast is the one that ends before it; every other unit counts from the one the day is in."""
    if base.unit == "WE" and base.amount < 0 and inner.start.weekday() >= 5:
        return unit_at("WE", add_days(inner.start, -7))
    if base.unit == "WE" and base.amount:
        return unit_at("WE", add_days(inner.start, -7 if base.amount < 0 else 0))
    return shifted(unit_at(base.unit, inner.start), base.amount)


def _nth(base: Nth, inner: Placed) -> Placed:
    if base.number < 0:
        return unit_at(base.unit, add_days(inner.end, -1))
    first = inner.start if base.unit == "W" else add_days(inner.start, (5 - inner.start.weekday()) % 7)
    return unit_at(base.unit, add_days(first, 7 * (base.number - 1)))


SECONDS = {"TS": 1, "TM": 60, "TH": 3600}
# Days (nine months) beyond which a date would have been printed with its year.
FAR = 275
UNKNOWN = "the time of writing is unknown, so it stays unresolved"


def _calendar(base: Calendar, context: Context) -> tuple[Placed | None, str]:
    if base.month is None and base.weekday is None and base.year is not None:
        whole = unit_at("Y", date(base.year, 1, 1))
        return (replace(whole, end=date(base.last_year + 1, 1, 1)) if base.last_year else whole), "told in full"
    if base.month is None and base.weekday is None and base.day is not None:
        return _day_of_month(base.day, context)
    if base.month is None:
        return _weekday(base, context)
    year, why = base.year, "told in full"
    if year is None:
        if context.today is None:
            return None, UNKNOWN
        year, why = _year_of(base, context, context.today)
    return _in_year(base, year), why


def _day_of_month(day: int, context: Context) -> tuple[Placed | None, str]:
    """The 13th: the latest up to the anchor's own day, or with a verb of the future the next to come."""
    today = context.today
    if today is None:
        return None, UNKNOWN
    months = (add_months(today.replace(day=1), shift) for shift in ((0, 1, 2) if context.ahead else (0, -1, -2)))
    days = [add_days(month, day - 1) for month in months if add_days(month, day - 1).month == month.month]
    if context.ahead:
        return unit_at("D", next(found for found in days if found >= today)), "the next such day of a month"
    return unit_at("D", next(found for found in days if found <= today)), "the latest such day of a month"


def _in_year(base: Calendar, year: int) -> Placed:
    month = base.month or 1
    if base.day is None:
        return unit_at("M", date(year, month, 1))
    leap = (month, base.day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    day = unit_at("D", date(year, month, 28 if leap else base.day))
    return replace(day, end=add_days(day.start, base.last_day - base.day + 1)) if base.last_day and base.day else day


def _year_of(base: Calendar, context: Context, today: date) -> tuple[int, str]:
    """The year of a bare month or day.

    By the tense of its clause: the latest that has begun, or with a future verb the next to come. Nobody leaves out the
    year of a date most of a year away, so that where the tense says nothing, or says that, the nearer one is meant.
    """
    if base.years is not None:
        return today.year + base.years, "in the year named"
    if base.turn == 0:
        return today.year, "of this year"
    years = (today.year - 1, today.year, today.year + 1)
    units = {year: _in_year(base, year) for year in years}
    begun = max(year for year in years[:2] if units[year].start <= today or year == years[0])
    coming = min(year for year in years[1:] if units[year].end > today or year == years[2])
    if base.turn == -1:
        over = [year for year in years[:2] if units[year].end <= today]
        return max(over, default=years[0]), "the last before the anchor"
    if base.turn == 1:
        next_ones = [year for year in years[1:] if units[year].start > today]
        return min(next_ones, default=years[2]), "the next after the anchor"
    back, ahead = max((today - units[begun].end).days, 0), max((units[coming].start - today).days, 0)
    if context.tense == "future":
        near = ahead <= FAR or ahead <= back
        return (coming, "the next to come, as its verb speaks of the future") if near else (begun, "the nearer one")
    if context.tense == "past" and back <= FAR:
        return begun, "the latest up to the anchor (newspaper rule)"
    if ahead * (2 if base.day is None else 1.2) < back:
        return coming, "the nearer one, which is still to come"
    return begun, "the latest up to the anchor (newspaper rule)"


def _weekday(base: Calendar, context: Context) -> tuple[Placed | None, str]:
    today, weekday = context.today, base.weekday or 0
    if today is None:
        return None, UNKNOWN
    if base.turn is None and not context.ahead and context.today_there:
        today = max(today, context.today_there)
    if context.after is not None and base.turn is None:
        return unit_at("D", add_days(context.after, (weekday - context.after.weekday()) % 7)), "the end of the range"
    back = (today.weekday() - weekday) % 7
    if base.turn == -1:
        return unit_at("D", add_days(today, -(back or 7))), "the last before the anchor's day"
    if base.turn == 1:
        return unit_at("D", add_days(today, 7 - back)), "the next after the anchor's day"
    if base.turn == 0:
        return unit_at("D", add_days(today, weekday - today.weekday())), "of the anchor's week"
    if context.ahead:
        return unit_at("D", add_days(today, (7 - back) % 7)), "the next to come, as its verb speaks of the future"
    return unit_at("D", add_days(today, -back)), "the latest up to the anchor's own day (newspaper rule)"


def _named(base: Named, context: Context) -> tuple[Placed | None, str]:
    number = base.number if isinstance(base.number, int) else 0
    if base.unit == "told":
        told = context.narrative.last
        return told, "the time last spoken of" if told else "nothing was spoken of before"
    if base.unit == "E":
        return unit_at("E", date(max(number * 10, 1), 1, 1)), "told in full"
    if base.unit == "C":
        # The 19th century is the hundred years from 1801, written with the digits its years begin with.
        return replace(unit_at("C", date((number - 1) * 100 or 1, 1, 1)), unit="C"), "told in full"
    if base.year is not None and base.unit != "focus":
        return _of_year(base, base.year), "told in full"
    if context.today is None:
        return None, UNKNOWN
    if base.years is not None and base.unit != "focus":
        return _of_year(base, context.today.year + base.years), "of the year named"
    if base.unit == "focus":
        return _focus(base, context)
    placed = _of_year(base, context.today.year)
    if base.turn is None and context.ahead:
        return _nearest(base, context.today), "the nearest, as its verb speaks of the future"
    if base.turn == 1 or (base.turn is None and context.ahead):
        return (placed if placed.start > context.today else _of_year(base, context.today.year + 1)), "the next to come"
    if base.turn == -1:
        done = placed if placed.end <= context.today else _of_year(base, context.today.year - 1)
        return done, "the last that was over"
    if placed.start <= context.today or base.turn == 0:
        return placed, "the latest that has begun"
    return _of_year(base, context.today.year - 1), "the latest that has begun"


def _nearest(base: Named, today: date) -> Placed:
    """The nearest of three years' quarters: a third quarter just over is reported on, a first quarter is looked to."""
    candidates = [_of_year(base, today.year + years) for years in (0, 1, -1)]
    return min(candidates, key=lambda unit: max((unit.start - today).days, (today - unit.end).days, 0))


def _focus(base: Named, context: Context) -> tuple[Placed | None, str]:
    """The quarter spoken of; where none was, the last that is over."""
    quarter, why = context.narrative.quarter, "the quarter spoken of"
    if quarter is None:
        assert context.today is not None
        if base.number == "period" and base.years:
            return shifted(unit_at("Y", context.today), base.years), "the same time of another year"
        quarter, why = shifted(unit_at("Q", context.today), -1), "the last quarter that was over"
    years = (base.year - quarter.start.year) if base.year else base.years or 0
    return (calendar.same_unit_years_on(quarter, years) if years else quarter), why


def _of_year(base: Named, year: int) -> Placed:
    if base.unit == "season":
        return season(str(base.number), year)
    length = 3 if base.unit == "Q" else 6
    number = base.number if isinstance(base.number, int) else 1
    return unit_at(base.unit, date(year, min((number - 1) * length + 1, 12), 1))


def _festival(base: Festival, context: Context) -> tuple[Placed | None, str]:
    if base.year is not None:
        return unit_at("D", calendar.festival(base.key, base.year)), "told in full"
    if context.today is None:
        return None, UNKNOWN
    today = context.today
    days = [calendar.festival(base.key, today.year + years) for years in (-1, 0, 1)]
    begun, coming = max(day for day in days if day <= today), min(day for day in days if day >= today)
    nearer = (coming - today).days * 2 < (today - begun).days and context.tense != "past"
    if base.turn == 1 or (base.turn is None and (context.ahead or nearer)):
        return unit_at("D", coming), "the next to come"
    return unit_at("D", begun), "the latest up to the anchor (newspaper rule)"


def _shift(base: Shift, context: Context) -> tuple[Placed | None, str]:
    amount = int(base.amount)
    quarter = context.narrative.quarter
    if quarter is not None and base.unit == "Y" and amount and base.counted:
        return calendar.same_unit_years_on(quarter, amount), f"counted from {quarter.value}, spoken of before"
    told = _origin(base, context)
    start = told.start if told else context.today
    if start is None:
        return None, UNKNOWN
    why = f"counted from {told.value}, spoken of before" if told else "counted from the anchor's day"
    if base.unit == "WE" and not amount and not context.ahead and base.bare and start.weekday() < 5:
        amount = -1
    unit = "W" if base.unit == "2W" else base.unit
    return shifted(unit_at(unit, start), amount * (2 if base.unit == "2W" else 1)), why


def _origin(base: Shift, context: Context) -> Placed | None:
    """The time spoken of that a shift counts from; None for the anchor."""
    narrative = context.narrative
    day, here = narrative.day_at(context.sentence)
    if base.origin == SENTENCE and day and here:
        return unit_at("D", day)
    if base.origin == NARRATIVE and base.unit == "D" and not base.amount and day and narrative.last:
        return unit_at("D", narrative.turned_from or day)  # that evening: not of the day of a saying
    return narrative.last if base.origin == NARRATIVE else None


def moment_of(base: Shift, context: Context) -> datetime | None:
    """The local moment so many hours, minutes or seconds from the anchor or from the clock time spoken of before."""
    seconds = SECONDS[base.unit]
    told = context.narrative.moment if base.origin == NARRATIVE else None
    origin = told if base.origin == NARRATIVE else context.here or context.now
    return None if origin is None else origin + timedelta(seconds=seconds * base.amount)


def narrowed(placed: Placed, within: str, today: date | None) -> Placed:
    """What "early", "mid-", "late", "earlier" or "later" leave of a unit: a third of it, or up to or from today."""
    days = (placed.end - placed.start).days
    if within == "START":
        return replace(placed, end=_cut(placed, 1, 3, days))
    if within == "MID":
        return replace(placed, start=_cut(placed, 1, 3, days), end=_cut(placed, 2, 3, days))
    if within == "END":
        return replace(placed, start=_cut(placed, 2, 3, days))
    if within == "EARLIER" and today is not None and placed.start < today < placed.end:
        return replace(placed, end=today)
    if within == "LATER" and today is not None and placed.start <= today < add_days(placed.end, -1):
        return replace(placed, start=today)
    return placed


def _cut(placed: Placed, part: int, of: int, days: int) -> date:
    """Where a third of a unit ends: on whole months in a year, on whole days in the rest."""
    if placed.unit in ("Y", "E", "C", "H"):
        months = (placed.end.year - placed.start.year) * 12 + placed.end.month - placed.start.month
        return add_months(placed.start, months * part // of)
    return add_days(placed.start, round(days * part / of))
