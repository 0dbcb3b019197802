"""What a number counts: the kind of count, by the words around it, and the group that those counted belong to."""

import re

from timeline.reading.figures import NUMBER
from timeline.reading.lexicon import numbers
from timeline.reading.morphology import is_past
from timeline.reading.voices import singular

OF_PEOPLE = frozenset([*"killed injured missing detained rescued displaced escaped affected".split(), "held hostage"])
FATES = OF_PEOPLE | {"destroyed", "damaged"}
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in numbers.KINDS]
_TOLL = re.compile(
    r"(?:(?<!injury )(?<!casualty )\btoll|\bloss of life|\bbody count)\b(?:(?!\bwith\b|\band\b|;)[^.])*$"
)
_NUMBER = re.compile(rf"(?<![\w.,-])(?:{NUMBER})\b")
_WORD = re.compile(r"[a-z]+")
_PARTED = re.compile(r",|\band\b")
_GROUPS = [(group, frozenset(members.split())) for group, members in numbers.GROUPS.items()]


def kind_of_count(text: str, match: re.Match[str], start: int, end: int, unit: str) -> str:
    """What happened to those counted, by the word of `lexicon.numbers.KINDS` nearest to the number."""
    clause, at = text[start:end].lower(), match.start() - start
    if _TOLL.search(clause[:at]):
        return "killed"
    best, nearest = "", 10_000.0
    for kind, pattern in _KINDS:
        if pattern.search(unit.lower()):
            return kind
    apart = _own_end(clause, at)
    for kind, pattern in _KINDS:
        for hit in pattern.finditer(clause):
            if hit.start() >= apart:
                break
            # What follows the number is its own verb ("80 wounded"); what stands before may belong to another number.
            distance = float(hit.start() - at)
            if hit.start() < at:
                distance = (at - hit.end()) * 1.5 + (40 if _PARTED.search(clause[hit.end() : at]) else 0)
            if distance < nearest:
                best, nearest = kind, distance
    return best


def _own_end(clause: str, at: int) -> int:
    """Where the words of a number end: at a second one that stands in what another verb says ("two students took a
    plane with 83 people aboard")."""
    own = _NUMBER.match(clause, at)
    for other in _NUMBER.finditer(clause, own.end() if own else at + 1):
        between = clause[at : other.start()]
        if any(is_past(word) for word in _WORD.findall(between)) and not between.endswith(("and ", ", ")):
            return other.start()
    return len(clause)


def last_kind(words: str) -> str:
    """What the lower-case words tell last that befell people or things; "" where nothing did.

    >>> last_kind("two died and nine were hurt in a bus")
    'injured'
    """
    hits = {kind: [m.start() for m in pattern.finditer(words)] for kind, pattern in _KINDS if kind in FATES}
    return max((kind for kind, at in hits.items() if at), key=lambda kind: hits[kind][-1], default="")


def group_of(unit: str) -> str:
    """The group a unit belongs to, so that counts of people compare and counts of houses do not.

    >>> group_of("Afghan soldiers"), group_of("people"), group_of("prisoners"), group_of("villages")
    ('forces', 'people', 'prisoners', 'village')
    """
    words = [w.lower() for w in unit.split()]
    for group, members in _GROUPS:
        if not members.isdisjoint(words):
            return group
    if not words or any(w in numbers.PEOPLE for w in words):
        return "people"
    return singular(words[-1])
