"""Which claims tell of the same happening: type family, what is acted on, place, and nearness in time.

A conflict of times must not split an event, so times part claims only where they are days apart; a place that only a
few articles name parts them from the happening the dossier is about.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from timeline.reading.accounts import Account
from timeline.reading.intervals import Interval
from timeline.reading.kinship import Kinship
from timeline.reading.places import core_names, own_names, scenes
from timeline.reading.topics import kind_of_attack, target_words, topic_of
from timeline.reading.triggers import happening_of

NEAR = timedelta(days=5)  # times told of one happening lie this near; DESIGN.md section 5


@dataclass(slots=True)
class Group:
    """Accounts of one event while they are being gathered."""

    topic: tuple[str, str]
    accounts: list[Account] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    earliest: datetime | None = None
    latest: datetime | None = None
    spans: list[Interval] = field(default_factory=list)  # years and open spans, too coarse for the bounds
    pinned: int | None = None

    def add(self, account: Account, names: frozenset[str]) -> None:
        self.accounts.append(account)
        self.names |= names
        self.words |= target_words(account)
        if account.interval is None or account.saying:
            return
        if not _is_definite(account):
            self.spans.append(account.interval)
            return
        start, end = account.interval.start or account.interval.end, account.interval.end or account.interval.start
        assert start is not None and end is not None
        self.earliest = start if self.earliest is None else min(self.earliest, start)
        self.latest = end if self.latest is None else max(self.latest, end)

    def is_near(self, account: Account) -> bool:
        if account.interval is None or account.saying:
            return True
        if self.earliest is None or self.latest is None:
            return not self.spans or any(span.widened(NEAR).overlaps(account.interval) for span in self.spans)
        start, end = account.interval.start or account.interval.end, account.interval.end or account.interval.start
        assert start is not None and end is not None
        return start - self.latest <= NEAR and self.earliest - end <= NEAR

    def meets(self, account: Account) -> bool:
        """The account's own time lies among the group's."""
        if account.interval is None or account.inherited or self.earliest is None or self.latest is None:
            return False
        return account.interval.overlaps(
            Interval(self.earliest, max(self.latest, self.earliest + timedelta(seconds=1)))
        )

    def shares_time(self, account: Account) -> bool:
        """The account's time overlaps one of the group's, however coarse."""
        told = account.interval
        return told is not None and (self.meets(account) or any(told.overlaps(span) for span in self.spans))


def _is_definite(account: Account) -> bool:
    """Told for a month or less: years and open spans say too little to draw a group's bounds by."""
    length = account.interval.duration if account.interval else None
    return length is not None and length <= timedelta(days=31)


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """The events of a dossier; an account an editor pinned goes where it was put. What tells of no happening of the
    table goes with the claim it is most like."""
    core, alias = core_names(accounts)
    attack = kind_of_attack(accounts)
    kinship = Kinship(accounts)
    scene = scenes(accounts)
    groups: list[Group] = []
    by_topic: dict[tuple[str, str], list[Group]] = defaultdict(list)
    holding: dict[int, Group] = {}  # account id: its group
    pinned: dict[int, Group] = {}
    for account in sorted(accounts, key=_order):
        names = own_names(account, core, alias) | scene.get(account.id, frozenset())
        topic = topic_of(account, attack)
        if account.pinned is not None:
            group = pinned.get(account.pinned)
        elif topic[0] == "statement":
            kin = kinship.nearest(account)
            group = holding[kin] if kin is not None and holding[kin].is_near(account) else None
        else:
            found = [g for g in by_topic[topic] if _belongs(g, account, names)]
            group = max(found, key=lambda g: (g.meets(account), len(g.accounts)), default=None)
        if group is None:
            group = Group(topic, pinned=account.pinned)
            groups.append(group)
            by_topic[topic].append(group)
            if account.pinned is not None:
                pinned[account.pinned] = group
        group.add(account, names)
        holding[account.id] = group
        kinship.add(account)
    return groups


def _order(account: Account) -> tuple[bool, bool, bool, int, int]:
    """Those an editor placed, then those with a time of their own, then the rest, each in reading order; what tells of
    no happening of the table comes last."""
    bare = happening_of(account.type).family == "statement"
    return account.pinned is None, bare, account.interval is None or account.inherited, account.article, account.start


def _belongs(group: Group, account: Account, names: frozenset[str]) -> bool:
    if not group.is_near(account):
        return False
    if group.topic[0] == "recalled":
        return bool(names & group.names) or (not (names and group.names) and group.shares_time(account))
    if group.topic[0] == "disaster" and _other_strength(group, account):
        return False
    if group.topic[1] == "building" and not (group.words & target_words(account)):
        return False
    return bool(names & group.names) if names or group.names else True


def _other_strength(group: Group, account: Account) -> bool:
    """A quake a whole magnitude weaker or stronger is another quake."""
    known = [q.low for a in group.accounts for q in a.quantities if q.of == "magnitude" and q.low is not None]
    told = [q.low for q in account.quantities if q.of == "magnitude" and q.low is not None]
    return bool(known and told) and abs(known[0] - told[0]) >= 1
