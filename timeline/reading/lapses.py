"""How long after what it tells a story says it is told."""

import re
from datetime import timedelta

from timeline.reading.lexicon.numbers import UNITS

_HEAD = 1000  # characters in which a story says how long after it is told
_LAPSE = re.compile(
    rf"\b(?P<count>\d{{1,2}}|an?|{'|'.join(UNITS)}) (?P<unit>day|week|month)s? (?:on|later|after)\b"
    r"(?! (?:the )?[A-Z]?[a-z]+day)",
    re.IGNORECASE,
)
_LENGTHS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}


def lapse_told(text: str) -> timedelta | None:
    """How long ago a story says at its head that it was: "Two weeks on, the town still waits for an answer"."""
    told = _LAPSE.search(text, 0, _HEAD)
    if told is None:
        return None
    count = told["count"].lower()
    number = int(count) if count.isdigit() else UNITS.get(count, 1)
    return number * _LENGTHS[told["unit"].lower()]
