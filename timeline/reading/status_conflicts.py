"""One voice denies what another asserts."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.lexicon.actors import DISASTERS
from timeline.reading.lexicon.denials import ACCUSED, IDLE
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.negation import denied_part, is_denied, is_untrue
from timeline.reading.sides import say
from timeline.reading.topics import thing_of, topic_of
from timeline.reading.triggers import find_triggers, happening_of
from timeline.reading.words import content_words, split_words

ALIKE = 2  # content words that claims share which no word for a happening holds against each other
RIGHT_BEFORE = 200  # characters between what is told and the word that takes it back
_IDLE = content_words(IDLE)
NEAR = len(" nothing ")  # what is denied begins behind its "no"
_HELD = frozenset({Status.ASSERTED, Status.PURPORTED})
_NOBODY = re.compile(r"\W*(?:nobody|no one|none|no \w+) (?!.*\breport)", re.IGNORECASE)  # a denial in any voice
_ABSENT = re.compile(
    r"\bthere (?:was|were|is|are|had been|has been) (?:no|not an?|not any|not the slightest)\b|^\W*(?:no|not an?) ",
    re.IGNORECASE,
)
_WHERE_FROM = re.compile(r" (?:in|at|from|near|based|to|on) ")
_VAGUE = "statement", ""
_SMALL = re.compile(r"\b[a-z][\w’'-]+")
_NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
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
_DENIES_THIS = r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|refut\w*|disput\w*) (?:it|this|that|them)\b"
# "denied this", "something the army denies": of what was told right before.
_ANSWERS = re.compile(
    rf"{_DENIES_THIS}"
    r"(?=[\W_]*$|[,.;:”\"]| (?:in|on|at|as|and|but|with|through|to|again|later|when|while)\b)"
    rf"|^\W*(?:something|which|an? (?:\w+ )?{ACCUSED})\b",
    re.IGNORECASE,
)
# So may be "called the figure a fantasy", and "denied that he was hurt" beside what it answers.
_MAY_ANSWER = re.compile(
    rf"{_DENIES_THIS}"
    r"|\b(?:the|this|that|these|those|such|both) (?:figure|number|toll|count|claim|report|accusation|allegation|charge"
    r"|rumour|story|account)s?\b",
    re.IGNORECASE,
)
_CHARGES = frozenset({"criminal charge"})  # who denies what he is charged with does not deny the charge was brought
# A forecast, or how things stand by now.
_NOT_OF_IT = re.compile(
    r"\b(?:expect|will|would|further|rise)|\b(?:is|are|was|were|be|been) left\b|\bno longer\b|\bany ?more\b",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"kill|\bdie[ds]?\b|\bdead\b|death|\bli(?:fe|ves)\b|\bbod(?:y|ies)|fatal|martyr|slaughter|perish|slain", re.I
)
# To make an agreement is another matter than to break it.
_BROKEN = re.compile(r"\b(?:br(?:eak|oke)|violat|breach|collaps)", re.IGNORECASE)
_DISASTERS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in DISASTERS.items()}


@dataclass(frozen=True, slots=True)
class _Told:
    """What an account is about and the words that say so; of a denial those of what is denied, whether it is that there
    was any ("no siren"), and whether it is a part in something."""

    matter: tuple[str, str]
    words: frozenset[str]
    denied: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()  # those of them that are no names
    absent: bool = False
    involved: bool = False


def status_conflict(accounts: Sequence[Account]) -> Conflict | None:
    """One voice denies what another asserts of the same thing; a forecast denied is no denial of what happened."""
    denied = [a for a in accounts if is_denial(a)]
    held = [a for a in accounts if a.status in _HELD]
    facts = {a.id: _told(a) for a in (*denied, *held)} if denied else {}
    pairs = [(no, yes) for no in denied for yes in held if _contradicts(no, yes, facts)]
    by_article: dict[int, list[Account]] = defaultdict(list)
    for account in held if denied else ():
        by_article[account.article].append(account)
    pairs += [(no, taken) for no in denied if (taken := _taken_back(no, by_article[no.article])) is not None]
    if not pairs:
        return None
    ayes, noes = {yes.id for _, yes in pairs}, {no.id for no, _ in pairs}
    no, yes = pairs[0]
    why = f"{say(no)} is a denial; {say(yes)} says it happened."
    sides = [a for a in held if a.id in ayes], [a for a in denied if a.id in noes]
    return Conflict("status", "", tuple(tuple(a.id for a in side) for side in sides), "hard", None, why)


def is_denial(account: Account) -> bool:
    """It denies that something happened, and neither that it will nor that it still goes on."""
    return account.status == Status.DENIED and _denies(account) and not _NOT_OF_IT.search(account.text)


def answered_by(no: Account, accounts: Sequence[Account]) -> list[Account]:
    """Those that a denial is clearly of, in whatever event: it contradicts what they assert in more words than one, or
    says that there was none of it, or no part in it."""
    held = [yes for yes in accounts if yes.status in _HELD]
    if _ANSWERS.search(no.text):
        return [yes for yes in held if no.article == yes.article and _taken_back(no, [yes]) is not None]
    facts = {account.id: _told(account) for account in (no, *held)}
    denied = facts[no.id]
    clear = denied.involved or denied.absent
    return [
        yes
        for yes in held
        if (clear or len(denied.words & facts[yes.id].words) >= ALIKE) and _contradicts(no, yes, facts)
    ]


def _contradicts(no: Account, yes: Account, facts: dict[int, "_Told"]) -> bool:
    """The denial is of what the other asserts: of the same matter, and where the matter is vague of the same words.
    Who denies a part in it contradicts those who name him as the one who did it."""
    if no.voice and no.voice == yes.voice and no.article == yes.article:
        return False
    denied, told = facts[no.id], facts[yes.id]
    if denied.involved:
        return any(re.search(rf"\b{re.escape(name)}", yes.text, re.IGNORECASE) for name in _names(no.voice))
    shared = denied.words & told.words
    if "statement" in {denied.matter[0], told.matter[0]}:
        met = denied.denied & told.words
        return bool(met & denied.small) and (len(shared) >= ALIKE or (denied.absent and met == denied.denied))
    least = 0 if denied.matter[0] in _PLAIN else ALIKE if denied.matter[0] == "demand" else 1
    return denied.matter == told.matter and len(shared) >= least


def _taken_back(no: Account, held: Sequence[Account]) -> Account | None:
    """Of the claims of its article what "called the figure a fantasy" speaks of: that of another voice right before it.
    So does a denial without a word for a happening that repeats one of its words."""
    named = bool(_ANSWERS.search(no.text) or _MAY_ANSWER.search(no.text))
    if not named and happening_of(no.type).family != "statement":
        return None
    before = (a for a in held if 0 < no.start - a.start - len(a.text) <= RIGHT_BEFORE)
    last = max(before, key=lambda a: a.start, default=None)
    if last is None or last.voice == no.voice or last.type in _CHARGES or len(content_words(last.text)) < ALIKE:
        return None
    return last if named or content_words(no.text) & content_words(last.text) else None


def _names(voice: str) -> list[str]:
    """What a voice goes by: its capitalised words and the noun for what it is, not where it is from."""
    words = re.findall(r"[^\W\d_]{3,}", _WHERE_FROM.split(voice)[0])
    return [w for w in words if w[0].isupper() or w == words[-1]]


def _denies(account: Account) -> bool:
    """Somebody denies it, or the words themselves do ("undamaged"); a bare "not" in the own voice may mean less."""
    if _UNPERCEIVED.search(account.text):
        return False
    return (
        bool(account.voice)
        or bool(_NOBODY.match(account.text) or _NEVER.search(account.text))
        or any(word in account.text.lower() for word in UNHARMED)
        or is_untrue(account.text)
        or is_denied(account.text)
    )


def _told(account: Account) -> _Told:
    """What bears on whether one contradicts the other. Who denies it is no part of what he denies."""
    text = account.text
    if account.status != Status.DENIED:
        return _Told(_matter(account), content_words(text) - _IDLE)
    start, end = denied_part(text)
    denied = content_words(text[start:end]) - _IDLE
    words = denied if is_denied(text) else content_words(text) - _IDLE
    matter = _matter(account) if _is_what_is_denied(account, start, end) else _VAGUE
    involved = _INVOLVEMENT.search(text, max(start - NEAR, 0), end) is not None
    small = content_words(" ".join(_SMALL.findall(text, start, end)))
    return _Told(matter, words, denied, small, _ABSENT.search(text) is not None, involved)


def _is_what_is_denied(account: Account, start: int, end: int) -> bool:
    """The word for the happening stands among those that are denied: "no curfew before the attack" denies none."""
    if any(word in account.text.lower() for word in UNHARMED):
        return True
    told = find_triggers(account.text, split_words(account.text), account.text)
    return any(start <= t.start < end and t.happening.family == happening_of(account.type).family for t in told)


def _matter(account: Account) -> tuple[str, str]:
    """What is asserted or denied: the family of the happening and, for taking and holding, of what; for a disaster,
    which (no tsunami is no denial of the quake); for harm, which, and to whom."""
    family = happening_of(account.type).family
    if family == "disaster":
        named = [(m.start(), name) for name, pattern in _DISASTERS.items() if (m := pattern.search(account.text))]
        return family, min(named)[1] if named else ""
    if account.type == "bodies found":
        return account.type, ""
    if family == "casualties":
        return family, f"{'killed' if _KILLED.search(account.text) else 'injured'} {topic_of(account)[1]}"
    if family == "agreement":
        return family, "broken" if _BROKEN.search(account.text) else ""
    return family, thing_of(account) if family in {"capture", "control", "regain", "destruction"} else ""
