"""Rules for durations, sets of times, and the vague past, present and future."""

from timeline.reading.grammar.builders import amount, numerals
from timeline.reading.grammar.looseness import looseness_of
from timeline.reading.grammar.meaning import NARRATIVE, Duration, Point, Reference, Repeat, Shift
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import MONTH_ROLES, WEEKDAY_ROLES
from timeline.reading.lexicon.time_words import PARTS
from timeline.reading.notation import duration_value


def build_duration(match: Match) -> Found | None:
    """Two weeks, a 10-hour siege, the past three months, 2 1/2 years."""
    counted = match.part("count")
    if counted and (_is_rate(counted) or _is_fraction(match)):
        return None
    number = amount(counted) if counted else None
    if number is not None and match.has("unit", "units") and match.has("half") and counted and not counted.has("half"):
        number += 0.5
    side = -1 if match.has("past", "last", "previous") else 1 if match.has("next", "coming", "following") else 0
    return Found("DURATION", Duration(((number, match.word("unit", "units")),), side), looseness_of(match))


# How far back the thing counted stands from "a year".
RATE_REACH = 6


def _is_rate(counted: Match) -> bool:
    """ "So many a year": an article that follows the thing counted."""
    words, first = counted.tokens.words, counted.first
    if counted.stop - first != 1 or "a" not in words[first].roles or not first:
        return False
    before = words[first - 1].roles
    if not before.keys() & {"lower", "junk", "count", "decimal", "units", "capital"}:
        return False
    reach = words[max(0, first - RATE_REACH) : first]
    return any(word.roles.keys() & {"junk", "count", "decimal", "numeral", "times"} for word in reach)


def _is_fraction(match: Match) -> bool:
    """A second chance, a quarter of them, three-quarters: an ordinal or a fraction, not a unit of time."""
    unit = match.get("unit", "units")
    if match.has("unit") and match.has("year"):
        return True  # "the 2018 day five"
    unit_word = match.tokens.token(match.stop - 1)
    if unit_word[:1].isupper() and not unit_word.isupper():
        return True  # a title: 60 Minutes
    if unit == "TS" and match.has("unit"):
        return match.has("a") or match.tokens.token(match.stop - 1)[:1].isupper()
    return unit == "Q" and (match.has("a") or match.has("hyphen") or match.has("more_than"))


def build_span(match: Match) -> Found:
    """The past year, the first hours: a length without a number."""
    plural = match.has("units")
    side = -1 if match.has("past", "last") else 1 if match.has("next", "coming") else 0
    return Found("DURATION", Duration(((None if plural else 1, match.word("unit", "units", "unit_long")),), side))


def build_between(match: Match) -> Found | None:
    """Two to three weeks: the first number counts, as annotators write it."""
    low, high = match.part("low") or match.part("least"), match.part("high") or match.part("most")
    if low is None or high is None or (low.has("year") and high.has("year")):
        return None  # the 1973-1974 year
    first, last = amount(low), amount(high)
    if not match.has("to", "or", "and") and numerals(low) and (first or 0) >= 20 and (last or 0) < 10:
        return None  # sixty-three years
    number = first if last is not None else None
    return Found("DURATION", Duration(((number, match.word("unit", "units")),)), "APPROX")


def build_whole(match: Match) -> Found | None:
    """All day, the whole week: as long as the unit spoken of, and placed on it."""
    unit = match.word("unit")
    return None if unit in ("TS", "TM") else Found("DURATION", Point(Shift(unit, 0, NARRATIVE)))


def build_while(match: Match) -> Found:
    return Found("DURATION", Duration(((None, "X"),)))


def build_times_a(match: Match) -> Found:
    """Once a month, three times a day."""
    return Found("SET", Repeat(duration_value(((1, match.word("unit")),))))


def build_adverb_set(match: Match) -> Found | None:
    if match.text[:1].isupper():
        return None  # a paper: LA Weekly
    return Found("SET", Repeat(match.word("adverb_set")))


def build_every(match: Match) -> Found:
    """Every day, each Wednesday, every two weeks, Friday nights."""
    weekday, part = match.get(*WEEKDAY_ROLES, "weekdays"), match.get("part", "parts")
    if isinstance(weekday, int):
        code = PARTS[str(part)].code if isinstance(part, str) else ""
        return Found("SET", Repeat(f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else "")))
    if isinstance(part, str):
        return Found("SET", Repeat(f"XXXX-XX-XXT{PARTS[part].code}"))
    if isinstance(month := match.get(*MONTH_ROLES), int):
        return Found("SET", Repeat(f"XXXX-{month:02}"))
    if isinstance(season := match.get("season_name", "season_names"), str):
        return Found("SET", Repeat(f"XXXX-{season}"))
    if match.has("weekend", "weekends"):
        return Found("SET", Repeat("XXXX-WXX-WE"))
    counted = match.part("count")
    number = amount(counted) if counted else 1
    return Found("SET", Repeat(duration_value(((2 if match.has("other") else number, match.word("unit", "units")),))))


def build_vague(match: Match) -> Found:
    """Recent weeks are a length that ends now; recent years and coming weeks are too vague for one."""
    unit = match.word("units")
    if match.has("recent") and unit in ("W", "M", "Q") and not match.has("and"):
        return Found("DURATION", Duration(((None, unit),), -1))
    return Found("DATE", Reference("PAST_REF" if match.has("recent", "past") else "FUTURE_REF"))


def build_present(match: Match) -> Found:
    return Found("DATE", Reference("PRESENT_REF"))


def build_past(match: Match) -> Found:
    return Found("DATE", Reference("PAST_REF"))


def build_future(match: Match) -> Found:
    return Found("DATE", Reference("FUTURE_REF"))


# An age is no time: a 44-year-old man, 55 years old.
NOT_OLD = "(?!<hyphen>?<old>|<hyphen><long>)"

RULES: tuple[Rule, ...] = (
    Rule(
        "duration",
        "(?:@loosely|@over)?(?P<count>@count)<hyphen>?<more>?(?:<unit|units>)"
        + NOT_OLD
        + "(?:<and><a><half>)?<or_so>?",
        build_duration,
        (
            ("They fought for three days.", "three days"),
            ("after nearly two hours", "nearly two hours"),
            ("in a five-year plan", "five-year"),
            ("it took 2 1/2 years", "2 1/2 years"),
            ("more than a decade of war", "more than a decade"),
        ),
        ("the second half", "a 20-minutes-old car", "a 44-year-old man"),
    ),
    Rule(
        "directed_duration",
        "(?:@loosely)?<the|these|this>?<past|last|next|coming|previous|following|first|final|ordinal|entire>(?P<count>@count)"
        "<more>?<hyphen>?<units|unit>(?:<and><a><half>)?<or_so>?",
        build_duration,
        (("over the past two months", "the past two months"), ("in the next few days", "the next few days")),
        ("the last two",),
    ),
    Rule(
        "the_counted",
        "<the|these>(?P<count>@number|<few>)<more>?<units>",
        build_duration,
        (("in the nine months ended", "the nine months"),),
    ),
    Rule(
        "span",
        "<the|these><past|last|next|coming><units>|<the>?<past><unit>|<the><first|final><units>|<the><units><ahead>",
        build_span,
        (("in the coming months", "the coming months"), ("the first hours", "the first hours")),
    ),
    Rule(
        "units_long",
        "<units><hyphen><long>|(?<!<hyphen>)<unit><hyphen><long>|<unit_long>",
        build_span,
        (("a decades-long war", "decades-long"), ("a year-long study", "year-long"), ("a weeklong fight", "weeklong")),
    ),
    Rule(
        "whole_unit",
        "<all><unit><long>?|<the|a><entire><unit>(?!<of>)",
        build_whole,
        (("it rained all week", "all week"), ("the whole year", "the whole year")),
        ("all months are grey", "the full second floor"),
    ),
    Rule(
        "while",
        "<a><while>|<some_time>",
        build_while,
        (("for a while, he waited", "a while"),),
        ("once in a while", "while he waited"),
        after="<for>",
    ),
    Rule(
        "units_beside",
        "<units>(?=<back|after|forth|that>)",
        build_span,
        (("in the weeks before the vote", "weeks"),),
        after="<in|over><the>",
    ),
    Rule(
        "for_units",
        "<units>(?!<hyphen|old|back|after|ago|earlier|forth>)",
        build_span,
        (("they ruled it for centuries", "centuries"),),
        ("the days of old", "she is years old"),
        after="<for|in|within>",
    ),
    Rule(
        "vague_units",
        "<coming|future|past|recent><units>(?:<and><units>)?",
        build_vague,
        (("in recent weeks and months", "recent weeks and months"), ("in coming years", "coming years")),
    ),
    Rule(
        "the_year",
        "<the><fiscal>?<unit>(?=<ended>)|<the><fiscal><year_word>",
        build_span,
        (("in the year ended March 31", "the year"),),
        ("the year of living dangerously",),
    ),
    Rule(
        "between",
        "(?:<the>?<past|last|next|coming>)?(?:@loosely)?(?P<low>@number)<hyphen>?(?:<to|or|hyphen>|(?<=<hyphen>)<and>)"
        "(?P<high>@number)<hyphen>?<more>?<unit|units>"
        + NOT_OLD
        + "|(?<=<between>)(?P<least>@number)<and>(?P<most>@number)<unit|units>",
        build_between,
        (("in two to three weeks", "two to three weeks"),),
    ),
    Rule(
        "times_a",
        "(?:@number)?<times><a|every|per><unit>",
        build_times_a,
        (("three times a day", "three times a day"), ("twice a week", "twice a week")),
        ("many times",),
    ),
    Rule(
        "adverb_set",
        "<adverb_set>",
        build_adverb_set,
        (("he runs daily", "daily"),),
        ("the Daily Mail", "he told LA Weekly"),
    ),
    Rule(
        "every",
        "<every><other>?(?:(?P<count>@number|<few>)?<unit|units>|<weekday|month|season_name|weekend|part>"
        "|<weekday><part>)"
        "|<weekdays>(?!<hyphen>)|<weekday><parts>|<weekends>",
        build_every,
        (("every day", "every day"), ("each Wednesday", "each Wednesday"), ("on Friday nights", "Friday nights")),
    ),
    Rule("present", "<now|current>(?!<hyphen>)", build_present, (("They are now free.", "now"),)),
    Rule(
        "past",
        "<long_ago>|<the><past>(?!<unit|units|numeral|count|few|a|season_name|weekend|weekday>)",
        build_past,
        (("It recently fell.", "recently"), ("in the past, kings ruled", "the past")),
    ),
    Rule(
        "future",
        "(?<!<as>)<soon>(?!<after|as|hyphen|past_verb>)|<the><near>?<future>|<the><short><term>",
        build_future,
        (("in the future", "the future"),),
    ),
)
