"""The claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD.

Each is about words of an article's text as received: by quote, and by position in code points. The text's address
is the API's where the site is known; else a name made of its SHA-256 (RFC 6920), so that the same text has the same
name everywhere. `via` is where the text was published.
"""

import base64
import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse

from timeline.exports.rows import Rows
from timeline.exports.selection import Selection
from timeline.labels import claim_url
from timeline.labels import when as told_when
from timeline.models import Article, Claim

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So much of the text on both sides of a quote tells it from the same words elsewhere.
AROUND = 32


def annotations(selection: Selection) -> dict[str, Any]:
    """A collection with all of the selection's claims on one page, as an iterator."""
    rows = selection.rows()
    name = _name(selection, "annotations")
    items = _items(rows, selection)
    page = {"id": _name(selection, "annotations/1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": selection.dossier.title,
        "total": len(rows.ids),
        "first": {**page, "partOf": name},
    }


def _items(rows: Rows, selection: Selection) -> Iterator[dict[str, Any]]:
    for article, claims in rows.by_article():
        source = _source(article, selection)
        yield from (_annotation(claim, article.text, source, selection) for claim in claims)


def _name(selection: Selection, what: str) -> str:
    """A name that stays the same from one export to the next."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'timeline:{selection.dossier.slug}:{what}')}"


def _annotation(claim: Claim, text: str, source: dict[str, str], selection: Selection) -> dict[str, Any]:
    link = selection.link(claim_url(selection.dossier.slug, claim))
    return {
        "id": link or _name(selection, f"claim:{claim.pk}"),
        "type": "Annotation",
        "motivation": ["identifying", "tagging"],
        "body": _bodies(claim, selection),
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [_quote(claim, text), _position(claim)],
        },
    }


def _bodies(claim: Claim, selection: Selection) -> list[dict[str, Any]]:
    """What the words claim, as a sentence; and its type and status as tags."""
    who = claim.voice or claim.article.source.name
    event = claim.event.title if claim.event else claim.type
    counts = [str(quantity) for quantity in claim.quantities.all()]
    told = ". ".join([f"{event}, {told_when(claim.timestamp, selection.zone)}, according to {who}", *counts])
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in (claim.type, claim.status)]
    sentence = {
        "type": "TextualBody",
        "purpose": "identifying",
        "value": told,
        "format": "text/plain",
        "language": "en",
    }
    return [sentence, *tags]


def _source(article: Article, selection: Selection) -> dict[str, str]:
    source = {"id": _text_name(article, selection), "type": "Text", "format": "text/plain"}
    return source | ({"via": article.url} if article.url else {})


def _text_name(article: Article, selection: Selection) -> str:
    if selection.site:
        return selection.link(reverse("api-text", args=[selection.dossier.slug, article.pk]))
    digest = base64.urlsafe_b64encode(hashlib.sha256(article.text.encode()).digest()).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"


def _quote(claim: Claim, text: str) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": text[claim.start : claim.end],
        "prefix": text[max(claim.start - AROUND, 0) : claim.start],
        "suffix": text[claim.end : claim.end + AROUND],
    }


def _position(claim: Claim) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
