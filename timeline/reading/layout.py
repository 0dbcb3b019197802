"""Stage 2e: what a paragraph is by where it stands: headline, standfirst, dateline, crosshead, appeal, comments."""

import re

from timeline.reading.datelines import cut_datelines, is_clock_line, is_dateline, is_labelled, place_head
from timeline.reading.lexicon import pages
from timeline.reading.lines import AGENCY_NAME
from timeline.reading.repeats import headline_length
from timeline.reading.roles import CLOSERS, STOPS, Draft, Role

CLOCK_LINE = "clock of the dateline"
_TOP = 12  # paragraphs in which a page prints its date above the copy
_LEAD = 400  # characters of copy that may stand before it
_FOOT = 4  # and below it
_HEADLINE = 300  # characters
_CROSSHEAD = 80
_WEAK = re.compile(rf"\b{pages.APPEAL_WEAK}\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PROMO_HEADING = re.compile(rf"(?:{'|'.join(pages.PROMO_HEADINGS)})\s?:?", re.IGNORECASE)
_COMMENTS = re.compile(rf"(?:{'|'.join(pages.COMMENTS_HEADINGS)})\s?:?", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|…$|\.\.\.$")


def mark_datelines(drafts: list[Draft]) -> None:
    """Datelines above the copy, labelled ones below it, and the clock on a line of its own behind one."""
    copy = 0  # characters of prose so far
    for number, draft in enumerate(drafts):
        near = (number < _TOP and copy < _LEAD) or (number >= len(drafts) - _FOOT and is_labelled(draft.text))
        after_date = number > 0 and drafts[number - 1].role is Role.DATELINE
        if near and (draft.role in (None, Role.WIDGET, Role.CAPTION)) and is_dateline(draft.text):
            draft.role, draft.rule = Role.DATELINE, "date of publication"
        elif near and after_date and is_clock_line(draft.text):
            draft.role, draft.rule = Role.DATELINE, CLOCK_LINE
        copy += len(draft.text) if draft.is_prose and draft.role is None else 0


def mark_headline(drafts: list[Draft]) -> None:
    """The first line of copy, where it is made like a headline."""
    copy = [n for n, draft in enumerate(drafts) if draft.role is None]
    if not copy:
        return
    first = drafts[copy[0]]
    if len(copy) > 1 and _is_kicker(first, drafts[copy[1]]):
        first.call(Role.CROSSHEAD, "section above the headline")
        first = drafts[copy[1]]
    if is_headline(first) or _printed_again(first, drafts):
        first.call(Role.HEADLINE, "first line of the copy")


def is_headline(draft: Draft) -> bool:
    """A line that could be a headline: not long, no stop at its end, no dateline of wire copy at its head."""
    text = draft.text
    last = text.rstrip(CLOSERS)[-1:]
    stops = last in ".;:,。" and not _ABBREVIATED.search(text)
    return len(text) <= _HEADLINE and not stops and not text[0].islower() and place_head(text) is None


def _is_kicker(first: Draft, second: Draft) -> bool:
    return first.words <= 2 and len(first.text) <= 24 and is_headline(second) and 4 <= second.words <= 30


def _printed_again(first: Draft, drafts: list[Draft]) -> bool:
    return len(first.text) <= _HEADLINE and any(
        draft.role is Role.REPEAT and draft.text == first.text for draft in drafts[:_TOP]
    )


def cut_heads(drafts: list[Draft]) -> None:
    """Cut datelines and repeated headlines that were glued to the beginning of the copy off it."""
    headline = next((draft.text for draft in drafts if draft.role is Role.HEADLINE), "")
    number = next((n for n, draft in enumerate(drafts) if draft.role is None), -1)
    if not 0 <= number < _TOP:
        return
    number += cut_datelines(drafts, number, headline)
    length = headline_length(drafts[number].text, headline)
    if not length:
        return
    first, second = drafts[number].cut(length)
    first.call(Role.REPEAT, "headline glued to the text")
    agency = AGENCY_NAME.match(second.text)
    if agency and re.match(r" [A-Z\d\"“][\w’']* [a-z]", second.text[agency.end() : agency.end() + 40]):
        third, second = second.cut(agency.end())
        third.call(Role.AGENCY, "agency glued to the text")
        drafts[number : number + 1] = [first, third, second]
    else:
        drafts[number : number + 1] = [first, second]


def mark_standfirst(drafts: list[Draft]) -> None:
    """What stands between the headline and the body: standfirst, second captions, and single words of the page."""
    top = next((n for n, draft in enumerate(drafts) if draft.role is Role.HEADLINE), None)
    if top is None:
        return
    _mark_before_date(drafts, top)
    for number in range(top + 1, min(len(drafts) - 1, top + _TOP)):
        draft = drafts[number]
        if draft.role is not None:
            continue
        if draft.is_prose and (draft.stops or place_head(draft.text)):
            return
        if len(draft.text) > _HEADLINE or not any(d.is_prose and d.role is None for d in drafts[number + 1 :][:_TOP]):
            return
        if drafts[number - 1].role is Role.CAPTION and not drafts[number - 1].stops and draft.words >= 5:
            draft.call(Role.CAPTION, "second line under a picture")
        elif draft.words >= 6:
            draft.call(Role.STANDFIRST, "line under the headline")
        else:
            draft.call(Role.CROSSHEAD, "short line under the headline")


def _mark_before_date(drafts: list[Draft], top: int) -> None:
    """Short paragraphs between the headline and a dateline or byline close behind it are its standfirst."""
    for number in range(top + 1, min(len(drafts), top + 5)):
        if drafts[number].role in (Role.DATELINE, Role.BYLINE):
            between = [draft for draft in drafts[top + 1 : number] if draft.role is None]
            body = any(draft.role is None and draft.is_prose for draft in drafts[number + 1 :])
            if body and all(draft.words >= 4 and len(draft.text) <= _HEADLINE for draft in between):
                for draft in between:
                    draft.call(Role.STANDFIRST, "between headline and dateline")
            return


def mark_crossheads(drafts: list[Draft]) -> None:
    """Short lines without a stop between paragraphs of prose."""
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        short = draft.role is None and len(draft.text) <= _CROSSHEAD and draft.words <= 10
        if not short or draft.text.rstrip(CLOSERS)[-1:] in STOPS - {"?", "!"} or draft.text[-1] in ",;:-–—":
            continue
        prose = after.role is None and after.is_prose and before.role is not Role.HEADLINE
        if prose and not draft.text[0].islower():
            draft.call(Role.CROSSHEAD, "short line between paragraphs")


def mark_appeals(drafts: list[Draft]) -> None:
    """Paragraphs between two appeals that speak of "us" and "you" belong to them."""
    last: int | None = None
    for number, draft in enumerate(drafts):
        if draft.role is not Role.APPEAL:
            continue
        if last is not None and number - last <= 4:
            for between in drafts[last + 1 : number]:
                if _WEAK.search(_QUOTED.sub(" ", between.text)):
                    between.call(Role.APPEAL, "between two appeals")
        last = number


def mark_sections(drafts: list[Draft]) -> None:
    """Lists of other stories under their heading, and the readers' corner at the end."""
    prose, listing = 0, False
    for number, draft in enumerate(drafts):
        heading = len(draft.text) <= 80 and draft.role in (None, Role.PROMO, Role.WIDGET, Role.CROSSHEAD)
        if heading and prose and _PROMO_HEADING.fullmatch(draft.text):
            draft.role, draft.rule, listing = Role.PROMO, "heading over other stories", True
        elif len(draft.text) <= 120 and _COMMENTS.fullmatch(draft.text) and _ends_here(drafts, number):
            _mark_rest(drafts[number:])
            return
        elif listing and draft.role is None:
            listing = not draft.stops and len(draft.text) <= 200
            if listing:
                draft.call(Role.PROMO, "listed under other stories")
        prose += draft.role is None and draft.is_prose


def _ends_here(drafts: list[Draft], number: int) -> bool:
    """Most of the copy stands before this paragraph."""
    before = sum(len(draft.text) for draft in drafts[:number] if draft.role is None)
    after = sum(len(draft.text) for draft in drafts[number:] if draft.role is None)
    return before > 2 * after


def _mark_rest(drafts: list[Draft]) -> None:
    for draft in drafts:
        draft.call(Role.FORM, "readers' corner")
