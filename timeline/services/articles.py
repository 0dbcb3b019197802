"""An article's own columns: from its reading, from what is known of it, from an editor; and reading it again."""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from timeline.intake import SourceFacts
from timeline.intake.formats import GLUED
from timeline.models import Article, Claim, Dossier, Doubt, Original
from timeline.reading import reader
from timeline.reading.anchors import Known
from timeline.reading.documents import Document
from timeline.reading.furniture import find_agency
from timeline.reading.printed import read_published
from timeline.services import memory
from timeline.services.known import EDITOR, edited_columns, known_from_text, known_of, known_to_text
from timeline.services.parts import Part, read_documents, read_parts
from timeline.services.readings import kept_claims, store_reading
from timeline.services.rows import ends, fitted
from timeline.services.sources import source_named
from timeline.services.spans import nearest
from timeline.services.weaving import weave_dossier
from timeline.validators import validate_zone

UNTITLED = "untitled"
# What an editor may change in an article; the rest follows from its text and from these.
EDITABLE = ("source", "via", "title", "byline", "url", "published_text", "zone", "known", "copy_of")
# What gives a column back to the reader.
GIVEN_BACK = {"published_text": "", "zone": "unknown"}
# Those of them by which the text is read.
READ_BY = frozenset({"source", "published_text", "zone", "known"})


def put_known(article: Article, known: Known, said: Known, sources: Iterable[SourceFacts] = ()) -> None:
    """Fill the columns that come from what is known, and from what of it people said, but for those an editor changed.
    Saves nothing."""
    values = {"known": known_to_text(known), "url": known.url}
    edited = edited_columns(article)
    if "known" not in edited:
        article.said = known_to_text(said)
    for name, value in fitted(Article, values).items():
        if name not in edited:
            setattr(article, name, value)
    if "source" not in edited:
        article.source = source_named(known.publisher, sources)


def save_article(article: Article, reading: reader.Reading) -> None:
    """Fill the columns that were read, but for those an editor changed, and save."""
    edited = edited_columns(article)
    for name, value in fitted(Article, _read_columns(article, reading)).items():
        if name not in edited:
            setattr(article, name, value)
    if edited & {"published_text", "zone"}:
        article.basis = EDITOR
    article.full_clean(exclude=["text"])
    article.save()


def _read_columns(article: Article, reading: reader.Reading) -> dict[str, Any]:
    anchor = reading.anchor
    start, end = ends(anchor.interval)
    return {
        "via": known_from_text(article.known).via or find_agency(reading.document.text, reading.paragraphs),
        "title": reading.title or article.original.name or UNTITLED,
        "byline": reading.byline,
        "text": reading.document.text,
        "start": start,
        "end": end,
        "published_text": anchor.text,
        "granularity": anchor.granularity.value if anchor.granularity else "",
        "zone": anchor.zone,
        "basis": anchor.basis,
        "zone_basis": anchor.zone_basis,
        "weak": anchor.weak,
        "reader": reader.VERSION,
    }


def follow_text(article: Article, text: str) -> bool:
    """Move the kept claims of an article to where their words stand in its new text; False (and nothing moved)
    where one of them does not stand there."""
    kept = list(kept_claims(article.claims.all()).prefetch_related("quantities"))
    places = {claim.pk: nearest(text, claim.quote, claim.start) for claim in kept}
    if None in places.values():
        return False
    for claim in kept:
        _move(claim, places[claim.pk] or 0)
    return True


def _move(claim: Claim, start: int) -> None:
    shift = start - claim.start
    claim.start, claim.end = claim.start + shift, claim.end + shift
    claim.save(update_fields=["start", "end"])
    for quantity in claim.quantities.all():
        quantity.start, quantity.end = quantity.start + shift, quantity.end + shift
        quantity.save(update_fields=["start", "end"])


@memory.remembered("corrected an article")
def edit_article(*, article: Article, changes: Mapping[str, Any]) -> Article:
    """Change columns of an article for good (`EDITABLE`), and read it again where they bear on its times.

    A date of publication emptied, or a zone set to "unknown", is the reader's again. Raises ValidationError where a
    column cannot be edited or does not hold the value, IntakeError where the reader has a fault.
    """
    if strange := set(changes) - set(EDITABLE):
        raise ValidationError(f"{', '.join(sorted(strange))} cannot be edited in an article.")
    article.refresh_from_db(fields=["edited"])
    check_date(article=article, changes=changes)
    for name, value in changes.items():
        setattr(article, name, value)
    given_back = {name for name, value in GIVEN_BACK.items() if name in changes and changes[name] == value}
    article.edited = " ".join(sorted((edited_columns(article) | set(changes)) - given_back))
    article.full_clean(exclude=["text"])
    memory.put(article, [*changes, "edited"])
    if READ_BY & set(changes):
        read_again(articles=[article])
        article.refresh_from_db()
    weave_dossier(dossier=article.dossier)
    return article


def check_date(*, article: Article, changes: Mapping[str, Any]) -> None:
    """ValidationError where the reader could not go by an editor's date or zone for the article. Changes nothing."""
    if changes.get("published_text") and read_published(changes["published_text"]) is None:
        raise ValidationError({"published_text": "No date can be read in this; write it like 7 July 2021 14:10."})
    zone = changes.get("zone", "unknown")
    if zone == "unknown":
        return
    validate_zone(zone)
    probe = copy(article)
    for name, value in changes.items():
        setattr(probe, name, value)
    probe.edited = " ".join({*edited_columns(article), *changes})
    (reading,) = read_documents(str(article), [Document(article.text, article.part)], lambda part: known_of(probe))
    if reading.anchor.zone != zone:
        raise ValidationError(
            {"zone": "The date it goes by now has or needs a zone of its own; write the date of publication too."}
        )


@memory.remembered("deleted an article")
def delete_article(*, article: Article) -> None:
    """Remove an article with its claims, and its file where it was the only one in it. Bringing the file in again
    brings it back."""
    original = article.original
    memory.remove(article)
    if not original.articles.exists():
        original.delete()
    weave_dossier(dossier=original.dossier)


@memory.remembered("settled doubts")
def settle_doubts(*, doubts: Iterable[Doubt], settled: bool = True) -> None:
    """Say that an editor has looked at doubts, or that they are open again."""
    for doubt in doubts:
        doubt.settled = settled
        memory.put(doubt, ["settled"])


@transaction.atomic
def read_again(*, articles: Iterable[Article]) -> None:
    """Read stored articles by what is known of them now, each with the others of its file; their dossiers are left
    stale, for `weave_dossier`."""
    for original in Original.objects.filter(articles__in=articles).defer("data").distinct():
        parts = {article.part: article for article in original.articles.select_related("source", "dossier")}
        stored = [Part(Document(text.text, part), original.format not in GLUED) for part, text in sorted(parts.items())]
        for reading in read_parts(original.name, stored, lambda part, parts=parts: known_of(parts[part])):
            save_article(parts[reading.document.part], reading)
            store_reading(article=parts[reading.document.part], reading=reading)
        Dossier.objects.filter(pk=original.dossier_id).update(stale=True)
