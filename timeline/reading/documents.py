"""Stage 1: a file's text is cut into the articles glued into it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One article of a file: its text as received, its number in the file (from 1), its offset in the file's text."""

    text: str
    part: int = 1
    offset: int = 0


def split_documents(text: str) -> tuple[Document, ...]:
    """The articles in a file's text, in order; together with the gaps between them they are the whole text."""
    return (Document(text),)
