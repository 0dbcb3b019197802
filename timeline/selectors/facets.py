"""How many claims each value of a filter would leave, the other filters staying as they are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Count, Q, Sum

from timeline.forms import Filters
from timeline.models import Dossier
from timeline.selectors.filtering import tallies, told
from timeline.selectors.known import Known, filtered
from timeline.selectors.out import Part

# (source, status, type, claims, those of them about an event with a conflict)
Row = tuple[int, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Facets:
    """Claims by value; `conflicts` are those of events with a conflict. `partial`: there are more than these."""

    sources: Mapping[int, int]
    statuses: Mapping[str, int]
    types: Mapping[str, int]
    conflicts: int
    partial: bool = False


def facets(dossier: Dossier, filters: Filters) -> Facets:
    """One query, grouped in the database; of a large dossier from its tallies, where no words are looked for."""
    tallied = dossier.tallied and not filters.q
    rows = (_tallied if tallied else _counted)(dossier, filters)
    return _added_up(rows, filters, partial=filters.bounds.within)


def known_facets(dossier: Dossier, filters: Filters, known: Known) -> Facets | None:
    """Of what was known at a moment, none where not all of it was looked at; one query where words are looked for."""
    if known.part is not Part.ALL:
        return None
    told = filtered(dossier, _all_values(filters), known)
    rows = [
        (claim.article.source_id, claim.status, event.type, 1, int(event.conflict_count > 0))
        for event in known.events
        if event.origin_count >= filters.origins
        for claim in told[event.pk]
    ]
    return _added_up(rows, filters)


def _added_up(rows: Iterable[Row], filters: Filters, *, partial: bool = False) -> Facets:
    sources, statuses, types, conflicts = Counter[int](), Counter[str](), Counter[str](), 0
    for source, status, kind, every, contested in rows:
        asked = (
            not filters.sources or source in filters.sources,
            not filters.statuses or status in filters.statuses,
            not filters.types or kind in filters.types,
        )
        claims = contested if filters.conflicts else every
        sources[source] += claims if asked[1] and asked[2] else 0
        statuses[status] += claims if asked[0] and asked[2] else 0
        types[kind] += claims if asked[0] and asked[1] else 0
        conflicts += contested if all(asked) else 0
    return Facets(sources=sources, statuses=statuses, types=types, conflicts=conflicts, partial=partial)


def _all_values(filters: Filters) -> Filters:
    """The filters without those that have counts beside them."""
    return replace(filters, sources=[], statuses=[], types=[], conflicts=False)


def _tallied(dossier: Dossier, filters: Filters) -> Iterable[Row]:
    rows = tallies(dossier, filters).order_by().values_list("source", "status", "type")
    return rows.annotate(every=Sum("claims"), differing=Sum("contested"))


def _counted(dossier: Dossier, filters: Filters) -> Iterable[Row]:
    rows = told(dossier, _all_values(filters)).order_by().values_list("article__source", "status", "event__type")
    return rows.annotate(every=Count("pk"), differing=Count("pk", filter=Q(event__conflict_count__gt=0)))
