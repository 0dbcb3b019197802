"""What would be read in a file, before it is stored: it is brought in, looked at, and taken out again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction

from timeline import labels
from timeline.intake import IntakeError
from timeline.intake.publishers import Suggestion, suggest_publisher
from timeline.models import Article, Dossier, ImportFile, Source
from timeline.reading.furniture import COPY
from timeline.services.import_runs import bring_file, reason_of
from timeline.services.sources import UNKNOWN_PUBLISHER


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
    suggested: Suggestion | None = None

    @property
    def correctable(self) -> tuple[tuple[str, str], ...]:
        """What can be said otherwise before it is stored; "unknown" is nothing said."""
        zone = "" if self.zone == "unknown" else self.zone
        known = "" if self.publisher == UNKNOWN_PUBLISHER else self.publisher
        return (
            ("title", self.title),
            ("publisher", known),
            ("published", self.published_text),
            ("zone", zone),
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What import would make of a file; `state` says whether it is there already, `refused` why it is not taken."""

    name: str
    state: str
    notes: tuple[str, ...] = ()
    articles: tuple[ArticleSeen, ...] = ()
    refused: str = ""


def preview_files(*, dossier: Dossier, files: Iterable[ImportFile]) -> list[Preview]:
    """What would become of files that wait, brought in one after the other; nothing of it stays."""
    sources = dict(Source.objects.exclude(kind=Source.Kind.UNKNOWN).values_list("name", "home_page"))
    with transaction.atomic():
        seen = [_preview(dossier, file, sources) for file in files]
        transaction.set_rollback(True)
    return seen


def _preview(dossier: Dossier, file: ImportFile, sources: Mapping[str, str]) -> Preview:
    try:
        outcome = bring_file(dossier=dossier, file=file)
    except (IntakeError, ValidationError) as error:
        return Preview(file.name, file.State.REFUSED.label, refused=reason_of(error))
    found = Article.objects.filter(dossier=dossier, original__sha256=file.sha256)
    found = found.select_related("source", "dossier", "original").order_by("part")
    return Preview(file.name, outcome.state, outcome.notes, tuple(_seen(article, sources) for article in found))


def _seen(article: Article, sources: Mapping[str, str]) -> ArticleSeen:
    zone = ZoneInfo(article.dossier.zone)
    passages = list(article.passages.order_by("start"))
    copy = {role.value for role in COPY}
    furniture = tuple(article.text[one.start : one.end] for one in passages if one.role not in copy)
    claims = article.claims.select_related("timestamp").order_by("start", "id")
    unknown = article.source.kind == Source.Kind.UNKNOWN
    return ArticleSeen(
        part=article.part,
        title=article.title,
        publisher=article.source.name,
        published_text=article.published_text,
        published=labels.published(article, zone),
        basis=article.basis,
        zone=article.zone,
        zone_basis=article.zone_basis,
        furniture=furniture,
        paragraphs=len(passages),
        claims=tuple(ClaimSeen(one.quote, one.type, labels.when(one.timestamp, zone)) for one in claims),
        doubts=tuple(article.doubts.values_list("text", flat=True)),
        suggested=_publisher(article, furniture, sources) if unknown else None,
    )


def _publisher(article: Article, furniture: Iterable[str], sources: Mapping[str, str]) -> Suggestion | None:
    """Who may have published it; a name that is known already is offered before a new one."""
    name = article.original.name
    return suggest_publisher(file=name, url=article.url, title=article.title, furniture=furniture, known=sources)
