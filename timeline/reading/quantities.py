"""Numbers in a claim: their bounds, what is counted, and the kind of count."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter

from timeline.reading.counting import ALONE_AFTER, NUMBER_OF, OF_TOTAL, PART, PART_AFTER, is_count
from timeline.reading.figures import NUMBER, either, number
from timeline.reading.kinds import OF_PEOPLE, group_of, kind_of_count, last_kind
from timeline.reading.lexicon import numbers
from timeline.reading.measures import BODY, GLUED, MONEY, SHORT, SHORT_SCALES, body_unit, money_unit, speed_unit
from timeline.reading.morphology import is_past, is_verbal
from timeline.reading.words import split_words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim: `low`/`high` bounds (None = open), of what, and its span in the article's text."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str  # the words counted: "prisoners"
    of: str  # the kind of count: killed, injured, escaped, …; "" where it has none


_FRACTION = either(numbers.FRACTIONS)
_BEFORE = either((*numbers.FLOORS, *numbers.CEILINGS, *numbers.ABOUT))
_PATTERN = re.compile(
    rf"(?:(?<![\w.,/:$£€#-])|(?<=magnitude-))(?P<before>(?:{_BEFORE}) (?:(?:{_BEFORE}) )?)?"
    rf"(?:(?:between )?(?P<fraction>{_FRACTION})(?: (?:to|and) (?P<fraction2>{_FRACTION}))?"
    rf"(?P<whole> of (?:all |the )?(?:[\w’']+ )?(?:country[’']s )?(?P<of>\d[\d,]*))?"
    rf"|(?P<between>between )?(?:magnitude[- ])?(?P<money>{MONEY})?(?P<low>{NUMBER})(?(money)(?P<short>{SHORT})?)"
    rf"(?P<range>(?: ?(?:-|–| to | or |(?(between) and |(?!))) ?|(?: percent| per cent|%) to )(?P<high>{NUMBER}))?)"
    rf"(?P<percent> ?%| percent| per cent)?(?P<magnitude>-(?:strength|magnitude))?(?P<body>{BODY})?"
    rf"(?={GLUED}|(?![\w:/]|[.,]\d))",
    re.IGNORECASE,
)
_MAGNITUDE_BEFORE = re.compile(
    r"(?:magnitude|force|measur\w+|register\w+|strength|at|was)[- ](?:of )?"
    r"(?:(?:a|an|at least|about|around) )?(?:magnitude[- ])?$",
    re.I,
)
_OWN = r"(?:the|its|their|his|her|our|these|those)(?: [\w-]+[’']s)?"
_TOTAL = re.compile(rf"(?:{NUMBER}) of (?:all )?{_OWN} $", re.I)
_OF_ALL = re.compile(rf"(?:^|[\n.;,:“\"]\s*)of (?:all )?{_OWN} $", re.I)  # "of the 19 lorries eight got through"
_AMONG = re.compile(rf" of {_OWN}(?: (?:{NUMBER}))? (?=[a-z])", re.I)
_DISTANCE = re.compile(
    r"[- ]?(?:km|kilomet(?:er|re)s?|miles?)\b[^.;,]{0,30}?\b(?:north|south|east|west)\w*"
    r"(?:[- ](?:north|south|east|west)\w*)? of "
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)"
)
# "put the crowd at 5,000", "the turnout was estimated at 300": the thing counted stands before.
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]) (?:the |their |its )?(?:(?:number|total) of (?:the )?)?"
    r"(?P<unit>[a-z]+)(?: of [\w ]{1,30})? at $"
    r"|(?P<unit2>[a-z]+) (?:was|were|is|are) (?:put|estimated) at $"
    r"|(?P<unit3>[a-z]+) (?:numbered|numbering|totalled|totaled) $"
    r"|\b(?P<unit4>[a-z]+), $",  # "soldiers, fifteen in number"
    re.I,
)
_RISEN = re.compile(r"\b(?:gone|went|goes|going|risen|rose|moved|climbed|crept|jumped|pushed) $", re.I)  # … up to 41
# "rose from 14 to 17" is no range.
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|climb\w*|went|gone|up|down|revised|raised|increas\w+|jump\w+|lowered|cut|fell)\b"
    r"[^.;]{0,30} from $",
    re.I,
)


def find_quantities(text: str, start: int, end: int, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Quantity, ...]:
    """The quantities in `text[start:end]`, in order; numbers inside the spans of `taken` (times, ascending, apart) are
    none."""
    found: list[Quantity] = []
    for match in _PATTERN.finditer(text, start, end):
        core = match.start("low") if match["low"] else match.start("fraction")
        before = bisect_right(taken, core, key=itemgetter(0))
        if before and core < taken[before - 1][1]:
            continue
        quantity = _quantity(text, match, start, end)
        if quantity is not None:
            found.append(_beside(quantity, found[-1], text) if found else quantity)
    return tuple(found)


def _beside(quantity: Quantity, before: Quantity, text: str) -> Quantity:
    """A count with what it owes to the one before: a part is of the kind of its whole, "86 killed, 30 of them
    children"; of all there are some are told of, "of the 19 lorries eight got through"."""
    if quantity.of.startswith("part of") and before.of:
        return replace(quantity, of=f"part of {before.of}")
    if (not quantity.unit or is_past(quantity.unit)) and _OF_ALL.search(text, max(0, before.start - 20), before.start):
        return replace(quantity, unit=before.unit)
    return quantity


def _quantity(text: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    of_them = PART_AFTER.match(text, match.end(), end) or OF_TOTAL.match(text, match.end(), end)
    named = NUMBER_OF.match(text, match.end(), end)
    unit = named["unit"] if named else _unit(text, of_them.end() if of_them else match.end(), end)
    unit = _measured(text, match) or unit or _unit_before(text, match, start)
    magnitude = bool(match["magnitude"]) or _is_magnitude(text, match, start)
    if match["fraction"]:
        bounds = _fraction_bounds(match)
        if bounds is None:
            return None
    else:
        value = number(match["low"])
        if not is_count(text, match, unit, value, magnitude, start):
            return None
        value *= SHORT_SCALES[match["short"].lower()] if match["short"] else 1
        bounds = value, number(match["high"]) if match["high"] else value
        if match["high"] and _CHANGED.search(text, max(start, match.start() - 50), match.start()):
            bounds = bounds[1], bounds[1]
        if bounds[0] > bounds[1] or (not unit and _FORMER.search(text, max(start, match.start() - 20), match.start())):
            return None
    risen = _RISEN.search(text, max(start, match.start() - 20), match.start())
    after = _AFTER.match(text, match.end(), end)
    words = "" if risen else (match["before"] or (after and after["bound"]) or "").lower()
    low, high, approximate = _widened(bounds, words)
    if match["fraction"]:
        approximate = True
    unit = "percent" if match["percent"] and not unit else f"percent of {unit}" if match["percent"] else unit
    of = "magnitude" if magnitude else kind_of_count(text, match, start, end, unit)
    if unit in _COUNTERS or (is_past(unit) and unit not in numbers.PEOPLE and of not in {"destroyed", "damaged"}):
        unit = ""  # "a family of six died"
    if (of != "magnitude" and set(unit.split()) & numbers.MEASURES) or (
        of in OF_PEOPLE and group_of(unit) in numbers.LIFELESS
    ):
        of = ""  # nobody was killed in "24 hours", no bomb was
    if distance := _DISTANCE.match(text, match.end()):
        of = f"distance from {distance['name']}"
    if _TOTAL.search(text, max(start, match.start() - 50), match.start()) or _OF_ALL.search(
        text, max(0, match.start() - 30), match.start()
    ):
        of = of if unit in _FATED else ""
    if _is_part(text, match, start, of, unit):
        of = f"part of {of}".strip()
    return Quantity(
        match.start(),
        match.end(),
        match.group().strip(),
        low,
        high,
        approximate,
        "magnitude" if magnitude else unit,
        of,
    )


def _is_part(text: str, match: re.Match[str], start: int, of: str, unit: str) -> bool:
    """A part of those counted elsewhere: "30 of them", "another 12", "two more men". "Four were killed and another 12
    hurt" counts all that were hurt."""
    if PART.search(text[max(start, match.start() - 25) : match.start()]) or PART_AFTER.match(text, match.end()):
        return True
    if not (_ANOTHER.search(text, max(start, match.start() - 25), match.start()) or _MORE.match(unit)):
        return False
    return last_kind(_OWN_VERB.sub("", text[max(0, match.start() - BEFORE) : match.start()].lower())) in {of, ""}


def _measured(text: str, match: re.Match[str]) -> str:
    """The unit of an amount of money, of a speed, or of a body of people."""
    if match["money"]:
        return money_unit(match["money"])
    return body_unit(match["body"]) if match["body"] else speed_unit(text, match.end())


def _fraction_bounds(match: re.Match[str]) -> tuple[float, float] | None:
    low = numbers.FRACTIONS[match["fraction"].lower()]
    if match["of"]:
        whole = number(match["of"])
        return round(low * whole), round(low * whole)
    if match["fraction2"]:
        return round(100 * low), round(100 * numbers.FRACTIONS[match["fraction2"].lower()])
    return None


def _widened(bounds: tuple[float, float], before: str) -> tuple[float | None, float | None, bool]:
    low: float | None = bounds[0]
    high: float | None = bounds[1]
    words = before.strip()
    if any(words.startswith(w) for w in numbers.FLOORS):
        high = None
    elif any(words.startswith(w) for w in numbers.CEILINGS):
        low = None
    return low, high, any(w in words for w in numbers.ABOUT)


def _is_magnitude(text: str, match: re.Match[str], start: int) -> bool:
    """ "a magnitude of 5.9", "measuring 3.8 on the Richter scale", "was 6.1": a small number with a decimal."""
    word = match["low"] or ""
    if not re.fullmatch(r"\d\.\d", word):
        return False
    before = text[max(start, match.start("low") - 40) : match.start("low")]
    after = text[match.end() : match.end() + 30].lower()
    return bool(
        _MAGNITUDE_BEFORE.search(before)
        or re.match(r"[- ](?:magnitude|strength|degree|on the richter|earthquake|quake)", after)
    )


def _unit(text: str, at: int, end: int) -> str:
    """The noun phrase after the number, up to a verb or a preposition: of "ten of the trucks" it is "trucks"."""
    words: list[str] = []
    among = _AMONG.match(text, at, end)
    at = among.end() if among else at
    for word in split_words(text, at, min(end, at + 60)):
        if not word.text[:1].isalpha() or word.lower in _UNIT_STOPS or (words and is_verbal(word.lower)):
            break
        words.append(word.text)
        if len(words) == 4:
            break
    if words and is_verbal(words[-1].lower()) and len(words) > 1:
        words = words[:-1]
    return " ".join(words)


def _unit_before(text: str, match: re.Match[str], start: int) -> str:
    """The thing counted where it stands before the number: "put the crowd at 5,000", "soldiers, fifteen in number"."""
    put = _PUT_AT.search(text, max(start, match.start() - 70), match.start())
    if put is None or (put["unit4"] and not ALONE_AFTER.match(text, match.end())):
        return ""
    unit = put["unit"] or put["unit2"] or put["unit3"] or put["unit4"]
    return "" if unit.lower() in _COUNTERS else unit


_UNIT_STOPS = frozenset(
    """of in at on from to by and or was were is are had have has who that which after before with for during as the
    including among into near it he she they said say says when while where under a an there than but
    not will through per remain remains this last next since today yesterday tonight tomorrow overnight now already
    again so because if only too earlier later until till against between across along towards toward inside outside
    behind without within about out or at""".split()
)
_FATED = frozenset("dead killed injured wounded missing".split())  # "four of the 19 injured"
_AFTER = re.compile(
    rf"(?: (?!and |or |at )[\w/’'-]+){{0,3}}? (?P<bound>at least|or more|at most|or fewer|or less|or so)\b"
    rf"(?! (?:{NUMBER}))",
    re.I,
)  # "three men at least"
_FORMER = re.compile(r"(?:\d|\b(?:up|down|increase|rise|drop)) from $", re.I)  # "to 17 from 18"
_COUNTERS = frozenset(
    "number figure total toll count it tally estimate name names".split()
)  # what says that there is a count
_ANOTHER = re.compile(
    r"\b(?:another|(?:a|an) (?:further|additional)|(?:second|third|last) (?:group|batch|lot) of) $", re.I
)
_MORE = re.compile(r"(?:more|further|additional)\b", re.I)
_OWN_VERB = re.compile(r"\w+ (?:another |an? \w+ )?$")  # "(killing nine and) wounding another"
BEFORE = 250  # characters before "another 12" in which it is told what befell the others
