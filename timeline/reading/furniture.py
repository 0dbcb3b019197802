"""Stage 2: every paragraph of an article gets the role it plays on the page; nothing is deleted."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is. Only `COPY` roles are read for claims; the rest is furniture, kept and greyed."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    POST = "post"  # the words of an embedded post (a tweet): a claim of its author
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    CROSSHEAD = "crosshead"
    SIGNATURE = "signature"  # author, handle and date under an embedded post
    AGENCY = "agency"  # the line that says whose copy it is
    REPEAT = "repeat"  # a headline or lead printed again, a teaser of this article
    PROMO = "promo"  # other stories, "Also on"
    APPEAL = "appeal"  # fund-raising, subscription, registration
    WIDGET = "widget"  # icon names, counters, share lines
    FORM = "form"  # comment forms


COPY = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.POST, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article's text: `[start, end)` in characters, without the white space around it."""

    start: int
    end: int
    role: Role


def label_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in order, each with its role."""
    return tuple(Paragraph(m.start(), m.end(), Role.BODY) for m in re.finditer(r"\S[^\n]*", text))


def find_title(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The article's headline, or its first words where it has none."""
    return text[paragraphs[0].start : paragraphs[0].end] if paragraphs else ""


def find_byline(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The names of who wrote it, as printed, or ""."""
    return ""
