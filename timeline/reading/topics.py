"""What a claim is about: the family of its happening and what is acted on. That two claims are about the same speaks
most for their being one event (`linkage`)."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from timeline.reading.accounts import Account
from timeline.reading.kinds import group_of
from timeline.reading.lexicon.actors import ACTORS, FORCES, OBJECTS
from timeline.reading.triggers import find_triggers, happening_of
from timeline.reading.words import split_words

_OBJECTS = {kind: re.compile(rf"\b(?:{pattern})\b(?![’'])", re.IGNORECASE) for kind, pattern in OBJECTS.items()}
_GOVERNMENT = re.compile(
    rf"\b(?:{'|'.join(ACTORS[name] for name in ('government', *sorted(FORCES)))})\b|\bour\b", re.IGNORECASE | re.VERBOSE
)
_AGAIN = re.compile(
    r"\b(?:second|another|new|fresh|renewed|later|further) (?:\w+ )?"
    r"(?:wave|attack|assault|strike|quake|blast|explosion)",
    re.I,
)
# "struck again hours after the attack": told as what followed the violence, it is not that violence.
_AFTER_IT = re.compile(
    r"\b(?:after|following|since) (?:the|this|that|an) (?:[\w-]+ ){0,2}"
    r"(?:attacks?|strikes?|blasts?|explosions?|raids?|bombings?)\b",
    re.I,
)
_FOLLOWING = re.compile(
    r"\blater (?:str(?:uck|ike)|hit|attacked|bomb(?:ed|arded)|shelled|exploded|went off)"
    r"|\bcontinued to (?:pound|bomb|shell|strike|attack|hit)",
    re.I,
)
VIOLENT = ("assault", "strike", "explosion", "shooting", "hijacking")
# What is told of an old disaster in one breath: itself, its dead, its ruins.
_DISASTROUS = frozenset(
    (
        *VIOLENT,
        *"""casualties destruction disaster accident arrest clash first arrival departure aboard rescue protest
        capture fire coup""".split(),
        "hostages freed",
    )
)
_OF_THE_WAR = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|fighting|crisis)\b[^.;]{0,30}"
    r"\b(?:has|have|had) (?:\w+ )?(?:killed|left|claimed|cost)"
    r"|\b(?:have been|has been|had been) killed (?:\w+ ){0,6}since\b",
    re.I,
)
_PLANTED = re.compile(
    r"suicide|\bcar\b|roadside|carbomb|planted|truck bomb|bomber\b|depot|\bgas\b|himself|herself", re.I
)
_ON_THE_GROUND = re.compile(
    r"storm|enter|raid|inva|sieg|assault|ambush|reach|broke|moved|fighters|troops|militants|rebels", re.I
)
RECALLED = timedelta(days=30)  # what was over this long before publication is looked back on


def kind_of_attack(accounts: Sequence[Account]) -> str:
    """What "the attack" is in this dossier: the family of violence most is told of."""
    told = Counter(happening_of(a.type).family for a in accounts if not _is_bare_attack(a, ""))
    return max(VIOLENT, key=lambda family: told[family])


def _is_bare_attack(account: Account, attack: str) -> bool:
    """It only says "the attack"; where the dossier is about strikes, so do "the raid" and "the bombing"."""
    if attack == "strike" and happening_of(account.type).family == "explosion":
        return not _PLANTED.search(account.text)
    words = re.sub(r"\braids?\b", "", account.text, flags=re.I) if attack == "strike" else account.text
    return account.type == "attack" and not _ON_THE_GROUND.search(words)


def topic_of(account: Account, attack: str = "assault") -> tuple[str, str]:
    """(family, what is acted on). `attack` is the family of what is only called "the attack"."""
    family = attack if _is_bare_attack(account, attack) else happening_of(account.type).family
    if family in _DISASTROUS and is_recalled(account):
        return "recalled", ""
    thing = thing_of(account)
    if family == "statement":
        return family, (account.voice.split() or [account.source])[-1].lower()
    if _AGAIN.search(account.text) or (family in VIOLENT and _follows(account)):
        return family, "again"
    if family in {"control", "capture"} and thing == "districts":
        counted = any("district" in q.unit.lower() for q in account.quantities)
        return "hold", "districts counted" if counted else "districts"
    if family == "control" and thing in {"city", "village", ""} and _GOVERNMENT.search(account.text):
        return "regain", ""
    if family == "capture" and thing in {"city", "village", ""}:
        return "assault", ""  # taking the town is what the attack on it was for
    if family == "withdrawal" and thing == "base":
        return family, thing  # to leave a base is not to leave the country
    if family in {"capture", "destruction"}:
        return family, thing if thing in {"building", "hospital", "village", "city", "province"} else "city"
    if family == "casualties" and _OF_THE_WAR.search(account.text):
        return family, "war"
    if family == "casualties" and _of_attackers(account):
        return family, "attackers"
    if family == "disaster" and "aftershock" in account.text.lower():
        return family, "aftershock"
    return family, ""


def _of_attackers(account: Account) -> bool:
    """The dead are of those who did it: "two of the three hijackers were killed"."""
    counted = [q.unit for q in account.quantities if q.of.endswith(("killed", "injured"))]
    return bool(counted) and all(group_of(unit) == "fighters" for unit in counted)


def strength_of(account: Account) -> float | None:
    """The magnitude of the quake it tells of; None where it gives none."""
    return next((q.low for q in account.quantities if q.of == "magnitude" and q.low is not None), None)


def is_recalled(account: Account) -> bool:
    """It was long over when its article was published: an old happening that the news brings to mind."""
    over = account.interval.end if account.interval else None
    if over is None or account.saying or account.published is None or account.published.start is None:
        return False
    return account.published.start - over > RECALLED


def _follows(account: Account) -> bool:
    """It is told as violence that came after other violence."""
    if _FOLLOWING.search(account.text):
        return True
    rest = _AFTER_IT.sub(" ", account.text)
    if rest == account.text:
        return False
    return any(t.happening.family in VIOLENT for t in find_triggers(rest, split_words(rest), rest))


def thing_of(account: Account) -> str:
    """The kind of thing acted on, by the object's words, else by those of the quote."""
    for words in (account.target, account.text):
        hits = {kind: m.start() for kind, pattern in _OBJECTS.items() if (m := pattern.search(words))}
        if hits.keys() & {"building", "home"} and happening_of(account.type).family == "destruction":
            hits |= {kind: -1 for kind in ("city", "village") if _OBJECTS[kind].search(account.text)}
        if hits:
            return min(hits, key=hits.__getitem__)  # "buildings in the capital" are the capital's
    return ""
