"""What of a claim bears on which happening it tells of, gathered once for all claims of a dossier."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.reading.accounts import Account
from timeline.reading.count_conflicts import thing_counted
from timeline.reading.places import core_names, is_home, own_names, scenes
from timeline.reading.topics import is_recalled, kind_of_attack, strength_of, thing_of, topic_of
from timeline.reading.triggers import happening_of
from timeline.reading.words import content_words

MONTH = timedelta(days=31)
FINE = timedelta(hours=6)  # what is told this finely is told by the clock or by the part of the day
KNOWN = 0.12  # a name in more than this share of the claims tells nothing apart
SMALL = 3  # counts up to this one are met with everywhere
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_WORD = re.compile(r"\b[a-z][\w’'-]{2,}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a claim bears on which happening it tells of."""

    account: Account
    place: int  # in reading order over all articles
    topic: tuple[str, str]
    family: str
    words: frozenset[str]
    names: frozenset[str]  # places that are not those of the whole dossier
    home: bool  # it names the place of the whole dossier
    known: frozenset[str]  # proper names that few claims hold, of people and of what else has one
    scene: frozenset[str]
    recalled: bool
    counted: frozenset[tuple[str, str]]
    figures: frozenset[tuple[float, float | None]]
    actor: frozenset[str]
    target: frozenset[str]
    thing: str
    # Seconds of the epoch, an open end at infinity; None where only the saying is dated.
    when: tuple[float, float] | None
    definite: bool  # told for a month or less: years and open spans say too little
    fine: bool  # told for a few hours or less, in its own words
    strength: float | None  # of a quake
    is_bare: bool  # no word of the table of happenings stands in it


def facts_of(accounts: Sequence[Account]) -> dict[int, Facts]:
    """The facts of each claim, by its id."""
    core, alias = core_names(accounts)
    attack, scene, known = kind_of_attack(accounts), scenes(accounts), _known(accounts)
    order = sorted(accounts, key=lambda account: (account.article, account.start))
    return {
        a.id: Facts(
            account=a,
            place=place,
            topic=topic_of(a, attack),
            family=happening_of(a.type).family,
            words=content_words(a.text),
            names=own_names(a, core, alias),
            home=is_home(a, core, alias),
            known=known[a.id],
            scene=scene.get(a.id, frozenset()),
            recalled=is_recalled(a),
            counted=frozenset(thing for q in a.quantities if (thing := thing_counted(q))),
            figures=frozenset((q.low, q.high) for q in a.quantities if q.low is not None and q.low > SMALL),
            actor=content_words(a.actor),
            target=content_words(a.target),
            thing=thing_of(a),
            when=_when(a),
            definite=_lasts(a, MONTH),
            fine=_lasts(a, FINE) and not a.inherited,
            strength=strength_of(a),
            is_bare=happening_of(a.type).family == "statement",
        )
        for place, a in enumerate(order)
    }


def _known(accounts: Sequence[Account]) -> dict[int, frozenset[str]]:
    """For each claim the names in it that another claim has too, and few have: capitalised words that nobody in the
    dossier writes small."""
    small = {word for account in accounts for word in _WORD.findall(account.text)}
    said = {a.id: {m.group().lower() for m in _NAME.finditer(f"{a.text} {a.actor} {a.target}")} for a in accounts}
    named = {i: {word.rstrip("’'s") for word in words - small} for i, words in said.items()}
    held = Counter(word for words in named.values() for word in words)
    most = KNOWN * len(accounts)
    return {i: frozenset(word for word in words if 1 < held[word] <= most) for i, words in named.items()}


def _when(account: Account) -> tuple[float, float] | None:
    told = account.interval
    if told is None or account.saying:
        return None
    start = -math.inf if told.start is None else told.start.timestamp()
    return start, math.inf if told.end is None else told.end.timestamp()


def _lasts(account: Account, most: timedelta) -> bool:
    """The happening is dated, for so long at most."""
    length = account.interval.duration if account.interval and not account.saying else None
    return length is not None and length <= most
