"""A large dossier is woven in chapters: runs of articles by when they were published, each small enough to be woven
whole.

The line of time is halved, and halved again, until each piece has few claims; so where a chapter begins and ends
depends on nothing but how many claims stand near it, and an article that comes or goes changes one chapter, or splits
or joins two. What chapters next to each other tell of one happening is joined by `bridge`.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate

from timeline.reading.accounts import Account
from timeline.reading.events import ASKED, LATEST, MEMBERS
from timeline.reading.facts import Facts
from timeline.reading.intervals import Interval
from timeline.reading.linkage import Evidence, Index

MOST = 2000  # claims of a chapter; a dossier that has no more is one
_FIRST = datetime.min.replace(tzinfo=UTC)
_MINUTE, _TIES = 60, 20  # articles of one minute are told apart by 20 bits of their number
_UNDATED = 2**33 - 1  # minutes: behind all that is dated
LINE = 2**53  # the end of the line


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the line, `[since, until)`, and the claims of the articles in it."""

    since: int
    until: int
    claims: int


def position(article: int, published: Interval | None) -> int:
    """Where an article stands on the line: by the middle of when it was published, then by its number."""
    minutes = _UNDATED
    if published and (published.start or published.end):
        start, end = published.start or published.end, published.end or published.start
        minutes = int((_seconds(start) + _seconds(end)) / 2 / _MINUTE)
    return (minutes << _TIES) | (article & ((1 << _TIES) - 1))


def _seconds(instant: datetime | None) -> float:
    assert instant is not None
    return (instant - _FIRST).total_seconds()


def cut(pieces: Sequence[Stretch], most: int) -> list[Stretch]:
    """The chapters of articles, given as stretches of length one, and of chapters that are known to stay: sorted, and
    none over another. A chapter has `most` claims at most unless it is one article."""
    starts = [piece.since for piece in pieces]
    sums = [0, *accumulate(piece.claims for piece in pieces)]
    return list(_halved(starts, sums, most, 0, LINE))


def _halved(starts: Sequence[int], sums: Sequence[int], most: int, since: int, until: int) -> Iterator[Stretch]:
    first, last = bisect_left(starts, since), bisect_left(starts, until)
    if first == last:
        return
    claims = sums[last] - sums[first]
    if claims <= most or until - since == 1:
        yield Stretch(since, until, claims)
        return
    middle = (since + until) // 2
    yield from _halved(starts, sums, most, since, middle)
    yield from _halved(starts, sums, most, middle, until)


def bridge(left: Sequence[Sequence[Account]], right: Sequence[Sequence[Account]]) -> list[tuple[int, int]]:
    """(number in the left, number in the right) of groups that tell of one happening, of two chapters in a row, each
    in one pair at most: the likeliest pairs first. A group that an editor made goes on to the right but continues
    nothing on the left, so that what is joined by and by has one editor's choice at most."""
    heads = [list(group[:MEMBERS]) for group in (*left, *right)]
    evidence = Evidence([account for head in heads for account in head])
    facts = [[evidence.facts[account.id] for account in head] for head in heads]
    desk = _Left(evidence, facts[: len(left)])
    found = [
        (likely, number, other)
        for other, mine in enumerate(facts[len(left) :])
        if all(one.account.pinned is None for one in mine)
        for number in desk.candidates(mine)
        if (likely := desk.likely(mine, number)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return sorted(pairs.items())


class _Left:
    """The groups of the chapter on the left, by what leads to them."""

    def __init__(self, evidence: Evidence, groups: Sequence[Sequence[Facts]]) -> None:
        self._evidence, self._groups, self._index = evidence, groups, Index(evidence)
        self._holding: dict[int, int] = {}
        self._by_topic: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for facts in group:
                self._holding[facts.account.id] = number
                self._index.add(facts)
            for topic in {facts.topic for facts in group if not facts.is_bare}:
                self._by_topic[topic].append(number)

    def candidates(self, mine: Sequence[Facts]) -> list[int]:
        led: Counter[int] = Counter()
        for facts in mine:
            votes: dict[int, float] = defaultdict(float)
            for account, weight in self._index.like(facts, MEMBERS * LATEST).items():
                votes[self._holding[account]] = max(votes[self._holding[account]], weight)
            for number in self._by_topic[facts.topic][-LATEST:]:
                votes[number] += 4.0
            led.update(sorted(votes, key=lambda number: (-votes[number], number))[:ASKED])
        open_to = (n for n, _ in sorted(led.items(), key=lambda one: (-one[1], one[0])) if self._takes(n, mine))
        return list(open_to)[:ASKED]

    def _takes(self, number: int, mine: Iterable[Facts]) -> bool:
        group = self._groups[number]
        if all(facts.account.pinned is None for facts in group):
            return True
        return bool({facts.topic for facts in group} & {facts.topic for facts in mine})

    def likely(self, mine: Sequence[Facts], number: int) -> float:
        asked = [self._evidence.score(one, other) for one in mine for other in self._groups[number]]
        return sum(asked) / len(asked)
