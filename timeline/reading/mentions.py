"""Whom a sentence is about that says nothing: the next "he" or "they" is likely this one."""

import re

from timeline.reading.morphology import is_verbal
from timeline.reading.speakers import INSIDE, STOP, TIME_WORDS, can_speak, joined
from timeline.reading.words import Word

# "At 6 a.m. (0300 GMT) a colonel read …": the time the sentence opens with is no part of its subject.
_OPENING_TIME = re.compile(
    r"(?:at|on|in|by|around|shortly|early|late|just|soon|before|after|last|this|earlier|later)\b[^,;“\"]{0,40}?"
    r"(?:\d|[ap]\.?m\.?|day|morning|afternoon|evening|night|noon|midnight|dawn|week|month)(?: \([^)]*\))?,? "
    r"(?=(?:a|an|the) |(?-i:[A-Z]\w))",
    re.IGNORECASE,
)
_SPOKE_TO = re.compile(
    r"\b(?:spoken?|talk(?:ed)?|interviewed|met|visited)(?: (?:to|with))? "
    r"(?:a|an|the|one) (?P<who>[a-z][\w’'-]*(?: [\w’'-]+){0,4}?)"
    r"(?= who\b| whose\b|[,.;]|$)"
)


def spoken_of(text: str, words: tuple[Word, ...]) -> tuple[str, str] | None:
    """(name, apposition) of the person a sentence without a verb of saying is about: whom somebody spoke to, else its
    subject."""
    start, end = words[0].start, words[-1].end
    if met := _SPOKE_TO.search(text, start, end):
        return met["who"], ""
    if opening := _OPENING_TIME.match(text, start, end):
        words = tuple(w for w in words if w.start >= opening.end())
    stop = next((i for i, w in enumerate(words) if is_verbal(w.lower)), 0)
    before = words[:stop]
    if not before or before[0].text in {"“", '"'} or before[0].lower in INSIDE - {"the", "a", "an"} | STOP | TIME_WORDS:
        return None
    commas = [i for i, w in enumerate(before) if w.text == ","]
    head = before[: commas[0]] if commas else before
    apposition = before[commas[0] + 1 : commas[1]] if len(commas) > 1 else ()
    if not 0 < len(head) < 16 or not can_speak(head):
        return None
    return joined(head), joined(apposition)
