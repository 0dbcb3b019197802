"""Claims of one event that cannot all hold: times, counts, status, who did it, and reports too early for their news.

One conflict an event, kind and thing counted. Its sides are the largest groups of claims that hold together; coarser
is not contrary.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.count_conflicts import count_conflicts
from timeline.reading.lexicon.actors import ACTORS, DISASTERS
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.sides import say
from timeline.reading.time_conflicts import impossible_report, time_conflict
from timeline.reading.topics import thing_of
from timeline.reading.triggers import happening_of

_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
# Who felt or saw nothing denies nothing.
_UNPERCEIVED = re.compile(
    r"\b(?:not|never|n[’']t) (?:\w+ )?(?:fe[el]lt?|seen?|saw|hear|heard|notice|know|aware)\b", re.IGNORECASE
)
_FORECAST = re.compile(r"\b(?:expect|will|would|further|rise)", re.IGNORECASE)
# Happenings that somebody does: two accounts that name different doers disagree.
_BY_SOMEBODY = frozenset({"jail break", "strike", "explosion", "shooting", "abduction", "hijacking", "coup"})
_BLAMES = re.compile(r"\b(?:blam|accus)(?:e|es|ed|ing)\b", re.IGNORECASE)
_DISASTERS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in DISASTERS.items()}
_ACTORS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE) for name, pattern in ACTORS.items()}


def find_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> tuple[Conflict, ...]:
    """The conflicts among the accounts of one event; `origin_of` gives each claim's origin."""
    found = [
        time_conflict(accounts),
        *count_conflicts(accounts, origin_of),
        _status_conflict(accounts),
        _actor_conflict(accounts),
        impossible_report(accounts),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def _status_conflict(accounts: Sequence[Account]) -> Conflict | None:
    """One voice denies what another asserts of the same thing; a forecast denied is no denial of what happened."""
    denied = [a for a in accounts if a.status == Status.DENIED and _denies(a) and not _FORECAST.search(a.text)]
    denials = {_matter(a) for a in denied if a.type != "statement"}
    asserted = [a for a in accounts if a.status in _HELD and _matter(a) in denials]
    denied = [a for a in denied if any(_matter(a) == _matter(b) for b in asserted)]
    if not denied:
        return None
    why = f"{say(denied[0])} is a denial; {say(asserted[0])} says it happened."
    return Conflict("status", "", (_claims(asserted), _claims(denied)), "hard", None, why)


def _denies(account: Account) -> bool:
    """Somebody denies it, or the words themselves do ("undamaged"); a bare "not" in the own voice may mean less."""
    if _UNPERCEIVED.search(account.text):
        return False
    return bool(account.voice) or any(word in account.text.lower() for word in UNHARMED)


def _matter(account: Account) -> tuple[str, str]:
    """What is asserted or denied: the family of the happening and, for taking and holding, of what; for a disaster,
    which: no tsunami is no denial of the quake."""
    family = happening_of(account.type).family
    if family == "disaster":
        named = [(m.start(), name) for name, pattern in _DISASTERS.items() if (m := pattern.search(account.text))]
        return family, min(named)[1] if named else ""
    return family, thing_of(account) if family in {"capture", "control", "regain", "destruction"} else ""


def actor_class(account: Account) -> str:
    """Which class of `lexicon.actors` did it, by the last class word of the subject; "" where none is named."""
    hits = [(m.end(), name) for name, pattern in _ACTORS.items() for m in pattern.finditer(account.actor)]
    return max(hits)[1] if hits else ""


def _actor_conflict(accounts: Sequence[Account]) -> Conflict | None:
    sides: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        acted = account.status in _HELD or bool(_BLAMES.search(account.text))  # "denied it, blaming rebels for …"
        acted = acted and happening_of(account.type).family in _BY_SOMEBODY
        if acted and (actor := actor_class(account)):
            sides[actor].append(account)
    if len(sides) < 2:
        return None
    (one, first), (other, second) = sorted(sides.items(), key=lambda item: -len(item[1]))[:2]
    why = f"Done by {one} in {say(first[0])}, by {other} in {say(second[0])}."
    return Conflict("actor", "", tuple(_claims(side) for side in sides.values()), "hard", None, why)


def _claims(accounts: Sequence[Account]) -> tuple[int, ...]:
    return tuple(a.id for a in accounts)
