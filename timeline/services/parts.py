"""From a file to the readings of the articles in it, with what is known of each. Stores nothing."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.intake import IntakeError, formats
from timeline.intake.formats import Facts
from timeline.intake.language import looks_english
from timeline.reading import reader
from timeline.reading.anchors import Known
from timeline.reading.documents import Document, split_documents
from timeline.reading.furniture import COPY

logger = logging.getLogger(__name__)

NOT_ENGLISH = "not English: no times and no claims are read"
NO_DATE = "no date of publication found: times that count from it are not placed"
# What a fault in the reader can raise on some text nobody foresaw: one such file must not stop the others.
READER_FAULTS = (ArithmeticError, LookupError, RecursionError, ValueError)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """An article of a file, and what the file says of it; `apart` where the others of the file are not of its page."""

    document: Document
    apart: bool
    facts: Facts = Facts()


def parts_of(name: str, data: bytes) -> list[Part]:
    """The articles in a file of any format, numbered from 1; IntakeError says why it is not taken."""
    found: list[Part] = []
    for piece in formats.read(name, data):
        texts = guarded(name, lambda text=piece.text: split_documents(text)) if piece.glued else [Document(piece.text)]
        # Of a file cut into several the head is said of none of them.
        facts = piece.facts if len(texts) == 1 else replace(piece.facts, title="", byline="")
        found += [
            Part(replace(document, part=number), not piece.glued, facts)
            for number, document in enumerate(texts, start=len(found) + 1)
        ]
    return found


def read_parts(name: str, parts: Sequence[Part], known_of_part: Callable[[int], Known]) -> tuple[reader.Reading, ...]:
    """The articles of a file, each read by what is known of it.

    IntakeError names the file where the reader has a fault on it.
    """
    glued = [part.document for part in parts if not part.apart]
    alone = [[part.document] for part in parts if part.apart]
    return tuple(reading for one in [glued, *alone] for reading in read_documents(name, one, known_of_part))


def read_documents(
    name: str, documents: Sequence[Document], known_of_part: Callable[[int], Known]
) -> tuple[reader.Reading, ...]:
    """The readings of the articles of one file; of one that is not English its paragraphs and its date only."""
    known = [known_of_part(document.part) for document in documents]
    readings = guarded(name, lambda: reader.read_all(documents, known))
    return tuple(
        reading if looks_english(_copy(reading)) else replace(reading, times=(), claims=(), doubts=(NOT_ENGLISH,))
        for reading in readings
    )


def _copy(reading: reader.Reading) -> str:
    """The words of the article without its page's furniture."""
    return "\n".join(reading.document.text[one.start : one.end] for one in reading.paragraphs if one.role in COPY)


def notes(reading: reader.Reading) -> tuple[str, ...]:
    """What whoever brought an article in should hear."""
    if NOT_ENGLISH in reading.doubts:
        return (NOT_ENGLISH,)
    return () if reading.anchor.interval else (NO_DATE,)


def guarded(name: str, work: Callable[[], T]) -> T:
    """What `work` gives, its faults as an IntakeError (and in the log, with the place)."""
    try:
        return work()
    except READER_FAULTS as fault:
        logger.debug("The reader has a fault on %s", name, exc_info=True)
        raise IntakeError(name, f"the reader has a fault on it ({type(fault).__name__}: {fault})") from fault
