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
from timeline.reading.lexicon.actors import ACTORS, DISASTERS, FORCES
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.manner_conflicts import manner_conflicts
from timeline.reading.sides import say
from timeline.reading.time_conflicts import impossible_report, time_conflict
from timeline.reading.topics import thing_of, topic_of
from timeline.reading.triggers import happening_of
from timeline.reading.words import content_words

_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
_NOBODY = re.compile(r"\W*(?:nobody|no one|none|no \w+) (?!.*\breport)", re.IGNORECASE)  # a denial in any voice
# Who felt or saw nothing denies nothing.
_UNPERCEIVED = re.compile(
    r"\b(?:not|never|n[’']t) (?:\w+ )?(?:fe(?:el|lt)|seen?|saw|hear|heard|notice|know|aware)\b", re.IGNORECASE
)
_INVOLVEMENT = re.compile(
    r"\b(?:involve(?:d|ment)|carried out|carrying out|behind|responsib\w+|took part|no part|any part|nothing to do with"
    r"|had a hand|its members|its men)\b",
    re.IGNORECASE,
)
# Families whose word alone says what is denied.
_PLAIN = frozenset(
    """assault capture control regain casualties destruction disaster strike explosion arrest coup shooting clash
    hijacking""".split()
) | {"jail break"}
_FORECAST = re.compile(r"\b(?:expect|will|would|further|rise)", re.IGNORECASE)
# Happenings that somebody does: two accounts that name different doers disagree.
_BY_SOMEBODY = frozenset({"jail break", "strike", "explosion", "shooting", "abduction", "hijacking", "coup"})
_BY_FORCES = frozenset({"assault", "arrest", "regain"})  # where only which force did it is asked
_BLAMES = re.compile(r"\b(?:blam|accus)(?:e|es|ed|ing)\b", re.IGNORECASE)
_KILLED = re.compile(
    r"kill|\bdie[ds]?\b|\bdead\b|death|\bli(?:fe|ves)\b|\bbod(?:y|ies)|fatal|martyr|slaughter|perish|slain", re.I
)
_DISASTERS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in DISASTERS.items()}
_ACTORS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE) for name, pattern in ACTORS.items()}


def find_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> tuple[Conflict, ...]:
    """The conflicts among the accounts of one event; `origin_of` gives each claim's origin."""
    found = [
        time_conflict(accounts),
        *count_conflicts(accounts, origin_of),
        _status_conflict(accounts),
        _actor_conflict(accounts),
        *manner_conflicts(accounts),
        impossible_report(accounts),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def _status_conflict(accounts: Sequence[Account]) -> Conflict | None:
    """One voice denies what another asserts of the same thing; a forecast denied is no denial of what happened."""
    denied = [a for a in accounts if a.status == Status.DENIED and _denies(a) and not _FORECAST.search(a.text)]
    held = [a for a in accounts if a.status in _HELD]
    facts = {a.id: (_matter(a), content_words(a.text)) for a in (*denied, *held)} if denied else {}
    pairs = [(no, yes) for no in denied for yes in held if _contradicts(no, yes, facts)]
    if not pairs:
        return None
    ayes, noes = {yes.id for _, yes in pairs}, {no.id for no, _ in pairs}
    no, yes = pairs[0]
    why = f"{say(no)} is a denial; {say(yes)} says it happened."
    sides = [a for a in held if a.id in ayes], [a for a in denied if a.id in noes]
    return Conflict("status", "", tuple(_claims(side) for side in sides), "hard", None, why)


def _contradicts(no: Account, yes: Account, facts: dict[int, tuple[tuple[str, str], frozenset[str]]]) -> bool:
    """The denial is of what the other asserts: of the same matter, and where the matter is vague of the same words.
    Who denies a part in it contradicts those who name him as the one who did it. `facts`: (matter, words) by claim."""
    if no.voice and no.voice == yes.voice and no.article == yes.article:
        return False
    if _INVOLVEMENT.search(no.text):
        return any(re.search(rf"\b{re.escape(name)}", yes.text, re.IGNORECASE) for name in _names(no.voice))
    (matter, words), (other_matter, other_words) = facts[no.id], facts[yes.id]
    if matter != other_matter:
        return False
    family, shared = matter[0], len(words & other_words)
    return shared >= (0 if family in _PLAIN else 2 if family in {"statement", "demand"} else 1)


def _names(voice: str) -> list[str]:
    """What a voice goes by: its capitalised words and the noun for what it is."""
    words = re.findall(r"[^\W\d_]{3,}", voice)
    return [w for w in words if w[0].isupper() or w == words[-1]]


def _denies(account: Account) -> bool:
    """Somebody denies it, or the words themselves do ("undamaged"); a bare "not" in the own voice may mean less."""
    if _UNPERCEIVED.search(account.text):
        return False
    return (
        bool(account.voice)
        or bool(_NOBODY.match(account.text))
        or any(word in account.text.lower() for word in UNHARMED)
    )


def _matter(account: Account) -> tuple[str, str]:
    """What is asserted or denied: the family of the happening and, for taking and holding, of what; for a disaster,
    which (no tsunami is no denial of the quake); for harm, which, and to whom."""
    family = happening_of(account.type).family
    if family == "disaster":
        named = [(m.start(), name) for name, pattern in _DISASTERS.items() if (m := pattern.search(account.text))]
        return family, min(named)[1] if named else ""
    if family == "casualties":
        return family, f"{'killed' if _KILLED.search(account.text) else 'injured'} {topic_of(account)[1]}"
    return family, thing_of(account) if family in {"capture", "control", "regain", "destruction"} else ""


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


def _excludes(one: str, other: str, family: str, other_family: str) -> bool:
    """Two classes of actor cannot both have done a deed. The government may act through any of its forces; of what
    several sides do at once, only which of the government's forces did it is held against each other."""
    forces = {one, other} <= FORCES
    if {family, other_family} <= _BY_FORCES:
        return forces
    return forces or not ("government" in {one, other} and {one, other} & FORCES)


def _claims(accounts: Sequence[Account]) -> tuple[int, ...]:
    return tuple(a.id for a in accounts)
