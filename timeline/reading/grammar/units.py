"""Rules for units turned (last week), counted (two days ago, a year earlier) and spoken of (the end of the month)."""

from timeline.reading.grammar.builders import amount
from timeline.reading.grammar.dates import date_of
from timeline.reading.grammar.looseness import looseness_of
from timeline.reading.grammar.meaning import ANCHOR, NARRATIVE, Base, Named, Nth, Point, Shift, Within
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import dated, turn_of


def build_told(match: Match) -> Found:
    """Then, at the time: the time last spoken of."""
    return dated(Named("told", 0), match)


def build_edge(match: Match) -> Found:
    """The end of the month, the beginning of the year: of the unit spoken of, else the anchor's."""
    return dated(Shift(match.word("unit"), 0, ANCHOR), match)


def build_week_of(match: Match) -> Found | None:
    """The week of March 6."""
    day = match.part("date")
    base = date_of(day) if day else None
    return Found("DATE", Point(Within("W", base))) if base else None


def build_week_in_month(match: Match) -> Found | None:
    """The first week of November, the last weekend in May 2020."""
    month = match.part("month")
    base = date_of(month) if month else None
    number = match.get("ordinal")
    if base is None or match.has("last", "final"):
        number = -1
    unit = "WE" if match.has("weekend") else "W"
    return Found("DATE", Point(Nth(unit, number if isinstance(number, int) else -1, base))) if base else None


def build_turned(match: Match) -> Found | None:
    """This week, last month, the current quarter, later this year, the same period."""
    unit = "WE" if match.has("weekend") else match.word("unit")
    if unit in ("TS", "TM") or (unit in ("D", "C", "E") and match.stop - match.first == 2 and match.has("the")):
        return None  # a last-minute call, this second, the match of the day
    if unit == "D" and match.has("last", "current"):
        return None  # the last day of the year
    if match.has("past") and unit in ("E", "C"):
        return None  # the past decade is ten years up to now, not a decade of the calendar
    turn = turn_of(match) or 0
    told = (
        match.has("that", "same", "following")
        or (unit == "D" and match.has("earlier_in", "later_in"))
        or (match.has("previous") and match.has("the"))
    )
    base: Base = Shift(unit, turn, NARRATIVE if told else ANCHOR, bare=match.has("the") and turn_of(match) is None)
    return dated(base, match)


def build_later(match: Match) -> Found | None:
    """Three days later: annotators mark the length alone; it is placed all the same, from the time spoken of."""
    counted = match.part("count")
    unit = match.word("unit", "units")
    number = amount(counted) if counted else None
    return Found(
        "DURATION", Point(Shift(unit, number or 1, NARRATIVE, number is None, counted=True)), looseness_of(match)
    )


def build_ago(match: Match) -> Found:
    """Two days ago, a year earlier, three weeks later: counted from the anchor, or from the time spoken of."""
    counted = match.part("count")
    unit = match.word("unit", "units")
    number = amount(counted) if counted else None
    forward = match.has("from")
    anchored = match.has("ago", "from", "ago_first")
    mod = "APPROX" if match.has("approximate", "or_so") else ""
    kind = "TIME" if unit.startswith("T") else "DATE"
    sign = 1 if forward else -1
    shift = Shift(unit, sign * (number or 1), ANCHOR if anchored else NARRATIVE, number is None, counted=True)
    return Found(kind, Point(shift), mod)


def build_ago_day(match: Match) -> Found | None:
    """A week ago yesterday, two weeks ago today: so many days before that day."""
    counted, unit = match.part("count"), match.word("unit", "units")
    number = amount(counted) if counted else None
    if number is None or unit not in ("W", "D"):
        return None
    return Found("DATE", Point(Shift("D", match.number("deictic_day") - number * (7 if unit == "W" else 1))))


def build_beside_unit(match: Match) -> Found:
    """The year before, the month after: counted from the time spoken of."""
    return Found("DATE", Point(Shift(match.word("unit"), 1 if match.has("after") else -1, NARRATIVE)))


def build_vague_ago(match: Match) -> Found:
    unit = match.word("units")
    return Found("TIME" if unit.startswith("T") else "DATE", Point(Shift(unit, -1, ANCHOR, True)))


TURN = (
    "<this|last|next|current|coming|previous>|<this|the><past|coming|current|following|previous>"
    "|<the><same|next>|<that><same>?"
)
LATER = "<early|late|earlier|later|sometime|mid|earlier_in|later_in|start_of|middle_of|end_of|rest_of>"

RULES: tuple[Rule, ...] = (
    Rule(
        "edge",
        "<end_of|start_of|middle_of|rest_of><the><unit|weekend>",
        build_edge,
        (("by the end of the month", "the end of the month"),),
        ("the end of the line",),
    ),
    Rule(
        "then",
        "<then>(?=<comma|dot|stop|and|close>|$)|<the|that><time_word>(?=<comma|dot|stop|close|and>|$)",
        build_told,
        (("Until then, they waited.", "then"), ("At the time, he was free.", "the time")),
        ("and then they left", "at the time of the attack"),
        after="<until|since|by|before|at>",
    ),
    Rule(
        "unit_told",
        "<the><unit>(?!<ended|hyphen|of|possessive|count|numeral|year>|<back|after>(?!<lower|the|a>))",
        build_turned,
        (("in the first months of the year.", "the year"),),
        ("she saved the day.", "the year of the rat", "for the second time"),
        after="<of|for|in>",
    ),
    Rule(
        "stretch_of_unit",
        "(?:<earlier_in|later_in>|<early|late><in>)<the><unit>",
        build_turned,
        (("later in the day he left", "later in the day"),),
    ),
    Rule(
        "week_in_month",
        "<the>?<ordinal|last|final><week_word|weekend><of|in>(?P<month>@any_month(?:@year_tail|@that_year)?)",
        build_week_in_month,
        (("in the last week of October", "the last week of October"),),
        ("the last week of the war",),
    ),
    Rule(
        "week_of",
        "<the>?<week_word><of>(?P<date>@date)",
        build_week_of,
        (("in the week of March 6", "the week of March 6"),),
    ),
    Rule(
        "turned_unit",
        f"(?:{LATER})?(?:{TURN})(?:<fiscal|school>)?(?:<unit|weekend>)",
        build_turned,
        (("last month", "last month"), ("earlier this week", "earlier this week"), ("next year", "next year")),
        ("this many weeks", "last minute calls"),
    ),
    Rule(
        "weekend",
        "<the><weekend>",
        build_turned,
        (("over the weekend", "the weekend"),),
        ("a weekend house",),
    ),
    Rule(
        "turned_behind",
        "<the><unit|weekend><behind>",
        build_turned,
    ),
    Rule(
        "ago_first",
        "<ago_first>(?:@loosely)?(?P<count>@count)<unit|units>",
        build_ago,
    ),
    Rule(
        "unit_beside",
        "<the><unit><back|after>(?=<comma|dot|stop|and|close|break>|$)",
        build_beside_unit,
        (("up from the year before.", "the year before"),),
        ("the week before the vote",),
    ),
    Rule(
        "vague_ago",
        "(?<!<big>)<units><ago>",
        build_vague_ago,
        (("decades ago, he left", "decades ago"),),
    ),
    Rule(
        "later",
        "(?:(?:@loosely|@over)?(?P<count>@count)<hyphen>?<unit|units>(?:<and><a><half>)?<or_so>?|<units>)(?=<forth>(?!<than>)|<after>(?:"
        "<comma|dot|stop>|$))",
        build_later,
        (("Three weeks later they left", "Three weeks"), ("they left two hours later.", "two hours")),
        ("it was no later than that",),
    ),
    Rule(
        "ago_day",
        "(?P<count>@count)<unit|units><ago><deictic_day>",
        build_ago_day,
        (("A week ago yesterday he left", "A week ago yesterday"), ("two weeks ago today", "two weeks ago today")),
        ("a week ago he left today's paper",),
    ),
    Rule(
        "ago",
        "(?:@loosely|@over)?(?P<count>@count)<hyphen>?<unit|units>(?:<and><a><half>)?<or_so>?(?:<ago|earlier>|<from><now>"
        "|<ago_back>(?=<comma|dot|stop>|$)"
        "|<back>(?=<comma|dot|stop|and|close|past_verb|break|in|on|at|to|of|for|will|is|dash>|$))(?!<than>)",
        build_ago,
        (
            ("two days ago", "two days ago"),
            ("a day earlier", "a day earlier"),
        ),
        ("three weeks earlier than planned",),
    ),
)
