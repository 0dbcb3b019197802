"""Rules for quarters and halves, as reports of earnings tell them."""

from timeline.reading.grammar.meaning import Calendar, Named, Point
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import dated, turn_of
from timeline.reading.grammar.years import year_of


def build_quarter(match: Match) -> Found | None:
    """The third quarter, 1989's third quarter, last year's third quarter, the fiscal first quarter."""
    unit = "H" if match.has("half") else "Q"
    if unit == "H" and not match.has("year", "possessive_year", "year_word", "fiscal", "hyphen", "year_ago"):
        return None  # the first half of a match
    number = match.get("ordinal")
    if number is None and not match.has("of", "year", "possessive"):
        return None  # "last quarter" is the one before this
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
    return dated(Named("focus", "period" if match.has("period") else 0, year_of(match), None, years), match)


def build_year_end(match: Match) -> Found:
    """Year-end is the year's last day."""
    return Found("DATE", Point(Calendar(year_of(match), 12, 31, turn=0)))


RULES: tuple[Rule, ...] = (
    Rule(
        "quarter",
        "<end_of|start_of|middle_of|rest_of>?"
        "(?:<the>|<this|last|next><year_word><possessive>|<the>?<fiscal>?<possessive_year|year><possessive>?)?(?:<year_ago|fiscal|"
        "same_period>){0,2}(?:<early|late>)?<ordinal|final><quarter_word|half>(?!<hyphen>)(?:<of>?<year>|<of>?<this|last|next><year_word>"
        "|<of><the><year_word>|<of><fiscal><year>)?",
        build_quarter,
        (("in the third quarter of 1988", "the third quarter of 1988"), ("its fourth quarter", "fourth quarter")),
        ("a quarter of them", "quarter-finals", "They led in the first half."),
    ),
    Rule(
        "quarter_adjective",
        "(?:<fiscal><hyphen>?)?<ordinal><hyphen><quarter_word|half>(?:<of>?<year>)?",
        build_quarter,
        (("its third-quarter loss", "third-quarter"),),
        ("three-quarters of it",),
    ),
    Rule(
        "focus_quarter",
        "<the>?<latest|same_period|year_ago|year>(?:<year_ago>)?<quarter_word|period>(?:<last><year_word>)?|(?<=<in|for|of|on|by|until>)<the><quarter_word>"
        "|<last><year_word><possessive><quarter_word|period>|<the><same><quarter_word|period><of>?<last><year_word>|<the|that><quarter_word|period>(?=<ended>)|<that><quarter_word>",
        build_focus,
        (("in the latest quarter", "the latest quarter"), ("the year-ago period", "the year-ago period")),
        ("the Latin Quarter",),
    ),
    Rule(
        "quarter_code", "<quarter_code|half_code>(?:<of>?<year|short_year>)?", build_code, (("in Q3 2021", "Q3 2021"),)
    ),
    Rule("year_ago", "<year_ago>", build_focus, (("year-earlier profit", "year-earlier"),)),
    Rule("year_end", "<year_end>(?:<of>?<year>)?", build_year_end, (("by year-end", "year-end"),)),
)
