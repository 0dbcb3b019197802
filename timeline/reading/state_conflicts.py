"""Accounts that say of one thing that it stood otherwise: the signal was red, the signal was green."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.lexicon.states import ADVERBS, COPULA, NO_THING, OWNERS, STATES
from timeline.reading.sides import say

_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
# A thing with a name ("the Station bridge") is another than one without.
_SAID = re.compile(
    rf"\b(?P<thing>(?:(?!(?:{OWNERS}) )[A-Z][\w’'-]* )*[\w’'-]{{3,}})"
    rf" (?:{COPULA}) (?:(?:{ADVERBS}) )*(?=(?P<state>[a-z]))"
)
_POLES = tuple(
    (name, pole, re.compile(rf"(?:{pattern})\b", re.IGNORECASE))
    for name, patterns in STATES
    for pole, pattern in enumerate(patterns)
)
State = tuple[str, str]  # the thing, and the row of the table


def state_conflicts(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """A conflict for each thing that two voices say stood otherwise."""
    told: dict[State, dict[int, list[Account]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        for state, pole in states_of(account):
            told[state][pole].append(account)
    for (thing, _), sides in sorted(told.items()):
        found = [(a, b) for one, other in combinations(sides.values(), 2) for a in one for b in other if _differ(a, b)]
        if found:
            why = f"The {thing} is told of otherwise in {say(found[0][0])} and in {say(found[0][1])}."
            of = tuple(tuple(a.id for a in side) for side in sides.values())
            yield Conflict("status", thing, of, "hard", None, why)


def contrary_to(one: Account, others: Sequence[Account]) -> list[Account]:
    """Those of the others that say of one thing that it stood otherwise."""
    mine = dict(states_of(one))
    return [
        other
        for other in others
        if _differ(one, other) and any(mine.get(state, pole) != pole for state, pole in dict(states_of(other)).items())
    ]


def states_of(account: Account) -> list[tuple[State, int]]:
    """What the account says of how single things stood: the thing and the row of the table, and which pole of it."""
    if account.status not in _HELD:
        return []
    return [
        ((match["thing"].lower(), name), pole)
        for match in _SAID.finditer(account.text)
        if _is_thing(match["thing"])
        for name, pole, pattern in _POLES
        if pattern.match(account.text, match.start("state"))
    ]


def _is_thing(word: str) -> bool:
    """A single thing: two of several may well stand otherwise."""
    return word.lower().split()[-1] not in NO_THING and not word.endswith("s")


def _differ(one: Account, other: Account) -> bool:
    """Of different voices, and not of times that are told apart: what stood so may have changed."""
    if (one.voice or one.source) == (other.voice or other.source):
        return False
    if one.interval is None or other.interval is None or one.saying or other.saying:
        return True
    return one.interval.overlaps(other.interval)
