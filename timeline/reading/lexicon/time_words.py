"""The shape of a language's time words, and the tables every language shares.

A lexicon gives words their *roles*: "july" is a month worth 7, "ago" is a word that counts back. The grammar names
roles only, so that another language is another lexicon.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

Value = int | str | float | None
Roles = Mapping[str, Value]


@dataclass(frozen=True)
class TimeLexicon:
    """A language's time words.

    `tables` maps a role to its words and their values; a word may have several roles and may be a phrase of several
    words. `proper` are the words that are times only when capitalised; `doubtful` those that, even then, need another
    time word or a preposition beside them ("may", "sun"). `capitals` are read only when all their letters are capital
    (zones); `past_endings` are what most verbs of the past end in.
    """

    language: str
    tables: Mapping[str, Mapping[str, Value]]
    proper: frozenset[str]
    doubtful: frozenset[str]
    capitals: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the day: local hours, whether it ends on the next day, TIMEX3 code ("" where a clock value is used)."""

    start: time
    end: time
    next_day: bool
    code: str


# DESIGN.md section 4; the codes are TIMEX3's (MO, MI, AF, EV, NI: morning, midday, afternoon, evening, night).
PARTS: dict[str, Part] = {
    "dawn": Part(time(4), time(7), False, "MO"),
    "early": Part(time(0), time(8), False, ""),
    "small hours": Part(time(0), time(8), False, "MO"),
    "morning": Part(time(6), time(12), False, "MO"),
    "noon": Part(time(11, 30), time(12, 30), False, "T12:00"),
    "afternoon": Part(time(12), time(18), False, "AF"),
    "evening": Part(time(18), time(0), True, "EV"),
    "dusk": Part(time(17), time(20), False, "EV"),
    "late": Part(time(18), time(0), True, ""),
    "night": Part(time(18), time(6), True, "NI"),
    "midnight": Part(time(23, 30), time(0, 30), True, "T24:00"),
    "daytime": Part(time(6), time(18), False, "DT"),
    "early morning": Part(time(5), time(9), False, "MO"),
    "late morning": Part(time(10), time(12), False, "MO"),
    "mid morning": Part(time(8), time(11), False, "MO"),
    "early afternoon": Part(time(12), time(15), False, "AF"),
    "late afternoon": Part(time(15), time(18), False, "AF"),
    "mid afternoon": Part(time(14), time(16), False, "AF"),
    "early evening": Part(time(17), time(20), False, "EV"),
    "late evening": Part(time(21), time(0), True, "EV"),
    "late night": Part(time(22), time(2), True, "NI"),
    "early night": Part(time(18), time(22), False, "NI"),
    "mid day": Part(time(11), time(14), False, "MI"),
}

# TIMEX3 season codes and the months they begin in, by the news calendar of the northern hemisphere: summer is
# June to August. Winter belongs to the year it begins in ("the winter of 1994" is December 1994 to February 1995).
SEASONS: dict[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# Half a clock hour: what "around 4pm" leaves open (DESIGN.md section 4).
AROUND_A_CLOCK = timedelta(minutes=30)

# What makes a figure with a dot an amount and no clock time: the verb before "at" or "from", the unit behind it.
PRICE_VERBS: dict[str, str] = {
    "at": "closed closes closing ended traded trades trading quoted valued priced stood settled fixed unchanged opened up down",
    "from": "rose fell rise fall up down cut raised lowered increased improved climbed dropped grew widened narrowed",
}
AMOUNT_UNITS = (
    r"per|percent|million|billion|trillion|points?|euros?|dollars?|cents?|pence|yen|yuan|pounds|francs|marks|crowns|rupees?"
    r"|a\s(?:share|barrel|tonne|ton|litre|gallon|kilo)|an\sounce|degrees|met(?:er|re)s|feet|miles|k(?:m|g|ilo\w*)|seconds"
    r"|(?:to|against)\sthe\s(?:dollar|euro|pound)|on\sthe\s[A-Z]\w*"
)
