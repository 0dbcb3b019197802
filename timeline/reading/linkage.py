"""How likely it is that two claims tell of the same happening: evidence for and against, weighed and added up.

A log-linear model over a few plain questions ("is it the same kind of thing that happened?", "do they share rare
words?", "do they name other places?"). The weights in `lexicon.linkage` are fitted on marked dossiers by
`tests/benchmarks/linkage.py`; a sum above zero is rather yes than no. Words weigh the more the fewer claims hold them
(inverse document frequency, K. Spärck Jones, "A statistical interpretation of term specificity", 1972).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from operator import mul

from timeline.reading.accounts import Account
from timeline.reading.facts import Facts, facts_of
from timeline.reading.lexicon.linkage import BARE, SAID, WEIGHTS

DAY = timedelta(days=1).total_seconds()
NEAR = 5 * DAY  # times told of one happening lie this near; DESIGN.md section 5
QUARTER = timedelta(minutes=15).total_seconds()
COMMON = 0.15  # a word in more than this share of the claims tells nothing apart
SAID_ALIKE = 3  # content words shared that make two claims look alike
ASKED_WHY = 12  # claims of an event that are asked what joins them
LONGEST = 8.0  # days apart are counted on a scale that ends here: log(1 + days)


QUESTIONS = (
    "any two",
    "one family",
    "one topic",
    "both bare",
    "one bare",
    "alike",
    "one article",
    "neighbours",
    "other places",
    "one names a place",
    "times meet",
    "times apart",
    "days apart",
    "days apart by their own words",
    "other strength",
    "one is looked back on",
    "one voice",
    "target shared",
    "actor shared",
    "one thing",
    "other things",
    "one count",
    "other scenes",
    "said alike",
    "name shared",
    "one figure",
    "one hour",
)


class Evidence:
    """The claims of one dossier, ready to be held against each other."""

    def __init__(self, accounts: Sequence[Account], common: float = COMMON) -> None:
        self._told = [[weights.get(name, 0.0) for name in QUESTIONS] for weights in (WEIGHTS, BARE)]
        self.facts = facts_of(accounts)
        held = Counter(word for facts in self.facts.values() for word in facts.words)
        most = max(3.0, common * len(accounts))
        self.weights = {word: math.log((len(accounts) + 1) / n) for word, n in held.items() if n <= most}
        self._lengths = {number: self._length(facts.words) for number, facts in self.facts.items()}

    def score(self, one: Facts, other: Facts) -> float:
        """The log-odds that both tell of the same happening."""
        told = self._told[one.is_bare or other.is_bare]
        return float(sum(map(mul, told, self._answers(one, other))))

    def questions(self, one: Facts, other: Facts) -> dict[str, float]:
        """The answers, by question: 1 for yes, 0 for no, a number where there is one."""
        return dict(zip(QUESTIONS, self._answers(one, other), strict=True))

    def _answers(self, one: Facts, other: Facts) -> tuple[float, ...]:
        """The answers in the order of `QUESTIONS`."""
        bare = one.is_bare or other.is_bare
        alike = self._cosine(one, other)
        near = one.account.article == other.account.article and abs(one.place - other.place) == 1
        gap = _gap(one, other)
        meet = gap is not None and gap < 0
        apart = 0.0 if gap is None or meet else min(math.log1p(gap / DAY), LONGEST)
        far = gap is not None and gap > NEAR and one.definite and other.definite
        return (
            1.0,
            float(one.family == other.family and not bare),
            float(one.topic == other.topic and not bare),
            float(one.is_bare and other.is_bare),
            float(one.is_bare != other.is_bare),
            alike,
            float(one.account.article == other.account.article),
            float(near),
            float(_are_elsewhere(one, other)),
            float(bool(one.names) != bool(other.names)),
            float(meet),
            apart,
            float(far),
            float(far and not one.account.inherited and not other.account.inherited),
            float(_are_of_other_strength(one, other)),
            float(one.recalled != other.recalled),
            float(bool(one.account.voice) and one.account.voice == other.account.voice),
            float(bool(one.target & other.target)),
            float(bool(one.actor & other.actor)),
            float(bool(one.thing) and one.thing == other.thing),
            float(bool(one.thing) and bool(other.thing) and one.thing != other.thing),
            float(bool(one.counted & other.counted)),
            float(one.scene != other.scene),
            float(len(one.words & other.words) >= SAID_ALIKE),
            float(bool(one.known & other.known)),
            float(bool(one.figures & other.figures)),
            float(gap is not None and gap < QUARTER and one.fine and other.fine),
        )

    def why(self, one: Facts, other: Facts) -> str:
        """The question that spoke most for one happening; "" where none did."""
        weights = BARE if one.is_bare or other.is_bare else WEIGHTS
        spoke = {name: weights.get(name, 0.0) * value for name, value in self.questions(one, other).items()}
        best = max(spoke, key=lambda name: spoke[name])
        return best if spoke[best] > 0 else ""

    def _cosine(self, one: Facts, other: Facts) -> float:
        lengths = self._lengths[one.account.id] * self._lengths[other.account.id]
        shared = math.fsum(self.weights.get(word, 0.0) ** 2 for word in one.words & other.words)
        return shared / lengths if lengths else 0.0

    def _length(self, words: Iterable[str]) -> float:
        return math.sqrt(math.fsum(self.weights.get(word, 0.0) ** 2 for word in words))


def what_joins(accounts: Sequence[Account]) -> tuple[str, ...]:
    """What spoke for it that the claims of an event tell of one happening, the most frequent first: for each claim what
    spoke most for it beside the one it is likeliest to go with."""
    evidence = Evidence(accounts, common=1.0)
    facts = list(evidence.facts.values())
    spoke: Counter[str] = Counter()
    for one in facts:
        beside = [other for other in facts[:ASKED_WHY] if other is not one]
        if beside:
            spoke[evidence.why(one, max(beside, key=lambda other: evidence.score(one, other)))] += 1
    return tuple(SAID[name] for name, _ in spoke.most_common() if name in SAID)


def _gap(one: Facts, other: Facts) -> float | None:
    """The seconds between the times of two claims, 0 or less where they meet; None where one has no time."""
    if one.when is None or other.when is None:
        return None
    return max(one.when[0], other.when[0]) - min(one.when[1], other.when[1])


def _are_elsewhere(one: Facts, other: Facts) -> bool:
    """Both name places and none in common, or one names the place of the whole dossier and the other another."""
    if one.names and other.names:
        return not one.names & other.names
    return (bool(one.names) and other.home) or (bool(other.names) and one.home)


def _are_of_other_strength(one: Facts, other: Facts) -> bool:
    """A quake a whole magnitude weaker or stronger is another quake."""
    return one.strength is not None and other.strength is not None and abs(one.strength - other.strength) >= 1


class Index:
    """The claims placed so far, by what leads to them: topic, rare words, the claim before in the article."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, facts: Facts) -> None:
        for word in facts.words:
            if word in self._evidence.weights:
                self._holders[word].append(facts.account.id)

    def like(self, facts: Facts, most: int) -> dict[int, float]:
        """Claims that share words with this one, by the weight of what they share; of each word the last `most`."""
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(facts.words):  # a set's order, and so the sum's last digits, differ from process to process
            for holder in self._holders.get(word, ())[-most:]:
                shared[holder] += self._evidence.weights[word]
        return shared
