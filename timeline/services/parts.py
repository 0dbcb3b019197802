"""From a file's text to the readings of the articles in it, with what is known of each. Stores nothing."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from timeline.intake import IntakeError
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


def read_parts(name: str, text: str, known_of_part: Callable[[int], Known]) -> tuple[reader.Reading, ...]:
    """The articles of a file's text, each read by what is known of it.

    IntakeError names the file where the reader has a fault on it.
    """
    return read_documents(name, guarded(name, lambda: split_documents(text)), known_of_part)


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
