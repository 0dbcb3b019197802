"""What turns and narrows a time: last and next, early and late."""

from timeline.reading.grammar.meaning import Base, Point
from timeline.reading.grammar.rules import Found, Match

MONTH_ROLES = ("month", "month_short", "doubtful_month", "doubtful_month_short")
WEEKDAY_ROLES = ("weekday", "weekdays", "weekday_short", "doubtful_weekday_short")


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
    if match.has("earlier"):
        return "EARLIER"
    return "LATER" if match.has("later", "later_in") else earliness_of(match)


def dated(base: Base, match: Match) -> Found:
    return Found("DATE", Point(base, within=within_of(match)), earliness_of(match))


def two_digit_year(value: int) -> int:
    """ "'89" is 1989, "'21" 2021: newspapers write short years of the hundred years up to 2049."""
    return value + (2000 if value < 50 else 1900)
