"""Rules for weeks, months, quarters, seasons, years and more: named, turned (last, next) and counted (ago, later)."""

from timeline.reading.grammar.builders import amount, numerals, spoken_year
from timeline.reading.grammar.days import MONTH_ROLES, date_of, dated, turn_of, two_digit_year
from timeline.reading.grammar.looseness import looseness_of
from timeline.reading.grammar.meaning import ANCHOR, NARRATIVE, Base, Calendar, Named, Point, Shift, Within
from timeline.reading.grammar.rules import Found, Match, Rule


def year_of(match: Match) -> int | None:
    """The year told in figures or words, or None."""
    if isinstance(year := match.get("year", "possessive_year"), int):
        return year
    if isinstance(short := match.get("short_year"), int):
        return two_digit_year(short)
    return spoken_year(numerals(match))


# A figure that is no year unless a preposition of time stands before it.
USUAL_YEARS = range(1800, 2100)
YEAR_CUES = {"in", "since", "by", "until", "before", "after", "from", "early", "late", "mid", "through", "the", "hyphen"}


def build_year(match: Match) -> Found | None:
    """In 1988, fiscal 1989, the year 2000; not 2000 people, over 1990 feet, the 1000 Guineas."""
    year = year_of(match)
    if year is None or (match.stop - match.first == 1 and _is_count(match, year)):
        return None
    return dated(Calendar(year), match)


def _is_count(match: Match, year: int) -> bool:
    words, tokens = match.tokens.words, match.tokens
    before = words[match.first - 1].roles if match.first else {}
    after = words[match.stop].roles if match.stop < len(words) else {}
    if before.keys() & {"more_than", "over", "approximate", "nearly", "at_least", "at_most", "less_than", "junk"}:
        return True
    cue = bool(before.keys() & YEAR_CUES)
    word = tokens.token(match.stop) if "lower" in after else ""
    if len(word) > 4 and word.endswith(("s", "people", "women")) or word in ("men", "feet"):
        return not cue or year not in USUAL_YEARS
    return year not in USUAL_YEARS and (not cue or "the" in before)


def build_years(match: Match) -> Found | None:
    """1977-88, 2010/11: from the first year through the last."""
    year = match.number("year")
    last = match.part("last")
    value = last.get("year", "two_digits") if last else None
    if not isinstance(value, int):
        return None
    value = value if value > 99 else year // 100 * 100 + value
    return Found("DATE", Point(Calendar(year, last_year=value))) if year < value < year + 200 else None


def build_month(match: Match) -> Found:
    month = match.number(*MONTH_ROLES)
    if match.has("year_word"):
        return dated(Calendar(None, month, years=turn_of(match)), match)
    return dated(Calendar(year_of(match), month, turn=turn_of(match)), match)


def build_decade(match: Match) -> Found:
    decade = match.get("decade")
    if not isinstance(decade, int):
        short = match.number("decade_short", "decade_word")
        decade = 190 + short if short > 2 else 200 + short
    return dated(Named("E", decade), match)


def build_century(match: Match) -> Found:
    number = match.number("ordinal")
    spoken = numerals(match)
    return dated(Named("C", number + sum(spoken)), match)


def build_season(match: Match) -> Found:
    years = turn_of(match) if match.has("year_word") else None
    season = Named(
        "season", match.word("season_name", "springtime"), year_of(match), None if years else turn_of(match), years
    )
    return dated(season, match)


def build_quarter(match: Match) -> Found:
    """The third quarter, 1989's third quarter, last year's third quarter, the fiscal first quarter."""
    unit = "H" if match.has("half") else "Q"
    number = match.get("ordinal")
    if not isinstance(number, int):
        number = 4 if unit == "Q" else 2  # "the last quarter of 1989"
    back = match.has("year_ago")
    years = -1 if back else turn_of(match) if match.has("year_word") else None
    return dated(Named(unit, number, year_of(match), None, years, match.has("fiscal")), match)


def build_code(match: Match) -> Found:
    """Q3 2021, 4Q, H1."""
    unit = "H" if match.has("half_code") else "Q"
    return dated(Named(unit, match.number("quarter_code", "half_code"), year_of(match)), match)


def build_focus(match: Match) -> Found:
    """The quarter, the latest period, the year-ago quarter: the quarter spoken of, or that of another year."""
    years = -1 if match.has("year_ago") or (match.has("same_period", "same") and match.has("last")) else 0
    return dated(Named("focus", 0, year_of(match), None, years), match)


def build_told(match: Match) -> Found:
    """Then, at the time: the time last spoken of."""
    return dated(Named("told", 0), match)


def build_year_end(match: Match) -> Found:
    """Year-end is the year's last day."""
    return Found("DATE", Point(Calendar(year_of(match), 12, 31, turn=0)))


def build_edge(match: Match) -> Found:
    """The end of the month, the beginning of the year: of the unit spoken of, else the anchor's."""
    return dated(Shift(match.word("unit"), 0, ANCHOR), match)


def build_week_of(match: Match) -> Found | None:
    """The week of March 6."""
    day = match.part("date")
    base = date_of(day) if day else None
    return Found("DATE", Point(Within("W", base))) if base else None


def build_turned(match: Match) -> Found:
    """This week, last month, the current quarter, later this year, the same period."""
    if match.has("weekend"):
        unit = "WE"
    else:
        unit = match.word("unit")
    turn = turn_of(match) or 0
    told = match.has("that", "same", "following") or (unit == "D" and match.has("earlier_in", "later_in")) or (match.has("previous") and match.has("the"))
    base: Base = Shift(unit, turn, NARRATIVE if told else ANCHOR, bare=match.has("the") and turn_of(match) is None)
    return dated(base, match)


def build_later(match: Match) -> Found | None:
    """Three days later: annotators mark the length alone; it is placed all the same, from the time spoken of."""
    counted = match.part("count")
    unit = match.word("unit", "units")
    number = amount(counted) if counted else None
    return Found("DURATION", Point(Shift(unit, number or 1, NARRATIVE, number is None, counted=True)), looseness_of(match))


def build_ago(match: Match) -> Found:
    """Two days ago, a year earlier, three weeks later: counted from the anchor, or from the time spoken of."""
    counted = match.part("count")
    unit = match.word("unit", "units")
    number = amount(counted) if counted else None
    forward = match.has("from")
    anchored = match.has("ago", "from")
    mod = "APPROX" if match.has("approximate", "or_so") else ""
    kind = "TIME" if unit.startswith("T") else "DATE"
    sign = 1 if forward else -1
    shift = Shift(unit, sign * (number or 1), ANCHOR if anchored else NARRATIVE, number is None, counted=True)
    return Found(kind, Point(shift), mod)


def build_beside_unit(match: Match) -> Found:
    """The year before, the month after: counted from the time spoken of."""
    return Found("DATE", Point(Shift(match.word("unit"), 1 if match.has("after") else -1, NARRATIVE)))


def build_vague_ago(match: Match) -> Found:
    unit = match.word("units")
    return Found("TIME" if unit.startswith("T") else "DATE", Point(Shift(unit, -1, ANCHOR, True)))


MONTH_CUE = "(?<=<in|since|until|by|of|before|after|from|last|next|this|early|late|mid|hyphen|through|and|to>)"
TURN = "<this|last|next|current|coming|previous>|<this|the><past|coming|current|following|previous>|<the><same|next>|<that><same>?"
LATER = "<early|late|earlier|later|sometime|mid|earlier_in|later_in|start_of|middle_of|end_of|rest_of>"

RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        "(?:<early|late|mid|start_of|middle_of|end_of|rest_of|later_in|earlier_in><hyphen>?|<fiscal>|<the><year_word>)?"
        "<year>(?!<hyphen>?<unit|units>|<hyphen><lower>|<percent>)",
        build_year,
        (("in 1988 they won", "1988"), ("since early 2001", "early 2001")),
        ("the 1000 Guineas", "over 2000 people", "$1988"),
    ),
    Rule(
        "years",
        "<year><hyphen|stroke|dash>(?P<last><year|two_digits>)(?!<hyphen|stroke|unit|units>)",
        build_years,
        (("in 2014-2015 they", "2014-2015"), ("the winter of 1977-78", "1977-78")),
        ("2000-90 by points",),
    ),
    Rule(
        "spoken_year",
        "(?:<the><year_word>)?<numeral><hyphen>?<numeral>(?:<hyphen>?<numeral>)*(?!<hyphen>?<unit|units>)",
        build_year,
        (("in nineteen ninety-six", "nineteen ninety-six"),),
        ("twenty four people",),
    ),
    Rule(
        "month",
        f"(?:{LATER}<the>?<hyphen>?)?(?:(?:{TURN})?@sure_month|(?:{TURN})<doubtful_month>|{MONTH_CUE}<doubtful_month>)"
        f"(?!<dot>?<day>)(?:@that_year|@year_tail|@said_year)?",
        build_month,
        (
            ("in October they won", "October"),
            ("since mid-April 2021", "mid-April 2021"),
            ("last May he left", "last May"),
        ),
        ("He may go.", "The march on Rome.", "May he live long!"),
    ),
    Rule(
        "month_year",
        "(?:<early|late|mid|start_of|middle_of|end_of><hyphen>?)?@any_month(?:<comma|of>{0,2}<year>|<short_year>|@said_year)",
        build_month,
        (("in May 2020", "May 2020"),),
    ),
    Rule(
        "decade",
        "(?:<the>?<early|late|mid|end_of|start_of|middle_of><hyphen>?)?<the>?<decade|decade_short>|<the><decade_word>",
        build_decade,
        (("in the 1990s", "the 1990s"), ("the mid-1980s", "the mid-1980s"), ("the '60s", "the '60s")),
        ("temperatures in her 20s coat",),
    ),
    Rule(
        "century",
        "<the>?(?:<numeral><hyphen>?)?<ordinal><hyphen>?<century_word>",
        build_century,
        (("in the 19th century", "the 19th century"),),
    ),
    Rule(
        "season",
        f"(?:<early|late|mid|end_of><hyphen>?)?(?:{TURN})(?:<early|late>)?<season_name>|<the>(?:<early|late>)?<season_name>"
        "(?:<of><year|numeral>(?:<hyphen>?<numeral>)*)?|<springtime|season_name><of>?<year|short_year>|<the><season_name><of><short_year>",
        build_season,
        (("last summer", "last summer"), ("the winter of 1994", "the winter of 1994")),
        ("a fall in prices", "to spring up"),
    ),
    Rule(
        "quarter",
        "(?:<the>|<this|last|next><year_word><possessive>|<the>?<possessive_year|year><possessive>?)?(?:<year_ago|fiscal|"
        "same_period>){0,2}(?:<early|late>)?<ordinal|final><quarter_word|half>(?:<of>?<year>|<of><this|last|next><year_word>"
        "|<of><the><year_word>|<of><fiscal><year>)?",
        build_quarter,
        (("in the third quarter of 1988", "the third quarter of 1988"), ("its fourth quarter", "fourth quarter")),
        ("a quarter of them", "quarter-finals"),
    ),
    Rule(
        "quarter_adjective",
        "(?:<fiscal><hyphen>?)?<ordinal><hyphen><quarter_word|half>",
        build_quarter,
        (("its third-quarter loss", "third-quarter"),),
        ("three-quarters of it",),
    ),
    Rule(
        "focus_quarter",
        "<the>?<latest|same_period|year_ago|year>(?:<year_ago>)?<quarter_word|period>(?:<last><year_word>)?|<the><quarter_word>"
        "|<last><year_word><possessive><quarter_word|period>|<the|that><quarter_word|period>(?=<ended>)|<that><quarter_word>",
        build_focus,
        (("in the latest quarter", "the latest quarter"), ("the year-ago period", "the year-ago period")),
        ("the Latin Quarter",),
    ),
    Rule("quarter_code", "<quarter_code|half_code>(?:<of>?<year|short_year>)?", build_code, (("in Q3 2021", "Q3 2021"),)),
    Rule("year_ago", "<year_ago>", build_focus, (("year-earlier profit", "year-earlier"),)),
    Rule("year_end", "<year_end>(?:<of>?<year>)?", build_year_end, (("by year-end", "year-end"),)),
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
        "<the><unit>(?=<comma|dot|stop|and>|$)",
        build_turned,
        (("in the first months of the year.", "the year"),),
        ("she saved the day.",),
        after="<of|for>",
    ),
    Rule(
        "stretch_of_unit",
        "<earlier_in|later_in><the><unit>",
        build_turned,
        (("later in the day he left", "later in the day"),),
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
        "unit_beside",
        "<the><unit><back|after>(?=<comma|dot|stop|and|close|break>|$)",
        build_beside_unit,
        (("up from the year before.", "the year before"),),
        ("the week before the vote",),
    ),
    Rule(
        "vague_ago",
        "<units><ago>",
        build_vague_ago,
        (("decades ago, he left", "decades ago"),),
    ),
    Rule(
        "later",
        "(?:@loosely|@over)?(?P<count>@count)<hyphen>?<unit|units>(?:<and><a><half>)?<or_so>?(?=<forth>(?!<than>)|<after>(?:"
        "<comma|dot|stop>|$))",
        build_later,
        (("Three weeks later they left", "Three weeks"), ("they left two hours later.", "two hours")),
        ("it was no later than that",),
    ),
    Rule(
        "ago",
        "(?:@loosely)?(?P<count>@count)<hyphen>?<unit|units>(?:<and><a><half>)?<or_so>?(?:<ago|earlier>|<from><now>|<back>(?!<the|a|lower|capital|possessor|this|that|month|past_verb|last>))"
        "(?!<than>)",
        build_ago,
        (
            ("two days ago", "two days ago"),
            ("a day earlier", "a day earlier"),
            
        ),
        ("three weeks earlier than planned",),
    ),
)
