"""What a page of each kind holds: rows of the selectors in the shapes of the exchange format, and links to the site."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from timeline.axis import EARLIEST_YEAR, LATEST_YEAR, Axis
from timeline.exports.exchange import article_data, claim_data, conflict_data, event_data, iso
from timeline.exports.rows import with_told
from timeline.forms import Filters
from timeline.models import Article, Claim, Conflict, Dossier, Event, Side
from timeline.selectors.dossiers import counts, live_claims, shown_events
from timeline.selectors.filtering import matching_events
from timeline.selectors.timeline import claims_on_screen

ALWAYS = (datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC), datetime(LATEST_YEAR, 12, 31, tzinfo=UTC))
Link = Callable[[str], str]


def dossier_data(dossier: Dossier, link: Link) -> dict[str, Any]:
    base = f"/api/v1/dossiers/{dossier.slug}"
    return {
        "slug": dossier.slug,
        "title": dossier.title,
        "place": dossier.place,
        "zone": dossier.zone,
        "page": link(dossier.get_absolute_url()),
        "articles": link(f"{base}/articles"),
        "events": link(f"{base}/events"),
        "claims": link(f"{base}/claims"),
        "conflicts": link(f"{base}/conflicts"),
    }


def dossier_with_counts(dossier: Dossier, link: Link) -> dict[str, Any]:
    found = counts(dossier)
    names = ("articles", "files", "publishers", "voices", "claims", "events", "conflicts", "open", "hard")
    return dossier_data(dossier, link) | {"counts": {name: getattr(found, name) for name in names}}


def window(filters: Filters) -> Axis | None:
    """The window asked for, an end that is missing as far as the calendar goes; None where none was."""
    if filters.start is None and filters.end is None:
        return None
    return Axis(filters.start or ALWAYS[0], filters.end or ALWAYS[1], filters.zone)


def claims(dossier: Dossier, filters: Filters) -> QuerySet[Claim]:
    """Without any filter also the claims that belong to no event."""
    chosen = window(filters) or filters.narrowed
    found = claims_on_screen(dossier, filters, window(filters)) if chosen else live_claims(dossier)
    return with_told(found.filter(rejected=False)).order_by("article_id", "start", "id")


def claim_row(claim: Claim, dossier: Dossier, link: Link) -> dict[str, Any]:
    """A claim with what the exchange format leaves out: where, who, whom, its origin within the event."""
    path = f"/{dossier.slug}/articles/{claim.article_id}/#claim-{claim.pk}"
    named = {name: getattr(claim, name) for name in ("role", "place", "actor", "target", "origin")}
    return claim_data(claim) | named | {"page": link(path)}


def events(dossier: Dossier, filters: Filters) -> QuerySet[Event]:
    """The events of the timeline page, those of a window with those no one dates."""
    axis = window(filters)
    if axis is None:
        return matching_events(dossier, filters).order_by("pk")
    inside = claims_on_screen(dossier, filters, axis).order_by().values("event")
    return shown_events(dossier).filter(pk__in=inside).order_by("pk")


def event_rows(found: Iterable[Event], dossier: Dossier, link: Link) -> list[dict[str, Any]]:
    """Events with the ids of their claims; one query."""
    shown = list(found)
    ids: dict[int, list[int]] = defaultdict(list)
    members = Claim.objects.filter(rejected=False, event__in=[event.pk for event in shown])
    for event, pk in members.order_by("article_id", "start", "pk").values_list("event", "pk"):
        ids[event].append(pk)
    return [_event(event, ids[event.pk], dossier, link) for event in shown]


def _event(event: Event, ids: list[int], dossier: Dossier, link: Link) -> dict[str, Any]:
    return event_data(event, ids) | {
        "start": iso(event.start),
        "end": iso(event.end),
        "place": event.place,
        "background": event.background,
        "conflicts": event.conflict_count,
        "page": link(f"/{dossier.slug}/events/{event.pk}/"),
    }


def conflicts(dossier: Dossier, asked: dict[str, str]) -> QuerySet[Conflict]:
    """`asked` holds kind, strength and state, "" for any."""
    sides = Prefetch("sides", Side.objects.filter(claim__rejected=False).order_by("number", "claim"))
    chosen = {name: value for name, value in asked.items() if name in {"kind", "strength", "state"} and value}
    return Conflict.objects.filter(event__dossier=dossier, **chosen).prefetch_related(sides).order_by("pk")


def conflict_row(conflict: Conflict, dossier: Dossier, link: Link) -> dict[str, Any]:
    sides: dict[int, list[int]] = defaultdict(list)
    for side in conflict.sides.all():
        sides[side.number].append(side.claim_id)
    told = conflict_data(conflict, [sides[number] for number in sorted(sides)])
    page = link(f"/{dossier.slug}/events/{conflict.event_id}/")
    return {"id": conflict.pk} | told | {"of": conflict.of, "reason": conflict.reason, "page": page}


def articles(dossier: Dossier) -> QuerySet[Article]:
    return dossier.articles.select_related("source", "original").defer("text", "original__data").order_by("pk")


def article_row(article: Article, dossier: Dossier, link: Link) -> dict[str, Any]:
    return article_data(article) | {
        "byline": article.byline,
        "via": article.via,
        "url": article.url,
        "copy_of": article.copy_of_id,
        "text": link(f"/api/v1/dossiers/{dossier.slug}/articles/{article.pk}/text"),
        "page": link(f"/{dossier.slug}/articles/{article.pk}/"),
    }
