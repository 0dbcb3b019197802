"""Which events and claims the filters of a page leave."""

from django.db.models import Exists, OuterRef, QuerySet

from timeline.forms import Filters
from timeline.models import Claim, Dossier, Event
from timeline.selectors.dossiers import live_claims, shown_events
from timeline.selectors.search import matching


def matching_events(dossier: Dossier, filters: Filters) -> QuerySet[Event]:
    """The events the filters leave, each with a claim they leave."""
    events = shown_events(dossier)
    if filters.types:
        events = events.filter(type__in=filters.types)
    if filters.conflicts:
        events = events.filter(conflict_count__gt=0)
    if filters.origins:
        events = events.filter(origin_count__gte=filters.origins)
    if filters.q or filters.sources or filters.statuses:
        events = events.filter(Exists(matching_claims(dossier, filters).filter(event=OuterRef("pk"))))
    return events


def matching_claims(dossier: Dossier, filters: Filters) -> QuerySet[Claim]:
    """The claims the filters leave, wherever they lie."""
    claims = live_claims(dossier)
    if filters.sources:
        claims = claims.filter(article__source__in=filters.sources)
    if filters.statuses:
        claims = claims.filter(status__in=filters.statuses)
    if filters.q:
        claims = claims.filter(pk__in=matching(dossier, filters.q))
    return claims
