"""What is searched, and for what: words without their capitals and accents. No Django, no database.

Texts are cut into words here and nowhere else, so that every database finds the same.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
ASKED = re.compile(r'["“”]([^"“”]+)["”]?(\*?)|([^\s"“”]+)')
# Stands between two texts searched as one, so that a phrase does not run over from a quote into a title.
EDGE = "0x0"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together in this order; with `prefix` the last of them may go on."""

    words: tuple[str, ...]
    prefix: bool


def words_of(text: str) -> list[str]:
    """The words of a text, folded: “Cape-Orlo” → cape, orlo; “Žižka’s” → zizka, s; “4pm” → 4pm."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return WORD.findall(text.casefold())


def searched_as(texts: Iterable[str]) -> str:
    """Texts as one that is searched."""
    return f" {EDGE} ".join(" ".join(words_of(text)) for text in texts if text)


def terms(asked: str) -> list[Term]:
    """What a person looks for, all of it: words by how they begin, words in quotation marks just so.

    “storm*” is the same as “storm”, and a star after quotation marks lets the last word go on. A single letter is a
    word. Marks alone are nothing to look for: no terms.
    """
    found = []
    for phrase, star, word in ASKED.findall(asked):
        if words := words_of(phrase or word):
            found.append(Term(tuple(words), bool(star) if phrase else len(words[-1]) > 1))
    return found
