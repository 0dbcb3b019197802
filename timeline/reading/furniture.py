"""Stage 2: every paragraph of an article gets the role it plays on the page; nothing is deleted."""

import re

from timeline.reading.blocks import split_blocks
from timeline.reading.datelines import agency_of, place_head
from timeline.reading.layout import cut_heads, cut_tail, mark_datelines, mark_headline, mark_names, mark_standfirst
from timeline.reading.lexicon.datelines import BY
from timeline.reading.lines import AGENCY_NAME, label_by_words
from timeline.reading.printed import find_printed
from timeline.reading.repeats import mark_repeats
from timeline.reading.roles import COPY, Draft, Paragraph, Role
from timeline.reading.sections import mark_appeals, mark_crossheads, mark_sections
from timeline.reading.signatures import cut_signatures, mark_posts

__all__ = ["COPY", "Paragraph", "Role", "find_agency", "find_byline", "find_title", "label_paragraphs"]

_BY = re.compile(
    rf"(?i:\b(?:additional reporting by|reporting by|{BY}))[: ]\s?(?P<names>[A-Z\u00c0-\u024f][^;|()\n]{{1,120}})"
)
_BEFORE_DATE = re.compile(r"\W+(?:on|at|published|posted|updated|le|am|el|il)?\W*$", re.IGNORECASE)
_SITE = re.compile(r"\s+\|\s+[^|]{2,40}$")
_FIRST_WORDS = 12


def label_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in order, each with its role.

    a. lines become paragraphs, embedded posts and their signatures are told apart; b. what a paragraph's own words
    say; c. dates of publication; d. what is printed twice; e. headline, standfirst, crossheads by their places. A
    later step never overrules an earlier one but where it says so.
    """
    drafts = cut_signatures(split_blocks(text))
    mark_posts(drafts)
    _label_each(drafts)
    mark_datelines(drafts)
    mark_repeats(drafts)
    mark_appeals(drafts)
    mark_headline(drafts)
    cut_heads(drafts)
    cut_tail(drafts)
    mark_sections(drafts)
    mark_names(drafts)
    mark_standfirst(drafts)
    mark_crossheads(drafts)
    return tuple(Paragraph(d.start, d.end, d.role or Role.BODY, d.rule or "copy") for d in drafts)


def _label_each(drafts: list[Draft]) -> None:
    opening = True
    for draft in drafts:
        if draft.role is None:
            label_by_words(draft, opening=opening)
        opening = opening and draft.role is not None


def find_title(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The article's headline without the site's name behind it, or its first words where it has none."""
    for paragraph in paragraphs:
        if paragraph.role is Role.HEADLINE:
            return " ".join(_SITE.sub("", text[paragraph.start : paragraph.end]).split())
    copy = [p for p in paragraphs if p.role in COPY]
    first = next((p for p in copy if p.role is not Role.CAPTION), copy[0] if copy else None)
    if first is None:
        return ""
    words = text[first.start : min(first.end, first.start + 2000)].split()
    return " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")


def find_byline(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The names of who wrote it, as printed, or ""."""
    for paragraph in paragraphs:
        if paragraph.role in (Role.BYLINE, Role.DATELINE) and (names := _names(text, paragraph)):
            return names
    return ""


def _names(text: str, paragraph: Paragraph) -> str:
    """The names of a byline, or of a dateline that has them beside its date; "" for outlets and places alone."""
    found = _BY.search(text, paragraph.start, paragraph.end)
    for date in find_printed(text, paragraph.start, paragraph.end):
        if found and date.start > found.start("names"):
            found = _BY.search(text, paragraph.start, date.start)
    if found:
        return _BEFORE_DATE.sub("", " ".join(found["names"].split())).strip(" .,-–—")
    alone = paragraph.rule == "names beside the dateline"
    return " ".join(text[paragraph.start : paragraph.end].split()) if alone else ""


def find_agency(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The agency whose copy the article says it is: in a line of its own, in the head or the byline; else ""."""
    for paragraph in paragraphs:
        found = None
        if paragraph.role in (Role.AGENCY, Role.BYLINE):
            found = AGENCY_NAME.search(text, paragraph.start, paragraph.end)
        elif paragraph.role in (Role.BODY, Role.DATELINE) and (
            head := place_head(text[paragraph.start : paragraph.start + 120])
        ):
            found = AGENCY_NAME.search(agency_of(head))
        if found:
            return found.group()
    return ""
