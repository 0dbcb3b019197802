"""Claims of one event that cannot all hold: times, counts, status, who did it, and reports too early for their news.

One conflict an event, kind and thing counted. Its sides are the largest groups of claims that hold together; coarser
is not contrary.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import product

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.count_conflicts import count_conflicts
from timeline.reading.length_conflicts import length_conflicts
from timeline.reading.lexicon.actors import ACTORS, FORCES
from timeline.reading.manner_conflicts import manner_conflicts
from timeline.reading.sides import say
from timeline.reading.state_conflicts import state_conflicts
from timeline.reading.status_conflicts import status_conflict
from timeline.reading.time_conflicts import impossible_report, time_conflict
from timeline.reading.topics import VIOLENT
from timeline.reading.triggers import happening_of

_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
# Happenings that somebody does: two accounts that name different doers disagree.
_BY_SOMEBODY = frozenset({"jail break", "strike", "explosion", "shooting", "abduction", "hijacking", "coup"})
_BY_FORCES = frozenset({"assault", "arrest", "regain"})  # where only which force did it is asked
_HARM = frozenset({*VIOLENT, "clash", "casualties", "destruction", "abduction"})
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
SUBJECT = 3  # words a claim begins with that may name who did it, where no actor was read
STEM = 5  # letters a name shares with the name of its people: "Kenya", "Kenyan"
_BLAMES = re.compile(r"\b(?:blam|accus)(?:e|es|ed|ing)\b", re.IGNORECASE)
_ACTORS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE) for name, pattern in ACTORS.items()}


def find_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> tuple[Conflict, ...]:
    """The conflicts among the accounts of one event; `origin_of` gives each claim's origin."""
    found = [
        time_conflict(accounts),
        *count_conflicts(accounts, origin_of),
        *length_conflicts(accounts),
        status_conflict(accounts),
        *state_conflicts(accounts),
        _actor_conflict(accounts) or _mutual_blame(accounts),
        *manner_conflicts(accounts),
        impossible_report(accounts),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def actor_class(account: Account) -> str:
    """Which class of `lexicon.actors` did it, by the last class word of the subject; "" where none is named."""
    hits = [(m.end(), name) for name, pattern in _ACTORS.items() for m in pattern.finditer(account.actor)]
    return max(hits)[1] if hits else ""


def _actor_conflict(accounts: Sequence[Account]) -> Conflict | None:
    """Accounts that give one deed to actors of classes that exclude each other."""
    doers: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        acted = account.status in _HELD or bool(_BLAMES.search(account.text))  # "denied it, blaming rebels for …"
        if acted and happening_of(account.type).family in _BY_SOMEBODY | _BY_FORCES and (actor := actor_class(account)):
            doers[actor].append(account)
    by_family = {a.id: happening_of(a.type).family for side in doers.values() for a in side}
    found = [
        (one, other)
        for one, first in doers.items()
        for other, second in doers.items()
        if one < other and any(_excludes(one, other, by_family[a.id], by_family[b.id]) for a in first for b in second)
    ]
    if not found:
        return None
    one, other = max(found, key=lambda pair: len(doers[pair[0]]) + len(doers[pair[1]]))
    parties = [actor for actor in doers if any(actor in pair for pair in found)]
    why = f"Done by {one} in {say(doers[one][0])}, by {other} in {say(doers[other][0])}."
    return Conflict("actor", "", tuple(_claims(doers[actor]) for actor in parties), "hard", None, why)


def _mutual_blame(accounts: Sequence[Account]) -> Conflict | None:
    """Each of two parties says that the other did it."""
    said: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for a in accounts:
        if a.voice and a.status in _HELD and happening_of(a.type).family in _HARM:
            voice, actor = _stems(a.voice), _stems(a.actor or " ".join(a.text.split()[:SUBJECT]))
            for pair in product(sorted(voice - actor), sorted(actor - voice)):
                said[pair].append(a)
    for (party, other), blaming in said.items():
        against = said.get((other, party))
        if against:
            why = f"Each blames the other: {say(blaming[0])}, {say(against[0])}."
            return Conflict("actor", "", (_claims(blaming), _claims(against)), "hard", None, why)
    return None


def _stems(words: str) -> frozenset[str]:
    """The names in it without their endings, so that a country and its people are one."""
    return frozenset(name[:STEM].lower() for name in _NAME.findall(words))


def _excludes(one: str, other: str, family: str, other_family: str) -> bool:
    """Two classes of actor cannot both have done a deed. The government may act through any of its forces; of what
    several sides do at once, only which of the government's forces did it is held against each other."""
    forces = {one, other} <= FORCES
    if {family, other_family} <= _BY_FORCES:
        return forces
    return forces or not ("government" in {one, other} and {one, other} & FORCES)


def _claims(accounts: Sequence[Account]) -> tuple[int, ...]:
    return tuple(a.id for a in accounts)
