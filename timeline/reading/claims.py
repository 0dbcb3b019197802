"""Stage 8: sentence, time, speaker and happening become a claim."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from timeline.reading.attribution import Attribution, Speech
from timeline.reading.clauses import Clause, split_clauses
from timeline.reading.fragments import is_fragment
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.morphology import is_past, is_verbal
from timeline.reading.negation import is_untrue
from timeline.reading.participants import Roles, find_place, find_roles
from timeline.reading.parts import split_gap, split_parts
from timeline.reading.quantities import Quantity as Quantity
from timeline.reading.quantities import find_quantities
from timeline.reading.resolution import Time
from timeline.reading.sentences import Sentence
from timeline.reading.statuses import Status as Status
from timeline.reading.statuses import status_of
from timeline.reading.triggers import Trigger
from timeline.reading.victims import find_both, find_one


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


# A time a news story dates its happening by; a year alone is history.
_DAY_OR_CLOCK = re.compile(
    r"\d[:.]\d\d|\d ?[ap]\.?m\b|day\b|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d{1,2}\b|tomorrow|morning|afternoon|evening|night"
    r"|noon|dawn|dusk|o[’']clock|(?:hours?|minutes?|days?|weeks?) (?:later|after|before|earlier|ago)|week",
    re.IGNORECASE,
)
_NEWS = 2  # claims with a word for a happening, from which a text tells of happenings at all
_WAS = frozenset(["was", "were"])
_TOLD, _COUNTED = 4, 6  # words in which something is told at a time, or of so many
_ASIDE = 6.0  # what a relative clause tells ranks this much lower
_FOLLOWS = re.compile(
    r"\b(?:another|a further|the other) [\w-]+(?: [\w-]+){0,2} (?:followed|came later)\b", re.IGNORECASE
)
# A figure with no happening of its own answers the figure before it.
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimated?) (?:the |their |its )?(?:number|figure|crowd|turnout|total|count|it)\b"
    r"(?! of (?!(?:the )?(?:dead|deaths|killed|injured|wounded|missing|victims|detained|people)))"
    r"|\b(?:spoke|speaks?) of (?:[\w-]+ ){0,2}\d|\b(?:his|her|its|their|the) (?:figure|estimate|count) of \d"
    r"|\blists? of (?:[\w-]+ ){0,2}[\d,]+ names\b"
    r"|\b(?:counts|counted|lists|listed) (?:at least |about |some )?[\d,]+(?=,|\.|$| and )"
    r"|\bmore than [\d,]+ (?:had )?(?:come|turned out|joined|taken part)\b",
    re.IGNORECASE,
)


def tell_claims(
    text: str, sentences: tuple[Sentence, ...], speeches: tuple[Speech, ...], times: tuple[Time, ...]
) -> tuple[Told, ...]:
    """The claims of an article in reading order, not yet dated."""
    text = _without_holes(text, speeches)
    taken = tuple((time.timex.start, time.timex.end) for time in times)
    told: list[Told] = []
    for speech in speeches:
        sentence = sentences[speech.sentence]
        if sentence.role in CLAIMING:
            told += _told_in(text, sentence, speech, taken, told)
    if sum(t.trigger is not None for t in told) < _NEWS:
        told = [t for t in told if t.trigger or t.speech.frame != (0, 0)]  # a market report, a column: nothing happened
    return tuple(told)


def _told_in(
    text: str, sentence: Sentence, speech: Speech, taken: tuple[tuple[int, int], ...], earlier: list[Told]
) -> list[Told]:
    found: list[Told] = []
    whole = text[sentence.start : sentence.end]
    for clause in split_clauses(text, speech.start, speech.end, whole, speech.hole):
        before = (found or earlier)[-1:]
        trigger = _main_trigger(clause) or _taken_up(text, clause, sentence, before)
        quantities = find_quantities(text, clause.start, clause.end, taken)
        if not _tells(text, clause, trigger, speech, quantities, taken):
            continue
        if trigger is not None and not trigger.text:
            quantities = _counted_on(quantities, before[0].quantities)
        roles = find_roles(clause, trigger, before[0].roles if found else None)
        few = find_both(text, clause.start, clause.end) or find_one(text, clause.start, clause.end)
        if not quantities and few:
            quantities = (few,)
        status = status_of(text, clause, trigger, speech, not found, sentence)
        place = find_place(text, clause, sentence)
        if not place and earlier and roles.actor.lower() in PRONOUNS:
            place = earlier[-1].place
        body, quantities, gapped = split_gap(clause, trigger, quantities, taken)
        quantities, parts = split_parts(body, trigger, quantities, text)
        item = Told(body, speech, sentence, trigger, roles, status, place, quantities)
        parts += [gapped] if gapped else []
        parts = [p for p in parts if p.quantities != item.quantities]
        found += [item, *(replace(item, clause=p.clause, quantities=p.quantities, trigger=p.trigger) for p in parts)]
    return found


def _without_holes(text: str, speeches: tuple[Speech, ...]) -> str:
    """The text with blanks where the words in the midst of what is said only say who says it, and their commas."""
    parts, last = [], 0
    for first, after in (speech.hole for speech in speeches if speech.hole[1]):
        start = first - 2 if text[first - 2 : first] == ", " else first
        end = after + 1 if text[after : after + 1] == "," else after
        parts += [text[last:start], " " * (end - start)]
        last = end
    return "".join((*parts, text[last:])) if parts else text


def _main_trigger(clause: Clause) -> Trigger | None:
    """The word that says best what happened. "Freed unharmed" tells of the freeing; what a relative clause says of the
    subject ("those who were not hurt flew home") counts for less than what the clause itself says."""
    told = [t for t in clause.triggers if t.text.lower() not in UNHARMED]
    if not any(t.verb for t in told):
        told = list(clause.triggers)
    return max(told, key=lambda t: t.rank - (_ASIDE if _is_aside(clause, t) else 0), default=None)


def _is_aside(clause: Clause, trigger: Trigger) -> bool:
    """It stands in a relative clause, and a verb of the table follows outside."""
    before = [w.lower for w in clause.words if w.end <= trigger.start]
    opened = any(word in {"who", "which"} for word in before[-4:]) and before[-1] not in {"who", "which"}
    return opened and any(t.verb and t.start > trigger.end for t in clause.triggers)


def _taken_up(text: str, clause: Clause, sentence: Sentence, before: list[Told]) -> Trigger | None:
    """The happening of the claim before, where a clause only adds to it: "another 19 followed", "put it at 200"."""
    last = before[0] if before else None
    if last is None or last.trigger is None or sentence.paragraph - last.sentence.paragraph > 1:
        return None
    words = text[clause.start : clause.end]
    follows = _FOLLOWS.search(words) or (last.quantities and _PUT.search(words))
    return replace(last.trigger, start=clause.start, end=clause.start, text="", infinitive=False) if follows else None


def _counted_on(quantities: tuple[Quantity, ...], before: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Figures that answer one before are of what it counts."""
    if not before:
        return quantities
    of, unit = before[0].of, before[0].unit
    return tuple(q if q.of or q.unit else replace(q, of=of, unit=unit) for q in quantities)


def _is_dated(text: str, clause: Clause, counts: bool, taken: tuple[tuple[int, int], ...]) -> bool:
    """It says when something took place or how many it befell, though no word of the table says what it was."""
    if not any(is_past(w.lower) or w.lower in _WAS for w in clause.words) or len(clause.words) < _TOLD:
        return False
    inside = taken[bisect_left(taken, (clause.start,)) : bisect_left(taken, (clause.end,))]
    if counts and len(clause.words) >= _COUNTED:
        return True
    return any(_DAY_OR_CLOCK.search(text, start, end + len(" earlier")) for start, end in inside)


def _tells(
    text: str,
    clause: Clause,
    trigger: Trigger | None,
    speech: Speech,
    quantities: tuple[Quantity, ...],
    taken: tuple[tuple[int, int], ...],
) -> bool:
    """It tells of a happening: a verb of the table, a noun of it in a full clause, or words somebody said."""
    counted = any(w.text[:1].isdigit() for w in clause.words)
    if sum(w.text[:1].isalnum() for w in clause.words) < (2 if counted else 3):
        return False
    has_verb = any(is_verbal(w.lower) for w in clause.words)
    if trigger is None:
        if clause.words[0].text != speech.attribution.cue and is_fragment(clause.words):
            return False
        if speech.frame == (0, 0) or not (speech.attribution.voice or speech.purported):
            return _is_dated(text, clause, bool(quantities), taken) or is_untrue(text[clause.start : clause.end])
        return speech.denied or len(clause.words) > (3 if has_verb else 4)
    if not trigger.verb and not speech.attribution.voice and _is_general(clause):
        return False
    if trigger.verb or has_verb or len(clause.words) > 4:
        return True
    return bool(speech.attribution.voice and quantities)


def _is_general(clause: Clause) -> bool:
    """ "The country is prone to earthquakes": how things always are, with nothing that took place."""
    verbs = [w.lower for w in clause.words if is_verbal(w.lower)]
    stands = any(w.lower in _STANDING for w in clause.words)
    return stands and all(v in _STANDING for v in verbs) and not any(w.text[:1].isdigit() for w in clause.words)
