"""Words with their spans: what the stages after the sentences look at."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,]\d+)*(?:-\d+(?:[.,]\d+)*)?%?"  # 1,000  5.9  500-1,300  90%
    r"|[^\W\d_]+(?=-\d+\.\d)"  # magnitude-5.9 is a word and a figure
    r"|[^\W_]+(?:[-’'][^\W_]+)*"  # words, with hyphens and apostrophes inside
    r"|[^\w\s]|_",
    re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a text: `[start, end)` in characters, as written and in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and marks of `text[start:end]`; apostrophes are straightened in `lower`."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Word(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'")) for m in found)
