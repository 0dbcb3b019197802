"""Numbers as they are printed, in figures and in words, and their values."""

import re

from timeline.reading.lexicon import numbers


def either(words: object) -> str:
    return "|".join(sorted((re.escape(str(w)) for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


_SCALES = either([*numbers.SCALES, "dozen"])
_WORD_NUMBER = (
    rf"(?:(?:{either([*numbers.UNITS, *numbers.TENS])})(?:[- ](?:{either(numbers.UNITS)}))?"
    rf"(?: and a half)?(?: (?:{_SCALES}))?|a (?:hundred|thousand|lakh|million|crore|dozen)|half a million|a single"
    r"|a (?:pair|couple) of)"
)
_FIGURE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?: (?:{_SCALES}))?"
NUMBER = rf"(?:{_FIGURE}|{_WORD_NUMBER})"


def number(words: str) -> float:
    """The value of a figure or of number words.

    >>> number("1,300"), number("two hundred"), number("twenty-five"), number("two and a half million")
    (1300.0, 200.0, 25.0, 2500000.0)
    """
    value, total = 0.0, 0.0
    for word in re.split(r"[ -]", words.lower().replace(" and a half", " +half")):
        if word in numbers.SCALES:
            total, value = total + (value or 1) * numbers.SCALES[word], 0.0
        elif word == "+half":
            value += 0.5
        elif word == "single":
            value = 1.0
        elif word in {"pair", "couple"}:
            value = 2.0
        elif word == "dozen":
            value = (value or 1) * 12
        elif word in numbers.UNITS or word in numbers.TENS:
            value += numbers.UNITS.get(word, numbers.TENS.get(word, 0))
        elif word[:1].isdigit():
            value = float(word.replace(",", ""))
        elif word == "half":
            return 500_000.0
    return total + value
