"""Rules for clock times, alone and with their day."""

from dataclasses import replace

from timeline.reading.grammar.builders import clock_of
from timeline.reading.grammar.dates import date_of
from timeline.reading.grammar.meaning import NARRATIVE, Base, Clock, Point, Shift
from timeline.reading.grammar.parts import part_of
from timeline.reading.grammar.rules import Found, Match, Rule
from timeline.reading.grammar.turns import turn_of

MORNING_PARTS = ("dawn", "morning", "early morning", "mid morning", "late morning")


def timed(match: Match, key: str) -> Clock | None:
    """The clock time of a named stretch with its zone, or None."""
    figures = match.part(key)
    clock = clock_of(figures) if figures else None
    zone = match.part(f"{key}_zone")
    if clock and zone:
        clock = replace(clock, zone="local" if zone.has("local") else zone.word("zone", "zone_city"))
    return clock


def build_clock(match: Match) -> Found | None:
    clock = timed(match, "clock")
    if clock is None:
        return None
    if match.part("also"):
        clock = replace(clock, also=timed(match, "also"), also_dated=match.tokens.token(match.stop - 1) == ")")
    day = match.part("date")
    base: Base | None = date_of(day) if day else None
    part = match.part("part")
    if part:
        clock = in_part(clock, part_of(part))
        base = base or _part_day(match)
    return Found("TIME", Point(base, "", clock))


def _part_day(match: Match) -> Base | None:
    """The day of "this morning at 6:30", "last night at 10"."""
    if match.has("this"):
        return Shift("D", 0)
    if match.has("last"):
        return Shift("D", -1)
    turn = turn_of(match)
    return Shift("D", turn, NARRATIVE) if turn else None


def in_part(clock: Clock, part: str) -> Clock:
    """Nine in the evening is 9 pm: the part of the day decides the half where the figures leave it open."""
    if clock.half or clock.hour > 12:
        return clock
    if part in MORNING_PARTS:
        return replace(clock, half="am")
    return replace(clock, half="am" if "night" in part and (clock.hour < 6 or clock.hour == 12) else "pm")


def build_clock_to(match: Match) -> Found | None:
    """The nine of "between 9 and 10 am": it takes its half of the day from the end."""
    last = match.part("end")
    clock, end = timed(match, "clock"), clock_of(last) if last else None
    if clock is None or end is None:
        return None
    part = match.part("part")
    half = in_part(end, part_of(part)).half if part else end.half
    return Found("TIME", Point(None, "", replace(clock, half=half))) if half else None


def build_tonight(match: Match) -> Found | None:
    """At six tonight, eight o'clock last night: the evening's half of the clock, unless it is told."""
    clock = timed(match, "clock")
    if clock is None:
        return None
    return Found("TIME", Point(Shift("D", match.number("deictic_night")), "", in_part(clock, "evening")))


CUE = "(?<=<at|by|around|before|after|until|since|approximate|from|between|shortly|to|comma|till|about|on>)"
ZONE = "(?:<open><zone><close>|<local>|<zone>|<zone_city><time_word>)"
BARE = "<clock|hhmm>"
DAY = "(?P<date>@some_day)"
PART = "(?P<part>@day_part)"

RULES: tuple[Rule, ...] = (
    Rule(
        "clock_between",
        f"(?P<clock>@clock_figures|<clock>)(?=<and|to|hyphen|dash|until>(?:@clock_figures|<clock>)(?:<comma|on>){{0,2}}{DAY})",
        build_clock,
        (("between 9 p.m. and 11 p.m. on July 3", "9 p.m."),),
    ),
    Rule(
        "clock_time",
        f"(?P<clock>@clock_figures)(?P<clock_zone>{ZONE})?",
        build_clock,
        (
            ("around 4pm local time they came", "4pm local time"),
            ("at 3:37 a.m. EDT it shook", "3:37 a.m. EDT"),
            ("at eleven o'clock", "eleven o'clock"),
            ("This was at 630 a.m. sharp", "630 a.m."),
        ),
        ("I am 4.", "at 13 pm", "the 1000 Guineas"),
    ),
    Rule(
        "clock_in_zone",
        f"(?P<clock>{BARE}|<hour>)(?:<hours_word>)?(?P<clock_zone>{ZONE})",
        build_clock,
        (("at 0737 GMT", "0737 GMT"), ("at 13:53 local time", "13:53 local time")),
        ("a 0.5 GMT stake",),
    ),
    Rule(
        "clock_hours",
        f"{CUE}(?P<clock><hhmm4|clock>)(?:<hours_word>)",
        build_clock,
        (("at 0910 hours on", "0910 hours"),),
        ("for 100 hours",),
    ),
    Rule(
        "clock_two_zones",
        f"(?P<clock>{BARE}|@clock_figures)(?:<hours_word>)?(?P<clock_zone>{ZONE})?(?:<open|comma|stroke>)"
        f"(?P<also>{BARE}|@clock_figures|<hour>)(?P<also_zone>{ZONE})<close>?",
        build_clock,
        (("It struck at 1353 (1023 GMT).", "1353 (1023 GMT)"),),
        ("in 1353 (see 1023)",),
    ),
    Rule(
        "clock_to_part",
        f"(?<=<from|between>)(?P<clock><hour|clock|numeral>)(?=<and|to|until>(?P<end><hour|clock|numeral><oclock>?)(?:<in><the>|<that|this>){PART})",
        build_clock_to,
        (("between 1 and 2 in the morning", "1"),),
        ("between 1 and 2 in the league",),
    ),
    Rule(
        "clock_to",
        "(?P<clock><hour|clock>)(?=<and|to|hyphen|dash|until>(?P<end>(?:<hour|clock>)@meridian|<clock_m>))",
        build_clock_to,
        (("between 9 and 10 am", "9"),),
        ("9 and 10 men",),
    ),
    Rule(
        "clock_bare",
        f"(?:{CUE}|(?<=<as><of>)|(?<=<between><clock><and>))"
        "(?P<clock><clock>)(?!<hyphen|slash>)(?:(?!<lower>)|(?<=<at|since|until|around><clock>))",
        build_clock,
        (("at 13:53 on the dot", "13:53"), ("as of 08:00, nine people", "08:00")),
        ("won 3:10 in overtime", "0:00 2:31 play"),
    ),
    Rule(
        "clock_day",
        f"(?P<clock>@clock_figures|<clock>|<hhmm>(?=<hours_word>?{ZONE}))(?:<hours_word>)?(?P<clock_zone>{ZONE})?"
        f"(?:<comma|on>){{0,2}}{DAY}(?:{PART})?",
        build_clock,
        (("at 9 p.m. EST Nov. 9 he left", "9 p.m. EST Nov. 9"), ("at 10 p.m. Tuesday", "10 p.m. Tuesday")),
    ),
    Rule(
        "clock_two_zones_day",
        f"(?P<clock>{BARE}|@clock_figures)(?:<hours_word>)?(?P<clock_zone>{ZONE})?(?:<open|comma|stroke>)"
        f"(?P<also>{BARE}|@clock_figures|<hour>)(?P<also_zone>{ZONE})<close>?(?:<comma|on>){{0,2}}{DAY}",
        build_clock,
        (("at 09:10 hours (0440 GMT) on Monday", "09:10 hours (0440 GMT) on Monday"),),
    ),
    Rule(
        "clock_two_zones_day_inside",
        f"(?P<clock>{BARE}|@clock_figures)(?:<hours_word>)?(?P<clock_zone>{ZONE})?<open>"
        f"(?P<also>{BARE}|@clock_figures|<hour>)(?P<also_zone>{ZONE})(?:<comma|on>){{0,2}}{DAY}<close>",
        build_clock,
        (("at 5:46 a.m. (2246 GMT Tuesday) it shook", "5:46 a.m. (2246 GMT Tuesday)"),),
    ),
    Rule(
        "day_clock",
        f"{DAY}<comma>?(?:<at|around|approximate|shortly|before|after>){{0,2}}(?P<clock>@clock_figures|<clock>|"
        f"<hhmm>(?=<hours_word>?{ZONE}))(?:<hours_word>)?(?P<clock_zone>{ZONE})?",
        build_clock,
        (("7 Jul, 2021 14:10", "7 Jul, 2021 14:10"), ("Wednesday at 8 p.m. there", "Wednesday at 8 p.m.")),
    ),
    Rule(
        "day_hour",
        f"{DAY}<comma>?(?:<at><approximate|around>?|<around|approximate>)(?P<clock><hour>)"
        "(?=<comma|dot|stop|and|close|break>|$)",
        build_clock,
        (("on Friday at about 3, he left", "Friday at about 3"),),
        ("on Friday about 3 men", "Friday's 3"),
    ),
    Rule(
        "clock_part",
        f"(?P<clock>@clock_figures|<clock>|<hour>|<numeral>)(?:<in|at>)(?:<the>|<this>)?{PART}"
        f"(?:(?:<comma|on|of>){{1,2}}{DAY})?|(?P<q><hour>)(?!)",
        build_clock,
        (
            ("at 9 in the evening", "9 in the evening"),
            ("at two in the morning", "two in the morning"),
            ("at nine o'clock in the morning on Friday", "nine o'clock in the morning on Friday"),
        ),
        ("ranked 9 in the league",),
    ),
    Rule(
        "clock_this_part",
        f"(?P<clock>@clock_figures|<clock>|(?<=<at|around|by|approximate>)(?:<hour>|<numeral>)|<numeral><hyphen>?<numeral>)"
        f"(?P<clock_zone>{ZONE})?<comma>?<this|last|next|the>{PART}",
        build_clock,
        (("at 9 o'clock this morning", "9 o'clock this morning"),),
    ),
    Rule(
        "clock_tonight",
        "(?P<clock>@clock_figures|<clock>|(?<=<at|around|by|approximate>)(?:<hour>|<numeral>))<deictic_night>",
        build_tonight,
        (("at six o'clock tonight", "six o'clock tonight"), ("at 9 tonight", "9 tonight")),
        ("ranked 9 tonight",),
    ),
    Rule(
        "this_part_clock",
        f"(?:<this|last|that>){PART}<comma>?<at|around|approximate>(?P<clock>@clock_figures|<clock|hour>)"
        f"(?P<clock_zone>{ZONE})?",
        build_clock,
        (("This morning at 630 a.m. they bombed", "This morning at 630 a.m."),),
    ),
)
