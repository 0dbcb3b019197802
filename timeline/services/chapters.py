"""The chapters of a large dossier: kept as few articles change, and what of them is to be woven again."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.models import Count, Min, QuerySet

from timeline.models import Article, Chapter, Claim, Dossier, Event
from timeline.reading import chapters
from timeline.reading.chapters import Stretch
from timeline.reading.intervals import Interval
from timeline.services.rows import BATCH

Place = tuple[int, int]  # [since, until) on the line


@dataclass(slots=True)
class Plan:
    """The chapters of a dossier in order, those of them to be woven (`fresh`), the pairs of neighbours, by the number
    of the left one, that may tell of the same otherwise than before (`joints`), and all that have to be looked at for
    that. `pins` gives the position of each event
    that an editor put claims into: they are woven there, whatever article they stand in."""

    places: list[Place]
    fresh: set[int]
    joints: set[int]
    looked_at: set[int]
    pins: dict[int, int]

    def at(self, position: int) -> int:
        """The number of the chapter at a position."""
        return bisect_right(self.places, (position, chapters.LINE)) - 1


def mark_changed(dossier: int | None, row: models.Model, before: Mapping[str, Any]) -> None:
    """What follows from a row that an editor made, changed or removed is to be woven again."""
    if dossier is None or not Chapter.objects.filter(dossier=dossier).exists():
        return
    if isinstance(row, Article):
        mark_article(row)
        return
    about = row if isinstance(row, Claim | Event) else getattr(row, "claim", None) or getattr(row, "event", None)
    articles = Article.objects.filter(pk=getattr(about, "article_id", None) or 0)
    events = Event.objects.filter(pk__in={getattr(about, "event_id", None), before.get("event")} - {None})
    _mark(dossier, [getattr(about, "position", None)])
    _mark(dossier, [*articles.values_list("position", flat=True), *events.values_list("position", flat=True)])


def mark_article(article: Article) -> None:
    """An article is read anew or goes: with it what an editor put into events elsewhere."""
    put = Event.objects.filter(claims__article=article, claims__event_fixed=True) if article.position else []
    _mark(article.dossier_id, [article.position, *(event.position for event in put)])


def _mark(dossier: int, positions: Iterable[int | None]) -> None:
    for position in set(positions) - {None}:
        Chapter.objects.filter(dossier=dossier, since__lte=position, until__gt=position).update(stale=True)


def plan(dossier: Dossier) -> Plan | None:
    """The chapters as the dossier's articles want them now; None, and no chapters, where the dossier is small."""
    kept = list(dossier.chapters.order_by("since"))
    if not kept and dossier.claims.filter(rejected=False).order_by()[: chapters.MOST + 1].count() <= chapters.MOST:
        return None
    before = [(one.since, one.until) for one in kept]
    placed = _place_articles(dossier, [one for one in kept if one.stale], whole=not kept)
    hit = {one.pk for one in kept if one.stale} | {one.pk for one in _at(kept, placed.values())}
    for one in kept:
        if one.pk in hit and not one.stale:
            placed |= dict(_articles_in(dossier, (one.since, one.until)).values_list("pk", "position"))
    pins = _pins(dossier)
    clean = [one for one in kept if one.pk not in hit]
    stretches = chapters.cut(_pieces(dossier, clean, placed, pins.values(), whole=not kept), chapters.MOST)
    places = [(one.since, one.until) for one in stretches]
    if places == [(0, chapters.LINE)] or not places:
        dossier.chapters.all().delete()
        return None
    still = {(one.since, one.until) for one in clean} & set(places)
    fresh = {number for number, place in enumerate(places) if place not in still}
    _keep(dossier, stretches, still)
    beside = set(pairwise(before))
    joints = {
        number
        for number, pair in enumerate(pairwise(places))
        if pair not in beside or number in fresh or number + 1 in fresh
    }
    it = Plan(places, fresh, joints, set(), pins)
    # Beside a chapter that is no more, too, there may be less of an event.
    beside_gone = {it.at(since) + step for since, until in before if (since, until) not in places for step in (0, 1)}
    it.looked_at = (fresh | joints | {number + 1 for number in joints} | beside_gone) & set(range(len(places)))
    return it


def _keep(dossier: Dossier, stretches: Iterable[Stretch], still: set[Place]) -> None:
    """Make the rows of the chapters what the chapters are now."""
    gone = [one.pk for one in dossier.chapters.all() if (one.since, one.until) not in still]
    for first in range(0, len(gone), BATCH):
        Chapter.objects.filter(pk__in=gone[first : first + BATCH]).delete()
    Chapter.objects.bulk_create(
        [
            Chapter(dossier=dossier, since=one.since, until=one.until, claims=one.claims)
            for one in stretches
            if (one.since, one.until) not in still
        ],
        batch_size=BATCH,
    )


def _place_articles(dossier: Dossier, stale: Iterable[Chapter], *, whole: bool) -> dict[int, int]:
    """Give a position to the articles that have none and to those of stale chapters; (article, position) of these."""
    asked = [dossier.articles.all()] if whole else [dossier.articles.filter(position=None)]
    asked += [_articles_in(dossier, (one.since, one.until)) for one in stale]
    placed, moved = {}, []
    for articles in asked:
        for pk, start, end, before in articles.order_by().values_list("pk", "start", "end", "position"):
            placed[pk] = chapters.position(pk, Interval(start, end) if start or end else None)
            if placed[pk] != before:
                moved.append(Article(pk=pk, position=placed[pk]))
    Article.objects.bulk_update(moved, ["position"], batch_size=BATCH)
    return placed


def _articles_in(dossier: Dossier, place: Place) -> QuerySet[Article]:
    return dossier.articles.filter(position__gte=place[0], position__lt=place[1])


def _at(kept: list[Chapter], positions: Iterable[int]) -> Iterator[Chapter]:
    starts = [one.since for one in kept]
    for position in positions:
        number = bisect_right(starts, position) - 1
        if number >= 0 and position < kept[number].until:
            yield kept[number]


def _pieces(
    dossier: Dossier, clean: list[Chapter], placed: Mapping[int, int], pins: Iterable[int], *, whole: bool
) -> list[Stretch]:
    """The chapters that stay, and the other articles one by one with the number of their claims. Where an editor's
    event stands there is a chapter, even without an article."""
    claims = Counter(dict.fromkeys((pin for pin in pins if not list(_at(clean, [pin]))), 0))
    counts = _counts(dossier, placed, whole=whole)
    for article, position in placed.items():
        claims[position] += counts.get(article, 0)
    pieces = [Stretch(one.since, one.until, one.claims) for one in clean]
    pieces += [Stretch(position, position + 1, count) for position, count in claims.items()]
    return sorted(pieces, key=lambda one: one.since)


def _counts(dossier: Dossier, articles: Mapping[int, int], *, whole: bool) -> dict[int, int]:
    claims = Claim.objects.filter(rejected=False).order_by()
    if whole:
        return dict(claims.filter(dossier=dossier).values_list("article").annotate(Count("pk")))
    found: dict[int, int] = {}
    wanted = list(articles)
    for first in range(0, len(wanted), BATCH):
        part = claims.filter(article__in=wanted[first : first + BATCH])
        found |= dict(part.values_list("article").annotate(Count("pk")))
    return found


def _pins(dossier: Dossier) -> dict[int, int]:
    """The positions of the events that an editor put claims into; one that has none gets that of its first article."""
    put = Claim.objects.filter(dossier=dossier, event_fixed=True, event__isnull=False, rejected=False).order_by()
    new = put.filter(event__position=None).values_list("event").annotate(Min("article__position"))
    for event, position in new:
        Event.objects.filter(pk=event).update(position=position)
    return dict(put.values_list("event", "event__position").distinct())


def claims_in(dossier: Dossier, it: Plan, number: int) -> list[int]:
    """The numbers of the claims of a chapter: those of its articles but what an editor put into an event elsewhere,
    and what he put into one of its events."""
    since, until = it.places[number]
    own = Claim.objects.filter(
        dossier=dossier, rejected=False, article__position__gte=since, article__position__lt=until
    )
    here = {event for event, position in it.pins.items() if since <= position < until}
    found = [
        pk
        for pk, event, fixed in own.order_by().values_list("pk", "event", "event_fixed")
        if not (fixed and event) or event in here
    ]
    if here:
        put = Claim.objects.filter(event__in=here, event_fixed=True, rejected=False).exclude(
            article__position__gte=since, article__position__lt=until
        )
        found += put.order_by().values_list("pk", flat=True)
    return found
