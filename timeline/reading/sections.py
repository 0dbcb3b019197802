"""Stage 2f: parts of a page: crossheads, appeals, lists of other stories, the readers' corner."""

import re
from itertools import accumulate

from timeline.reading.lexicon import pages
from timeline.reading.roles import CLOSERS, STOPS, Draft, Role

_CROSSHEAD = 80  # characters
_LEAST = 100  # characters of prose before the readers' corner
_WEAK = re.compile(rf"\b{pages.APPEAL_WEAK}\b", re.IGNORECASE)
_APPEAL_HEADING = re.compile(rf"(?:{pages.APPEAL_HEADINGS})\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PROMO_HEADING = re.compile(rf"(?:{'|'.join(pages.PROMO_HEADINGS)})\s?:?", re.IGNORECASE)
_COMMENTS = re.compile(rf"(?:{'|'.join(pages.COMMENTS_HEADINGS)})\s?:?", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{pages.TELLING})\b")


def mark_crossheads(drafts: list[Draft]) -> None:
    """Short lines without a stop between paragraphs of prose."""
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        prose = after.role is None and after.is_prose and before.role is not Role.HEADLINE
        if draft.role is None and prose and _is_crosshead(draft.text, draft.words):
            draft.call(Role.CROSSHEAD, "short line between paragraphs")


def _is_crosshead(line: str, words: int) -> bool:
    """Short, with no stop but a question's, and no sentence that only lost its stop ("Police said two were held")."""
    if len(line) > _CROSSHEAD or words > 10 or line[0].islower() or line[-1] in ",;:-–—":
        return False
    return line.rstrip(CLOSERS)[-1:] not in STOPS - {"?", "!"} and not (words > 5 and _TELLS.search(line))


def mark_appeals(drafts: list[Draft]) -> None:
    """Paragraphs between two appeals that speak of "us" and "you", and a heading over one, belong to them."""
    last: int | None = None
    for number, draft in enumerate(drafts):
        if draft.role is not Role.APPEAL:
            continue
        if last is not None and number - last <= 4:
            for between in drafts[last + 1 : number]:
                if _WEAK.search(_QUOTED.sub(" ", between.text)):
                    between.call(Role.APPEAL, "between two appeals")
        elif number and not drafts[number - 1].stops and _APPEAL_HEADING.match(drafts[number - 1].text[:60]):
            drafts[number - 1].call(Role.APPEAL, "heading over an appeal")
        last = number


def mark_sections(drafts: list[Draft]) -> None:
    """Lists of other stories under their heading, and the readers' corner at the end."""
    copy = list(accumulate((len(d.text) if d.role is None and d.is_prose else 0 for d in drafts), initial=0))
    prose, listing = False, False
    for number, draft in enumerate(drafts):
        heading = len(draft.text) <= 80 and draft.role in (None, Role.PROMO, Role.WIDGET, Role.CROSSHEAD)
        if heading and prose and _PROMO_HEADING.fullmatch(draft.text):
            draft.role, draft.rule, listing = Role.PROMO, "heading over other stories", True
        elif _is_readers_corner(draft) and _is_foot(copy, number):
            for below in drafts[number:]:
                below.call(Role.FORM, "readers' corner")
            return
        elif listing and draft.role is None:
            listing = not draft.stops and len(draft.text) <= 200
            if listing:
                draft.call(Role.PROMO, "listed under other stories")
        prose = prose or (draft.role is None and draft.is_prose)


def _is_foot(copy: list[int], number: int) -> bool:
    """An article's worth of prose stands before it; what readers wrote behind it may be longer."""
    return copy[number] >= _LEAST and copy[number] > 0.2 * (copy[-1] - copy[number])


def _is_readers_corner(draft: Draft) -> bool:
    return len(draft.text) <= 120 and _COMMENTS.fullmatch(draft.text) is not None
