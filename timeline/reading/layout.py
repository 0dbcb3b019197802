"""Stage 2e: what a paragraph is by where it stands: headline, standfirst, dateline, and the lines beside them."""

import re

from timeline.reading.datelines import (
    cut_datelines,
    is_clock_line,
    is_dateline,
    is_head_alone,
    is_label,
    is_labelled,
    is_yearless,
    place_head,
)
from timeline.reading.lines import AGENCY_NAME, CREDITS, is_name_line
from timeline.reading.repeats import headline_length
from timeline.reading.roles import CLOSERS, Draft, Role

_AGENCY_AT_END = re.compile(rf"[.!?”\"]\s*(?P<name>(?:\(|[-–—]+\s?){AGENCY_NAME.pattern}\)?)\W*$")
CLOCK_LINE = "clock of the dateline"
_TOP = 12  # paragraphs in which a page prints its date above the copy
_LEAD = 400  # characters of copy that may stand before it
_FOOT = 4  # and below it
_SENTENCE = 4  # words that with a stop behind them are a sentence of the copy
_HEADLINE = 300  # characters
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|…$|\.\.\.$")


def mark_datelines(drafts: list[Draft]) -> None:
    """Datelines above the copy, labelled ones below it, and the clock on a line of its own behind one."""
    copy = 0  # characters of prose so far
    for number, draft in enumerate(drafts):
        near = (number < _TOP and copy < _LEAD) or (number >= len(drafts) - _FOOT and is_labelled(draft.text))
        after_date = number > 0 and drafts[number - 1].role is Role.DATELINE
        free = draft.role in (None, Role.WIDGET, Role.CAPTION) or (draft.role is Role.PROMO and is_labelled(draft.text))
        if near and free and (is_dateline(draft.text) or (number < _TOP and is_yearless(draft.text))):
            draft.role, draft.rule = Role.DATELINE, "date of publication"
        elif near and after_date and is_clock_line(draft.text):
            draft.role, draft.rule = Role.DATELINE, CLOCK_LINE
        elif draft.role is None and is_clock_line(draft.text, zoned=True):
            draft.call(Role.DATELINE, "clock of an entry")
        elif near and draft.role is None and is_head_alone(draft.text):
            draft.call(Role.DATELINE, "head of wire copy")
        elif near and is_label(draft.text) and number + 1 < len(drafts) and is_dateline(drafts[number + 1].text):
            draft.role, draft.rule = Role.DATELINE, "label of the dateline"
        copy += len(draft.text) if draft.is_prose and draft.role is None else 0


def mark_headline(drafts: list[Draft]) -> None:
    """The first line of copy, where it is made like a headline; single words before it name the site's sections."""
    copy = [n for n, draft in enumerate(drafts[: 4 * _TOP]) if draft.role is None]
    if not copy:
        return
    kickers = next((i for i, n in enumerate(copy[:_TOP]) if not _is_kicker(drafts[n])), 0)
    if kickers and is_headline(drafts[copy[kickers]]) and drafts[copy[kickers]].words <= 30:
        for number in copy[:kickers]:
            drafts[number].call(Role.CROSSHEAD, "section above the headline")
        copy = copy[kickers:]
    first = drafts[copy[0]]
    below = drafts[copy[1]] if len(copy) > 1 else None
    plain = len(first.text) <= 150 and below is not None and below.is_prose
    if is_headline(first, lower=plain) or _printed_again(first, drafts):
        first.call(Role.HEADLINE, "first line of the copy")


def is_headline(draft: Draft, *, lower: bool = False) -> bool:
    """A line that could be a headline: not long, no stop at its end, no dateline of wire copy at its head, and no
    small letter at its beginning unless `lower` allows it."""
    text = draft.text
    last = text.rstrip(CLOSERS)[-1:]
    stops = (last in ".;:,。" and not _ABBREVIATED.search(text)) or (last in "?!" and draft.words > 20)
    return len(text) <= _HEADLINE and not stops and (lower or not text[0].islower()) and place_head(text) is None


def _is_kicker(draft: Draft) -> bool:
    return draft.words <= 2 and len(draft.text) <= 24 and not draft.stops


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


def cut_tail(drafts: list[Draft]) -> None:
    """Cut an agency's name off the end of the copy ("… he said. (AFP)")."""
    number = next((n for n in range(len(drafts) - 1, -1, -1) if drafts[n].role is None), None)
    if number is None or (match := _AGENCY_AT_END.search(drafts[number].text[-60:])) is None:
        return
    first, second = drafts[number].cut(max(0, len(drafts[number].text) - 60) + match.start("name"))
    if first.text:
        second.call(Role.AGENCY, "agency behind the copy")
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
        if len(draft.text) > _HEADLINE or not any(
            d.is_prose and d.role is None for d in drafts[number + 1 : number + 1 + _TOP]
        ):
            return
        if drafts[number - 1].role is Role.CAPTION and not drafts[number - 1].stops and draft.words >= 5:
            draft.call(Role.CAPTION, "second line under a picture")
        elif draft.words >= 6:
            draft.call(Role.STANDFIRST, "line under the headline")
        elif draft.stops and draft.words >= _SENTENCE:
            return
        else:
            draft.call(Role.CROSSHEAD, "short line under the headline")


def _mark_before_date(drafts: list[Draft], top: int) -> None:
    """Short paragraphs between the headline and a dateline or byline close behind it are its standfirst."""
    date = next((n for n in range(top + 1, min(len(drafts), top + 5)) if _heads_copy(drafts[n])), None)
    if date is None:
        return
    between = [draft for draft in drafts[top + 1 : date] if draft.role is None]
    behind = sum(len(draft.text) for draft in drafts[date + 1 :] if draft.role is None and draft.is_prose)
    if behind < sum(len(draft.text) for draft in between):
        return
    if all(len(draft.text) <= _HEADLINE and place_head(draft.text) is None for draft in between):
        for draft in between:
            draft.call(Role.STANDFIRST, "between headline and dateline")


def _heads_copy(draft: Draft) -> bool:
    """A dateline or a byline, but not the credits at the foot of wire copy."""
    return draft.role is Role.DATELINE or (draft.role is Role.BYLINE and draft.rule != CREDITS)


def mark_names(drafts: list[Draft]) -> None:
    """A line of names beside a dateline or byline above the copy names who wrote it."""
    for number, draft in enumerate(drafts[: 2 * _TOP]):
        beside = drafts[max(0, number - 1) : number + 2]
        if draft.role is None and any(_heads_copy(other) for other in beside) and is_name_line(draft.text):
            draft.call(Role.BYLINE, "names beside the dateline")
