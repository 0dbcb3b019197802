"""Stage 8: sentence, time, speaker and happening become a claim."""

import re
from dataclasses import dataclass, replace

from timeline.reading.attribution import Attribution, Speech
from timeline.reading.clauses import Clause, split_clauses
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.morphology import is_verbal
from timeline.reading.participants import Roles, find_place, find_roles
from timeline.reading.quantities import Quantity as Quantity
from timeline.reading.quantities import find_quantities
from timeline.reading.resolution import Time
from timeline.reading.sentences import Sentence
from timeline.reading.statuses import Status as Status
from timeline.reading.statuses import status_of
from timeline.reading.triggers import Trigger
from timeline.reading.words import Word


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When a claim says its happening was. `time` numbers the article's time it rests on (None: publication).

    `inherited`: not told in this clause but carried on from the narrative. `saying`: the words date the saying,
    and the interval is only bounded by it.
    """

    time: int | None
    text: str
    value: str
    interval: Interval
    granularity: Granularity
    approximate: bool
    inherited: bool
    saying: bool
    cut: bool
    zone: str
    basis: str
    rule: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """In this article these words say that this happened, then, according to this voice."""

    start: int
    end: int
    quote: str
    type: str
    status: Status
    place: str
    actor: str
    target: str
    attribution: Attribution
    time: ClaimTime | None
    quantities: tuple[Quantity, ...]
    rule: str  # the word and table entry that made it a claim
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A claim before it is dated: its words, and the speech they stand in."""

    clause: Clause
    speech: Speech
    sentence: Sentence
    trigger: Trigger | None
    roles: Roles
    status: Status
    place: str
    quantities: tuple[Quantity, ...]


CLAIMING = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.POST})

_STANDING = frozenset("is are can may sits sit lies lie has have prone common usual believed located".split())
_INCLUDING = re.compile(r"\b(?:including|among them|among whom|of whom)\b[^.;]*$", re.IGNORECASE)


def tell_claims(
    text: str, sentences: tuple[Sentence, ...], speeches: tuple[Speech, ...], times: tuple[Time, ...]
) -> tuple[Told, ...]:
    """The claims of an article in reading order, not yet dated."""
    taken = tuple((time.timex.start, time.timex.end) for time in times)
    told: list[Told] = []
    for speech in speeches:
        sentence = sentences[speech.sentence]
        if sentence.role in CLAIMING:
            told += _told_in(text, sentence, speech, taken, told)
    return tuple(told)


def _told_in(
    text: str, sentence: Sentence, speech: Speech, taken: tuple[tuple[int, int], ...], earlier: list[Told]
) -> list[Told]:
    found: list[Told] = []
    for clause in split_clauses(text, speech.start, speech.end, text[sentence.start : sentence.end]):
        trigger = max(clause.triggers, key=lambda t: t.rank, default=None)
        if not _tells(clause, trigger, speech):
            continue
        before = (found or earlier)[-1:]
        roles = find_roles(clause, trigger, before[0].roles if found else None)
        quantities = find_quantities(text, clause.start, clause.end, taken)
        status = status_of(text, clause, trigger, speech, first=not found)
        place = find_place(text, clause, sentence)
        if not place and earlier and roles.actor.lower() in PRONOUNS:
            place = earlier[-1].place
        whole = Told(clause, speech, sentence, trigger, roles, status, place, quantities)
        found += [whole, *_parts(text, whole)]
    return found


def _parts(text: str, told: Told) -> list[Told]:
    """ "including nine children", "30 of them women": what is told of a part is a claim of its own."""
    parts = []
    for quantity in told.quantities:
        if not quantity.of.startswith("part of") or told.trigger is None:
            continue
        opening = _INCLUDING.search(text, max(told.clause.start, quantity.start - 30), quantity.start + 1)
        start = opening.start() if opening else quantity.start
        end = min(
            (w.start for w in told.clause.words if w.start > quantity.end and _ends_part(w)), default=told.clause.end
        )
        words = tuple(w for w in told.clause.words if start <= w.start < end)
        if len(words) > 2:
            clause = replace(told.clause, start=words[0].start, end=words[-1].end, words=words)
            parts.append(replace(told, clause=clause, quantities=(quantity,)))
    return parts


def _ends_part(word: Word) -> bool:
    return word.text in {",", ";"} or is_verbal(word.lower)


def _tells(clause: Clause, trigger: Trigger | None, speech: Speech) -> bool:
    """It tells of a happening: a verb of the table, a noun of it in a full clause, or words somebody said."""
    counted = any(w.text[:1].isdigit() for w in clause.words)
    if sum(w.text[:1].isalnum() for w in clause.words) < (2 if counted else 3):
        return False
    has_verb = any(is_verbal(w.lower) for w in clause.words)
    if trigger is None:
        return bool(speech.attribution.voice) and speech.frame != (0, 0) and len(clause.words) > 4
    if not trigger.verb and not speech.attribution.voice and _is_general(clause):
        return False
    return trigger.verb or has_verb or len(clause.words) > 4


def _is_general(clause: Clause) -> bool:
    """ "The country is prone to earthquakes": how things always are, with nothing that took place."""
    verbs = [w.lower for w in clause.words if is_verbal(w.lower)]
    stands = any(w.lower in _STANDING for w in clause.words)
    return stands and all(v in _STANDING for v in verbs) and not any(w.text[:1].isdigit() for w in clause.words)
