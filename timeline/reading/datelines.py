"""Stage 2c: lines and heads of lines that say when and where a text was published."""

import re

from timeline.reading.lexicon.datelines import BY, ENGLISH_WEEKDAYS, FILLERS, LABELS, SHOUTS, UPDATE_LABELS
from timeline.reading.lines import AGENCY_NAME
from timeline.reading.printed import Printed, find_printed, is_zone, month_of
from timeline.reading.roles import Draft, Role

_LABEL = re.compile(rf"\b(?:{UPDATE_LABELS}|{LABELS})\b(?:\s(?:on|at|am|le|el))?\s?:?", re.IGNORECASE)
_UPDATED = re.compile(rf"(?:{UPDATE_LABELS})\b[^\n]{{0,20}}\Z", re.IGNORECASE)
_FILLER = re.compile(rf"\b(?:{FILLERS})\b", re.IGNORECASE)
_BY = re.compile(rf"\b(?:{BY}):?\s", re.IGNORECASE)
# What stands behind the date of a labelled line: "by admin in World | Leave a comment".
_BY_LINE = re.compile(rf"\W{{0,3}}(?:{BY})\s[^\n.]{{1,60}}\Z|\W{{0,3}}in\s[A-Z][^\n.]{{1,60}}\Z", re.IGNORECASE)
_LONGEST = 160  # characters of a line that is only a dateline
_CLOCK_LINE = re.compile(
    r"(?:at\s)?\d{1,2}[:.h]\d{2}\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?(?:\(?(?P<zone>[A-Z][A-Za-z+\-:\d]{1,7})\)?)?"
)
# The head of wire copy: place, region or date, agency, and a dash: "HARARE, May 3 (Reuters) - ",
# "MOSCOW, May 3. /TASS/. ", "Tehran, May 3, IRNA – ", "Harare, Zimbabwe (CNN) ".
_HEAD = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w.'’/-]+(?:[ -][A-Z\u00c0-\u00de][\w.'’/-]*){0,3})"
    r"(?:,\s?(?P<more>[^()\n–—]{2,50}?))?\s?"
    r"(?:(?P<agency>\([^()\n]{2,40}\)|/[A-Z][\w -]{1,20}/)\s{0,2}(?P<mark>--?|–|—|_|:|\.|)"
    r"|(?P<dash>--?|–|—|_))(?:\s|\Z|(?<=\))|(?=[A-Z]))"
)
MONTH_DAY = re.compile(
    rf"\b(?:(?!(?i:{'|'.join(ENGLISH_WEEKDAYS)})\b)(?P<m1>[A-Z][A-Za-z]{{2,8}})\.? \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?P<m2>[A-Z][A-Za-z]{2,8}))\b"
    r"(?!\s?[:/]\d|\.\d)"
)
_CREDIT = re.compile(r"\b(?:source|editor|author|agency|reporter)\s?:\s?\w+(?: \w+)?", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"(?:{UPDATE_LABELS}|{LABELS})\s?:?", re.IGNORECASE)


def is_updated(text: str, printed: Printed) -> bool:
    """The date's label says that the text was changed then."""
    return _UPDATED.search(text, max(0, printed.start - 40), printed.start) is not None


def is_dateline(line: str) -> bool:
    """A line that is only a date of publication, with its label, place or author.

    >>> is_dateline("Last Updated: Monday, 3 May 2019, 02:24 GMT"), is_dateline("On May 3, 2019 the bridge fell")
    (True, False)
    """
    dates = find_printed(line) if len(line) <= _LONGEST else ()
    if not dates:
        return False
    rest, at = [], 0
    for date in dates:
        rest.append(line[at : date.start])
        at = date.end
    rest.append(line[at:])
    if is_labelled(line) and _BY_LINE.match(rest[-1]):
        rest.pop()
    return all(_says_nothing(part) for part in rest)


_MORE_THAN_DAY = re.compile(
    rf"\b\d{{1,2}}[:.h]\d\d\b|\b\d{{1,2}}\s?[ap]\.?m\b|\b(?:{'|'.join(ENGLISH_WEEKDAYS)})\b|\b(?:{UPDATE_LABELS}|{LABELS})\b",
    re.IGNORECASE,
)
_LONGEST_YEARLESS = 60


def with_year(line: str, year: int) -> str:
    """The line with a year put behind its month and day.

    >>> with_year("Fri, 3 May, 14:10", 2019)
    'Fri, 3 May 2019, 14:10'
    """
    match = next((m for m in MONTH_DAY.finditer(line) if month_of(m["m1"] or m["m2"])), None)
    return f"{line[: match.end()]} {year}{line[match.end() :]}" if match else line


def is_yearless(line: str) -> bool:
    """A dateline that leaves out its year: a month and a day with a clock, a weekday or a label, and no sentence.

    >>> is_yearless("May 3, 14:10 EDT"), is_yearless("Friday, 3 May"), is_yearless("May 3"), is_yearless("Hall 3, 9:10")
    (True, True, False, False)
    """
    if len(line) > _LONGEST_YEARLESS or find_printed(line):
        return False
    whole = with_year(line, LEAP_YEAR)
    return whole != line and _MORE_THAN_DAY.search(line) is not None and is_dateline(whole)


LEAP_YEAR = 2000


def _says_nothing(part: str) -> bool:
    """Labels, names and places only: no words of a sentence beside the date."""
    by = _BY.search(part)
    if by and part[by.end() : by.end() + 1].isupper() and len(part) - by.end() <= 60:
        part = part[: by.start()]
    left = _FILLER.sub(" ", _LABEL.sub(" ", _CREDIT.sub(" ", part)))
    words = re.findall(r"[^\W\d_]+(?:['’.-][^\W_]+)*", left)
    return len(words) <= 5 and not any(word[0].islower() for word in words) and left.strip()[-1:] != "."


def is_label(line: str) -> bool:
    """The label of a date on a line of its own: "Published"."""
    return len(line) <= 30 and _LABEL_ALONE.fullmatch(line) is not None


def is_labelled(line: str) -> bool:
    """A dateline that says what it is: "Published: …"."""
    return _LABEL.match(line.strip("([ ")) is not None


def is_clock_line(line: str, *, zoned: bool = False) -> bool:
    """A clock alone, the second line of a dateline or the head of a live entry; `zoned`: with "pm" or a zone."""
    match = _CLOCK_LINE.fullmatch(line) if len(line) <= 30 else None
    return match is not None and (not zoned or bool(match["half"] or (match["zone"] and is_zone(match["zone"]))))


def head_length(line: str) -> int:
    """How many characters of a paragraph are its glued dateline ("Posted on April 4 2017 …"); 0 for none.

    >>> head_length("Tuesday 4 Apr 2017 A bridge fell"), head_length("May 3, 2019 was a quiet day")
    (18, 0)
    """
    dates = find_printed(line, 0, min(len(line), 120))
    if not dates or dates[0].start > 60:
        return 0
    before, date = line[: dates[0].start], dates[0]
    if _FILLER.sub("", _LABEL.sub("", before)).strip(" :|–—-([") or (before.strip() and not _LABEL.match(before)):
        return 0
    rest = line[date.end :].lstrip(" :|)]–—-\xa0\t\n")
    starts = rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“'‘"
    return date.end if rest and (starts or (before.strip() and _BY.match(rest) is not None)) else 0


def place_head(line: str) -> re.Match[str] | None:
    """The head of wire copy, with `place`, `more` (region, date) and `agency`, or None.

    A dash after a plain word makes none: the place must stand in capitals, or a date or an agency behind it.
    """
    match = _HEAD.match(line[:120])
    if match is None:
        return None
    if match["agency"]:
        return match if match["mark"] or agency_of(match) else None
    more = match["more"] or ""
    month = MONTH_DAY.search(more)
    dated = month is not None and month_of(month["m1"] or month["m2"]) is not None
    shouted = match["place"].isupper() and len(match["place"]) > 2 and match["place"] not in SHOUTS
    sentence = not line[match.end() : match.end() + 1].islower()
    return match if (shouted and sentence) or dated or AGENCY_NAME.search(more) else None


def agency_of(head: re.Match[str]) -> str:
    """The agency that a head of wire copy names, or ""."""
    found = AGENCY_NAME.search(head["agency"] or head["more"] or "")
    return found.group() if found else ""


def is_head_alone(line: str) -> bool:
    """The head of wire copy on a line of its own.

    >>> is_head_alone("HARARE, Zimbabwe (AP) --"), is_head_alone("RAIN -- and no end")
    (True, False)
    """
    head = place_head(line)
    return head is not None and head.end() >= len(line)


def cut_datelines(drafts: list[Draft], number: int, headline: str = "") -> int:
    """Cut a glued dateline off paragraph `number`; how many paragraphs were added."""
    draft = drafts[number]
    length = head_length(draft.text)
    if not length:
        return 0
    rest = draft.text[length:]
    by = _BY.match(rest.lstrip(" |,–—-"))
    if by and headline and 0 < (found := rest.find(headline)) <= 90:
        length += found
    first, second = draft.cut(length)
    first.call(Role.DATELINE, "dateline glued to the text")
    drafts[number : number + 1] = [first, second]
    return 1
