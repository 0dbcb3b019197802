"""How long it lasted and how old somebody was: accounts of one event that give other figures.

Lengths are no counts of the claim's own (`quantities`); they are looked up in its words where conflicts are sought.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.figures import NUMBER, number
from timeline.reading.sides import kin, say
from timeline.reading.triggers import happening_of

ALIKE = 2  # content words that two claims share before what they say of a length is compared
_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year)"
# "for nine hours", "spent ten days in a cell", "two months in custody", "lasted 22 seconds".
_LASTING = re.compile(
    rf"\b(?:for|lasted|lasting|lasts|spent|spend|spending|serv\w+|of)(?: only| just| all of)? (?P<n>{NUMBER}) {_UNIT}s?"
    r"\b(?! (?:ago|later|earlier|before|after|old|from now|away))",
    re.IGNORECASE,
)
# "a two-month remand", "a six-hour siege".
_COMPOUND = re.compile(rf"\b(?P<n>{NUMBER})-{_UNIT}[ -](?P<thing>[a-z]+)\b", re.IGNORECASE)
_AGE = re.compile(rf"\b(?P<n>{NUMBER})-year-old (?P<thing>[a-z]+)\b", re.IGNORECASE)


def length_conflicts(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """A conflict for each unit, and for each kind of person whose age is told, where two alike claims differ."""
    told: dict[str, dict[float, list[Account]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        if account.status in _HELD:
            for what, value in lengths_in(account.text):
                told[what][value].append(account)
    for what, by_value in sorted(told.items()):
        sides = _alike(by_value)
        if len(sides) > 1:
            (low, first), (high, second) = sorted(sides.items())[0], sorted(sides.items())[-1]
            why = f"{what.capitalize()}: {low:g} in {say(first[0])}, {high:g} in {say(second[0])}."
            yield Conflict(
                "quantity", what, tuple(tuple(a.id for a in side) for side in sides.values()), "hard", None, why
            )


def lengths_in(text: str) -> Iterator[tuple[str, float]]:
    """(what is told, value): ("lasted, in hours", 9.0), ("age of the girl", 7.0).

    >>> sorted(lengths_in("the seven-year-old girl was trapped for eight hours"))
    [('age of the girl', 7.0), ('lasted, in hours', 8.0)]
    """
    for match in _AGE.finditer(text):
        yield f"age of the {match['thing'].lower()}", number(match["n"])
    for pattern in (_LASTING, _COMPOUND):
        for match in pattern.finditer(text):
            if pattern is _LASTING or match["thing"].lower() != "old":
                yield f"lasted, in {match['unit'].lower()}s", number(match["n"])


def _alike(by_value: dict[float, list[Account]]) -> dict[float, list[Account]]:
    """The sides, with those accounts that are about the same kind of happening and share their words with another."""
    families = {value: {happening_of(a.type).family for a in side} for value, side in by_value.items()}
    alike = kin((a for side in by_value.values() for a in side), ALIKE)
    common = {
        family
        for value, mine in families.items()
        for other, theirs in families.items()
        if other != value
        for family in mine & theirs
    }
    kept = {
        value: [a for a in side if a.id in alike and happening_of(a.type).family in common]
        for value, side in by_value.items()
    }
    return {value: side for value, side in kept.items() if side}
