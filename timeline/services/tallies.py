"""The counts of large dossiers, so that no page counts their rows: kept whenever a dossier is woven.

Small ones have none; their pages count what is there.
"""

import time
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from timeline.models import Census, Density, Dossier, Saying, Share, Shelf, Tally
from timeline.selectors import dossiers, windows
from timeline.selectors.sources import Said, said
from timeline.services.rows import pour
from timeline.services.statistics import gather_statistics
from timeline.services.tallied_claims import count_claims, recount_claims
from timeline.services.tallied_sources import sayings, shelves

# From so many claims on a dossier has tallies: fewer are counted in some milliseconds.
LARGE = 10_000
# What every claim is looked at for (sources, voices, the opening window) is counted after an edit at once where that
# takes no longer than this; else when so many times as long has gone by since.
AT_ONCE, REST = timedelta(seconds=1), 50


@transaction.atomic
def keep_tallies(*, dossier: Dossier, events: Collection[int] | None = None) -> None:
    """Count the dossier anew, or only what these events, by number, changed in it; of a dossier that is
    not large nothing is kept."""
    gather_statistics(dossier)
    large = dossiers.live_claims(dossier).order_by().values_list("pk")[:LARGE].count() == LARGE
    # The days of another zone are other stretches.
    known = Census.objects.filter(dossier=dossier, zone=dossier.zone).first() if dossier.tallied else None
    # What is asked below is asked of the rows.
    dossier.tallied = False
    if large and known and events is not None:
        recount_claims(dossier, events)
        _take_census(dossier, known)
    else:
        for model in (Census, Shelf, Saying, Tally, Density, Share):
            model._default_manager.filter(dossier=dossier).delete()
        if large:
            count_claims(dossier)
            _take_census(dossier, Census(dossier=dossier, zone=dossier.zone))
    dossier.tallied = large
    Dossier.objects.filter(pk=dossier.pk).update(tallied=large)


def _take_census(dossier: Dossier, census: Census) -> None:
    """Bring the census to what is there, and with it, unless they have to wait, the counts of the sources."""
    counts = dossiers.row_counts(dossier)
    first, last = windows.reach(dossier)
    columns: dict[str, Any] = {**counts, "first": first, "last": last}
    columns["undated"] = dossier.articles.filter(Q(start=None) | Q(end=None)).count()
    found = _articles_by_source(dossier)
    columns["behind"] = _may_wait(census) and dict(dossier.shelves.values_list("source", "articles")) == {
        shelf.source_id: shelf.articles for shelf in found
    }
    if not columns["behind"]:
        begun = time.monotonic()
        columns |= _count_sources(dossier, found)
        columns |= {"counted": timezone.now(), "took": timedelta(seconds=time.monotonic() - begun)}
    for name, value in columns.items():
        setattr(census, name, value)
    census.save()


def _may_wait(census: Census) -> bool:
    if census.counted is None or census.took is None or census.took <= AT_ONCE:
        return False
    return timezone.now() - census.counted < REST * census.took


def _articles_by_source(dossier: Dossier) -> list[Shelf]:
    rows = dossier.articles.order_by().values("source").annotate(articles=Count("pk"), first=Min("pk"))
    return [Shelf(dossier=dossier, source_id=r["source"], articles=r["articles"], first=r["first"]) for r in rows]


def _count_sources(dossier: Dossier, found: Sequence[Shelf]) -> dict[str, Any]:
    """Count what the pages of sources and of lineage say; the columns of the census that go with it."""
    all_said: list[Said] = said(dossier)
    dossier.shelves.all().delete()
    dossier.sayings.all().delete()
    rows, unnamed = sayings(dossier, all_said)
    pour(rows)
    pour(shelves(dossier, found, all_said))
    start, end = windows.happening(dossier)
    voices = len({one.voice for one in all_said if one.voice})
    return {"voices": voices, "unnamed": unnamed, "start": start, "end": end}
