"""Whether a text is in the language the reader reads."""

import re

from timeline.reading.lexicon.english import FUNCTION_WORDS

WORD = re.compile(r"[^\W\d_]+")
# Below this many words (a headline, a flash) nothing can be told, and the text gets the benefit of the doubt.
FEWEST_WORDS = 12
# English news has 0.20 and more, other languages in Latin letters under 0.03.
LEAST_SHARE = 0.08


def looks_english(text: str) -> bool:
    """Whether enough of the words are ones that only English uses that often."""
    words = WORD.findall(text.lower())
    known = sum(word in FUNCTION_WORDS for word in words)
    return len(words) < FEWEST_WORDS or known >= LEAST_SHARE * len(words)
