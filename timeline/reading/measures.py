"""What a number is an amount of where no noun says what it counts: money, a speed, the size of a body of people."""

import re

from timeline.reading.figures import either
from timeline.reading.lexicon import numbers

# Before the number ("Tk 1.5 lakh", "US$500,000"), and the short scales written after such a number ("$2m").
MONEY = rf"(?:(?:{either(numbers.CURRENCIES)})\.? ?)"
SHORT_SCALES = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
SHORT = rf"(?:{either(SHORT_SCALES)})\b"
# "a four-member committee", "a 31-truck convoy": how many of what a body has.
BODY = rf"-(?:{either(numbers.BODIES)})\b"
GLUED = r"(?:kmph|kph|mph|km/?h|kms?|mm|cm|kg)\b"  # units written without a space
_SPEED = re.compile(
    r" ?(?:(?P<km>km/?h|kmph|kph|(?:kms?|kilomet(?:re|er)s?) (?:per|an) hour)|(?:mph|miles (?:per|an) hour))\b",
    re.IGNORECASE,
)


def money_unit(words: str) -> str:
    """What an amount is of, by the words before it: "Tk " is of taka."""
    return numbers.CURRENCIES[words.strip().rstrip(".").lower()]


def body_unit(words: str) -> str:
    """ "-member" counts members."""
    return numbers.BODIES[words.removeprefix("-").lower()]


def speed_unit(text: str, at: int) -> str:
    """ "km/h" or "mph" where a speed ends there, however it is written."""
    speed = _SPEED.match(text, at)
    return "" if speed is None else "km/h" if speed["km"] else "mph"
