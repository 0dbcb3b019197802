"""The time words of English news."""

from collections.abc import Mapping

from timeline.reading.lexicon.calendar_english import (
    FESTIVALS,
    MONTHS,
    MONTHS_SHORT,
    NUMERALS,
    ORDINALS,
    UNITS,
    UNITS_PLURAL,
    WEEKDAYS,
    WEEKDAYS_PLURAL,
    WEEKDAYS_SHORT,
)
from timeline.reading.lexicon.time_verbs_english import VERBS
from timeline.reading.lexicon.time_words import TimeLexicon, Value
from timeline.reading.lexicon.zone_names import ZONE_NAMES
from timeline.reading.lexicon.zones import AMBIGUOUS, GENERAL, OFFSETS


def _one(*words: str) -> dict[str, Value]:
    return dict.fromkeys(words, 1)


# One-letter zones are read only in ISO dates.
ZONES: dict[str, Value] = {
    name.lower(): name for table in (OFFSETS, GENERAL, AMBIGUOUS) for name in table if len(name) > 1
}

TABLES: dict[str, Mapping[str, Value]] = {
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS_PLURAL,
    "weekday_short": WEEKDAYS_SHORT,
    "month": MONTHS,
    "month_short": MONTHS_SHORT,
    "unit": UNITS,
    "units": UNITS_PLURAL,
    "numeral": NUMERALS,
    "ordinal": ORDINALS,
    "hundred": _one("hundred", "thousand"),
    # A day counted from today, with its part where the word names one.
    "deictic_day": {"yesterday": -1, "today": 0, "tomorrow": 1, "yesterdays": -1, "todays": 0},
    "deictic_night": {"tonight": 0},
    "part": {
        "morning": "morning",
        "afternoon": "afternoon",
        "evening": "evening",
        "night": "night",
        "noon": "noon",
        "midday": "noon",
        "midnight": "midnight",
        "dawn": "dawn",
        "daybreak": "dawn",
        "first light": "dawn",
        "sunrise": "dawn",
        "dusk": "dusk",
        "sunset": "dusk",
        "nightfall": "dusk",
        "noontime": "noon",
        "lunchtime": "noon",
        "lunch hour": "noon",
        "midmorning": "mid morning",
        "midafternoon": "mid afternoon",
    },
    # Parts that stand as a time without an article: "at dawn", "by noon".
    "bare_part": _one(
        "noon", "midday", "midnight", "dawn", "daybreak", "first light", "sunrise", "dusk", "sunset", "nightfall"
    )
    | _one("noontime", "lunchtime", "midmorning", "midafternoon"),
    "parts": {"mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night"},
    "overnight": _one("overnight"),
    "season_name": {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"},
    "season_names": {"springs": "SP", "summers": "SU", "falls": "FA", "autumns": "FA", "winters": "WI"},
    "springtime": {"springtime": "SP", "summertime": "SU", "wintertime": "WI"},
    "weekend": _one("weekend"),
    "weekends": _one("weekends"),
    "half": _one("half"),
    "fraction": _one("1/2", "½"),
    "year_word": _one("year"),
    "day_word": _one("day"),
    "week_word": _one("week"),
    "quarter_word": _one("quarter"),
    "century_word": _one("century"),
    "decade_word": {
        "twenties": 2,
        "thirties": 3,
        "forties": 4,
        "fifties": 5,
        "sixties": 6,
        "seventies": 7,
        "eighties": 8,
        "nineties": 9,
    },
    "zone": dict(ZONES),
    "zone_city": {name: name for name in ZONE_NAMES},
    "than": _one("than"),
    "period": _one("period"),
    "now": _one("now", "currently", "nowadays", "at present", "these days"),
    "current": _one("current", "present-day"),
    "long_ago": _one("recently", "lately", "long ago", "not long ago", "more recently", "some time ago")
    | _one("a short time ago", "a long time ago", "a while ago", "not so long ago"),
    "unit_long": {"daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y", "hourlong": "TH"},
    "soon": _one("soon", "some day", "as soon as possible"),
    "as": _one("as"),
    "past": _one("past"),
    "near": _one("near", "foreseeable", "not-too-distant", "distant", "immediate"),
    "term": _one("term"),
    "short": _one("near", "short", "long", "immediate", "medium"),
    "future": _one("future"),
    "recent": _one("recent"),
    "last": _one("last"),
    "previous": _one("previous", "preceding", "prior"),
    "next": _one("next"),
    "coming": _one("coming", "upcoming", "forthcoming"),
    "following": _one("following", "ensuing", "succeeding", "subsequent"),
    "this": _one("this"),
    "that": _one("that"),
    "these": _one("these", "those"),
    "same": _one("same", "very"),
    "latest": _one("latest", "most recent"),
    "first": _one("first", "opening", "initial"),
    "final": _one("final", "closing", "last"),
    "entire": _one("entire", "whole", "full"),
    "the": _one("the"),
    "possessor": _one("its", "their", "his", "her", "our", "my", "your"),
    "a": _one("a", "an"),
    "another": _one("another"),
    "all": _one("all"),
    "while": _one("while"),
    "some_time": _one("some time", "quite some time"),
    "half_a": _one("half a", "half an", "half"),
    "quarter_of_a": _one("quarter of a", "quarter of an"),
    "of": _one("of"),
    "in": _one("in", "during"),
    "for": _one("for"),
    "on": _one("on"),
    "at": _one("at"),
    "and": _one("and", "&"),
    "or": _one("or"),
    "to": _one("to"),
    "from": _one("from"),
    "between": _one("between"),
    "ago": _one("ago"),
    "ago_back": _one("back"),
    "big": _one("million", "billion", "trillion"),
    "earlier": _one("earlier"),
    "back": _one("earlier", "before", "previously", "prior"),
    "later": _one("later"),
    "forth": _one("later", "afterward", "afterwards", "hence"),
    "after": _one("after", "following"),
    "or_so": _one("or so", "or more", "or less"),
    "early": _one("early"),
    "late": _one("late"),
    "mid": _one("mid", "middle"),
    "start_of": _one(
        "the early part of",
        "the first part of",
        "the start of",
        "the beginning of",
        "the outset of",
        "the opening of",
        "the onset of",
    )
    | _one("beginning of", "start of"),
    "middle_of": _one("the middle of", "the midpoint of", "the height of", "the midst of"),
    "end_of": _one("the latter part of", "the last part of", "the end of", "the close of", "end of", "the tail end of"),
    "rest_of": _one("the rest of", "the remainder of", "the balance of", "much of", "most of", "the bulk of", "part of")
    | _one("a good part of", "a large part of"),
    "earlier_in": _one("earlier in", "earlier on"),
    "later_in": _one("later in", "later on"),
    "early_hours": _one("early hours of", "small hours of", "wee hours of", "pre-dawn hours of", "predawn hours of"),
    "small_hours": _one("early hours", "small hours", "wee hours", "pre-dawn hours", "predawn hours"),
    "late_hours": _one("late hours of"),
    "dark": _one("dark"),
    "into": _one("into"),
    # "About" and its like loosen a time from outside; "nearly" and its like are part of it, as annotators mark them.
    "approximate": _one("about", "around", "nearly", "almost", "roughly", "approximately", "some", "close to"),
    "nearly": _one("nearly", "almost"),
    "more_than": _one("more than", "well over", "longer than", "in excess of"),
    "over": _one("over"),
    "at_least": _one("at least", "no less than", "not less than"),
    "less_than": _one("less than", "fewer than", "shorter than"),
    "at_most": _one("at most", "up to", "no more than", "as little as"),
    "few": {"few": None, "several": None, "couple": 2, "couple of": 2, "some": None, "many": None, "various": None},
    "bare_few": {"several": None, "many": None, "some": None, "a few": None, "a couple of": 2, "a couple": 2}
    | {"dozens of": None, "hundreds of": None, "thousands of": None, "a number of": None, "scores of": None},
    "more": _one("more", "additional", "extra", "straight", "consecutive", "successive", "full", "whole", "long")
    | _one("further", "solid", "trading", "business", "working", "calendar"),
    "old": _one("old", "olds"),
    "long": _one("long"),
    "every": _one("every", "each"),
    "other": _one("other"),
    "per": _one("per"),
    "adverb_set": {
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "hourly": "PT1H",
        "nightly": "P1D",
        "biweekly": "P2W",
        "bimonthly": "P2M",
        "fortnightly": "P2W",
    },
    "times": _one("once", "twice", "times", "thrice"),
    "quarter_code": {f"q{n}": n for n in range(1, 5)} | {f"{n}q": n for n in range(1, 5)},
    "half_code": {"h1": 1, "h2": 2, "1h": 1, "2h": 2},
    # What looks like a date and is the name of something else.
    "name": _one("sept. 11 attacks", "september 11 attacks", "sept. 11 attack", "september 11 attack")
    | _one("sept. 11 terrorist attacks", "september 11 terrorist attacks", "september 11th attacks")
    | _one("usa today", "today show", "tonight show", "high noon", "friday night lights", "good friday agreement")
    | _one(
        "sunday school",
        "black friday",
        "black monday",
        "black wednesday",
        "bloody sunday",
        "super bowl sunday",
        "good morning america",
    ),
    # What a number behind it is the number of.
    "label": _one(
        "room", "highway", "route", "flight", "version", "section", "model", "windows", "article", "page", "no"
    )
    | _one(
        "resolution", "chapter", "channel", "bus", "train", "gate", "box", "office", "unit", "apartment", "lot", "psalm"
    ),
    # Months that are given names as well.
    "given_name": _one("april", "june", "august", "may", "jan"),
    # What stands before a name.
    "honorific": _one("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "president", "minister", "saint", "st"),
    # Words that make the day before them part of a title: the Sunday Times.
    "title_word": _one("times", "mirror", "telegraph", "post", "express", "herald", "mail", "star", "tribune", "sun")
    | _one("independent", "dispatch", "chronicle", "journal", "observer", "magazine", "night live", "club"),
    # What is named after a day, and what is of a part of the day or year and tells of no one of them.
    "named_after_day": _one(
        "front", "movement", "brigade", "brigades", "group", "army", "regiment", "battalion", "square"
    )
    | _one(
        "bridge",
        "street",
        "avenue",
        "stadium",
        "university",
        "hospital",
        "committee",
        "foundation",
        "park",
        "boulevard",
    ),
    "of_a_time": _one("shift", "shifts", "watchman", "watchmen", "guard", "guards", "porter", "nurse", "nurses", "duty")
    | _one("club", "school", "editor", "clerk", "inspection", "call-up", "sowing", "harvest", "semester", "manager"),
    "fiscal": _one("fiscal", "financial", "fy"),
    "year_ago": _one("year-ago", "year-earlier", "year-before"),
    "same_period": _one("corresponding", "comparable"),
    "ended": _one("ended", "ending"),
    "then": _one("then"),
    "within": _one("within", "inside"),
    "today": _one("today"),
    "school": _one("school", "academic", "calendar", "tax"),
    "festival": FESTIVALS,
    "meridian": {"am": "am", "pm": "pm"},
    "meridian_dotted": {"a.m": "am", "p.m": "pm"},
    "oclock": _one("o'clock", "o’clock"),
    "hours_word": _one("hours", "hrs"),
    "local": _one("local time", "local", "local hours"),
    "past_hour": _one("past"),
    # 1 where it means within the half-hour.
    "shortly": _one("shortly", "just", "soon", "minutes", "immediately", "moments", "a little", "a bit") | {"well": 0},
    "time_word": _one("time", "standard time", "daylight time", "summer time"),
    "point": _one("point", "moment"),
    "possessive": _one("'s", "’s", "'", "’"),
    "year_end": _one("year-end", "year end", "year's end", "yearend"),
    "sometime": _one("sometime", "some time"),
    "since": _one("since"),
    "before": _one("before", "prior to", "ahead of"),
    "until": _one("until", "till", "through", "up to", "til"),
    "by": _one("by"),
    "ahead": _one("ahead"),
    **VERBS,
}

# Words that are times only with a capital letter, or in a text without capitals with a number beside them.
PROPER = frozenset((*MONTHS, *MONTHS_SHORT, *WEEKDAYS_SHORT, *ZONES, *ZONE_NAMES, "easter", "christmas"))
# Words that even with a capital may be something else: a modal, a name, a star.
DOUBTFUL = frozenset(("may", "march", "mar", "jan", "sun", "sat", "wed", "fri", "mon", "jun", "august"))

ENGLISH = TimeLexicon("en", TABLES, PROPER, DOUBTFUL, frozenset(ZONES), ("ed",))

__all__ = ["ENGLISH", "MONTHS", "MONTHS_SHORT", "WEEKDAYS", "WEEKDAYS_SHORT"]
