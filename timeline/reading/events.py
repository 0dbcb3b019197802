"""Which claims tell of the same happening.

A claim joins the event whose claims it most likely shares a happening with (`linkage`), and begins one of its own where
no event is rather likely. A conflict of times must not split an event, so times part claims only where they are days
apart. To keep the cost linear only events that something leads to are asked: the same topic, rare words, the claim
before in the article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.reading.accounts import Account
from timeline.reading.linkage import Evidence, Facts, Index

ASKED = 12  # events a claim is held against
MEMBERS = 8  # claims of an event it is held against
HOLDERS = 40  # claims looked at for one word
RESERVE = 2.0  # how much likelier a claim must be to come into an event that an editor made
LATEST = 10  # events of one topic looked at, besides those that words lead to


@dataclass(slots=True)
class Group:
    """Accounts of one event while they are being gathered. `pinned` is the event an editor put them in."""

    facts: list[Facts] = field(default_factory=list)
    pinned: int | None = None

    @property
    def topic(self) -> tuple[str, str]:
        """What most of its claims are about, those apart that tell of no happening of the table."""
        told = Counter(facts.topic for facts in self.facts if not facts.is_bare)
        return told.most_common(1)[0][0] if told else self.facts[0].topic

    def takes(self, facts: Facts) -> bool:
        """An event an editor made takes only what is about the same, so that it stays what the editor meant."""
        return self.pinned is None or any(facts.topic == member.topic for member in self.facts)

    @property
    def accounts(self) -> list[Account]:
        return [facts.account for facts in self.facts]


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """The events of a dossier; an account an editor pinned goes where it was put."""
    evidence = Evidence(accounts)
    desk = _Desk(evidence)
    for facts in sorted(evidence.facts.values(), key=_order):
        desk.place(facts)
    desk.join()
    return [group for group in desk.groups if group.facts]


def _order(facts: Facts) -> tuple[bool, bool, bool, int]:
    """Those an editor placed, then those with a time of their own, then the rest, each in reading order; what tells of
    no happening of the table comes last."""
    account = facts.account
    return account.pinned is None, facts.is_bare, account.interval is None or account.inherited, facts.place


class _Desk:
    """The events as they stand while claims are placed one by one."""

    def __init__(self, evidence: Evidence) -> None:
        self.groups: list[Group] = []
        self._evidence, self._index = evidence, Index(evidence)
        self._holding: dict[int, int] = {}  # account id: the number of its group
        self._at: dict[int, int] = {}  # place in reading order: account id
        self._by_topic: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._pinned: dict[int, int] = {}

    def place(self, facts: Facts) -> None:
        """Put a claim into the likeliest event, or into a new one."""
        pinned = facts.account.pinned
        number = self._likeliest(facts) if pinned is None else self._pinned.get(pinned)
        if number is None:
            number = len(self.groups)
            self.groups.append(Group(pinned=pinned))
            if pinned is not None:
                self._pinned[pinned] = number
        self.groups[number].facts.append(facts)
        self._holding[facts.account.id] = number
        self._at[facts.place] = facts.account.id
        if not facts.is_bare and number not in self._by_topic[facts.topic][-LATEST:]:
            self._by_topic[facts.topic].append(number)
        self._index.add(facts)

    def join(self) -> None:
        """Bring together events begun apart that turned out to be one, the smallest first."""
        for number in sorted(range(len(self.groups)), key=lambda n: len(self.groups[n].facts)):
            group = self.groups[number]
            best, most = None, 0.0
            for other in self._beside(group, number):
                if group.pinned is None or self.groups[other].pinned is None:
                    likely = self._likely_one(group, self.groups[other])
                    if likely > most:
                        best, most = other, likely
            if best is not None:
                self._pour(number, best)

    def _beside(self, group: Group, number: int) -> list[int]:
        """The events that something in an event leads to, itself apart."""
        led = (n for facts in group.facts[:MEMBERS] for n in self._candidates(facts) if n != number)
        return [n for n, _ in Counter(led).most_common(ASKED)]

    def _likely_one(self, group: Group, other: Group) -> float:
        asked = group.facts[:MEMBERS]
        return sum(self._likely(facts, other.facts[:MEMBERS]) for facts in asked) / len(asked)

    def _pour(self, number: int, into: int) -> None:
        group, other = self.groups[number], self.groups[into]
        for facts in group.facts:
            other.facts.append(facts)
            self._holding[facts.account.id] = into
        other.pinned = other.pinned if group.pinned is None else group.pinned
        for topic in {facts.topic for facts in group.facts}:
            self._by_topic[topic] = [into if n == number else n for n in self._by_topic[topic]]
        self.groups[number] = Group()

    def _likeliest(self, facts: Facts) -> int | None:
        best, most = None, 0.0
        for number in self._candidates(facts):
            group = self.groups[number]
            likely = self._likely(facts, group.facts[:MEMBERS]) - (RESERVE if group.pinned is not None else 0.0)
            if likely > most:
                best, most = number, likely
        return best

    def _likely(self, facts: Facts, members: Sequence[Facts]) -> float:
        return sum(self._evidence.score(facts, member) for member in members) / len(members)

    def _candidates(self, facts: Facts) -> Iterable[int]:
        """The numbers of the events that something leads to, those with most of it first."""
        votes: dict[int, float] = defaultdict(float)
        for account, weight in self._index.like(facts, HOLDERS).items():
            votes[self._holding[account]] = max(votes[self._holding[account]], weight)
        for place in (facts.place - 1, facts.place + 1):
            if place in self._at:
                votes[self._holding[self._at[place]]] += 1.0
        for number in self._by_topic[facts.topic][-LATEST:]:
            votes[number] += 4.0
        open_to = [number for number in votes if self.groups[number].takes(facts)]
        return sorted(open_to, key=lambda number: (-votes[number], number))[:ASKED]
