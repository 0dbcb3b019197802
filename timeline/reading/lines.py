"""Stage 2b: what a paragraph is by its own words: widgets, forms, appeals, promos, agencies, bylines, captions."""

import re

from timeline.reading.lexicon import pages
from timeline.reading.lexicon.datelines import BY, MONTH_NAMES, WEEKDAY_NAMES
from timeline.reading.lexicon.reporting import AGENCIES
from timeline.reading.printed import find_printed
from timeline.reading.roles import CLOSERS, STOPS, Draft, Role


def _any(patterns: tuple[str, ...], end: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)}){end}", re.IGNORECASE)


_WIDGET = _any((*pages.WIDGET_LINES, *(rf"{start}.*" for start in pages.WIDGET_STARTS)), r"\Z")
_ICONS = re.compile(pages.ICON_TOKENS, re.IGNORECASE)
_PROMO = _any(pages.PROMO_STARTS)
_FORM = _any(pages.FORM_STARTS)
_APPEAL = _any(tuple(rf"\b{cue}" for cue in pages.APPEAL_CUES))
_ADDRESSES = re.compile(rf"{pages.APPEAL_ADDRESS}|\A\W*(?:{pages.APPEAL_IMPERATIVES})\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")

_AGENCY_NAME = rf"(?:{'|'.join(sorted(AGENCIES.replace(chr(10), '').split('|'), key=len, reverse=True))})"
AGENCY_NAME = re.compile(rf"(?:(?<![\w-]){_AGENCY_NAME}(?![\w-])|REUTERS(?!\w))")
_AGENCY = re.compile(
    rf"\W*(?:(?i:{pages.AGENCY_LEADS})\s?:?\s+)?(?:{_AGENCY_NAME}|REUTERS)"
    rf"(?:\s?(?:,|/|and|&|\+|-|–)\s?{_AGENCY_NAME})*(?:\s(?i:{pages.AGENCY_TAILS}))?\W*"
    rf"|[A-Z][\w ]{{1,40}}\s(?i:bureau|desk|staff|newsroom)\s?[-–—,/|]\s?(?:{_AGENCY_NAME}|REUTERS)"
)
_SOURCE = re.compile(r"\W*(?:source|sources|agencies)\s?:\s?[A-Z][^.:]{1,60}", re.IGNORECASE)
_CREDITS_END = re.compile(
    r"(?:(?i:reporting) from"
    r"|\W?(?i:(?:additional )?(?:reporting|writing|editing)|compiled|edited|written|translated) by)\s+[A-Z]"
)
_BY = re.compile(rf"(?:(?i:{BY})):?\s+(?=[A-Z\u00c0-\u024f\u0400-\u04ff])")
_OUTLET_AND_PLACE = re.compile(
    rf"{_AGENCY_NAME}(?: [A-Z]\w+)?(?: in|,| [|–-]) [A-Z][\w'’ .-]{{2,30}}"
)  # "BBC News, Lima"
_SMALL = frozenset(pages.BYLINE_WORDS.split())

_CAPTION = _any(pages.CAPTION_STARTS)
_CREDIT_WORD = rf"(?:{pages.CAPTION_CREDITS})"
_CREDIT_BRACKET = re.compile(
    rf"(?P<before>\S)\s*[(\[](?:[^()\[\]]{{0,40}}[\s/:])?(?i:{_CREDIT_WORD})(?:[\s/:][^()\[\]]{{0,50}})?[)\]]\.?\Z"
)
_CREDIT_END = re.compile(
    r"[.!?”\"]\s+(?:[A-Z][A-Z.'’\-]*[ /]){1,8}[A-Z][A-Z.'’\-]*\Z"  # JANE DOE/U.S. NAVY, in capitals after the stop
    rf"|[\s|.](?i:{pages.CAPTION_CREDIT_LEADS})\s?[:/]?\s(?:[A-Z©][\w.'’&-]*[ /,]{{0,2}}){{1,8}}\Z"
    rf"|(?:[\w.'’-]+ ){{0,4}}[\w.'’-]*\s?/\s?(?:{_AGENCY_NAME}|REUTERS|(?i:{pages.CAPTION_AGENCIES}))\Z"
    rf"|(?:{pages.CAPTION_PHOTO_SERVICES})\s?/\s?[A-Z][\w .'’-]{{2,40}}\Z"
    r"|©\s?[\w .'’/-]{2,60}\Z|Getty Images\.?\Z"
)
# "Getty Images A ferry on the river": the credit printed before the picture's words.
_CREDIT_FIRST = re.compile(
    rf"(?:{pages.CAPTION_PHOTO_SERVICES}|BBC) [A-Z][\w'’-]*(?: (?!said|says|told|reported)[\w'’,-]+){{1,30}}"
)
_CAPTION_VERB = re.compile(rf"\b(?:{'|'.join(pages.CAPTION_VERBS.split())})\b")
CREDITS = "credits at the foot"
_SHORT = 300  # characters: longer paragraphs are not lines of the page, whatever they begin with


def label_by_words(draft: Draft, *, opening: bool) -> None:
    """Give a paragraph the role its own words give it; `opening`: no copy stands before it, so it may be a headline,
    and a headline may begin with "Analysis:" or "Watch"."""
    line = draft.text.lstrip(pages.BULLETS) or draft.text
    if is_icon_soup(line):
        draft.call(Role.WIDGET, "icon names")
    elif len(line) <= _SHORT:
        _label_short(draft, line, opening=opening)
    if draft.role is None and len(line) <= 1500 and is_appeal(line):
        draft.call(Role.APPEAL, "appeal words")


def _label_short(draft: Draft, line: str, *, opening: bool) -> None:
    if _WIDGET.match(line):
        draft.call(Role.WIDGET, "page controls")
    elif _FORM.match(line):
        draft.call(Role.FORM, "comment form")
    elif not opening and _PROMO.match(line):
        draft.call(Role.PROMO, "other stories")
    elif len(line) <= 100 and (_AGENCY.fullmatch(line) or _SOURCE.fullmatch(line)):
        draft.call(Role.AGENCY, "agency line")
    elif _CREDITS_END.match(line):
        draft.call(Role.BYLINE, CREDITS)
    elif is_byline(line):
        draft.call(Role.BYLINE, "byline")
    elif is_caption(line) or (not opening and _CREDIT_FIRST.fullmatch(line)):
        draft.call(Role.CAPTION, "caption words or credit")


def is_appeal(line: str) -> bool:
    """It asks its reader for money, a subscription or a registration, outside quotation marks.

    >>> is_appeal("Support our journalism today"), is_appeal("Canada hoped to become a member of the club.")
    (True, False)
    """
    words = _QUOTED.sub(" ", line)
    return _ADDRESSES.search(words) is not None and _APPEAL.search(words) is not None


def is_icon_soup(line: str) -> bool:
    """The names of an icon font, which readers of the page see as pictures.

    >>> is_icon_soup("icon searchicon shareicon tagicon closeicon menu")
    True
    """
    sample = line[:1000]
    icons = len(_ICONS.findall(sample))
    return icons >= 3 and icons >= 0.2 * (sample.count(" ") + 1)


def is_byline(line: str) -> bool:
    """A line that names who wrote the text, and nothing else.

    >>> is_byline("By Jane Doe in Harare"), is_byline("By Wednesday evening the town was quiet")
    (True, False)
    """
    lead = _BY.match(line)
    if lead is None or len(line) > 140:
        return _OUTLET_AND_PLACE.fullmatch(line) is not None
    words = re.split(r"[\s,;|/]+", line[lead.end() :].strip(".| "))
    first = words[0].lower().strip(".,")
    if first in WEEKDAY_NAMES or first in MONTH_NAMES or len(words) > 16:
        return False
    return all(word[:1].isupper() or word.lower() in _SMALL for word in words if word)


def is_name_line(line: str) -> bool:
    """Two to eight words, all names: "Jane Doe, Harare"."""
    words = re.findall(r"[^\s,;|/&]+", line)
    named = all(word[0].isupper() or word in _SMALL for word in words)
    return 2 <= len(words) <= 8 and len(line) <= 80 and named and line[-1] not in STOPS and not line.isupper()


def is_caption(line: str) -> bool:
    """The words under a photograph or map: they begin like one, end in a credit, or show something on a full date.

    >>> is_caption("Smoke rises over the harbour, May 3, 2019"), is_caption("It was signed in Doha, May 3, 2019.")
    (True, False)
    """
    tail = line[-120:]
    credited = line[-1] not in '.”"' or "/" in tail or "©" in tail or "Getty" in tail
    if _CAPTION.match(line) or (credited and _CREDIT_END.search(tail)):
        return True
    bracket = _CREDIT_BRACKET.search(line, max(0, len(line) - 100))
    if bracket and bracket["before"] not in STOPS and bracket["before"] not in CLOSERS:
        return True
    return _ends_in_date(line) and _CAPTION_VERB.search(line, 0, 120) is not None


def _ends_in_date(line: str) -> bool:
    dates = find_printed(line, max(0, len(line) - 40))
    return bool(dates) and not line[dates[-1].end :].strip(" .)") and len(line) > 40
