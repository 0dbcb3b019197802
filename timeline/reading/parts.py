"""What one clause tells besides its happening: a part of a count, who was aboard, a second count at a second time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.reading.clauses import Clause
from timeline.reading.figures import NUMBER, number
from timeline.reading.morphology import is_verbal
from timeline.reading.quantities import Quantity
from timeline.reading.triggers import Trigger, happening_of
from timeline.reading.words import Word

_INCLUDING = re.compile(r"\b(?:including|among them|among whom|of whom)\b[^.;]*$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|carrying)(?: (?:[\w-]+ ){0,3})?$", re.IGNORECASE)
_VOYAGES = frozenset({"departure", "arrival", "accident", "hijacking", "distress", "attack", "strike", "explosion"})
# How the second half of "freed nine in the morning and another six at noon" may open, before its number.
_OPENERS = frozenset("another a an the other further then more second last group of about around some".split())
_AGAIN = frozenset("another further second more other".split())
_NUMBER = re.compile(NUMBER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A claim within a clause: its words, its counts, and the happening where it is another than the clause's."""

    clause: Clause
    quantities: tuple[Quantity, ...]
    trigger: Trigger | None


def split_parts(
    clause: Clause, trigger: Trigger | None, quantities: tuple[Quantity, ...], text: str
) -> tuple[tuple[Quantity, ...], list[Part]]:
    """(the counts that stay with the clause, its parts): "including nine children", "with 61 passengers and a crew of
    five"."""
    if trigger is None:
        return quantities, []
    subsets = [
        p
        for q in quantities
        if q.of.startswith("part of") and q.unit != "person" and (p := _subset(text, clause, trigger, q))
    ]
    board = _aboard(text, clause, trigger, quantities)
    if board is None:
        return quantities, subsets
    rest = tuple(q for q in quantities if q not in board.quantities)
    return rest, [*subsets, board]


def _subset(text: str, clause: Clause, trigger: Trigger, quantity: Quantity) -> Part | None:
    """ "including nine children", "30 of them women": what is told of a part is a claim of its own."""
    opening = _INCLUDING.search(text, max(clause.start, quantity.start - 30), quantity.start + 1)
    start = opening.start() if opening else quantity.start
    end = min((w.start for w in clause.words if w.start > quantity.end and _ends_part(w)), default=clause.end)
    words = tuple(w for w in clause.words if start <= w.start < end)
    return Part(_within(clause, words), (quantity,), trigger) if len(words) > 2 else None


def _ends_part(word: Word) -> bool:
    return word.text in {",", ";"} or is_verbal(word.lower)


def _aboard(text: str, clause: Clause, trigger: Trigger, quantities: Sequence[Quantity]) -> Part | None:
    """ "took off with 61 passengers and five crew": how many were aboard is told beside where it went."""
    counted = tuple(q for q in quantities if q.of == "aboard")
    if not counted or trigger.happening.family not in _VOYAGES:
        return None
    opening = _WITH.search(text, max(clause.start, counted[0].start - 40), counted[0].start)
    if opening is None:
        return None
    stop = next(
        (w.start for w in clause.words if w.start > counted[-1].end and (w.text in {",", ";"} or is_verbal(w.lower))),
        clause.end,
    )
    words = tuple(w for w in clause.words if opening.start() <= w.start < stop)
    while words and words[-1].lower in {"and", "but"}:
        words = words[:-1]
    within = _within(clause, words)
    said = Trigger(within.start, within.end, text[within.start : within.end], happening_of("people aboard"), False)
    return Part(within, counted, said)


def split_gap(
    clause: Clause, trigger: Trigger | None, quantities: tuple[Quantity, ...], taken: Sequence[tuple[int, int]]
) -> tuple[Clause, tuple[Quantity, ...], Part | None]:
    """ "freed 14 in the morning and another 19 at noon": the clause up to "and", and what is told without its verb."""
    for place, word in enumerate(clause.words):
        if word.lower != "and" or trigger is None or trigger.start > word.start:
            continue
        head = [q for q in quantities if q.end <= word.start]
        tail = clause.words[place + 1 :]
        gapped = _gapped(tail, head, taken, word.start, clause.start) if head else None
        gapped = gapped or (_of_others(clause, tail, quantities) if head else None)
        gapped = next((replace(q, of=gapped.of) for q in quantities if gapped and q.end == gapped.end), gapped)
        if gapped is None:
            continue
        part = Part(_within(clause, tail), (gapped,), trigger)
        return _within(clause, clause.words[:place]), tuple(head), part
    return clause, quantities, None


def _gapped(
    tail: tuple[Word, ...], head: list[Quantity], taken: Sequence[tuple[int, int]], joint: int, start: int
) -> Quantity | None:
    """The count a tail without a verb opens with; None where it tells of no second time."""
    opens = next((i for i, w in enumerate(tail) if w.lower not in _OPENERS), len(tail))
    if opens == len(tail) or not _NUMBER.fullmatch(tail[opens].text) or any(is_verbal(w.lower) for w in tail):
        return None
    before = {w.lower for w in tail[:opens]}
    later = any(tail[opens].end <= s < tail[-1].end for s, _ in taken)
    earlier = any(start <= s < joint for s, _ in taken)
    if not ("group" in before or (later and (earlier or before & _AGAIN))):
        return None
    value, first = number(tail[opens].text), tail[opens]
    of = head[0].of if head[0].of.startswith("part of") else f"part of {head[0].of}".strip()
    gapped = replace(head[0], start=first.start, end=first.end, text=first.text, of=of)
    return replace(gapped, low=value, high=value, approximate=False)


def _of_others(clause: Clause, tail: tuple[Word, ...], quantities: Sequence[Quantity]) -> Quantity | None:
    """ "(the death of 71 citizens and) the injury of 120 others": a noun for what befell others, and its count."""
    noun = next((t for t in clause.triggers if tail[0].start <= t.start < tail[-1].end), None)
    if noun is None or noun.verb or noun.start > tail[min(1, len(tail) - 1)].start:
        return None
    behind = next((i for i, w in enumerate(tail) if w.start >= noun.end), len(tail))
    if behind == len(tail) or tail[behind].lower != "of":
        return None
    return next((q for q in quantities if 0 <= q.start - tail[behind].end <= 2), None)


def _within(clause: Clause, words: tuple[Word, ...]) -> Clause:
    inside = tuple(t for t in clause.triggers if words[0].start <= t.start < words[-1].end)
    return replace(clause, start=words[0].start, end=words[-1].end, words=words, triggers=inside)
