"""A file comes in: all of it in one transaction, or nothing; a second time it changes nothing.

Brought in again after the reader (or what is known of it) has changed, it is read again.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from timeline.intake import EVERY_PART, IntakeError, SourceFacts
from timeline.intake.formats import format_of
from timeline.models import Article, Claim, Dossier, Original
from timeline.reading import reader
from timeline.reading.anchors import Known
from timeline.services.articles import follow_text, put_known, save_article
from timeline.services.chapters import mark_article
from timeline.services.holding import hold, patiently
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
from timeline.services.readings import CLAIM_COLUMNS, kept_claims, store_reading
from timeline.services.sources import new_publishers

SAME_BYTES = "the same bytes as “{}”, which is here already"
SAME_TEXT = "the same text as “{}” ({}), kept as its copy"


class State(StrEnum):
    NEW = "new"
    READ_AGAIN = "read again"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file changed in the dossier: so many claims made, changed and gone, and the publishers new with it."""

    made: int = 0
    changed: int = 0
    gone: int = 0
    sources: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON holds it."""
        return asdict(self) | {"sources": list(self.sources)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: how many articles and claims it has now, what it changed, and what the one who brought it
    should hear."""

    name: str
    state: State
    articles: int
    claims: int
    notes: tuple[str, ...] = ()
    brought: Brought = Brought()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a dossier has of a file at a moment: the row of its bytes, its articles by part, what was said with it; of
    each part the text found in it, what people said of it, then or now, and what is known of it; and what should be
    heard of that."""

    original: Original
    stored: Mapping[int, Article]
    said: Mapping[int, Known]
    texts: Mapping[int, str]
    given: Mapping[int, Known]
    known: Mapping[int, Known]
    heard: tuple[str, ...]

    def is_current(self) -> bool:
        """Whether reading it again would change nothing."""
        return all(
            part in self.stored and _is_current(self.stored[part], self.texts[part], self.given[part], one)
            for part, one in self.known.items()
        )


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
    file = _File(dossier, name, data, parts_of(name, data), known_by_part, list(sources))
    file.read_ahead()
    return patiently(file.bring_in)


@dataclass(slots=True)
class _File:
    """A file that comes in, and the readings of it so far, by what was known of its parts."""

    dossier: Dossier
    name: str
    data: bytes
    parts: list[Part]
    known_by_part: Mapping[int, Known]
    sources: list[SourceFacts]
    readings: dict[tuple[Known, ...], tuple[reader.Reading, ...]] = field(default_factory=dict)

    def read_ahead(self) -> None:
        """Read it by what is known now, before the dossier is held: others need not wait while this reads. Where that
        is known otherwise by then, it is read again."""
        with transaction.atomic():
            found = self._seen()
            articles = None if found.is_current() else self._articles(found)
            known = [known_of(article) for article in articles.values()] if articles else []
            transaction.set_rollback(True)
        if known:
            self._read(known)

    @transaction.atomic
    def bring_in(self) -> Outcome:
        if not hold([self.dossier.pk]):
            raise IntakeError(self.name, "its dossier is not there any more")
        found = self._seen()
        if found.is_current():
            original, claims = found.original, Claim.objects.filter(article__original=found.original).count()
            return Outcome(original.name, State.UNCHANGED, original.articles.count(), claims, found.heard)
        before = _claims_of(found.original)
        if found.original.pk is None:
            found.original.full_clean()
            found.original.save()
        new_sources = new_publishers(one.publisher for one in found.known.values())
        articles = self._articles(found)
        readings = self._read([known_of(article) for article in articles.values()])
        heard = [*found.heard, *_store_all(readings, articles)]
        heard += [note for part in sorted(set(found.stored) - set(articles)) for note in _drop(found.stored[part])]
        heard += [
            f"sources.toml speaks of part {part}, which was not found in it"
            for part in sorted(set(found.said) - set(found.known) - {EVERY_PART})
        ]
        Dossier.objects.filter(pk=self.dossier.pk).update(stale=True)
        state = State.READ_AGAIN if found.stored else State.NEW
        after = _claims_of(found.original)
        brought = _brought(before, after, new_sources)
        return Outcome(
            found.original.name,
            state,
            found.original.articles.count(),
            len(after),
            tuple(dict.fromkeys(heard)),
            brought,
        )

    def _seen(self) -> _Seen:
        """What the dossier has of the file, and what is known of its parts."""
        original, said, heard = _original(self.dossier, self.name, self.data), self.known_by_part, ()
        if original.name != self.name[-255:]:
            # The same bytes under another name: what is said of that name is not what these articles are read by.
            said, heard = {}, (SAME_BYTES.format(original.name),)
        rows = original.articles.select_related("source", "dossier") if original.pk else []
        stored = {article.part: article for article in rows}
        numbers = {part.document.part: part for part in self.parts}
        given = {number: _given(number, stored, said) for number in numbers}
        known = {number: joined(given[number], known_of_file(part.facts)) for number, part in numbers.items()}
        texts = {number: part.document.text for number, part in numbers.items()}
        return _Seen(original, stored, said, texts, given, known, heard)

    def _articles(self, found: _Seen) -> dict[int, Article]:
        """The article of each part, new or stored, filled with what is known of it."""
        articles = {}
        for part, known in found.known.items():
            article = found.stored.get(part) or Article(original=found.original, dossier=self.dossier, part=part)
            put_known(article, known, found.given[part], self.sources)
            articles[part] = article
        return articles

    def _read(self, known: list[Known]) -> tuple[reader.Reading, ...]:
        key = tuple(known)
        if key not in self.readings:
            of_part = {part.document.part: one for part, one in zip(self.parts, known, strict=True)}
            self.readings[key] = read_parts(self.name, self.parts, of_part.__getitem__)
        return self.readings[key]


def _original(dossier: Dossier, name: str, data: bytes) -> Original:
    """The file with these bytes that is in the dossier, else a new one, unsaved."""
    digest = hashlib.sha256(data).hexdigest()
    if found := Original.objects.filter(dossier=dossier, sha256=digest).defer("data").first():
        return found
    return Original(dossier=dossier, name=name[-255:], sha256=digest, data=data, format=format_of(name, data).value)


def _given(part: int, stored: Mapping[int, Article], known_by_part: Mapping[int, Known]) -> Known:
    """What people say of a part: what was given with the file this time, else what was the last time. What the file
    says of itself is read anew each time."""
    given, article = known_by_part.get(part) or known_by_part.get(EVERY_PART), stored.get(part)
    if article and "known" in edited_columns(article):
        return known_from_text(article.known)
    if article and given is None:
        return known_from_text(article.said)
    return given or Known()


def _is_current(article: Article, text: str, given: Known, known: Known) -> bool:
    """Whether the article is what the same reading of the same text would give, by what is said and known now."""
    said = "known" in edited_columns(article) or known_to_text(given) == article.said
    same = said and known_from_text(known_to_text(known)) == known_from_text(article.known)
    return same and article.text == text and article.reader == reader.VERSION


def _claims_of(original: Original) -> dict[int, list[Any]]:
    """The claims of a file as they were read, by id."""
    if original.pk is None:
        return {}
    claims = Claim.objects.filter(article__original=original).order_by()
    return {
        pk: values for pk, *values in claims.values_list("pk", *CLAIM_COLUMNS, "timestamp__start", "timestamp__end")
    }


def _brought(before: Mapping[int, Any], after: Mapping[int, Any], sources: tuple[str, ...]) -> Brought:
    changed = sum(before[pk] != after[pk] for pk in before.keys() & after.keys())
    return Brought(len(after.keys() - before.keys()), changed, len(before.keys() - after.keys()), sources)


def _store_all(readings: Sequence[reader.Reading], articles: Mapping[int, Article]) -> list[str]:
    """Turn the file's readings into rows; what should be heard about it."""
    several = len(readings) > 1
    return [
        f"part {reading.document.part}: {note}" if several else note
        for reading in readings
        for note in _store(articles[reading.document.part], reading)
    ]


def _store(article: Article, reading: reader.Reading) -> tuple[str, ...]:
    if article.pk and article.text != reading.document.text and not follow_text(article, reading.document.text):
        return ("it is cut otherwise now, and an editor worked on it, so it stays as it was",)
    save_article(article, reading)
    store_reading(article=article, reading=reading)
    return (*_same_text(article), *notes(reading))


def _same_text(article: Article) -> tuple[str, ...]:
    """Link an article to one that has its text already: weaving keeps it as that one's copy."""
    same = find_same_text(article)
    if article.same_text_id != (same and same.pk):
        article.same_text = same
        article.save(update_fields=["same_text"])
    return (SAME_TEXT.format(same.title, same.file),) if same else ()


def _drop(article: Article) -> tuple[str, ...]:
    """Remove an article that a new reading of its file does not find, unless an editor worked on it."""
    if article.edited or kept_claims(article.claims.all()).exists():
        return (f"part {article.part} is not found any more; an editor worked on it, so it stays",)
    mark_article(article)
    article.delete()
    return ()
