"""Words that are no sentence: what is left of one where its speaker was cut out, or who the speaker is."""

from collections.abc import Sequence

from timeline.reading.lexicon.numbers import TENS, UNITS
from timeline.reading.lexicon.verbs import AUXILIARIES, PREPOSITIONS
from timeline.reading.morphology import is_participle, is_past
from timeline.reading.words import Word

_ASIDES = frozenset("who which whose whom".split())
_NOT_FINITE = frozenset("be been being having".split())
_PEOPLE = frozenset("i we you he she they nobody somebody everybody someone everyone".split())
_SUBJECTS = _PEOPLE | {"it", "there", "all", "both"}
_OTHERS = _PEOPLE | frozenset("the a an it his her its their our my".split())  # "which the army denies" says something
_LOOSE = frozenset("“”\"'‘’;:–—-.( ")
_OPENS_A_CLAUSE = frozenset("that before after until since when while because as".split())
_NEAR = 6  # words in which a clause that only says of which thing goes on
_BEFORE_FIGURES = frozenset("about over under between around near".split())
_FIGURES = frozenset(["dozens", "scores", "hundreds", "thousands", "half", *UNITS, *TENS])


def is_fragment(words: tuple[Word, ...]) -> bool:
    """It has no verb that says something of a subject: "in the capital", "declining to be named", "read out on the
    radio", "who sells fish at the market".

    >>> from timeline.reading.words import split_words
    >>> [is_fragment(split_words(said)) for said in ("in a letter sent to the mayor", "in May the mayor was told")]
    [True, False]
    """
    told = [w for w in words if w.text not in _LOOSE]
    while told and told[0].text == ",":
        told = told[1:]
    if not told:
        return True
    if told[0].lower in _ASIDES and not (len(told) > 1 and told[1].lower in _OTHERS):
        comma = next((place for place, w in enumerate(told) if w.text == ","), len(told) - 1)
        return is_fragment(tuple(told[comma + 1 :])) or not says_something(told[comma + 1 :])
    return _opens_an_aside(told) and not says_something(told[1:])


def _opens_an_aside(told: list[Word]) -> bool:
    """A preposition that is none of a figure, a participle, a past form before a preposition ("contacted by")."""
    first, after = told[0].lower, told[1].lower if len(told) > 1 else ""
    if first in PREPOSITIONS:
        bound = first == "at" and after in {"least", "most"}
        return not bound and (first not in _BEFORE_FIGURES or not (after[:1].isdigit() or after in _FIGURES))
    return is_participle(first) or (first.endswith("ed") and is_past(first) and after in PREPOSITIONS)


def says_something(told: Sequence[Word]) -> bool:
    """An auxiliary, or one who does something, outside the clauses that only say of which thing, when or why."""
    return any(_is_finite(told, place) and not _in_an_aside(told, place) for place in range(len(told)))


def _is_finite(told: Sequence[Word], place: int) -> bool:
    word, before = told[place].lower, told[place - 1].lower if place else ""
    if word in AUXILIARIES:
        return word not in _NOT_FINITE
    return word in _PEOPLE or (is_past(word) and before in _SUBJECTS)


def _in_an_aside(told: Sequence[Word], place: int) -> bool:
    opened = next((w for w in reversed(told[max(place - _NEAR, 0) : place]) if w.text == "," or _opens(w)), None)
    return opened is not None and opened.text != ","


def _opens(word: Word) -> bool:
    return word.lower in _ASIDES or word.lower in _OPENS_A_CLAUSE
