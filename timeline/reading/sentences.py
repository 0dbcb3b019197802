"""Stage 4: the copy of an article is cut into sentences that keep their spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.reading.furniture import COPY, Paragraph, Role
from timeline.reading.lexicon.datelines import ENGLISH_WEEKDAYS
from timeline.reading.lexicon.sentences import ABBREVIATIONS, BEFORE_FIGURES, ENDING_TOO, NOT_BEFORE, OPENERS

# A stop, or several, with the marks that close what the sentence opened.
_STOP = re.compile(r"(?:[.!?…]+|[。！？؟۔।])[\"”’»')\]]*(?:\[\d{1,3}\])*(?:\s[\"”’»](?=\s|\Z))?")
_TOKEN = re.compile(r"[^\s\"“”‘«»(\[/]+\Z")
_NEXT = re.compile(r"[\s\"“”‘’'«»(\[—–-]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")
# Where a paragraph break was lost: a lower-case word or a figure, then a word that opens sentences.
_LOST = re.compile(rf"(?<![\w\])%’'])(?P<before>[\w\])%’']{{1,40}}) (?=(?:{OPENERS})\s[\w\"“‘])")
_OPENER = re.compile(rf"(?:{OPENERS})\b")
_LONG = 350  # characters from which a sentence is searched for lost breaks
_PIECE = 40  # characters that a piece of one must have
_LONGEST = 1500  # characters no sentence is longer than


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of copy: `[start, end)` in the article's text, the number of its paragraph, its role."""

    start: int
    end: int
    paragraph: int
    role: Role


def split_sentences(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of every paragraph that is copy (`COPY`), in order; spans leave out white space at the ends."""
    return tuple(
        Sentence(start, end, number, paragraph.role)
        for number, paragraph in enumerate(paragraphs)
        if paragraph.role in COPY
        for start, end in sentence_spans(text, paragraph.start, paragraph.end)
    )


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`."""
    for first, last in _by_stops(text, start, end):
        if last - first <= _LONG:
            yield from _trimmed(text, first, last)
        else:
            for one, two in _by_lost_breaks(text, first, last):
                yield from _by_length(text, one, two)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without white space at its ends; none where nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield start, end


def _by_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = first = start
    while stop := _STOP.search(text, at, end):
        at = stop.end()
        if _ends_sentence(text, first, stop, at, end):
            yield first, at
            first = at
    if first < end:
        yield first, end


def _ends_sentence(text: str, first: int, stop: re.Match[str], edge: int, end: int) -> bool:
    """Whether a sentence ends at this stop, by the word before it and what comes after."""
    if edge >= end or stop.group()[0] in "。！？؟۔।":
        return True
    behind = _NEXT.match(text, edge, end)
    after = behind.end() if behind else edge
    if after >= end:
        return True
    spaced, char = text[edge].isspace() or text[edge] in '"“‘«([', text[after]
    if not spaced:
        return _joined(text, stop, edge, after)
    if char.islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return char.isalnum() or char == "#"
    return _full_stop(text, first, stop, after, end)


def _joined(text: str, stop: re.Match[str], edge: int, after: int) -> bool:
    """A stop without a space behind it ends a sentence between a word and a capital ("said.The")."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    word = before.isalpha() and before[-2:].islower() and len(before) == 3
    closed = stop.group()[-1] in '"”’»)]' and before[-1:].isalnum()
    rest = text[after : after + 2]
    return (word or closed) and rest[:1].isupper() and not rest[1:].isupper() and edge == after


def _full_stop(text: str, first: int, stop: re.Match[str], after: int, end: int) -> bool:
    """A full stop before a capital or figure: an abbreviation's, or a sentence's?"""
    token = _TOKEN.search(text, max(first, stop.start() - 30), stop.start())
    word = token.group() if token else ""
    lower = word.lower()
    if len(stop.group()) > 1:  # a quotation or bracket closes behind it
        return lower not in ABBREVIATIONS or stop.group()[-1] in '"”’»'
    if lower in BEFORE_FIGURES and (len(word) > 1 or word.islower()):
        return not text[after].isdigit()
    if lower in ABBREVIATIONS:
        return False
    if lower in ENDING_TOO or (_INITIALS.fullmatch(word) and (len(word) > 1 or word == "I")):
        return _opens(text, after, end)
    return not (_INITIALS.fullmatch(word) and word.isupper())


def _opens(text: str, after: int, end: int) -> bool:
    """What comes is a word that opens sentences: behind "U.S." or "a.m." only that ends one."""
    return _OPENER.match(text, after, end) is not None or text[after - 1] in '"“‘'


def _by_lost_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a very long sentence, cut where a paragraph break seems to have been lost."""
    first = start
    for match in _LOST.finditer(text, start, end):
        before, at = match["before"], match.end()
        plain = before.lower() in ENGLISH_WEEKDAYS or before[0].islower() or before[0].isdigit() or before[-1] in "])%"
        if plain and before.lower() not in NOT_BEFORE and at - first >= _PIECE and end - at >= _PIECE // 2:
            yield first, at
            first = at
    yield first, end


def _by_length(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces no longer than the longest sentence, cut between words."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ("; ", ", ", "\n", " "))
        cut = cut + 1 if cut > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)
