"""A denial in one breath with what it denies: "troops shelled the town, the mayor said, a charge the army denies"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.reading.frames import Frame
from timeline.reading.lexicon.denials import ACCUSED
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.speakers import can_speak
from timeline.reading.words import Word

_OFTEN = r"(?:has|have|had|also|repeatedly|always|strongly|flatly|later|since)"
_VERB = r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|refut(?:es?|ed))"
_ANSWER = re.compile(
    rf"(?<=, )(?:something|which|(?:an?|the) (?:[a-z]+ )?{ACCUSED}(?: which| that)?|{ACCUSED}s(?: which| that)?)"
    rf"(?: (?P<who>(?:[\w’'.-]+ ){{1,6}}?)(?:{_OFTEN} )*{_VERB}"
    rf"|(?: (?:was|is|were|are|has been|have been))?(?: \w+ly)? (?:denied|rejected|dismissed|disputed) by "
    r"(?P<by>(?:[\w’'-]+ ?){1,6}))(?=[.,;”\"]|$| in | on | as )"
)


def with_answers(text: str, words: tuple[Word, ...], inside: Sequence[bool], frames: list[Frame]) -> list[Frame]:
    """The frames of a sentence with one of its own for the denial that ends it; the words told before stay with those
    who told them."""
    found = _ANSWER.search(text, words[0].start, words[-1].end)
    place = bisect_left(words, found.start(), key=lambda word: word.start) if found else len(words)
    if found is None or inside[place] or any(frame.start > found.end() for frame in frames):
        return frames
    who = (found["who"] or found["by"]).strip()
    first = bisect_left(words, found.start("who" if found["who"] else "by"), key=lambda word: word.start)
    if who.lower() not in PRONOUNS and not can_speak(words[first : first + len(who.split())]):
        return frames
    at = found.start()
    answer = Frame(at, at, who, "", "denied", "", False, at, keeps_cue=True, denies=True)
    return [*(frame for frame in frames if frame.end <= at), answer]
