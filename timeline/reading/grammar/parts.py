"""Rules for parts of the day: Wednesday morning, last night, overnight, at dawn."""

from dataclasses import replace

from timeline.reading.grammar.dates import date_of
from timeline.reading.grammar.meaning import NARRATIVE, SENTENCE, Base, Calendar, Point, Shift, Within
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import earliness_of, turn_of
from timeline.reading.lexicon.time_words import PARTS


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
    if match.has("early_hours"):
        return Found("TIME", Point(base, "small hours"), "START")
    mod = earliness_of(match)
    whole = part_of(match) if mod else part_of(part)
    return Found("TIME", Point(base, whole), mod)


def build_night_of_range(match: Match) -> Found | None:
    """The night of 3-4 July, the night of Tuesday to Wednesday: the night that begins on the first day."""
    day = next(filter(None, map(match.part, ("date", "on", "between", "from", "over"))), None)
    first = match.part("first")
    base = date_of(day) if day else None
    if isinstance(base, Calendar) and first:
        base = replace(base, day=first.number("day"))
    return Found("TIME", Point(base, "night" if match.has("overnight") else part_of(match))) if base else None


def build_night_into(match: Match) -> Found | None:
    """Overnight into Tuesday, Monday night into Tuesday: the night that ends on the last day told."""
    day = match.part("date")
    base = date_of(day) if day else None
    return Found("TIME", Point(Within("D", base, -1), "night")) if base else None


def build_small_hours(match: Match) -> Found:
    """In the early hours: of the day spoken of."""
    return Found("TIME", Point(None, "small hours"), "START")


def build_early_today(match: Match) -> Found:
    """In the early hours of this morning."""
    return Found("TIME", Point(Shift("D", 0), "small hours"), "START")


def build_dark(match: Match) -> Found:
    """Before dark, after dark: the bound stands before it."""
    return Found("TIME", Point(None, "dusk"))


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


def build_part_before(match: Match) -> Found:
    """The night before, the evening before: of the day before the one spoken of."""
    return Found("TIME", Point(Shift("D", -1, NARRATIVE), part_of(match)), earliness_of(match))


def build_tonight(match: Match) -> Found:
    return Found("TIME", Point(Shift("D", match.number("deictic_night")), "night"), earliness_of(match))


def build_overnight(match: Match) -> Found:
    """The night before the day it is reported on."""
    return Found("TIME", Point(Shift("D", -1, SENTENCE), "night"))


def build_early_hours(match: Match) -> Found | None:
    day = match.part("date")
    base = date_of(day) if day else None
    if base is None:
        return None
    late = match.has("late_hours")
    return Found("TIME", Point(base, "late" if late else "small hours"), "END" if late else "START")


RULES: tuple[Rule, ...] = (
    Rule(
        "day_part",
        "(?:<early|late|mid><hyphen>?<on>?|<the>?<early_hours>)?(?P<date>@some_day)(?:<comma|possessive>|<in><the>|<at>)?"
        "(?P<part>@day_part)",
        build_day_part,
        (("on Wednesday morning", "Wednesday morning"), ("yesterday afternoon", "yesterday afternoon")),
    ),
    Rule(
        "part_of_named_day",
        "(?:<early|late|mid><hyphen>?)?<the>?(?P<part>@day_part)<hours_word>?(?:<of|on>)?(?P<date>@some_day)",
        build_day_part,
        (("at noon Wednesday", "noon Wednesday"), ("on the night of July 7", "the night of July 7")),
    ),
    Rule(
        "night_of_range",
        "<the>?<part><of>(?:(?P<first><day>)<hyphen|to|and|stroke>(?P<date>@day_month(?:@year_tail)?)"
        "|(?P<on>@month_day|<weekday>)<hyphen|to|into>(?:<day>|<weekday>))"
        "|<the>?<part>(?:<between>(?P<between>@some_day)<and>|<from>(?P<from>@some_day)<to|into>)(?:@some_day|<day>)"
        "|<overnight><from|on>?(?P<over>@some_day)<to|into>@some_day",
        build_night_of_range,
        (("on the night of 3-4 July", "the night of 3-4 July"),),
        ("the night of the 3 men",),
    ),
    Rule(
        "part",
        "<the>@day_part(?!<of><lower>)|<bare_part><local>|<mid><hyphen><part>|(?<=<by|at|before|until|since|around|approximate|after>)@day_part|(?<!<hyphen>)<bare_part>(?!<of>)",
        build_part,
        (("in the morning they fled", "the morning"), ("at dawn", "dawn"), ("by nightfall", "nightfall")),
        ("a morning person", "Morning Star", "evening dress"),
    ),
    Rule(
        "part_before",
        "<the>@day_part<back>(?=<comma|dot|stop|and|but|close|break>|$)",
        build_part_before,
        (("They came the night before.", "the night before"),),
        ("the night before the vote",),
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
        "<the>?<early_hours|late_hours>(?P<date>@some_day)",
        build_early_hours,
        (
            ("in the early hours of Wednesday", "the early hours of Wednesday"),
            ("in the late hours of Sunday", "the late hours of Sunday"),
        ),
    ),
    Rule(
        "early_hours_today",
        "<the>?<early_hours><this><part>",
        build_early_today,
        (("in the early hours of this morning", "the early hours of this morning"),),
    ),
    Rule("tonight", "@earliness?<deictic_night>", build_tonight, (("tonight they meet", "tonight"),)),
    Rule(
        "night_into",
        "(?:<overnight><into|to>|(?:<weekday|last|deictic_day><part>|<deictic_night>)<into>)(?P<date>@some_day)",
        build_night_into,
        (
            ("overnight into Tuesday", "overnight into Tuesday"),
            ("Monday night into Tuesday", "Monday night into Tuesday"),
        ),
        ("it fell overnight into the river", "from Monday evening to Wednesday they fought"),
    ),
    Rule(
        "small_hours",
        "<the><small_hours>(?!<of>)",
        build_small_hours,
        (("in the early hours, he said", "the early hours"),),
        ("the early hours of the war",),
    ),
    Rule(
        "dark",
        "(?<=<before|after|by|until>)<dark>(?!<lower|capital|hyphen>)",
        build_dark,
        (("home before dark.", "dark"),),
        ("before dark clouds",),
    ),
    Rule("overnight", "<overnight>", build_overnight, (("it fell overnight", "overnight"),)),
)
