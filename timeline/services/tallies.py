"""The counts of large dossiers, so that no page counts their rows: rebuilt whenever a dossier is woven.

Small ones have none; their pages count what is there.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Count, Min, Q
from django.db.models.functions import Coalesce

from timeline.models import Census, Density, Dossier, Saying, Shelf, Tally
from timeline.selectors import dossiers, windows
from timeline.selectors.sources import Said, said
from timeline.services.statistics import gather_statistics
from timeline.services.tallied_sources import sayings, shelves
from timeline.stretches import UNITS, UNITS_OF_A_SOURCE, floor

# From so many claims on a dossier has tallies: fewer are counted in some milliseconds.
LARGE = 10_000
BATCH = 5000
# (claims, those of them about an event with a conflict) by what they have in common.
Counts = dict[tuple[Any, ...], list[int]]
AT = Coalesce("supported_start", "start", "supported_end", "end")


@transaction.atomic
def keep_tallies(*, dossier: Dossier) -> None:
    """Count the dossier anew; of one that is not large nothing is kept."""
    gather_statistics(dossier)
    for model in (Census, Shelf, Saying, Tally, Density):
        model._default_manager.filter(dossier=dossier).delete()
    dossier.tallied = False
    large = dossiers.live_claims(dossier).order_by().values_list("pk")[:LARGE].count() == LARGE
    if large:
        all_said = said(dossier)
        rows, unnamed = sayings(dossier, all_said)
        _insert(iter(rows))
        _take_census(dossier, unnamed)
        _fill_shelves(dossier, all_said)
        _count_claims(dossier)
        dossier.tallied = True
    Dossier.objects.filter(pk=dossier.pk).update(tallied=large)


def _take_census(dossier: Dossier, unnamed: int) -> None:
    """Asked of the rows, as the dossier is not yet marked as tallied."""
    found = dossiers.counts(dossier)
    first, last = windows.reach(dossier)
    start, end = windows.happening(dossier)
    Census.objects.create(
        dossier=dossier,
        **{name: getattr(found, name) for name in found.__slots__},
        undated=dossier.articles.filter(Q(start=None) | Q(end=None)).count(),
        unnamed=unnamed,
        first=first,
        last=last,
        start=start,
        end=end,
    )


def _fill_shelves(dossier: Dossier, all_said: Sequence[Said]) -> None:
    rows = dossier.articles.order_by().values("source").annotate(articles=Count("pk"), first=Min("pk"))
    found = (Shelf(dossier=dossier, source_id=r["source"], articles=r["articles"], first=r["first"]) for r in rows)
    _insert(iter(shelves(dossier, found, all_said)))


def _count_claims(dossier: Dossier) -> None:
    """One pass over the claims, counted by event, source and status in the database."""
    zone = ZoneInfo(dossier.zone)
    events = {
        pk: (kind, count > 0, origins, [(unit, floor(at, unit, zone)) for unit in UNITS] if at else [])
        for pk, kind, count, origins, at in dossiers.shown_events(dossier)
        .order_by()
        .values_list("pk", "type", "conflict_count", "origin_count", AT)
        .iterator(chunk_size=BATCH)
    }
    alike: Counts = defaultdict(lambda: [0, 0])
    dense: Counts = defaultdict(lambda: [0, 0])
    for event, source, status, claims in _grouped(dossier):
        kind, contested, origins, stretches = events[event]
        keys = [alike[origins, source, status, kind], alike[None, source, status, kind]]
        for unit, at in stretches:
            keys.append(dense[unit, at, None, status, kind])
            if unit in UNITS_OF_A_SOURCE:
                keys.append(dense[unit, at, source, status, kind])
        for found in keys:
            found[0] += claims
            found[1] += claims if contested else 0
    _insert(_rows(Tally, dossier, ("origins", "source_id", "status", "type"), alike))
    _insert(_rows(Density, dossier, ("unit", "at", "source_id", "status", "type"), dense))


def _rows(model: type[models.Model], dossier: Dossier, names: Sequence[str], counts: Counts) -> Iterator[models.Model]:
    for key, (claims, contested) in counts.items():
        yield model(dossier=dossier, claims=claims, contested=contested, **dict(zip(names, key, strict=True)))


def _grouped(dossier: Dossier) -> Iterator[tuple[int, int, str, int]]:
    """(event, source, status, claims)."""
    claims = dossiers.live_claims(dossier).filter(event__claim_count__gt=0).order_by()
    grouped = claims.values_list("event", "article__source", "status").annotate(claims=Count("pk"))
    return grouped.iterator(chunk_size=BATCH)


def _insert(rows: Iterator[models.Model]) -> None:
    """Write the rows some at a time, so that not all of them are held at once."""
    batch: list[models.Model] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            type(row)._default_manager.bulk_create(batch)
            batch = []
    if batch:
        type(batch[0])._default_manager.bulk_create(batch)
