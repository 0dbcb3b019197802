"""What each chapter of a large dossier tells of an event, and how these strands make up the events.

A chapter's strands are the groups it is woven into; of one that did not change they are its claims by the events they
are in. Strands of neighbouring chapters that tell of one happening are joined, so that an event is a chain of strands
of chapters in a row. Where only some chapters are woven, the rest of a chain is taken as it is.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from timeline.models import Article, Claim, Dossier, Event
from timeline.reading import reader
from timeline.reading.accounts import Account
from timeline.reading.chapters import bridge
from timeline.reading.events import group_accounts
from timeline.reading.origins import find_copies
from timeline.services.accounts import account_of
from timeline.services.chapters import Plan, claims_in
from timeline.services.rows import BATCH
from timeline.services.searchable import forget_rejected
from timeline.services.storing import Part, store_copies

TOGETHER = 2000  # claims that are stored together
# A strand: the number of its chapter and its own in it; or a piece of a chain between chapters that are looked at:
# the number of the first such chapter behind it, and its event below zero.
Name = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """Claims that are one event. `pinned` is the event an editor put some of them into, or None."""

    claims: tuple[int, ...]
    pinned: int | None = None


@dataclass(slots=True)
class Strung:
    """The chains to be stored, the event each of their claims is in now, and all events they may come from."""

    chains: list[Chain] = field(default_factory=list)
    event_of: dict[int, int] = field(default_factory=dict)
    events: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Web:
    """The strands of the chapters that are looked at, and which of them go on in which."""

    plan: Plan
    looked_at: list[int]
    claims: dict[Name, list[int]] = field(default_factory=dict)
    pinned: dict[Name, int] = field(default_factory=dict)
    event_of: dict[int, int] = field(default_factory=dict)
    parents: dict[Name, Name] = field(default_factory=dict)

    def add(self, name: Name, claims: Iterable[int]) -> None:
        self.claims.setdefault(name, []).extend(claims)
        self.parents.setdefault(name, name)

    def root(self, name: Name) -> Name:
        while self.parents[name] != name:
            self.parents[name] = self.parents[self.parents[name]]
            name = self.parents[name]
        return name

    def join(self, one: Name, other: Name) -> None:
        self.parents[self.root(other)] = self.root(one)

    def event(self, name: Name) -> int | None:
        """The event a strand that did not change is in."""
        return self.event_of.get(self.claims[name][0]) if name[0] not in self.plan.fresh else None

    def chains(self) -> Iterator[list[Name]]:
        found: dict[Name, list[Name]] = defaultdict(list)
        for name in self.claims:
            found[self.root(name)].append(name)
        return iter(found.values())


def strung(dossier: Dossier, plan: Plan) -> Strung:
    """The chains that what is fresh in the plan can be part of."""
    web = _Web(plan, sorted(plan.looked_at))
    before: tuple[int, list[list[Account]]] = (-2, [])
    for number in web.looked_at:
        groups = _groups(dossier, web, number)
        if before[0] == number - 1:
            _join(web, number, before[1], groups)
        before = (number, groups)
    _tie_the_rest(web)
    return _changed(dossier, web)


def _groups(dossier: Dossier, web: _Web, number: int) -> list[list[Account]]:
    """The accounts of a chapter by strand; the strands by their first account in reading order."""
    rows = loaded(claims_in(dossier, web.plan, number))
    told = [account for _, account in rows]
    web.event_of |= {claim.pk: claim.event_id for claim, _ in rows if claim.event_id}
    if number in web.plan.fresh:
        since, until = web.plan.places[number]
        articles = dossier.articles.filter(position__gte=since, position__lt=until)
        store_copies(articles, find_copies(told))
        forget_rejected(articles=articles)
        groups = [group.accounts for group in group_accounts(told)]
    else:
        by_event: dict[int, list[Account]] = defaultdict(list)
        for account in told:
            by_event[web.event_of.get(account.id, -account.id)].append(account)
        groups = list(by_event.values())
    groups = sorted((sorted(group, key=in_reading_order) for group in groups), key=lambda one: in_reading_order(one[0]))
    for place, group in enumerate(groups):
        web.add((number, place), (account.id for account in group))
        for account in group:
            if account.pinned is not None:
                web.pinned[number, place] = account.pinned
    return groups


def in_reading_order(account: Account) -> tuple[int, int, int]:
    return account.article, account.start, account.id


def _join(web: _Web, number: int, left: Sequence[Sequence[Account]], right: Sequence[Sequence[Account]]) -> None:
    """Join the strands of a chapter with those of the one before it: anew, or as they were."""
    if number - 1 in web.plan.joints:
        pairs = bridge(left, right)
    else:
        places = {web.event((number - 1, place)): place for place in range(len(left))}
        events = {place: web.event((number, place)) for place in range(len(right))}
        pairs = [(places[event], place) for place, event in events.items() if event is not None and event in places]
    for one, other in pairs:
        web.join((number - 1, one), (number, other))


def _tie_the_rest(web: _Web) -> None:
    """Add what the chains of unchanged strands hold in chapters that are not looked at."""
    edges = {
        number
        for number in web.looked_at
        if number not in web.plan.fresh and not {number - 1, number + 1} <= set(web.looked_at)
    }
    at = {(name[0], event): name for name in web.claims if name[0] in edges and (event := web.event(name)) is not None}
    for event, claim, put, number in _homes(web.plan, {event for _, event in at}):
        behind = bisect_left(web.looked_at, number)
        if behind < len(web.looked_at) and web.looked_at[behind] == number:
            continue
        name = (-1 - behind, event)
        web.add(name, [claim])
        web.event_of[claim] = event
        if put:
            web.pinned[name] = event
        for beside in web.looked_at[max(behind - 1, 0) : behind + 1]:
            if (beside, event) in at:
                web.join(at[beside, event], name)


def _homes(plan: Plan, events: Iterable[int]) -> Iterator[tuple[int, int, bool, int]]:
    """(event, claim, whether an editor put it there, chapter) of every claim in these events."""
    wanted = sorted(events)
    for first in range(0, len(wanted), BATCH):
        part = Claim.objects.filter(event__in=wanted[first : first + BATCH], rejected=False).order_by()
        for event, claim, fixed, at in part.values_list("event", "pk", "event_fixed", "article__position"):
            yield event, claim, fixed, plan.at(plan.pins[event] if fixed else at)


def _changed(dossier: Dossier, web: _Web) -> Strung:
    """The chains that are not, claim for claim, an event as it stands."""
    it = Strung()
    chains = list(web.chains())
    events = [{web.event_of[pk] for name in chain for pk in web.claims[name] if pk in web.event_of} for chain in chains]
    shared = Counter(event for some in events for event in some)
    stored = dict(_counts({event for some in events for event in some}))
    for chain, some in zip(chains, events, strict=True):
        claims = [pk for name in chain for pk in web.claims[name]]
        same = len(some) == 1 and all(shared[event] == 1 and stored[event] == len(claims) for event in some)
        if same and not any(name[0] in web.plan.fresh for name in chain):
            continue
        pins = [web.pinned[name] for name in chain if name in web.pinned]
        it.chains.append(Chain(tuple(claims), pins[0] if pins else None))
        it.event_of |= {pk: web.event_of[pk] for pk in claims if pk in web.event_of}
        it.events |= some | set(pins)
    for number in web.plan.fresh:
        since, until = web.plan.places[number]
        it.events |= _empty(dossier.events.filter(position__gte=since, position__lt=until))
    it.events |= _empty(dossier.events.filter(position=None))
    return it


def _empty(events: QuerySet[Event]) -> set[int]:
    """Those that no claim is about any more."""
    about = Claim.objects.filter(event=OuterRef("pk"), rejected=False)
    return set(events.filter(~Exists(about)).order_by().values_list("pk", flat=True))


def _counts(events: set[int]) -> Iterator[tuple[int, int]]:
    wanted = sorted(events)
    for first in range(0, len(wanted), BATCH):
        yield from Event.objects.filter(pk__in=wanted[first : first + BATCH]).values_list("pk", "claim_count")


def loaded(ids: Sequence[int]) -> list[tuple[Claim, Account]]:
    """Claims with all that weaving looks at, in reading order."""
    articles = Prefetch("article", Article.objects.select_related("source").defer("text"))
    rows: list[Claim] = []
    for first in range(0, len(ids), BATCH):
        part = Claim.objects.filter(pk__in=ids[first : first + BATCH]).select_related("timestamp").order_by()
        rows += part.prefetch_related("quantities", articles)
    rows.sort(key=lambda claim: (claim.article_id, claim.start, claim.pk))
    return [(claim, account_of(claim, claim.article)) for claim in rows]


def parts(chains: Iterable[tuple[Chain, int | None]]) -> Iterator[list[tuple[Chain, int | None]]]:
    """Chains that are stored together, each with the number of its event's row."""
    part: list[tuple[Chain, int | None]] = []
    claims = 0
    for chain in chains:
        if part and claims + len(chain[0].claims) > TOGETHER:
            yield part
            part, claims = [], 0
        part.append(chain)
        claims += len(chain[0].claims)
    if part:
        yield part


def told(dossier: Dossier, plan: Plan, chains: Sequence[tuple[Chain, int | None]]) -> Part:
    """The events of these chains, worked out from their claims."""
    rows = {claim.pk: (claim, account) for claim, account in loaded([pk for chain, _ in chains for pk in chain.claims])}
    copies = {c.article_id: c.article.copy_of_id for c, _ in rows.values() if c.article.copy_of_id}
    woven, positions = [], []
    for chain, _ in chains:
        accounts = sorted((rows[pk][1] for pk in chain.claims), key=in_reading_order)
        woven.append(reader.tell_event(accounts, copies, chain.pinned))
        first = min(position for pk in chain.claims if (position := rows[pk][0].article.position) is not None)
        positions.append(plan.pins.get(chain.pinned, first) if chain.pinned else first)
    ids = [pk for _, pk in chains]
    claims = {pk: claim for pk, (claim, _) in rows.items()}
    return Part(dossier, woven, ids, positions, claims, {"event__in": [pk for pk in ids if pk]})
