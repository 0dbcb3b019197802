"""How likely it is that two claims tell of the same happening: evidence for and against, weighed and added up.

A log-linear model over a few plain questions ("is it the same kind of thing that happened?", "do they share rare
words?", "do they name other places?"). The weights in `lexicon.linkage` are fitted on marked dossiers by
`tests/benchmarks/linkage.py`; a sum above zero is rather yes than no. Words weigh the more the fewer claims hold them
(inverse document frequency, K. Spärck Jones, "A statistical interpretation of term specificity", 1972).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.reading.accounts import Account
from timeline.reading.count_conflicts import thing_counted
from timeline.reading.intervals import Interval
from timeline.reading.lexicon.english import IDLE_WORDS
from timeline.reading.lexicon.linkage import WEIGHTS
from timeline.reading.places import core_names, is_home, own_names, scenes
from timeline.reading.topics import is_recalled, kind_of_attack, thing_of, topic_of
from timeline.reading.triggers import happening_of

NEAR = timedelta(days=5)  # times told of one happening lie this near; DESIGN.md section 5
COMMON = 0.15  # a word in more than this share of the claims tells nothing apart
SAID_ALIKE = 3  # content words shared that make two claims look alike
LONGEST = 8.0  # days apart are counted on a scale that ends here: log(1 + days)


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a claim bears on which happening it tells of."""

    account: Account
    place: int  # in reading order over all articles
    topic: tuple[str, str]
    family: str
    words: frozenset[str]
    length: float  # of its words' weights, as a vector
    names: frozenset[str]  # places that are not those of the whole dossier
    home: bool  # it names the place of the whole dossier
    scene: frozenset[str]
    recalled: bool
    counted: frozenset[tuple[str, str]]
    actor: frozenset[str]
    target: frozenset[str]
    thing: str
    when: Interval | None

    @property
    def is_bare(self) -> bool:
        """No word of the table of happenings stands in it."""
        return self.topic[0] == "statement"


class Evidence:
    """The claims of one dossier, ready to be held against each other."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        words = {account.id: words_of(account.text) for account in accounts}
        held = Counter(word for mine in words.values() for word in mine)
        most = max(3.0, COMMON * len(accounts))
        self.weights = {word: math.log((len(accounts) + 1) / n) for word, n in held.items() if n <= most}
        core, alias = core_names(accounts)
        attack, scene = kind_of_attack(accounts), scenes(accounts)
        order = sorted(accounts, key=lambda account: (account.article, account.start))
        self.facts: dict[int, Facts] = {
            a.id: Facts(
                account=a,
                place=place,
                topic=topic_of(a, attack),
                family=happening_of(a.type).family,
                words=words[a.id],
                length=self._length(words[a.id]),
                names=own_names(a, core, alias),
                home=is_home(a, core, alias),
                scene=scene.get(a.id, frozenset()),
                recalled=is_recalled(a),
                counted=frozenset(thing for q in a.quantities if (thing := thing_counted(q))),
                actor=words_of(a.actor),
                target=words_of(a.target),
                thing=thing_of(a),
                when=None if a.saying else a.interval,
            )
            for place, a in enumerate(order)
        }

    def score(self, one: Facts, other: Facts) -> float:
        """The log-odds that both tell of the same happening."""
        return sum(WEIGHTS.get(name, 0.0) * value for name, value in self.questions(one, other).items() if value)

    def questions(self, one: Facts, other: Facts) -> dict[str, float]:
        """The answers, by question: 1 for yes, 0 for no, a number where there is one."""
        bare = one.is_bare or other.is_bare
        alike = self._cosine(one, other)
        near = one.account.article == other.account.article and abs(one.place - other.place) == 1
        overlap, apart = _times(one.when, other.when)
        return {
            "any two": 1.0,
            "one family": float(one.family == other.family and not bare),
            "one topic": float(one.topic == other.topic and not bare),
            "both bare": float(one.is_bare and other.is_bare),
            "one bare": float(one.is_bare != other.is_bare),
            "alike": alike,
            "alike and bare": alike if bare else 0.0,
            "one article": float(one.account.article == other.account.article),
            "neighbours": float(near),
            "other places": float(_are_elsewhere(one, other)),
            "one names a place": float(bool(one.names) != bool(other.names)),
            "times meet": overlap,
            "times apart": apart,
            "days apart": float(_are_far(one.account, other.account)),
            "days apart by their own words": float(
                not one.account.inherited and not other.account.inherited and _are_far(one.account, other.account)
            ),
            "other strength": float(_are_of_other_strength(one.account, other.account)),
            "one is looked back on": float(one.recalled != other.recalled),
            "one voice": float(bool(one.account.voice) and one.account.voice == other.account.voice),
            "target shared": float(bool(one.target & other.target)),
            "actor shared": float(bool(one.actor & other.actor)),
            "one thing": float(bool(one.thing) and one.thing == other.thing),
            "other things": float(bool(one.thing) and bool(other.thing) and one.thing != other.thing),
            "one count": float(bool(one.counted & other.counted)),
            "other scenes": float(one.scene != other.scene),
            "said alike": float(len(one.words & other.words) >= SAID_ALIKE),
        }

    def why(self, one: Facts, other: Facts, most: int = 3) -> list[str]:
        """The questions that spoke most for one happening, the strongest first."""
        spoke = {name: WEIGHTS.get(name, 0.0) * value for name, value in self.questions(one, other).items()}
        return [name for name in sorted(spoke, key=lambda name: -spoke[name])[:most] if spoke[name] > 0]

    def _cosine(self, one: Facts, other: Facts) -> float:
        lengths = one.length * other.length
        shared = sum(self.weights.get(word, 0.0) ** 2 for word in one.words & other.words)
        return shared / lengths if lengths else 0.0

    def _length(self, words: Iterable[str]) -> float:
        return math.sqrt(sum(self.weights.get(word, 0.0) ** 2 for word in words))


def _times(one: Interval | None, other: Interval | None) -> tuple[float, float]:
    """Whether two times meet, and how far apart they are if not."""
    if one is None or other is None:
        return 0.0, 0.0
    if one.overlaps(other):
        return 1.0, 0.0
    return 0.0, min(math.log1p((one.gap(other) or timedelta()) / timedelta(days=1)), LONGEST)


def _are_elsewhere(one: Facts, other: Facts) -> bool:
    """Both name places and none in common, or one names the place of the whole dossier and the other another."""
    if one.names and other.names:
        return not one.names & other.names
    return (bool(one.names) and other.home) or (bool(other.names) and one.home)


def _are_far(one: Account, other: Account) -> bool:
    """Both are told for a month or less, and days lie between: years and open spans say too little."""
    gap = one.interval.gap(other.interval) if _is_definite(one) and _is_definite(other) else None  # type: ignore[union-attr,arg-type]
    return gap is not None and gap > NEAR


def _is_definite(account: Account) -> bool:
    length = account.interval.duration if account.interval and not account.saying else None
    return length is not None and length <= timedelta(days=31)


def _are_of_other_strength(one: Account, other: Account) -> bool:
    """A quake a whole magnitude weaker or stronger is another quake."""
    known, told = (
        next((q.low for q in a.quantities if q.of == "magnitude" and q.low is not None), None) for a in (one, other)
    )
    return known is not None and told is not None and abs(known - told) >= 1


def words_of(text: str) -> frozenset[str]:
    """The words of a claim that say what it is about, without their endings.

    >>> sorted(words_of("The grenades were dummies carved from teak"))
    ['carv', 'dummi', 'grenad', 'teak']
    """
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    return frozenset(_stem(word) for word in words if word not in IDLE_WORDS)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: len(word) - len(ending)] + ("i" if ending in {"ies", "ied"} else "")
            break
    return word[:-1] + "i" if word.endswith("y") else word


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
        for word in facts.words:
            for holder in self._holders.get(word, ())[-most:]:
                shared[holder] += self._evidence.weights[word]
        return shared
