"""The exchange format of DESIGN.md section 8 as plain data: a pure function of the rows.

`claims` narrows an export to the claims on screen; rejected ones are never in it, and a conflict stays as long as two
of its sides do. Its articles have their texts, so that they can be brought in again (`intake.formats.exported`).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from timeline.exports.rows import Rows, rows_of
from timeline.models import Article, Claim, Conflict, Dossier, Event, Quantity, Timestamp
from timeline.selectors.known import Known


def exchange(rows: Rows) -> dict[str, Any]:
    """The rows as plain data, its lists as iterators to be gone through one after the other: ids are integers, times
    ISO 8601 in UTC or None, offsets into the article's text.

    The whole dossier lists all its articles; a narrowed one those its claims stand in; of what was known at a moment
    (`as_of`) those that were out by then. An event of that moment that is none of today's has an id below zero.
    """
    return {
        "dossier": rows.dossier.slug,
        **({"as_of": iso(rows.known.as_of)} if rows.known else {}),
        "articles": (article_data(article) | _whole(article) for article in rows.articles()),
        "claims": (claim_data(claim) for claim in rows.claims()),
        "events": (event_data(event, claims) for event, claims in rows.events()),
        "conflicts": _conflicts(rows),
    }


def export_json(dossier: Dossier, claims: QuerySet[Claim] | None = None, known: Known | None = None) -> dict[str, Any]:
    """The same held at once, for what is small."""
    data = exchange(rows_of(dossier, claims, known))
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in data.items()}


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


def _conflicts(rows: Rows) -> Iterator[dict[str, Any]]:
    for conflict in rows.conflicts():
        sides: dict[int, list[int]] = defaultdict(list)
        for side in conflict.sides.all():
            if side.claim_id in rows:
                sides[side.number].append(side.claim_id)
        alone = conflict.kind == Conflict.Kind.IMPOSSIBLE  # a report stands against its own clock
        if len(sides) > 1 or (sides and alone):
            yield conflict_data(conflict, [sides[number] for number in sorted(sides)])


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
