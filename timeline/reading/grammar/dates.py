"""Rules for days: dates, weekdays, yesterday and tomorrow, feasts, the next day."""

from dataclasses import replace

from timeline.reading.calendar import FIRST, LAST
from timeline.reading.grammar.builders import numeral, numerals
from timeline.reading.grammar.meaning import NARRATIVE, Base, Calendar, Festival, Point, Shift, Within
from timeline.reading.grammar.rules import REFUSED, Found, Match, Rule
from timeline.reading.grammar.turns import MONTH_ROLES, WEEKDAY_ROLES, dated, turn_of, two_digit_year
from timeline.reading.grammar.zones import iso_clock
from timeline.reading.lexicon.time_words import Roles


def date_of(match: Match) -> Base | None:
    """The day a stretch of tokens names, or None where it cannot be one (31 June)."""
    deictic = match.get("deictic_day", "deictic_night")
    if isinstance(deictic, int):
        return Shift("D", deictic)
    if isinstance(feast := match.get("festival"), str):
        return Festival(feast, None, turn_of(match))
    if isinstance(iso := match.get("iso"), str):
        return _possible(Calendar(int(iso[:4]), int(iso[5:7]), int(iso[8:10])))
    if isinstance(slash := match.get("slash"), str):
        return _slashed(slash)
    weekday, month = match.get(*WEEKDAY_ROLES), match.get(*MONTH_ROLES)
    if not isinstance(month, int):
        if not isinstance(weekday, int) and match.has("day_nth"):
            return Calendar(day=match.number("day_nth"))
        turn = None if match.has("that") else turn_of(match)
        return Calendar(weekday=weekday if isinstance(weekday, int) else None, turn=turn)
    before = match.tokens.words[match.first - 1].roles if match.first else {}
    year = match.get("year")
    if year is None and isinstance(short := match.get("short_year"), int):
        year = two_digit_year(short)
    return _possible(
        Calendar(
            year if isinstance(year, int) else None,
            month,
            day_of(match),
            weekday if isinstance(weekday, int) else None,
            turn=-1 if "last" in before and year is None else None,
            years=turn_of(match) if match.has("year_word") else None,
        )
    )


def day_of(match: Match) -> int | None:
    day = match.get("day")
    if isinstance(day, int):
        return day
    spoken = [*numerals(match), *([value] if isinstance(value := match.get("ordinal"), int) else [])]
    return numeral(spoken) if spoken else None


def _slashed(text: str) -> Calendar | None:
    """2/11/89 is read month first, as American papers print it, unless only the other order makes a date."""
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    if "." in text:
        return _possible(Calendar(year, second, first))
    year = two_digit_year(year) if year < 100 else year
    return _possible(Calendar(year, first, second)) or _possible(Calendar(year, second, first))


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _possible(date: Calendar) -> Calendar | None:
    """The date if there is such a day in some year, else None: impossible dates are left alone."""
    if date.month is not None and not 1 <= date.month <= 12:
        return None
    if date.year is not None and not FIRST.year <= date.year <= LAST.year:
        return None
    if date.day is not None and date.month is not None and not 1 <= date.day <= _DAYS[date.month - 1]:
        return None
    leap = date.year is None or (date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0))
    return date if (date.month, date.day) != (2, 29) or leap else None


def build_day(match: Match) -> Found | None:
    base = date_of(match)
    if base is None:
        return REFUSED
    if isinstance(iso := match.get("iso"), str) and "T" in iso:
        return Found("TIME", Point(base, clock=iso_clock(iso)))
    return dated(base, match)


def build_day_again(match: Match) -> Found | None:
    """The second day of "April 24 and 25"."""
    words = match.tokens.words
    month = next((words[at].roles for at in range(match.first - 1, -1, -1) if _is_month(words[at].roles)), None)
    if month is None:
        return None
    number = next(value for role in MONTH_ROLES if isinstance(value := month.get(role), int))
    year = match.get("year")
    after = words[match.stop].roles if match.stop < len(words) else {}
    if "lower" in after:
        return None
    base = _possible(Calendar(year if isinstance(year, int) else None, number, match.number("day")))
    return Found("DATE", Point(base)) if base else None


def _is_month(roles: Roles) -> bool:
    return any(role in roles for role in MONTH_ROLES)


def build_range(match: Match) -> Found | None:
    """July 7-8: the days from the first through the last."""
    first, last = match.part("date"), match.part("last")
    base = date_of(first) if first else None
    if not isinstance(base, Calendar) or last is None or base.day is None:
        return None
    year = match.get("year")
    final = day_of(last)
    if final is None or not base.day < final <= 31:
        return None
    return Found("DATE", Point(replace(base, last_day=final, year=year if isinstance(year, int) else base.year)))


def build_range_day_first(match: Match) -> Found | None:
    """3-4 May: the day before the line is the first."""
    first, last = match.part("first"), match.part("date")
    base = date_of(last) if last else None
    start = day_of(first) if first else None
    if not isinstance(base, Calendar) or base.day is None or start is None or start >= base.day:
        return None
    return Found("DATE", Point(replace(base, day=start, last_day=base.day)))


def build_festival(match: Match) -> Found:
    year = match.get("year")
    feast = Festival(match.word("festival"), year if isinstance(year, int) else None, turn_of(match))
    if match.has("weekend", "week_word"):
        return Found("DATE", Point(Within("WE" if match.has("weekend") else "W", feast)))
    return Found("DATE", Point(feast))


def build_beside(match: Match) -> Found | None:
    """The day before yesterday, the day after 7 July."""
    day = match.part("date")
    base = date_of(day) if day else None
    unit = "WE" if match.has("weekend") else "W" if match.has("week_word") else "D"
    return Found("DATE", Point(Within(unit, base, 1 if match.has("after") else -1))) if base else None


def build_same_day(match: Match) -> Found:
    """That day, the same day, the next day, the day before."""
    forward = match.has("next", "following", "after")
    back = match.has("previous", "back")
    return dated(Shift("D", 1 if forward else -1 if back else 0, NARRATIVE), match)


RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        "(?:@earliness<on>?<hyphen>?)?@date",
        build_day,
        (
            ("It fell on July 7, 2021, they said.", "July 7, 2021"),
            ("It fell on 7 July.", "7 July"),
            ("Wed 07 July 2021 was hot.", "Wed 07 July 2021"),
            ("on Nov. 3 it rained", "Nov. 3"),
            ("signed 2/11/89 in Rome", "2/11/89"),
            ("since the 7th of July", "the 7th of July"),
        ),
        ("He may 7 times try.", "They march 20 miles.", "on 31 June 2020", "a 2/3 majority"),
    ),
    Rule(
        "date_range",
        "(?P<date>(?:@any_weekday<comma>?)?@month_day)@line(?P<last><day>)(?!<unit|units|colon>)(?:<comma>?<year>)?",
        build_range,
        (("on May 3-4 in Astana", "May 3-4"),),
    ),
    Rule(
        "date_range_day_first",
        "<the>?(?P<first><day>)@line(?P<date>@day_month(?:@year_tail)?)",
        build_range_day_first,
        (("held on 3-4 May in Astana", "3-4 May"),),
        ("they won 3-4 in May",),
    ),
    Rule(
        "day_again",
        "<day>(?!<unit|units|hyphen|stroke|count|numeral|meridian>)(?:<comma>?<year>)?",
        build_day_again,
        (("They met on April 24 and 25.", "25"),),
        ("on April 24 and 25 people met",),
        after="@any_month<day>(?:<comma><day>){0,4}(?:<comma>?<and|or|to|until>|<comma|hyphen>)",
    ),
    Rule(
        "weekday",
        "(?:@earliness<on>?)?@some_weekday",
        build_day,
        (
            ("On Wednesday they left.", "Wednesday"),
            ("next Friday at the latest", "next Friday"),
            ("early Monday he died", "early Monday"),
        ),
        ("The Sun reported it.", "He sat down.", "They wed in Rome.", "Fri the fish."),
    ),
    Rule(
        "day_of_month",
        "(?<=<on|of|by|until|since|before|after>)@nth_day|<early|late><on>@nth_day",
        build_day,
        (
            ("it fell late on the 12th, they said", "late on the 12th"),
            ("he was taken on the 13th, they said", "the 13th"),
            ("He spoke again on the 20th.", "the 20th"),
        ),
        ("He lives on the 13th floor.", "a church of the 13th century", "She came in the 5th."),
    ),
    Rule(
        "deictic_day",
        "(?:@earliness<on>?)?<deictic_day>",
        build_day,
        (("It was yesterday.", "yesterday"), ("late yesterday", "late yesterday")),
    ),
    Rule(
        "day_beside",
        "<the>?<day_word|week_word|weekend><back|after>(?P<date>@some_day)",
        build_beside,
        (("the day before yesterday", "the day before yesterday"), ("the day after July 7", "the day after July 7")),
        ("the day after the attack",),
    ),
    Rule(
        "festival",
        "(?:@turned)?<festival>(?:<weekend|week_word>)?(?:<comma>?<year>)?",
        build_festival,
        (("on Christmas Eve 1989", "Christmas Eve 1989"), ("last Thanksgiving", "last Thanksgiving")),
    ),
    Rule(
        "that_day",
        "(?:@earliness<in|on>?)?(?:<that|this><same>?|<the><same>|<the><next|following|previous>)<day_word>"
        "|<the><day_word><back|after>(?=<comma|dot|stop|and|close|break>|$)",
        build_same_day,
        (("the next day he left", "the next day"), ("they fled that same day", "that same day")),
        ("the day after the attack",),
    ),
)
