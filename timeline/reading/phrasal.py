"""Verbs of saying in more words than one: "made it clear", "revised the toll", "appears to show"."""

from timeline.reading.lexicon import reporting
from timeline.reading.words import Word

_PHRASES: dict[str, list[list[str]]] = {}
for _phrase in reporting.SAY_PHRASES:
    _PHRASES.setdefault(_phrase.split()[0], []).append(_phrase.split())


def phrasal(words: tuple[Word, ...], place: int) -> tuple[int, str] | None:
    """(last word, verb it stands for) of "made it clear", "pointed out", "spoke of"."""
    for phrase in _PHRASES.get(words[place].lower, ()):
        if [w.lower for w in words[place : place + len(phrase)]] == phrase:
            lemma = "speak of" if phrase[-1] == "of" else "add" if phrase[0].endswith("ing") else "say"
            lemma = "put" if phrase[0] in reporting.GIVES else "show" if phrase[-1] == "show" else lemma
            return place + len(phrase) - 1, lemma
    return None
