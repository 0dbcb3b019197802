"""One writer at a time in a dossier: each waits for the one before, and finds what that one left.

Every act and import holds its dossiers before it looks at anything in them, the lower ids first, so that no two wait
for each other. On PostgreSQL this locks the dossiers' rows; on SQLite a transaction that writes is alone anyway.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import OperationalError, connection, models

from timeline.busy import is_busy
from timeline.models import Article, Claim, Dossier, Event, Source

T = TypeVar("T")
TRIES = 4


def patiently(work: Callable[[], T]) -> T:
    """What `work`, a whole transaction, gives; where the database was busy it is done again, a few times. Two imports
    that make the same new sources in another order wait for each other, until the database gives one of them up."""
    for _ in range(TRIES - 1):
        try:
            return work()
        except OperationalError as error:
            if connection.in_atomic_block or not is_busy(error):
                raise
    return work()


def hold(dossiers: Iterable[int | None]) -> set[int]:
    """Wait until nobody else writes in the dossiers with these ids, and keep it so until the transaction ends; the ids
    of those that are there."""
    wanted = set(dossiers) - {None}
    # A row that names a dossier may be added meanwhile: that is what `no_key` leaves open.
    found = Dossier.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    return set(found.values_list("pk", flat=True)) if wanted else set()


def hold_source(source: int) -> None:
    """Hold a source, and the dossiers in which articles stand under it."""
    hold(set(Article.objects.filter(source=source).order_by().values_list("dossier", flat=True).distinct()))
    Source.objects.select_for_update(no_key=True).filter(pk=source).first()


def dossier_of(row: models.Model) -> int | None:
    """The id of the dossier a row belongs to; None for what belongs to none, like a source."""
    for name in ("dossier_id", "claim", "event", "article"):
        found = getattr(row, name, None)
        if isinstance(found, int):
            return found
        if isinstance(found, Claim | Event):
            return found.dossier_id
        if isinstance(found, models.Model):
            return dossier_of(found)
    return row.pk if isinstance(row, Dossier) else None


def dossiers_of(values: Iterable[Any]) -> set[int | None]:
    """The dossiers of the rows among a service's arguments, alone, in lists or in querysets (which stay unread)."""
    found: set[int | None] = set()
    for value in values:
        rows = value.all() if isinstance(value, models.QuerySet) else value
        if isinstance(rows, models.Model):
            rows = [rows]
        if isinstance(rows, list | tuple | set | models.QuerySet):
            found |= {dossier_of(row) for row in rows if isinstance(row, models.Model)}
    return found
