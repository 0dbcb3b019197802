"""Which claims tell of the same happening.

Claims are gathered the likeliest two first: two groups become one while their claims, each held against each, are
rather likely to share a happening (`linkage`, `gathering`). Claims with a word of the table of happenings are gathered
by themselves, and so are those without one, which then go to the event for which they and the claim before them in the
article speak: such a claim seldom tells of a happening of its own. A conflict of times must not split an event, so
times part claims only where they are days apart. To keep the cost linear only claims are held against each other that
something leads to: the same topic, rare words, their places.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from timeline.reading.accounts import Account
from timeline.reading.facts import Facts
from timeline.reading.gathering import gather
from timeline.reading.linkage import Evidence, Index
from timeline.reading.state_conflicts import contrary_to, states_of
from timeline.reading.status_conflicts import answered_by, is_denial

ASKED = 12  # events a claim is held against
MEMBERS = 8  # claims of an event it is held against
HOLDERS = 40  # claims looked at for one word
LEADS = 24  # claims a claim is held against
# What it counts, in leading to a claim, that it has the same topic or stands before; shared words count their weight.
SURE = 4.0
RESERVE = 2.0  # how much likelier a claim must be to come into an event that an editor made
LATEST = 12  # claims of one topic looked at, besides those that words lead to
NEXT = 0.75  # what it counts that the claim before in the article is in the event
# What a claim without a word for a happening must come to, to go to an event, and what several together.
STRAY, STRAYS = -3.0, -0.75
ALONE = 6  # claims of an event that a denial may be taken out of
DENIED = -1.4  # what a denial and a claim it contradicts must come to, to be of one event


@dataclass(slots=True)
class Group:
    """Accounts of one event. `pinned` is the event an editor put them in."""

    facts: list[Facts] = field(default_factory=list)
    pinned: int | None = None

    @property
    def topic(self) -> tuple[str, str]:
        """What most of its claims are about, those apart that tell of no happening of the table."""
        told = Counter(facts.topic for facts in self.facts if not facts.is_bare)
        return told.most_common(1)[0][0] if told else self.facts[0].topic

    @property
    def accounts(self) -> list[Account]:
        return [facts.account for facts in self.facts]


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """The events of a dossier; an account an editor pinned goes where it was put."""
    desk = _Desk(Evidence(accounts))
    desk.gather()
    desk.place_strays()
    desk.place_denials()
    groups = [Group(sorted(desk.facts_of(number), key=_order), desk.pinned.get(number)) for number in desk.groups]
    return sorted(groups, key=lambda group: _order(group.facts[0]))


def _order(facts: Facts) -> tuple[bool, bool, bool, int]:
    """Those an editor placed, then those with a time of their own, then the rest, each in reading order; what tells of
    no happening of the table comes last."""
    account = facts.account
    return account.pinned is None, facts.is_bare, account.interval is None or account.inherited, facts.place


def _opposed(one: Account, others: list[Account]) -> list[Account]:
    return answered_by(one, others) if is_denial(one) else contrary_to(one, others)


class _Desk:
    """The events as they stand while claims are gathered. A claim goes by its place in reading order, a group by the
    place of the claim it began with."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._read = sorted(evidence.facts.values(), key=lambda facts: facts.place)
        self._leads: dict[int, dict[int, float]] = {facts.place: {} for facts in self._read}
        self.groups: dict[int, list[int]] = {}
        self.pinned: dict[int, int] = {}  # group: the event an editor put its claims in
        first: dict[int, int] = {}
        for facts in self._read:
            pinned = facts.account.pinned
            number = facts.place if pinned is None else first.setdefault(pinned, facts.place)
            self.groups.setdefault(number, []).append(facts.place)
            if pinned is not None:
                self.pinned[number] = pinned
        self._group_of = {place: number for number, places in self.groups.items() for place in places}
        self._compare()

    def facts_of(self, number: int) -> list[Facts]:
        return [self._read[place] for place in self.groups[number]]

    def _compare(self) -> None:
        """Hold each claim against those before it that something leads to."""
        index, by_topic = Index(self._evidence), defaultdict[tuple[str, str], list[int]](list)
        places = {facts.account.id: facts.place for facts in self._read}
        for facts in self._read:
            votes = {places[i]: weight for i, weight in index.like(facts, HOLDERS).items()}
            led = [] if facts.is_bare else by_topic[facts.topic][-LATEST:]
            for place in (*led, *([facts.place - 1] if self._goes_on(facts.place) else [])):
                votes[place] = votes.get(place, 0.0) + SURE
            for place in nlargest(LEADS, votes, key=lambda place: (votes[place], place)):
                self._leads[facts.place][place] = self._leads[place][facts.place] = self._likely(facts.place, place)
            if not facts.is_bare:
                by_topic[facts.topic].append(facts.place)
            index.add(facts)

    def _likely(self, one: int, other: int) -> float:
        known = self._leads[one].get(other)
        return self._evidence.score(self._read[one], self._read[other]) if known is None else known

    def gather(self) -> None:
        """Bring together what is rather likely one; claims with a word for a happening and claims without one apart."""
        told: dict[int, dict[int, list[float]]] = {number: {} for number in self.groups}
        for place, leads in self._leads.items():
            for other, likely in leads.items():
                here, there = self._group_of[place], self._group_of[other]
                if here != there and self._is_bare(here) == self._is_bare(there):
                    told[here].setdefault(there, []).append(likely)
        beside = {here: {there: sum(said) / len(said) for there, said in near.items()} for here, near in told.items()}
        gather(self.groups, beside, self._likely, self._least, self.pinned)
        self._group_of = {place: number for number, places in self.groups.items() for place in places}

    def _least(self, one: int, other: int) -> float:
        """What two groups must come to. An event an editor made takes only what is about the same, so that it stays
        what the editor meant, and no claim of another such event."""
        editors = self.pinned.keys() & {one, other}
        if not editors:
            return 0.0
        return RESERVE if len(editors) == 1 and self._topics(one) & self._topics(other) else math.inf

    def place_strays(self) -> None:
        """Put claims without a word for a happening into the likeliest event."""
        for number in sorted(self.groups):
            if not self._is_bare(number):
                continue
            places = self.groups[number]
            into = self._likeliest(number, STRAY if len(places) == 1 else STRAYS)
            if into is not None:
                self.groups[into] += self.groups.pop(number)
                self._group_of |= dict.fromkeys(places, into)

    def place_denials(self) -> None:
        """Put a denial that stands nearly alone, beside nothing that it denies, with what it denies."""
        for number in sorted(self.groups):
            places = self.groups[number]
            if len(places) > ALONE or number in self.pinned:
                continue
            for place in [place for place in places if self._opposes(place)]:
                denied = self._denied(place)
                if denied is not None and (into := self._group_of[denied]) != number:
                    places.remove(place)
                    self.groups[into].append(place)
                    self._group_of[place] = into
            if not places:
                del self.groups[number]

    def _opposes(self, place: int) -> bool:
        """It denies something, or says only how a thing stood."""
        facts = self._read[place]
        return is_denial(facts.account) or (facts.is_bare and bool(states_of(facts.account)))

    def _denied(self, place: int) -> int | None:
        """The likeliest of the claims that something leads to which the denial is of; None where none is likely."""
        mine, no = self._group_of[place], self._read[place].account
        led = {*self._leads[place], *self.groups[mine], *([place - 1] if self._goes_on(place) else [])} - {place}
        by_id = {self._read[other].account.id: other for other in led}
        of = [by_id[account.id] for account in _opposed(no, [self._read[other].account for other in led])]
        if any(self._group_of[other] == mine for other in of):
            return None
        of = [other for other in of if self._group_of[other] not in self.pinned and self._likely(place, other) > DENIED]
        return max(of, key=lambda other: (self._likely(place, other), -other), default=None)

    def _likeliest(self, number: int, least: float) -> int | None:
        """The group for which most speaks, if that is more than `least`; of equal ones the first."""
        led: Counter[int] = Counter()
        for place in self.groups[number][:MEMBERS]:
            led.update({self._group_of[other] for other in self._leads[place]} - {number})
        spoken = {}
        for into, _ in led.most_common(ASKED):
            said, least_here = self._spoken(number, into), least + self._least(number, into)
            if said > least_here:
                spoken[into] = said
        return max(spoken, key=lambda into: (spoken[into], -into), default=None)

    def _spoken(self, number: int, into: int) -> float:
        """What speaks for it that claims belong to a group: for each the mean of what it comes to beside those of the
        group and the most of it, and that the claim before it in the article is in the group; the mean over all."""
        asked = self.groups[number][:MEMBERS]
        return sum(self._beside(place, into) + NEXT * self._follows(place, into) for place in asked) / len(asked)

    def _beside(self, place: int, into: int) -> float:
        led = [other for other in self._leads[place] if self._group_of[other] == into]
        told = [self._likely(place, other) for other in {*led, *self.groups[into][:MEMBERS]}]
        return (max(told) + sum(told) / len(told)) / 2

    def _follows(self, place: int, into: int) -> bool:
        return self._goes_on(place) and self._group_of[place - 1] == into

    def _goes_on(self, place: int) -> bool:
        """The claim before in reading order is of the same article."""
        return place > 0 and self._read[place - 1].account.article == self._read[place].account.article

    def _is_bare(self, number: int) -> bool:
        """Its claims have no word for a happening; what an editor put together is taken to have one."""
        return number not in self.pinned and self._read[self.groups[number][0]].is_bare

    def _topics(self, number: int) -> set[tuple[str, str]]:
        return {facts.topic for facts in self.facts_of(number)}
