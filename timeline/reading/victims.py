"""The one person or the two a clause says something befell: "a trader died", "Jane Roe, 57, was killed", "both of the
pilots were hurt"."""

import re

from timeline.reading.kinds import last_kind
from timeline.reading.lexicon import numbers
from timeline.reading.quantities import Quantity
from timeline.reading.voices import is_speaker

# "A trader died", "Jane Roe, 57, was killed": one of the dead or hurt, told of alone.
_ONE = re.compile(
    r"(?:^|[,;“\"] |\b(?:that|but|and|however|when|as) )"
    r"(?P<who>(?i:an?|another|one) (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z]{3,})\b"
    r"|(?:[\w’'-]+ ){0,3}[A-Z][\w’'-]+, (?:aged )?\d{1,2},)(?P<more>[^.;]{0,60}?) "
    r"(?:had |was |has |have been |been |be )*"
    r"(?P<deed>died|killed|injured|wounded|hurt|slain|drowned)\b",
)
_BOTH = re.compile(
    r"\b(?P<both>[Bb]oth)(?: of)?(?: (?:the|his|her|its|their|our)(?: [\w-]+[’']s)?)? "
    r"(?P<noun>[\w-]+s|men|women|children) "
    r"(?:(?:have|had|has|was|were|been|also|later) )*"
    r"(?P<deed>died|killed|injured|wounded|hurt|drowned|arrested|detained|abducted|kidnapped|rescued)\b"
)


def find_both(text: str, start: int, end: int) -> Quantity | None:
    """The two whom `text[start:end]` says something befell; None where it says so of nobody.

    >>> find_both("both pilots were injured", 0, 24).unit
    'pilots'
    """
    match = _BOTH.search(text, start, end)
    if match is None:
        return None
    return Quantity(
        match.start("both"), match.end("both"), match["both"], 2.0, 2.0, False, match["noun"], last_kind(match["deed"])
    )


def find_one(text: str, start: int, end: int) -> Quantity | None:
    """The single person `text[start:end]` says died or was hurt, as a part of those who did; None where it is nobody.

    >>> find_one("a student had died", 0, 18).of
    'part of killed'
    """
    match = _ONE.search(text[start:end])
    if match is None or (match["noun"] and not (match["noun"] in numbers.PERSONS or is_speaker(match["noun"]))):
        return None
    of = "injured" if match["deed"] in {"injured", "wounded", "hurt"} else "killed"
    at = start + match.start("who")
    return Quantity(at, start + match.end("who"), match["who"], 1.0, 1.0, False, "person", f"part of {of}")
