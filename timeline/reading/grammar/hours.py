"""Rules for hours told in words: half past six, ten to midnight, at nine, two the following morning."""

from dataclasses import replace

from timeline.reading.grammar.builders import amount, clock_of
from timeline.reading.grammar.clocks import DAY, PART, ZONE, in_part, timed
from timeline.reading.grammar.dates import date_of
from timeline.reading.grammar.meaning import NARRATIVE, Clock, Point, Shift
from timeline.reading.grammar.parts import part_of
from timeline.reading.grammar.rules import Found, Match, Rule


def build_spoken(match: Match) -> Found | None:
    """Half past six, quarter to nine on Monday morning."""
    clock = _named_hour(match)
    if clock is None:
        return None
    return _off(match, clock, 30 if match.has("half") else 15)


def build_minutes(match: Match) -> Found | None:
    """Ten past eleven, five to eight in the evening."""
    told, clock = match.part("minutes"), _named_hour(match)
    minutes = amount(told) if told else None
    if clock is None or minutes is None or minutes % 1 or not 1 <= minutes <= 29:
        return None
    return _off(match, clock, int(minutes))


def _named_hour(match: Match) -> Clock | None:
    """The hour minutes are told of: nine, noon, midnight."""
    figures = match.part("clock")
    if figures is None:
        return None
    if (name := figures.get("part")) is not None:
        return {"noon": Clock(12, half="pm"), "midnight": Clock(12, half="am")}.get(str(name))
    clock = clock_of(figures)
    return clock if clock and clock.hour <= 12 else None


def _off(match: Match, clock: Clock, minutes: int) -> Found:
    """So many minutes past or to an hour; those to midnight are of the day before it, those to noon of the morning."""
    if match.has("to"):
        half = {"am": "pm", "pm": "am"}.get(clock.half, "") if clock.hour == 12 else clock.half
        clock = replace(clock, hour=(clock.hour - 2) % 12 + 1, minute=60 - minutes, half=half)
    else:
        clock = replace(clock, minute=minutes)
    day, part = match.part("date"), match.part("part") or match.part("hours")
    return Found("TIME", Point(date_of(day) if day else None, "", in_part(clock, part_of(part)) if part else clock))


def build_hour(match: Match) -> Found | None:
    """At nine, since about eleven, shortly before four: an hour that nothing but the preposition tells from a count."""
    figures = match.part("clock")
    clock = clock_of(figures) if figures else None
    return Found("TIME", Point(None, "", clock)) if clock and 1 <= clock.hour <= 12 else None


def build_hour_between(match: Match) -> Found | None:
    """Between six and seven, they came."""
    figures = match.part("clock") or match.part("clock2")
    clock = clock_of(figures) if figures else None
    return Found("TIME", Point(None, "", clock)) if clock and 1 <= clock.hour <= 12 else None


def build_clock_that_day(match: Match) -> Found | None:
    """At 8:30 the next day, at two the following morning, at 5 pm the same day."""
    clock, part = timed(match, "clock"), match.part("part")
    if clock is None:
        return None
    turn = 1 if match.has("next", "following") else -1 if match.has("previous") else 0
    return Found("TIME", Point(Shift("D", turn, NARRATIVE), "", in_part(clock, part_of(part)) if part else clock))


def build_hour_on_day(match: Match) -> Found | None:
    """At 11 on Tuesday, around nine on Tuesday night."""
    figures = match.part("clock") or match.part("hour")
    day, part = match.part("date") or match.part("day"), match.part("part") or match.part("hours")
    clock, base = clock_of(figures) if figures else None, date_of(day) if day else None
    if clock is None or base is None or not 1 <= clock.hour <= 12:
        return None
    return Found("TIME", Point(base, "", in_part(clock, part_of(part)) if part else clock))


RULES: tuple[Rule, ...] = (
    Rule(
        "hour_on_day",
        f"(?:(?<=<at>)|(?<=<at|by|before|after|since|until|shortly><approximate|around|before|after>))(?P<clock><hour|numeral>)<on>{DAY}(?:(?P<hours>@day_part))?"
        f"|(?<=<at|by|before|after|since|until|around|approximate>)(?P<hour><hour|numeral>)<on>(?P<day>@some_weekday){PART}",
        build_hour_on_day,
        (
            ("He was seized at 11 on Tuesday.", "11 on Tuesday"),
            ("She was taken around nine on Tuesday night.", "nine on Tuesday night"),
        ),
        ("killing around 11 on Tuesday",),
    ),
    Rule(
        "clock_hour",
        "(?:(?<=<at|since|until|from>)|(?<=<at|since|until|by|before|after><approximate|around>)|(?<=<shortly><before|after>))"
        "(?P<clock><hour|numeral>)(?=<comma|dot|stop|close|break|but|when>|<and><past_verb>|$)",
        build_hour,
        (
            ("They were let through since about eleven.", "eleven"),
            ("The doors opened at five, he said.", "five"),
            ("She was freed shortly before four.", "four"),
        ),
        ("He came at four miles an hour.", "since two men", "at 7 and 8 per cent", "by about three per cent"),
    ),
    Rule(
        "clock_between_hours",
        "(?<=<between>)(?P<clock><numeral>)(?=<and><numeral><comma|dot|stop>)"
        "|(?<=<between><numeral><and>)(?P<clock2><numeral>)(?=<comma|dot|stop>)",
        build_hour_between,
        (("Between six and seven, they came.", "six"),),
        ("between six and seven people came",),
    ),
    Rule(
        "clock_that_day",
        f"(?P<clock>@clock_figures|<clock>|(?:(?<=<at|around|by|approximate>)|(?<=<between><clock|hour|numeral><and>))"
        f"(?:<hour>|<numeral>))(?P<clock_zone>{ZONE})?<comma|on>?(?:<the><same|next|following|previous>|<that><same>?)(?:<day_word>|{PART})",
        build_clock_that_day,
        (
            ("at 8:30 the next day", "8:30 the next day"),
            ("at two the following morning", "two the following morning"),
        ),
        ("two the following week",),
    ),
    Rule(
        "clock_spoken",
        "(?:<half><past>|<a>?<quarter_word><past|to>)(?P<clock><hour|numeral|part>)"
        f"(?:(?:<in|at><the>?|<this>)(?P<hours>@day_part))?(?:(?:<comma|on|of>){{0,2}}{DAY}(?:{PART})?)?",
        build_spoken,
        (
            ("at half past six", "half past six"),
            ("at half past six on Friday, he left", "half past six on Friday"),
            ("at quarter to nine on Monday evening", "quarter to nine on Monday evening"),
            ("at half past four in the morning", "half past four in the morning"),
            ("at a quarter past midnight", "a quarter past midnight"),
            ("at a quarter past one in the morning of 18 June", "a quarter past one in the morning of 18 June"),
        ),
        ("half of six",),
    ),
    Rule(
        "clock_minutes",
        "(?<=<at|around|before|after|by|about|approximate>)(?P<minutes><numeral>(?:<hyphen>?<numeral>)?)"
        f"(?:<units>)?(?:<past>|<to>(?!(?:<hour|numeral>)<lower|unit|units>))(?P<clock><hour|numeral|part>)(?:(?:<in|at><the>?|<this>){PART})?(?:(?:<comma|on|of>){{0,2}}{DAY})?",
        build_minutes,
        (
            ("They went in at ten past eleven, he said.", "ten past eleven"),
            ("It sailed at five past eight in the evening.", "five past eight in the evening"),
            ("They came at ten to midnight.", "ten to midnight"),
        ),
        ("ten to five", "cut from ten to five", "at 40 to 50 dollars"),
    ),
)
