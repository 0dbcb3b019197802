"""Texts that use the words of war without telling of any: they are kept and shown, and no claim is read from them."""

import re

from timeline.reading.lexicon.sport import STRONG, WORDS

# A report of sport has at least this many different words of its trade, this many of them unmistakable, and one of
# them in so many words; chosen on texts of our own (tests/refusals) with news of attacks on stadiums kept out.
LEAST_WORDS, LEAST_STRONG, ONE_IN = 5, 3, 30
_SCORE = re.compile(r"\b\d{1,3}-\d{1,3}\b(?! (?:people|killed|year|day))")


def refusal(text: str) -> str:
    """Why nothing is read from the text, in a sentence, or "" for a text to be read."""
    words = re.findall(r"[a-z][a-z-]+", text.lower())
    trade = [w for w in words if w in WORDS]
    kinds = set(trade)
    if _SCORE.search(text):
        kinds.add("score")
    if len(kinds) >= LEAST_WORDS and len(kinds & STRONG) >= LEAST_STRONG and len(trade) * ONE_IN >= len(words):
        return "This reads like a report of sport: no claims are read from it."
    return ""
