"""Claims with no word of the table in them find their event by what they speak of.

"The grenades were dummies" and "two live grenades were found" tell of one thing, though neither holds a word for a
happening. Words weigh the more the fewer claims hold them (inverse document frequency, K. Spärck Jones, "A statistical
interpretation of term specificity", 1972); two claims are alike by the cosine of what they share.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline.reading.accounts import Account
from timeline.reading.lexicon.english import FUNCTION_WORDS
from timeline.reading.lexicon.numbers import SCALES, TENS, UNITS

ALIKE = 0.15  # cosine from which two claims speak of one thing
COMMON = 0.15  # a word in more than this share of the claims tells nothing apart
MOST_HOLDERS = 60  # claims looked at for one word, so that the cost stays linear
_IDLE = FUNCTION_WORDS | frozenset(UNITS) | frozenset(TENS) | frozenset(SCALES)
_IDLE |= frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december morning afternoon evening night noon midnight today yesterday tomorrow week month year
    hour minute time told tell says saying added according report reported statement official spokesman people some
    only just still even such most many much very those these what while where being does like them then made make
    took take came come went gone well will would could should must near least later earlier first last since until
    have just also because against among around above each every both same another other others same""".split()
)


class Kinship:
    """The claims of a dossier by the words they hold; finds the one most like another."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._words = {account.id: words_of(account.text) for account in accounts}
        held = Counter(word for words in self._words.values() for word in words)
        most = max(3.0, COMMON * len(accounts))
        self._weight = {word: math.log((len(accounts) + 1) / n) for word, n in held.items() if n <= most}
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, account: Account) -> None:
        """From now on the claim may be found."""
        for word in self._words[account.id]:
            if word in self._weight and len(self._holders[word]) < MOST_HOLDERS:
                self._holders[word].append(account.id)

    def nearest(self, account: Account) -> int | None:
        """The claim added that is most like this one; None where none is alike enough."""
        mine = self._words[account.id]
        shared: dict[int, float] = defaultdict(float)
        for word in mine:
            for other in self._holders.get(word, ()):
                shared[other] += self._weight[word] ** 2
        best = max(shared, key=lambda other: (self._cosine(shared[other], mine, other), -other), default=None)
        return best if best is not None and self._cosine(shared[best], mine, best) >= ALIKE else None

    def _cosine(self, product: float, mine: frozenset[str], other: int) -> float:
        length = self._length(mine) * self._length(self._words[other])
        return product / length if length else 0.0

    def _length(self, words: Iterable[str]) -> float:
        return math.sqrt(sum(self._weight.get(word, 0.0) ** 2 for word in words))


def words_of(text: str) -> frozenset[str]:
    """The words of a claim that say what it is about, without their endings.

    >>> sorted(words_of("The grenades were dummies carved from teak"))
    ['carv', 'dummi', 'grenad', 'teak']
    """
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    return frozenset(_stem(word) for word in words if word not in _IDLE)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: len(word) - len(ending)] + ("i" if ending in {"ies", "ied", "y"} else "")
    return word
