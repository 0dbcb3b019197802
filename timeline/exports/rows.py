"""The rows of an export, some at a time: of the dossier only the numbers of its claims and events are held."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from django.db.models import Case, Prefetch, Q, QuerySet, When
from django.db.models.functions import Coalesce

from timeline.models import Article, Claim, Conflict, Dossier, Event, Original, Side
from timeline.reading.intervals import Interval
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by
from timeline.selectors.timeline import conflicts_of

PART = 500  # claims or events in hand at a time
TEXTS = 20  # articles in hand with their texts
# When an event was: its most supported time, else when its accounts begin or end (`when`, for the database).
_SUPPORTED = Q(supported_by__gt=0) & (Q(supported_start__isnull=False) | Q(supported_end__isnull=False))
_AT = Case(When(_SUPPORTED, then=Coalesce("supported_start", "supported_end")), default=Coalesce("start", "end"))
# (event, its claims in reading order).
Held = tuple[Event, list[Claim]]
Load = Callable[[QuerySet[Claim]], QuerySet[Claim]]


def when(event: Event) -> Interval | None:
    """The most supported time of an event, else the whole of what its accounts span; None where none is dated."""
    start, end = (event.supported_start, event.supported_end) if event.supported_by else (None, None)
    if start is None and end is None:
        start, end = event.start, event.end
    return Interval(start, end) if start or end else None


def with_told(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The claims with their times and quantities."""
    return claims.select_related("timestamp").prefetch_related("quantities")


def with_all(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The same with their events and articles, each row once; never an article's text or a file's bytes."""
    articles = Prefetch("article", Article.objects.select_related("source").defer("text"))
    originals = Prefetch("article__original", Original.objects.defer("data"))
    return with_told(claims).prefetch_related(articles, originals, "event")


class Rows:
    """What is taken away: a dossier, or the `chosen` claims of it, in either case without the rejected ones."""

    def __init__(self, dossier: Dossier, chosen: QuerySet[Claim] | None = None) -> None:
        self.dossier, self._chosen = dossier, chosen
        self.known: Known | None = None
        claims = (dossier.claims.all() if chosen is None else chosen).filter(rejected=False)
        self._claims = claims.order_by()
        self.ids = _ids(claims.order_by("article_id", "start", "id"))
        self._sorted = None if chosen is None else _ids(claims.order_by("pk"))

    def __contains__(self, claim: int) -> bool:
        """Whether a claim of the dossier that is not rejected is taken away."""
        if self._sorted is None:
            return True
        place = bisect_left(self._sorted, claim)
        return place < len(self._sorted) and self._sorted[place] == claim

    def claims(self) -> Iterator[Claim]:
        """In reading order, with their times and quantities."""
        for part in _parts(self.ids, PART):
            yield from self._load(part, with_told)

    def by_article(self) -> Iterator[tuple[Article, list[Claim]]]:
        """(article with its text, claims in it) in reading order; one whose claims are many may come several times."""
        for part in _parts(self.ids, PART):
            claims = groupby(self._load(part), key=lambda claim: claim.article_id)
            by_article = [(pk, list(found)) for pk, found in claims]
            for first in range(0, len(by_article), TEXTS):
                some = by_article[first : first + TEXTS]
                articles = Article.objects.in_bulk([pk for pk, _ in some])
                yield from ((articles[pk], found) for pk, found in some)

    def articles(self) -> Iterator[Article]:
        """With their texts: all of the dossier, or those the chosen claims stand in."""
        whole = Article.objects.select_related("source", "original").defer("original__data")
        for part in _parts(_ids(self._articles()), TEXTS):
            yield from whole.filter(pk__in=part).order_by("pk")

    def events(self) -> Iterator[tuple[Event, list[int]]]:
        """(event, its claims in reading order) by when the event begins; none without a claim taken away."""
        return self._peopled(_ids(self._events()))

    def told(self) -> Iterator[list[Held]]:
        """The same by when the events were (`when`), those without a time last: some at a time, with their claims."""
        return self._filled(self._peopled(_ids(self._events().order_by(_AT.asc(nulls_last=True), "pk"))))

    def dateless(self) -> int:
        """How many events nothing dates."""
        undated = self._events().filter(start=None, end=None).exclude(_SUPPORTED)
        return sum(1 for _ in self._peopled(_ids(undated)))

    def conflicts(self) -> Iterator[Conflict]:
        """Those of the events, with their sides."""
        sides = Prefetch("sides", Side.objects.filter(claim__rejected=False))
        every = Conflict.objects.filter(event__dossier=self.dossier)
        if self._chosen is not None:
            every = every.filter(event__in=self._claims.values("event"))
        for part in _parts(_ids(every), PART):
            found = {row.pk: row for row in Conflict.objects.filter(pk__in=part).prefetch_related(sides)}
            yield from (found[pk] for pk in part if pk in found)

    def conflicts_of(self, events: Sequence[Event]) -> dict[int, list[Conflict]]:
        """By event."""
        return conflicts_of(events)

    def with_conflicts(self) -> Iterator[tuple[Claim, list[Conflict]]]:
        """(claim, the conflicts it has a side in), in reading order."""
        for part in _parts(self.ids, PART):
            beside: dict[int, list[Conflict]] = defaultdict(list)
            for side in Side.objects.filter(claim__in=part).select_related("conflict").order_by("conflict"):
                beside[side.claim_id].append(side.conflict)
            yield from ((claim, beside[claim.pk]) for claim in self._load(part))

    def _articles(self) -> QuerySet[Article]:
        articles = self.dossier.articles.order_by("pk")
        return articles if self._chosen is None else articles.filter(pk__in=self._claims.values("article"))

    def _events(self) -> QuerySet[Event]:
        events = self.dossier.events.all()
        return events if self._chosen is None else events.filter(pk__in=self._claims.values("event"))

    def _peopled(self, ids: Sequence[int]) -> Iterator[tuple[Event, list[int]]]:
        for part in _parts(ids, PART):
            members: dict[int, list[int]] = defaultdict(list)
            rows = Claim.objects.filter(event__in=part, rejected=False).order_by("article_id", "start", "id")
            for event, claim in rows.values_list("event", "pk"):
                if claim in self:
                    members[event].append(claim)
            events = Event.objects.in_bulk(list(members))
            yield from ((events[pk], members[pk]) for pk in part if pk in members)

    def _filled(self, events: Iterable[tuple[Event, list[int]]]) -> Iterator[list[Held]]:
        for part in _weighed(events, PART):
            rows = {claim.pk: claim for claim in self._load([pk for _, claims in part for pk in claims])}
            yield [(event, [rows[pk] for pk in claims if pk in rows]) for event, claims in part]

    def _load(self, ids: Sequence[int], rows: Load = with_all) -> list[Claim]:
        found: dict[int, Claim] = {}
        for part in _parts(ids, PART):
            found |= {claim.pk: claim for claim in rows(Claim.objects.filter(pk__in=part).order_by())}
        return [found[pk] for pk in ids if pk in found]


class KnownRows(Rows):
    """The same of what was known at a moment: claims under the events of that moment, which are no stored rows."""

    def __init__(self, dossier: Dossier, chosen: QuerySet[Claim] | None, known: Known) -> None:
        out = dossier.claims.filter(out_by(known.as_of, "article__")) if chosen is None else chosen
        super().__init__(dossier, out)
        self.known, self._narrowed = known, chosen is not None
        self._event_of = {claim.pk: event for event in known.events for claim in known.told[event.pk]}
        self.ids = array("q", (pk for pk in self.ids if pk in self._event_of))
        self._sorted = array("q", sorted(self.ids))

    def events(self) -> Iterator[tuple[Event, list[int]]]:
        return self._those(self.known.events)

    def told(self) -> Iterator[list[Held]]:
        return self._filled(self._those(sorted(self.known.events, key=_place)))

    def dateless(self) -> int:
        return sum(when(event) is None for event, _ in self.events())

    def conflicts(self) -> Iterator[Conflict]:
        return iter(self.known.all_conflicts())

    def conflicts_of(self, events: Sequence[Event]) -> dict[int, list[Conflict]]:
        return self.known.conflicts

    def with_conflicts(self) -> Iterator[tuple[Claim, list[Conflict]]]:
        beside: dict[int, list[Conflict]] = defaultdict(list)
        for conflict in self.conflicts():
            for side in conflict.sides.all():
                beside[side.claim_id].append(conflict)
        return ((claim, beside[claim.pk]) for part in _parts(self.ids, PART) for claim in self._load(part))

    def _articles(self) -> QuerySet[Article]:
        articles = self.dossier.articles.filter(out_by(self.known.as_of)).order_by("pk")
        if not self._narrowed:
            return articles
        told = chain.from_iterable(self.known.told.values())
        return articles.filter(pk__in={claim.article_id for claim in told if claim.pk in self})

    def _those(self, events: Iterable[Event]) -> Iterator[tuple[Event, list[int]]]:
        members: dict[int, list[int]] = defaultdict(list)
        for pk in self.ids:
            members[self._event_of[pk].pk].append(pk)
        return ((event, members[event.pk]) for event in events if event.pk in members)

    def _load(self, ids: Sequence[int], rows: Load = with_all) -> list[Claim]:
        claims = super()._load(ids, rows)
        for claim in claims:
            claim.event, claim.origin = self._event_of[claim.pk], self.known.origins.get(claim.pk, 0)
        return claims


def rows_of(dossier: Dossier, chosen: QuerySet[Claim] | None, known: Known | None) -> Rows:
    return KnownRows(dossier, chosen, known) if known else Rows(dossier, chosen)


def _place(event: Event) -> tuple[bool, float, int]:
    span = when(event)
    at = span and (span.start or span.end)
    return at is None, at.timestamp() if at else 0.0, event.pk


def _ids(rows: QuerySet[Any]) -> "array[int]":
    """Their numbers in order, eight bytes each."""
    return array("q", rows.values_list("pk", flat=True).iterator(chunk_size=PART * 10))


def _parts(ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (ids[first : first + size] for first in range(0, len(ids), size))


def _weighed(events: Iterable[tuple[Event, list[int]]], most: int) -> Iterator[list[tuple[Event, list[int]]]]:
    """Events together that have about so many claims; one that has more stands alone."""
    part: list[tuple[Event, list[int]]] = []
    weight = 0
    for event in events:
        if part and weight + len(event[1]) > most:
            yield part
            part, weight = [], 0
        part.append(event)
        weight += len(event[1])
    if part:
        yield part
