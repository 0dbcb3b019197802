"""What would be read in a file, before it is stored: it is brought in, looked at, and taken out again."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import transaction

from timeline import labels
from timeline.models import Article, Dossier
from timeline.reading.anchors import Known
from timeline.reading.furniture import COPY
from timeline.services.imports import State, import_file


@dataclass(frozen=True, slots=True)
class ClaimSeen:
    words: str
    type: str
    time: str


@dataclass(frozen=True, slots=True)
class ArticleSeen:
    """An article as it would be stored: where its date and zone come from, what of it is furniture, what it claims."""

    part: int
    title: str
    publisher: str
    published_text: str
    published: str
    basis: str
    zone: str
    zone_basis: str
    furniture: tuple[str, ...]
    paragraphs: int
    claims: tuple[ClaimSeen, ...]
    doubts: tuple[str, ...]

    @property
    def correctable(self) -> tuple[tuple[str, str], ...]:
        """What can be said otherwise before it is stored; "unknown" is nothing said."""
        zone = "" if self.zone == "unknown" else self.zone
        return (("publisher", self.publisher), ("published", self.published_text), ("zone", zone))


@dataclass(frozen=True, slots=True)
class Preview:
    """What import would make of a file; `state` says whether it is there already."""

    name: str
    state: State
    notes: tuple[str, ...]
    articles: tuple[ArticleSeen, ...]


def preview_file(*, dossier: Dossier, name: str, data: bytes, known_by_part: Mapping[int, Known]) -> Preview:
    """What `import_file` would store, by itself; nothing of it stays. Raises what `import_file` raises."""
    with transaction.atomic():
        outcome = import_file(dossier=dossier, name=name, data=data, known_by_part=known_by_part)
        digest = hashlib.sha256(data).hexdigest()
        found = Article.objects.filter(dossier=dossier, original__sha256=digest)
        found = found.select_related("source", "dossier", "original").order_by("part")
        seen = Preview(outcome.name, outcome.state, outcome.notes, tuple(_seen(article) for article in found))
        transaction.set_rollback(True)
    return seen


def _seen(article: Article) -> ArticleSeen:
    zone = ZoneInfo(article.dossier.zone)
    passages = list(article.passages.order_by("start"))
    copy = {role.value for role in COPY}
    claims = article.claims.select_related("timestamp").order_by("start", "id")
    return ArticleSeen(
        part=article.part,
        title=article.title,
        publisher=article.source.name,
        published_text=article.published_text,
        published=labels.published(article, zone),
        basis=article.basis,
        zone=article.zone,
        zone_basis=article.zone_basis,
        furniture=tuple(article.text[one.start : one.end] for one in passages if one.role not in copy),
        paragraphs=len(passages),
        claims=tuple(ClaimSeen(one.quote, one.type, labels.when(one.timestamp, zone)) for one in claims),
        doubts=tuple(article.doubts.values_list("text", flat=True)),
    )
