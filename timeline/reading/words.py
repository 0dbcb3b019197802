"""Words with their spans: what the stages after the sentences look at."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.reading.lexicon.english import IDLE_WORDS

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


def content_words(text: str) -> frozenset[str]:
    """The words of a claim that say what it is about, without their endings.

    >>> sorted(content_words("The grenades were dummies carved from teak"))
    ['carv', 'dummi', 'grenad', 'teak']
    """
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    return frozenset(_stem(word) for word in words if word not in IDLE_WORDS)


def share_words(words: Mapping[int, frozenset[str]], least: int) -> set[int]:
    """The claims that share at least so many words with another one. Those that hold a word are looked at for a second
    one, and so on: a claim costs what its words do, however many others there are."""
    found: set[int] = set()

    def meet(claims: Iterable[int], after: str, left: int) -> None:
        holders: dict[str, list[int]] = defaultdict(list)
        for claim in claims:
            for word in words[claim]:
                if word > after:
                    holders[word].append(claim)
        for word, holding in holders.items():
            if len(holding) > 1 and not found.issuperset(holding):
                if left == 1:
                    found.update(holding)
                else:
                    meet(holding, word, left - 1)

    meet(words, "", least)
    return found


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: len(word) - len(ending)] + ("i" if ending in {"ies", "ied"} else "")
            break
    return word[:-1] + "i" if word.endswith("y") else word
