"""English verb forms: from a lemma to its forms, and whether a word can be the verb of a clause."""

import re
from functools import cache

from timeline.reading.lexicon.verbs import AUXILIARIES, DOUBLING, IRREGULAR, NOT_PARTICIPLES, NOT_VERBS

_PARTS = {
    words[0]: (words[1], words[2])
    for entry in IRREGULAR.replace("\n", "|").split("|")
    if len(words := entry.split()) == 3
}
_DOUBLES = re.compile(r"(?:[^aeiou]|^)[aeiou][bdgklmnprtz]$|qu[aeiou][bdgmnprt]$")


@cache
def forms(lemma: str) -> tuple[str, str, str, str, str]:
    """(base, third person, past, past participle, present participle) of a verb.

    >>> forms("seize")
    ('seize', 'seizes', 'seized', 'seized', 'seizing')
    >>> forms("flee")
    ('flee', 'flees', 'fled', 'fled', 'fleeing')
    >>> forms("stop")[3:]
    ('stopped', 'stopping')
    """
    past, participle = _PARTS.get(lemma, (_regular_past(lemma),) * 2)
    return lemma, _third_person(lemma), past, participle, _present_participle(lemma)


def _stem(lemma: str) -> str:
    """The lemma with its last consonant doubled where English doubles it."""
    doubled = lemma in DOUBLING or (len(re.findall(r"[aeiouy]+", lemma)) == 1 and _DOUBLES.search(lemma))
    return lemma + lemma[-1] if doubled else lemma


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return _stem(lemma) + "ed"


def _third_person(lemma: str) -> str:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", lemma) else "s")


def _present_participle(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return _stem(lemma) + "ing"


_PAST_FORMS = frozenset(form for parts in _PARTS.values() for form in parts)


@cache
def is_past(word: str) -> bool:
    """The lower-case word can be a past form or past participle."""
    if "-" in word and not word.startswith(("re-", "co-", "pre-")):
        return False  # "British-based", "rebel-held"
    return word in _PAST_FORMS or (len(word) > 4 and word.endswith("ed") and word not in NOT_VERBS)


@cache
def is_participle(word: str) -> bool:
    """The lower-case word can be a present participle."""
    return len(word) > 5 and word.endswith("ing") and word not in NOT_PARTICIPLES


@cache
def is_verbal(word: str) -> bool:
    """The lower-case word can carry a clause: an auxiliary, a past form, a present participle."""
    return word in AUXILIARIES or is_past(word) or is_participle(word)
