"""Rules for months, seasons, years, decades and centuries."""

from timeline.reading.grammar.builders import numerals, spoken_year
from timeline.reading.grammar.meaning import Calendar, Named, Point
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import MONTH_ROLES, dated, turn_of, two_digit_year
from timeline.reading.grammar.units import LATER, TURN

# A figure that is no year unless a preposition of time stands before it.
USUAL_YEARS = range(1800, 2100)
YEAR_CUES = {
    "in",
    "since",
    "by",
    "until",
    "before",
    "after",
    "from",
    "early",
    "late",
    "mid",
    "through",
    "the",
    "hyphen",
}


def year_of(match: Match) -> int | None:
    """The year told in figures or words, or None."""
    if isinstance(year := match.get("year", "possessive_year"), int):
        return year
    if isinstance(short := match.get("short_year"), int):
        return two_digit_year(short)
    return spoken_year(numerals(match))


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
    held = words[match.first - 2].roles if match.first > 1 else {}
    if before.keys() & {"at_least", "approximate", "nearly"} and held.keys() & {"since", "until", "in", "by", "from"}:
        return False  # since at least 2009
    if before.keys() & {"more_than", "over", "approximate", "nearly", "at_least", "at_most", "less_than", "junk"}:
        return True
    if "label" in before:
        return True  # Room 2012
    cue = bool(before.keys() & YEAR_CUES) or _is_among_years(match)
    word = tokens.token(match.stop) if "lower" in after else ""
    if (len(word) > 4 and word.endswith(("s", "people", "women"))) or word in ("men", "feet"):
        return not cue or year not in USUAL_YEARS
    if not cue and "past_verb" in after:
        return True  # 2000 were killed
    return year not in USUAL_YEARS and (not cue or "the" in before)


def _is_among_years(match: Match) -> bool:
    """Whether a year stands in brackets, or beside another year: (1738), 1687 and 1689, 1871 – 72."""
    words = match.tokens.words
    before = words[match.first - 1].roles if match.first else {}
    after = words[match.stop].roles if match.stop < len(words) else {}
    if "open" in before and after.keys() & {"close", "dash"}:
        return True
    beside = words[match.first - 2].roles if match.first > 1 else {}
    return "year" in beside and bool(before.keys() & {"and", "or", "comma", "dash"})


# The longest range of years printed as one ("1914-18"); longer figures are scores or numbers.
LONGEST_RANGE = 60


def build_years(match: Match) -> Found | None:
    """1977-88, 2010/11: from the first year through the last."""
    year = match.number("year")
    last = match.part("last")
    value = last.get("year", "two_digits") if last else None
    if not isinstance(value, int):
        return None
    value = value if value > 99 else year // 100 * 100 + value
    return Found("DATE", Point(Calendar(year, last_year=value))) if year < value <= year + LONGEST_RANGE else None


def build_month(match: Match) -> Found:
    month = match.number(*MONTH_ROLES)
    if match.has("year_word"):
        return dated(Calendar(None, month, years=turn_of(match)), match)
    return dated(Calendar(year_of(match), month, turn=turn_of(match)), match)


def build_decade(match: Match) -> Found:
    decade = match.get("decade")
    if not isinstance(decade, int):
        short = match.number("decade_short", "decade_word")
        century = sum(numerals(match)) or (19 if short > 2 else 20)
        decade = century * 10 + short
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


MONTH_CUE = "(?<=<in|between|since|until|by|of|before|after|from|last|next|this|early|late|mid|hyphen|through|and|to>)"

RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        "(?:(?:<early|late><in>|<early|late|mid|start_of|middle_of|end_of|rest_of|later_in|earlier_in><hyphen>?)?"
        "(?:<fiscal><hyphen>?<year_word>?|<the><year_word>)?)<year>(?!<hyphen>?<unit|units>|<hyphen><lower>|<percent>)",
        build_year,
        (("in 1988 they won", "1988"), ("since early 2001", "early 2001"), ("in fiscal year 1990", "fiscal year 1990")),
        ("the 1000 Guineas", "over 2000 people", "$1988"),
    ),
    Rule(
        "years",
        "<year><hyphen|stroke>(?P<last><year|two_digits>)(?!<hyphen|stroke|unit|units>)",
        build_years,
        (("in 2014-2015 they", "2014-2015"), ("the war of 1977-78", "1977-78")),
        ("2000-90 by points",),
    ),
    Rule(
        "short_year",
        "<fiscal><short_year>|(?<=<in|since>)<short_year>(?!<quote|possessive>)",
        build_year,
        (("for fiscal '90", "fiscal '90"), ("back in '08 he won", "'08")),
        ("fiscal policy", "the '90 model"),
    ),
    Rule(
        "spoken_year",
        "(?:<the><year_word>)?<numeral><hyphen>?<numeral>(?:<hyphen>?<numeral>){0,4}(?!<hyphen>?<unit|units>)",
        build_year,
        (("in nineteen ninety-six", "nineteen ninety-six"),),
        ("twenty four people",),
    ),
    Rule(
        "month",
        f"(?:<early|late><in>|{LATER}<the>?<hyphen>?)?(?:(?:{TURN})?@sure_month|(?:{TURN})<doubtful_month>|{MONTH_CUE}<doubtful_month>|<doubtful_month>(?=<possessive>|<and|or|to|hyphen|dash><month>))"
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
        (("May 2020 was hot", "May 2020"),),
    ),
    Rule(
        "decade",
        "(?:<the>?<early|late|mid|end_of|start_of|middle_of><hyphen>?)?<the>?<decade>|<the><early|late|mid>?<hyphen>?<decade_short>|<early|late|mid><hyphen>?<decade_short>|<the>?<numeral><hyphen>?<decade_word>|<the><decade_word>",
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
        "(?:<of><year|numeral>(?:<hyphen>?<numeral>){0,4}|(?!<of>))|<springtime|season_name><of>?<year|short_year>|<the><season_name><of><short_year>",
        build_season,
        (("last summer", "last summer"), ("the winter of 1994", "the winter of 1994")),
        ("a fall in prices", "to spring up", "after the fall of the city"),
    ),
)
