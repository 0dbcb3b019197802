"""Whether a number counts something: a year, an age, the number of a street, a page or a flight does not."""

import re

from timeline.reading.figures import NUMBER, either
from timeline.reading.lexicon import numbers
from timeline.reading.lexicon.calendar_english import MONTHS
from timeline.reading.morphology import is_past
from timeline.reading.voices import is_speaker

# "including more than 100", "30 of them children": a part of what was counted before, never a count of its own.
PART = re.compile(
    r"\b(?:including|among them|among whom|of whom|of which)\b(?: (?:at least|more than|about|around|some))?\s*$", re.I
)
# "two of the three hijackers": two are told of; the three are all there are.
OF_TOTAL = re.compile(
    rf" of (?:all )?(?:the|its|their|his|her|our|these|those) (?:[\w-]+[’']s )?(?:{NUMBER})\b"
    r"(?! (?:dead|killed|injured|wounded))",
    re.I,
)
PART_AFTER = re.compile(
    rf" of (?:(?:them|whom|those)\b|the (?:(?:{NUMBER}) )?(?:dead|killed|injured|wounded|victims|missing)\b)", re.I
)
NUMBER_OF = re.compile(r" the (?:total )?(?:number|figure|count|toll) of (?P<unit>[a-z]+)")
_MODEL = re.compile(r"\b[A-Z]{2,4} $")
_FIGURE_OF = re.compile(
    r"\b(?:counts?|figures?|number|total|turnout|crowd|estimate|tally)\b[^.;,]{0,40}? "
    r"(?:was|is|were|of|at|to|from|stood at|reached) $",
    re.I,
)
_DONE = re.compile(
    r" (?:also |now |still )?(?:was|were|are|had|have|has|remain(?:ed)?)"
    r"(?: also| already| still| feared| reported)?(?: been)?(?: [a-z]+ly)? (?P<verb>[a-z]+)\b"
)
_STATES = frozenset("missing dead homeless unaccounted trapped alive".split())
# A count with no noun: "fifteen in number", "200 strong", "there were 300 of us", "bringing to six the number of dead".
_ONE_HARMED = re.compile(
    r" \w+ (?:was |had |has been |had been )?(?:dead|died|killed|injured|wounded|hurt|missing|arrested|detained)\b"
)
_HARMED = re.compile(
    r" (?:dead|killed|injured|wounded|hurt|missing)\b(?=\W*$|[.;,)]| (?:and|or|but|in|at|on|when|after|by)\b)"
)
# A figure said and nothing else: "the government speaks of 18", "officials said 86".
_SAID = re.compile(
    r"\b(?:(?:speaks?|spoke|talks?|talked) of|says?|said|drew|attracted|counts|counted|lists|listed|claims?|claimed"
    r"|(?:admits?|admitted|owns|sticks|stuck|keeps|kept) to|acknowledges|acknowledged) $",
    re.I,
)
_ENDS = re.compile(r"\W*(?:$|[.;,]|(?:and|but|while)\b)")
ALONE_AFTER = re.compile(r" (?:in number|in all|strong)\b")
_OF_US = re.compile(r" of (?:us|them)\b")
_HOLDING = re.compile(r"\b(?:carrying|carried|were|are) $", re.I)
_TOLL = re.compile(r"\b(?:toll|loss of life|body count)\b[^.;]{0,180}$", re.I)
_MONTH = re.compile(rf" (?:{either(month.title() for month in MONTHS)})\b")
_AGED = re.compile(rf"\b(?:{either(numbers.PERSONS)}) of $")
_ONE_OF = re.compile(
    r" of (?:his|her|its|their|our|my) (?:[\w’'-]+ ){0,2}?[a-z]+s "
    r"(?:(?:was|were|is|had|has|have|been|also|later|reportedly) )*"
    r"(?:dead|died|killed|injured|wounded|hurt|missing|arrested|detained|abducted|kidnapped)\b"
)


def is_count(text: str, match: re.Match[str], unit: str, value: float, magnitude: bool, start: int) -> bool:
    """A figure that counts something: not a year, an age, a number of a street, a page or a model."""
    if magnitude or match["percent"] or match["money"] or match["body"]:
        return True
    word = match["low"].lower()
    before = text[max(start, match.start() - 20) : match.start()].lower()
    toll = bool(_TOLL.search(text[max(start, match.start() - 200) : match.start()]))
    if word == "one":
        return _is_one(text, match.end(), unit)
    if word.isdigit() and _MONTH.match(text, match.end()):
        return False  # a date
    if _AGED.search(before):
        return False  # "a woman of 34"
    if _counts_alone(text, match, before):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", word) and not unit:
        return False
    if re.search(r"\b(?:aged?|no\.?|number|page|route|flight|boeing|airbus|resolution|article|group of) $", before):
        return False
    if _MODEL.search(text[max(start, match.start() - 12) : match.start()]) and (
        not unit or is_past(unit.split(maxsplit=1)[0])
    ):
        return False  # "the ATR 72 left"
    if match["before"] or OF_TOTAL.match(text, match.end()) or PART_AFTER.match(text, match.end()):
        return True
    if (
        PART.search(before)
        or re.search(
            r"(?:population|toll|capacity) of $|(?:licen[cs]ed|certified|designed|built) (?:for|to carry) $", before
        )
        or _FIGURE_OF.search(text[max(start, match.start() - 70) : match.start()])
        or ((done := _DONE.match(text, match.end())) and (is_past(done["verb"]) or done["verb"] in _STATES))
    ):
        return True
    return (
        bool(unit) or toll or bool(re.search(r"(?:kill|injur|wound|hurt|rescu)\w* (?:and |other |another )?$", before))
    )


def _is_one(text: str, at: int, unit: str) -> bool:
    """ "One" is a count where something befell it: "one dead", "one man was hurt", "one of its pilots died", "one
    broken rib"; most often it is none."""
    first, *rest = unit.lower().split() or [""]
    if _HARMED.match(text, at) or _ONE_OF.match(text, at):
        return True
    if first in numbers.PERSONS:
        return _ONE_HARMED.match(text, at) is not None
    return is_past(first) and len(rest) == 1 and not is_speaker(rest[0])


def _counts_alone(text: str, match: re.Match[str], before: str) -> bool:
    """A number that no noun follows, and that counts by the words around it."""
    if ALONE_AFTER.match(text, match.end()) or NUMBER_OF.match(text, match.end()):
        return True
    if before.endswith(("another ", "a further ")) and _ENDS.match(text, match.end()):
        return True
    if _SAID.search(before) and _ENDS.match(text, match.end()):
        return True
    follows = _OF_US.match(text, match.end()) or before.endswith(("carrying ", "carried "))
    return bool(follows and _HOLDING.search(before))
