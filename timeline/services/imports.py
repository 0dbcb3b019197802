"""A file comes in: all of it in one transaction, or nothing; a second time it changes nothing.

Brought in again after the reader (or what is known of it) has changed, it is read again.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from timeline.intake import EVERY_PART, IntakeError, SourceFacts
from timeline.intake.formats import format_of
from timeline.models import Article, Claim, Dossier, Original
from timeline.reading import reader
from timeline.reading.anchors import Known
from timeline.services.articles import follow_text, put_known, save_article
from timeline.services.holding import hold
from timeline.services.known import (
    edited_columns,
    joined,
    known_from_text,
    known_of,
    known_of_file,
    known_to_text,
)
from timeline.services.likeness import find_same_text
from timeline.services.parts import Part, notes, parts_of, read_parts
from timeline.services.readings import kept_claims, store_reading

SAME_BYTES = "the same bytes as “{}”, which is here already"
SAME_TEXT = "the same text as “{}” ({}), kept as its copy"


class State(StrEnum):
    NEW = "new"
    READ_AGAIN = "read again"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: how many articles and claims it has now, and what the one who brought it should hear."""

    name: str
    state: State
    articles: int
    claims: int
    notes: tuple[str, ...] = ()


def import_file(
    *,
    dossier: Dossier,
    name: str,
    data: bytes,
    known_by_part: Mapping[int, Known],
    sources: Iterable[SourceFacts] = (),
) -> Outcome:
    """Store a file and all that is read in it; the dossier is left stale, for `weave_dossier`.

    `name` is the bare file name, `sources` what is known of publishers that are new. IntakeError says why a file
    is not taken; nothing of it is stored then.
    """
    parts = parts_of(name, data)
    with transaction.atomic():
        if not hold([dossier.pk]):
            raise IntakeError(name, "its dossier is not there any more")
        original = _original(dossier, name, data)
        heard: tuple[str, ...] = ()
        if original.name != name:
            # The same bytes under another name: what is said of that name is not what these articles are read by.
            known_by_part, heard = {}, (SAME_BYTES.format(original.name),)
        stored = {article.part: article for article in original.articles.select_related("source", "dossier")}
        known = {
            part.document.part: joined(_given(part.document.part, stored, known_by_part), known_of_file(part.facts))
            for part in parts
        }
        if all(part in stored and _is_current(stored[part], one) for part, one in known.items()):
            return _outcome(original, State.UNCHANGED, heard)
        heard += _read_and_store(original, parts, stored, known, list(sources))
        heard += tuple(
            f"sources.toml speaks of part {part}, which was not found in it"
            for part in sorted(set(known_by_part) - set(known) - {EVERY_PART})
        )
        Dossier.objects.filter(pk=dossier.pk).update(stale=True)
        return _outcome(original, State.READ_AGAIN if stored else State.NEW, heard)


def _original(dossier: Dossier, name: str, data: bytes) -> Original:
    digest = hashlib.sha256(data).hexdigest()
    if found := Original.objects.filter(dossier=dossier, sha256=digest).defer("data").first():
        return found
    original = Original(dossier=dossier, name=name[-255:], sha256=digest, data=data, format=format_of(name, data).value)
    original.full_clean()
    original.save()
    return original


def _given(part: int, stored: Mapping[int, Article], known_by_part: Mapping[int, Known]) -> Known:
    """What is known of a part: what was given with the file this time, else what was the last time."""
    given, article = known_by_part.get(part) or known_by_part.get(EVERY_PART), stored.get(part)
    if article and (given is None or "known" in edited_columns(article)):
        return known_from_text(article.known)
    return given or Known()


def _is_current(article: Article, known: Known) -> bool:
    return article.reader == reader.VERSION and known_from_text(known_to_text(known)) == known_from_text(article.known)


def _outcome(original: Original, state: State, heard: tuple[str, ...]) -> Outcome:
    claims = Claim.objects.filter(article__original=original).count()
    return Outcome(original.name, state, original.articles.count(), claims, heard)


def _read_and_store(
    original: Original,
    parts: list[Part],
    stored: Mapping[int, Article],
    known: Mapping[int, Known],
    sources: list[SourceFacts],
) -> tuple[str, ...]:
    """Read the file's articles into rows; what should be heard about it."""
    articles: dict[int, Article] = {}

    def known_of_part(part: int) -> Known:
        article = stored.get(part) or Article(original=original, dossier=original.dossier, part=part)
        put_known(article, known[part], sources)
        articles[part] = article
        return known_of(article)

    readings = read_parts(original.name, parts, known_of_part)
    several = len(readings) > 1
    heard = [
        f"part {reading.document.part}: {note}" if several else note
        for reading in readings
        for note in _store(articles[reading.document.part], reading)
    ]
    heard += [note for part in sorted(set(stored) - set(articles)) for note in _drop(stored[part])]
    return tuple(dict.fromkeys(heard))


def _store(article: Article, reading: reader.Reading) -> tuple[str, ...]:
    if article.pk and article.text != reading.document.text and not follow_text(article, reading.document.text):
        return ("it is cut otherwise now, and an editor worked on it, so it stays as it was",)
    save_article(article, reading)
    store_reading(article=article, reading=reading)
    return (*_same_text(article, reading), *notes(reading))


def _same_text(article: Article, reading: reader.Reading) -> tuple[str, ...]:
    """Link an article to one that has its text already: weaving keeps it as that one's copy."""
    same = find_same_text(article, reading)
    if article.same_text_id != (same and same.pk):
        article.same_text = same
        article.save(update_fields=["same_text"])
    return (SAME_TEXT.format(same.title, same.file),) if same else ()


def _drop(article: Article) -> tuple[str, ...]:
    """Remove an article that a new reading of its file does not find, unless an editor worked on it."""
    if article.edited or kept_claims(article.claims.all()).exists():
        return (f"part {article.part} is not found any more; an editor worked on it, so it stays",)
    article.delete()
    return ()
