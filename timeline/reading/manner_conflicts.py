"""How it came about: accounts of one event that give it ways which exclude each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.lexicon.manners import MANNERS
from timeline.reading.sides import say
from timeline.reading.triggers import happening_of
from timeline.reading.words import content_words

_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
_TABLES = {
    name: (
        frozenset(families.split()),
        {way: re.compile(rf"(?:{pattern})", re.IGNORECASE) for way, pattern in ways.items()},
    )
    for name, (families, ways) in MANNERS.items()
}
# "suspected", "may have": one who leaves it open contradicts nobody.
_OPEN = re.compile(
    r"\b(?:may|might|could) have\b|\bpossib|\bwhether\b|\bsuspect|\binvestigat|\bruled out\b|\bunclear\b", re.I
)


def manner_conflicts(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """A conflict for each table of `lexicon.manners` by which the accounts disagree, at most one."""
    for name, (families, ways) in _TABLES.items():
        told: dict[str, list[Account]] = defaultdict(list)
        for account in accounts:
            if happening_of(account.type).family in families and (way := _way(account, ways)):
                told[way].append(account)
        sides = _sides(told)
        if len(sides) > 1:
            (one, first), (other, second) = sorted(sides.items(), key=lambda side: -len(side[1]))[:2]
            why = f"{name.capitalize()}: {one} in {say(first[0])}, {other} in {say(second[0])}."
            ids = tuple(tuple(a.id for a in side) for side in sides.values())
            yield Conflict("manner", "", ids, "hard", None, why)
            return


def _way(account: Account, ways: dict[str, re.Pattern[str]]) -> str:
    """The one way an account holds to; "" where it names none or several, denies it or leaves it open."""
    if account.status not in _HELD or _OPEN.search(account.text):
        return ""
    found = [way for way, pattern in ways.items() if pattern.search(account.text)]
    return found[0] if len(found) == 1 else ""


def _sides(told: dict[str, list[Account]]) -> dict[str, list[Account]]:
    """The ways, with those accounts of each that speak of the same thing as an account of another way or in the same
    article."""
    words = {a.id: content_words(a.text) for side in told.values() for a in side}

    def kin(account: Account, way: str) -> bool:
        others = (b for other, side in told.items() if other != way for b in side)
        return any(
            (words[account.id] & words[b.id] or account.article == b.article) and account.voice != b.voice
            for b in others
        )

    kept = {way: [a for a in side if kin(a, way)] for way, side in told.items()}
    return {way: side for way, side in kept.items() if side}
