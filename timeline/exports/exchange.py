"""The exchange format of DESIGN.md section 8 as plain data: a pure function of the rows.

`claims` narrows an export to the claims on screen; rejected ones are never in it, and a conflict stays as long as two
of its sides do. Its articles have their texts, so that they can be brought in again (`intake.formats.exported`).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from timeline.models import Article, Claim, Conflict, Dossier, Event, Quantity, Timestamp
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by


def export_json(dossier: Dossier, claims: QuerySet[Claim] | None = None, known: Known | None = None) -> dict[str, Any]:
    """The dossier as plain data: ids are integers, times ISO 8601 in UTC or None, offsets into the article's text.

    The whole dossier lists all its articles; a narrowed one those its claims stand in; of what was known at a moment
    (`as_of`) those that were out by then. An event of that moment that is none of today's has an id below zero.
    """
    rows = claims_read(dossier, claims, known)
    articles = _articles(dossier).filter(out_by(known.as_of)) if known else _articles(dossier)
    if claims is not None:
        articles = articles.filter(pk__in={claim.article_id for claim in rows})
    by_event: dict[int, list[int]] = defaultdict(list)
    for claim in rows:
        if claim.event_id is not None:
            by_event[claim.event_id].append(claim.pk)
    return {
        "dossier": dossier.slug,
        **({"as_of": iso(known.as_of)} if known else {}),
        "articles": [article_data(article) | _whole(article) for article in articles],
        "claims": [claim_data(claim) for claim in rows],
        "events": [
            event_data(event, by_event[event.pk]) for event in events_read(dossier, known) if event.pk in by_event
        ],
        "conflicts": _conflicts(conflicts_read(dossier, known), {claim.pk for claim in rows}),
    }


def claims_read(dossier: Dossier, claims: QuerySet[Claim] | None, known: Known | None) -> list[Claim]:
    """The claims taken away, each under its event of the moment where they were known at one."""
    if known is None:
        return list(with_all(dossier, claims))
    event_of = {claim.pk: event for event in known.events for claim in known.told[event.pk]}
    rows = with_all(dossier, dossier.claims.filter(out_by(known.as_of, "article__")) if claims is None else claims)
    found = [claim for claim in rows if claim.pk in event_of]
    for claim in found:
        claim.event, claim.origin = event_of[claim.pk], known.origins.get(claim.pk, 0)
    return found


def events_read(dossier: Dossier, known: Known | None) -> list[Event]:
    return known.events if known else list(dossier.events.all())


def conflicts_read(dossier: Dossier, known: Known | None) -> list[Conflict]:
    """All conflicts with their sides; two queries, or none."""
    if known:
        return known.all_conflicts()
    return list(Conflict.objects.filter(event__dossier=dossier).prefetch_related("sides"))


def with_all(dossier: Dossier, claims: QuerySet[Claim] | None) -> QuerySet[Claim]:
    """The claims in reading order with the rows an export needs, in three queries; never the files' bytes."""
    chosen = dossier.claims.all() if claims is None else claims
    return (
        chosen.filter(rejected=False)
        .select_related("article__source", "article__original", "timestamp", "event")
        .defer("article__text", "article__original__data")
        .prefetch_related("quantities")
        .order_by("article_id", "start", "id")
    )


def _articles(dossier: Dossier) -> QuerySet[Article]:
    return dossier.articles.select_related("source", "original").defer("original__data").order_by("pk")


def iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def article_data(article: Article) -> dict[str, Any]:
    return {
        "id": article.pk,
        "file": article.file,
        "source": article.source.name,
        "title": article.title,
        "published": {
            "text": article.published_text,
            "start": iso(article.start),
            "end": iso(article.end),
            "zone": article.zone,
            "basis": article.basis,
        },
    }


def _whole(article: Article) -> dict[str, str]:
    """What the article comes in again with."""
    return {"byline": article.byline, "via": article.via, "url": article.url, "text": article.text}


def claim_data(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.pk,
        "article": claim.article_id,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "event": claim.event_id,
        "type": claim.type,
        "status": claim.status,
        "voice": claim.voice,
        "via": claim.via,
        "time": _time(claim.timestamp),
        "quantities": [_quantity(quantity) for quantity in claim.quantities.all()],
    }


def _time(stamp: Timestamp | None) -> dict[str, Any] | None:
    if stamp is None:
        return None
    return {
        "text": stamp.text,
        "start": iso(stamp.start),
        "end": iso(stamp.end),
        "granularity": stamp.granularity,
        "approximate": stamp.approximate,
        "inherited": stamp.inherited,
        "zone": stamp.zone,
        "basis": stamp.basis,
        "rule": stamp.rule,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "low": quantity.low,
        "high": quantity.high,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "of": quantity.of,
    }


def event_data(event: Event, claims: list[int]) -> dict[str, Any]:
    """An event with the claims of it that are in the export."""
    supported = None
    if event.supported_by:
        supported = {
            "start": iso(event.supported_start),
            "end": iso(event.supported_end),
            "by": event.supported_by,
        }
    return {
        "id": event.pk,
        "title": event.title,
        "type": event.type,
        "claims": claims,
        "origins": event.origin_count,
        "supported": supported,
    }


def _conflicts(conflicts: Iterable[Conflict], exported: set[int]) -> list[dict[str, Any]]:
    found = []
    for conflict in conflicts:
        sides: dict[int, list[int]] = defaultdict(list)
        for side in conflict.sides.all():
            if side.claim_id in exported:
                sides[side.number].append(side.claim_id)
        alone = conflict.kind == Conflict.Kind.IMPOSSIBLE  # a report stands against its own clock
        if len(sides) > 1 or (sides and alone):
            found.append(conflict_data(conflict, [sides[number] for number in sorted(sides)]))
    return found


def conflict_data(conflict: Conflict, sides: list[list[int]]) -> dict[str, Any]:
    return {
        "event": conflict.event_id,
        "kind": conflict.kind,
        "claims": [pk for side in sides for pk in side],
        "sides": sides,
        "strength": conflict.strength,
        "gap_seconds": conflict.gap_seconds,
        "why": conflict.why,
        "state": conflict.state,
    }
