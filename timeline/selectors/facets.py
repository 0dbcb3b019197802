"""How many claims and events each value of a filter would leave, the other filters staying as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Count

from timeline.forms import Filters
from timeline.models import Dossier
from timeline.selectors.filtering import matching_claims, matching_events

# Counting every claim of a larger dossier would take longer than drawing its window.
MOST_CLAIMS = 50_000


@dataclass(frozen=True, slots=True)
class Facets:
    """By value: `sources` and `statuses` in claims, `types` in events; `conflicts` are events with a conflict."""

    sources: Mapping[int, int]
    statuses: Mapping[str, int]
    types: Mapping[str, int]
    conflicts: int


def facets(dossier: Dossier, filters: Filters) -> Facets:
    """Four queries, each grouped in the database."""
    return Facets(
        sources=_claims(dossier, replace(filters, sources=[]), "article__source"),
        statuses=_claims(dossier, replace(filters, statuses=[]), "status"),
        types=_types(dossier, replace(filters, types=[])),
        conflicts=matching_events(dossier, replace(filters, conflicts=True)).count(),
    )


def _claims(dossier: Dossier, filters: Filters, column: str) -> dict[int | str, int]:
    """The claims of the events the filters leave, by one of their columns."""
    events = matching_events(dossier, filters).order_by().values("pk")
    rows = matching_claims(dossier, filters).filter(event__in=events).order_by().values(column)
    return {row[column]: row["number"] for row in rows.annotate(number=Count("pk"))}


def _types(dossier: Dossier, filters: Filters) -> dict[str, int]:
    rows = matching_events(dossier, filters).order_by().values("type").annotate(number=Count("pk"))
    return {row["type"]: row["number"] for row in rows}
