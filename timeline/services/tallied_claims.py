"""The claims of a large dossier counted by what filters ask for and by stretches of time (`Tally`, `Density`).

Each event's share in the counts is kept (`Share`), so that where few events change only what they add is counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from timeline.models import Density, Dossier, Event, Share, Tally
from timeline.selectors import dossiers
from timeline.services.rows import delete, pour
from timeline.stretches import UNITS, UNITS_OF_A_SOURCE, floor

BATCH = 5000
FEW = 500  # values in one condition
AT = Coalesce("supported_start", "start", "supported_end", "end")
ALIKE, DENSE = ("origins", "source_id", "status", "type"), ("unit", "at", "source_id", "status", "type")
Key = tuple[Any, ...]
# (claims, those of them about an event with a conflict) by what they have in common.
Counts = dict[Key, list[int]]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is counted: its kind, whether it has a conflict, its origins, when it most probably began, and its
    claims by source and status, as (source, status, claims)."""

    type: str
    contested: bool
    origins: int
    at: datetime | None
    claims: tuple[tuple[int, str, int], ...]

    def columns(self) -> dict[str, Any]:
        return {
            "type": self.type, "contested": self.contested, "origins": self.origins, "at": self.at,
            "claims": [list(one) for one in self.claims],
        }  # fmt: skip


class _Sums:
    """What is counted of some events, in all that is counted."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.alike: Counts = defaultdict(lambda: [0, 0])
        self.dense: Counts = defaultdict(lambda: [0, 0])

    def add(self, event: Told, sign: int = 1) -> None:
        stretches = [(unit, floor(event.at, unit, self.zone)) for unit in UNITS] if event.at else []
        for source, status, claims in event.claims:
            found = [self.alike[origins, source, status, event.type] for origins in (event.origins, None)]
            for unit, at in stretches:
                found.append(self.dense[unit, at, None, status, event.type])
                if unit in UNITS_OF_A_SOURCE:
                    found.append(self.dense[unit, at, source, status, event.type])
            for counts in found:
                counts[0] += sign * claims
                counts[1] += sign * claims if event.contested else 0


def count_claims(dossier: Dossier) -> None:
    """One pass over the claims of a dossier of which nothing is counted, grouped in the database."""
    sums = _Sums(ZoneInfo(dossier.zone))

    def shares() -> Iterator[Share]:
        for event, told in _told(dossier):
            sums.add(told)
            yield Share(dossier=dossier, event=event, **told.columns())

    pour(shares())
    pour(_rows(Tally, dossier, ALIKE, sums.alike))
    pour(_rows(Density, dossier, DENSE, sums.dense))


def recount_claims(dossier: Dossier, events: Collection[int]) -> None:
    """Bring the counts to what these events are now, by what they were when they were last counted. Those that are gone
    need not be among them."""
    sums = _Sums(ZoneInfo(dossier.zone))
    gone = dossier.shares.filter(~Exists(Event.objects.filter(pk=OuterRef("event"))))
    wanted = sorted({*events, *gone.values_list("event", flat=True)})
    for first in range(0, len(wanted), FEW):
        some = wanted[first : first + FEW]
        now = dict(_told(dossier, some))
        stored = {share.event: share for share in dossier.shares.filter(event__in=some)}
        before = {event: _told_before(share) for event, share in stored.items()}
        changed = [event for event in some if now.get(event) != before.get(event)]
        for event in changed:
            if event in before:
                sums.add(before[event], -1)
            if event in now:
                sums.add(now[event])
        delete(Share, [stored[event].pk for event in changed if event in stored])
        pour(Share(dossier=dossier, event=event, **now[event].columns()) for event in changed if event in now)
    origins = {key[0] for key in sums.alike}
    _apply(Tally, dossier, ALIKE, sums.alike, [Q(origins=None), Q(origins__in=origins - {None})])
    places: dict[str, list[datetime]] = defaultdict(list)
    for unit, at in {key[:2] for key in sums.dense}:
        places[unit].append(at)
    some_places = [
        Q(unit=unit, at__in=every[first : first + FEW])
        for unit, every in places.items()
        for first in range(0, len(every), FEW)
    ]
    _apply(Density, dossier, DENSE, sums.dense, some_places)


def _told(dossier: Dossier, events: Sequence[int] | None = None) -> Iterator[tuple[int, Told]]:
    """The events that have claims, by number; all of the dossier or some of these."""
    shown, claims = dossiers.shown_events(dossier).order_by(), dossiers.live_claims(dossier)
    if events is not None:
        shown, claims = shown.filter(pk__in=events), claims.filter(event__in=events)
    columns = {
        pk: (kind, conflicts > 0, origins, at)
        for pk, kind, conflicts, origins, at in shown.values_list(
            "pk", "type", "conflict_count", "origin_count", AT
        ).iterator(chunk_size=BATCH)
    }
    grouped = claims.values_list("event", "article__source", "status").annotate(claims=Count("pk"))
    rows = grouped.filter(event__isnull=False).order_by("event", "article__source", "status")
    for event, group in groupby(rows.iterator(chunk_size=BATCH), key=itemgetter(0)):
        if event in columns:
            yield event, Told(*columns[event], tuple(tuple(row[1:]) for row in group))


def _told_before(share: Share) -> Told:
    claims = tuple((source, status, number) for source, status, number in share.claims)
    return Told(share.type, share.contested, share.origins, share.at, claims)


def _rows(model: type[models.Model], dossier: Dossier, names: Sequence[str], counts: Counts) -> Iterator[models.Model]:
    for key, (claims, contested) in counts.items():
        yield model(dossier=dossier, claims=claims, contested=contested, **dict(zip(names, key, strict=True)))


def _apply(
    model: type[models.Model], dossier: Dossier, names: Sequence[str], counts: Counts, among: Iterable[Q]
) -> None:
    """Add the counts to the rows; those that come to nothing go. The rows that have one of them are `among` these."""
    wanted = {key: added for key, added in counts.items() if added != [0, 0]}
    if not wanted:
        return
    changed, empty = [], []
    for some in among:
        for row in model._default_manager.filter(some, dossier=dossier).order_by():
            added = wanted.pop(tuple(getattr(row, name) for name in names), None)
            if added:
                row.claims, row.contested = row.claims + added[0], row.contested + added[1]
                (changed if row.claims else empty).append(row)
    model._default_manager.bulk_update(changed, ["claims", "contested"], batch_size=100)
    delete(model, [row.pk for row in empty])
    pour(_rows(model, dossier, names, wanted))
