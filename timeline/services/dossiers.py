"""Dossiers and sources: made once, then the editors' own. No import changes one that is there."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from timeline.models import Dossier, Source
from timeline.services import memory
from timeline.services.articles import read_again
from timeline.services.holding import hold_source
from timeline.services.searchable import keep_source_searchable
from timeline.services.weaving import weave_dossier


@memory.remembered("opened a dossier")
def open_dossier(*, slug: str, title: str = "", place: str = "", zone: str = "") -> tuple[Dossier, bool]:
    """The dossier of that slug, and whether it was made just now. One that is there already stays as it is.

    Raises ValidationError for a slug or a zone that will not do.
    """
    if found := Dossier.objects.filter(slug=slug).first():
        return found, False
    dossier = Dossier(slug=slug, title=title or slug.replace("-", " ").capitalize(), place=place, zone=zone or "UTC")
    dossier.full_clean()
    try:
        with transaction.atomic():
            memory.put(dossier)
    except IntegrityError:
        # Somebody opened it at the same moment.
        return Dossier.objects.get(slug=slug), False
    return dossier, True


@memory.remembered("discarded an empty dossier")
def discard_dossier(*, dossier: Dossier) -> None:
    """Remove a dossier that nothing came into; one with articles stays."""
    if not dossier.originals.exists():
        memory.remove(dossier)


@memory.remembered("changed a dossier")
def edit_dossier(*, dossier: Dossier, changes: Mapping[str, Any]) -> None:
    """Change a dossier's columns; another zone has its articles read again."""
    people = changes.get("people")
    for name in set(changes) - {"people"}:
        setattr(dossier, name, changes[name])
    dossier.full_clean()
    if columns := [name for name in changes if name != "people"]:
        memory.put(dossier, columns)
    if people is not None:
        memory.put_many(dossier, "people", people)
    if "zone" in changes:
        read_again(articles=dossier.articles.select_related("source", "dossier", "original"))
        weave_dossier(dossier=dossier)


@memory.remembered("deleted a dossier")
def delete_dossier(*, dossier: Dossier) -> None:
    """Remove a dossier with everything in it."""
    memory.remove(dossier)


@memory.remembered("saved a source")
def save_source(*, source: Source) -> None:
    """Make or change a source; another zone has its articles read again."""
    if source.pk:
        hold_source(source.pk)
    source.full_clean()
    before = Source.objects.filter(pk=source.pk).first()
    memory.put(source)
    if before and before.name != source.name:
        keep_source_searchable(source=source)
    if before and before.zone != source.zone:
        articles = list(source.articles.select_related("source", "dossier", "original"))
        read_again(articles=articles)
        for dossier in {article.dossier for article in articles}:
            weave_dossier(dossier=dossier)


@memory.remembered("deleted a source")
def delete_source(*, source: Source) -> None:
    """Remove a source without articles; the database refuses one that has some."""
    memory.remove(source)
