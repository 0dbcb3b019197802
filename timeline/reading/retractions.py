"""Sentences taken back by those who wrote them: "Earlier we reported … That was wrong", "incorrectly said …"."""

import re

from timeline.reading.sentences import Sentence

_SAID_EARLIER = re.compile(
    r"^\W*(?:earlier|previously|initially)\b[^.]{0,60}\b(?:reported|said|stated|wrote|posted|published|quoted)\b"
    r"|\bwe (?:earlier|had|previously|initially|first)\b[^.]{0,30}\b(?:reported|said|stated|wrote|posted|published)\b"
    r"|\ban earlier (?:version|report|post|story|update|entry|edition|headline)\b",
    re.IGNORECASE,
)
_WAS_WRONG = re.compile(
    r"^\W*(?:that|this|it|the (?:report|figure|information|post|name|number|statement))(?: (?:report|figure|post))?"
    r"[^.,]{0,30}?\b(?:was|is|were|proved|turned out)\b(?: to be)? "
    r"(?:\w+ )?(?:wrong|incorrect|inaccurate|false|untrue|mistaken|not true|not the case|not correct|an error"
    r"|a mistake)\b",
    re.IGNORECASE,
)
_WRONGLY = re.compile(
    r"\b(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|in error)\W+"
    r"(?:\w+ )?(?:reported|said|stated|wrote|named|identified|gave|put|quoted|described|attributed)\b"
    r"|\b(?:reported|said|stated|wrote|named|identified) (?:incorrectly|wrongly|mistakenly|erroneously|in error)\b",
    re.IGNORECASE,
)


def is_retracted(text: str, sentence: Sentence, after: Sentence | None) -> bool:
    """What the sentence says is taken back: in itself, or by the sentence after it in its paragraph."""
    words = text[sentence.start : sentence.end]
    if _WRONGLY.search(words):
        return True
    if after is None or after.paragraph != sentence.paragraph or not _SAID_EARLIER.search(words):
        return False
    return _WAS_WRONG.match(text[after.start : after.end]) is not None
