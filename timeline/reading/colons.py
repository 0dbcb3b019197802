"""A speaker and a colon before a quotation, without a verb of saying."""

import re

from timeline.reading.frames import Frame
from timeline.reading.lexicon import reporting
from timeline.reading.morphology import is_verbal
from timeline.reading.speakers import can_speak
from timeline.reading.voices import is_speaker
from timeline.reading.words import Word

_ON_CHANNEL = re.compile(
    rf"(?P<who>.{{3,80}}?),? (?P<how>(?:on|in|via|by)(?: (?:a|an|its|his|her|their|the))?) "
    rf"(?P<channel>{reporting.CHANNELS})",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = 6  # words of a name or a role before the colon of "Jane Roe: “…”"


def written_on(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    """ "The ministry on Facebook: “…”": a sentence that names a speaker and a channel, and has no verb."""
    found = _ON_CHANNEL.fullmatch(text[words[0].start : words[place].start].rstrip())
    quotes = place + 1 < len(words) and words[place + 1].text in {"“", '"'}
    if not found or not quotes:
        return None
    speaker = tuple(w for w in words if w.end <= words[0].start + found.end("who"))
    if not can_speak(speaker) or any(is_verbal(w.lower) for w in speaker):
        return None
    start, end = words[0].start, words[place].end
    return Frame(start, end, found["who"], "", found["how"].split()[0], found["channel"], False, start)


def scripted(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    """ "Mayor Doe: “Nobody was hurt.”": a speaker, a colon and a quotation, as in an interview."""
    speaker = words[:place]
    quotes = place + 1 < len(words) and words[place + 1].text in {"“", '"'}
    if not quotes or not 0 < len(speaker) <= _SCRIPT or not can_speak(speaker):
        return None
    if any(
        is_verbal(w.lower) or not (w.capital or is_speaker(w.lower) or w.lower in {"the", "of", "a"}) for w in speaker
    ):
        return None
    start, end = words[0].start, words[place].end
    return Frame(start, end, text[start : words[place - 1].end], "", ":", "", False, start)
