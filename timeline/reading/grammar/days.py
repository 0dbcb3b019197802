"""Rules for days and their parts: dates, weekdays, yesterday and tomorrow, feasts."""

from dataclasses import replace

from timeline.reading.grammar.builders import numeral, numerals
from timeline.reading.grammar.meaning import ANCHOR, NARRATIVE, Base, Calendar, Festival, Point, Shift, Within
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.zones import iso_clock
from timeline.reading.lexicon.time_words import PARTS, Roles

MONTH_ROLES = ("month", "month_short", "doubtful_month", "doubtful_month_short")
WEEKDAY_ROLES = ("weekday", "weekday_short", "doubtful_weekday_short")


def turn_of(match: Match) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this", None where nothing turns it."""
    if match.has("last", "past", "previous"):
        return -1
    if match.has("next", "coming", "following"):
        return 1
    return 0 if match.has("this", "that", "current") else None


def earliness_of(match: Match) -> str:
    """The mod of a word like "early": TIMEX3's START, MID or END."""
    if match.has("early", "start_of"):
        return "START"
    if match.has("mid", "middle_of"):
        return "MID"
    return "END" if match.has("late", "end_of") else ""


def within_of(match: Match) -> str:
    """Which stretch of its unit a time is: START, MID, END, EARLIER, LATER or "" for all of it."""
    if match.has("earlier", "earlier_in"):
        return "EARLIER"
    return "LATER" if match.has("later", "later_in") else earliness_of(match)


def dated(base: Base, match: Match) -> Found:
    return Found("DATE", Point(base, within=within_of(match)), earliness_of(match))


def two_digit_year(value: int) -> int:
    """ "'89" is 1989, "'21" 2021: newspapers write short years of the hundred years up to 2049."""
    return value + (2000 if value < 50 else 1900)


def date_of(match: Match) -> Base | None:
    """The day a stretch of tokens names, or None where it cannot be one (31 June)."""
    deictic = match.get("deictic_day", "deictic_night")
    if isinstance(deictic, int):
        return Shift("D", deictic)
    if isinstance(iso := match.get("iso"), str):
        return _possible(Calendar(int(iso[:4]), int(iso[5:7]), int(iso[8:10])))
    if isinstance(slash := match.get("slash"), str):
        return _slashed(slash)
    weekday, month = match.get(*WEEKDAY_ROLES), match.get(*MONTH_ROLES)
    if not isinstance(month, int):
        return Calendar(weekday=weekday if isinstance(weekday, int) else None, turn=turn_of(match))
    year = match.get("year")
    if year is None and isinstance(short := match.get("short_year"), int):
        year = two_digit_year(short)
    return _possible(
        Calendar(
            year if isinstance(year, int) else None,
            month,
            day_of(match),
            weekday if isinstance(weekday, int) else None,
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
    if date.day is not None and date.month is not None and not 1 <= date.day <= _DAYS[date.month - 1]:
        return None
    leap = date.year is None or (date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0))
    return date if (date.month, date.day) != (2, 29) or leap else None


def build_day(match: Match) -> Found | None:
    base = date_of(match)
    if base is None:
        return None
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


def part_of(match: Match) -> str:
    """The part of the day, narrowed by early, late or mid where the table knows that."""
    part = match.word("part")
    narrow = {"START": "early", "MID": "mid", "END": "late"}.get(earliness_of(match), "")
    narrowed = f"{narrow} {part}".strip()
    return narrowed if narrowed in PARTS else part


def build_day_part(match: Match) -> Found | None:
    """Wednesday morning, late yesterday afternoon, the night of 7 July."""
    day, part = match.part("date"), match.part("part")
    base = date_of(day) if day else None
    if base is None or part is None:
        return None
    mod = earliness_of(match)
    whole = part_of(match) if mod else part_of(part)
    return Found("TIME", Point(base, whole), mod)


def build_part(match: Match) -> Found:
    """In the morning, at dawn: a part of the day spoken of."""
    return Found("TIME", Point(None, part_of(match)), earliness_of(match))


def build_this_part(match: Match) -> Found:
    """This morning, last night, that same evening, the next morning."""
    turn = turn_of(match)
    part = part_of(match)
    if match.has("this") and not match.has("same"):
        base: Base = Shift("D", 0)
    elif match.has("last"):
        base = Shift("D", -1)
    elif match.has("following", "next", "coming"):
        base = Shift("D", 1, NARRATIVE)
    else:
        base = Shift("D", turn if match.has("previous") and turn else 0, NARRATIVE)
    return Found("TIME", Point(base, part), earliness_of(match))


def build_tonight(match: Match) -> Found:
    return Found("TIME", Point(Shift("D", 0), "night"), earliness_of(match))


def build_overnight(match: Match) -> Found:
    """The night before the day it is reported on."""
    return Found("TIME", Point(Shift("D", -1, NARRATIVE if match.has("that") else ANCHOR), "night"))


def build_festival(match: Match) -> Found:
    year = match.get("year")
    feast = Festival(match.word("festival"), year if isinstance(year, int) else None, turn_of(match))
    if match.has("weekend", "week_word"):
        return Found("DATE", Point(Within("WE" if match.has("weekend") else "W", feast)))
    return Found("DATE", Point(feast))


def build_early_hours(match: Match) -> Found | None:
    day = match.part("date")
    base = date_of(day) if day else None
    return Found("TIME", Point(base, "early"), "START") if base else None


def build_beside(match: Match) -> Found | None:
    """The day before yesterday, the day after 7 July."""
    day = match.part("date")
    base = date_of(day) if day else None
    return Found("DATE", Point(Within("D", base, 1 if match.has("after") else -1))) if base else None


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
        "(?P<date>(?:@any_weekday<comma>?)?@month_day)@line(?P<last><day>)(?!<unit|units|dot|colon>)(?:<comma>?<year>)?"
        "|(?P<x><day>)@line(?P<y><day>)@any_month(?:<comma>?<year>)?(?!)",
        build_range,
        (("on May 3-4 in Astana", "May 3-4"),),
    ),
    Rule(
        "day_again",
        "<day>(?!<unit|units|hyphen|stroke|count|numeral|meridian>)(?:<comma>?<year>)?",
        build_day_again,
        (("on April 24 and 25 they met", "25"),),
        ("on April 24 and 25 people met",),
        after="@any_month<day>(?:<comma><day>)*(?:<comma>?<and|or|to|until>|<comma|hyphen>)",
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
        "deictic_day",
        "(?:@earliness<on>?)?<deictic_day>",
        build_day,
        (("It was yesterday.", "yesterday"), ("late yesterday", "late yesterday")),
    ),
    Rule(
        "day_part",
        "(?:<early|late|mid><hyphen>?<on>?|<the>?<early_hours>)?(?P<date>@some_day)<comma|possessive>?(?P<part>@day_part)",
        build_day_part,
        (("on Wednesday morning", "Wednesday morning"), ("yesterday afternoon", "yesterday afternoon")),
    ),
    Rule(
        "part_of_named_day",
        "(?:<early|late|mid><hyphen>?)?<the>?(?P<part>@day_part)(?:<of|on|comma>)?(?P<date>@some_day)",
        build_day_part,
        (("at noon Wednesday", "noon Wednesday"), ("on the night of July 7", "the night of July 7")),
    ),
    Rule(
        "part",
        "<the>@day_part(?!<of><lower>)|<bare_part><local>|(?<=<by|at|before|until|since|around|approximate|after>)@day_part|(?<!<hyphen>)<bare_part>",
        build_part,
        (("in the morning they fled", "the morning"), ("at dawn", "dawn"), ("by nightfall", "nightfall")),
        ("a morning person", "Morning Star", "evening dress"),
    ),
    Rule(
        "this_part",
        "(?:@earliness|<mid><hyphen>?)?(?:<this|that|last|next>|<that><same>|<the><same|next|following|previous>)"
        "(?:<early|late>)?<part>",
        build_this_part,
        (("this morning", "this morning"), ("that same evening", "that same evening"), ("last night", "last night")),
    ),
    Rule(
        "early_hours",
        "<the>?<early_hours>(?P<date>@some_day)",
        build_early_hours,
        (("in the early hours of Wednesday", "the early hours of Wednesday"),),
    ),
    Rule(
        "day_beside",
        "<the>?<day_word><back|after>(?P<date>@some_day)",
        build_beside,
        (("the day before yesterday", "the day before yesterday"), ("the day after July 7", "the day after July 7")),
        ("the day after the attack",),
    ),
    Rule("tonight", "@earliness?<deictic_night>", build_tonight, (("tonight they meet", "tonight"),)),
    Rule("overnight", "<overnight>", build_overnight, (("it fell overnight", "overnight"),)),
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

__all__ = ["RULES", "build_day", "date_of", "earliness_of", "turn_of", "two_digit_year"]
