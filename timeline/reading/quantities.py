"""Numbers in a claim: their bounds, what is counted, and the kind of count."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter

from timeline.reading.figures import NUMBER, either, number
from timeline.reading.lexicon import numbers
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
    rf"|(?:between )?(?:magnitude[- ])?(?P<low>{NUMBER})"
    rf"(?P<range>(?: ?(?:-|–| to | and ) ?|(?: percent| per cent|%) to )(?P<high>{NUMBER}))?)"
    rf"(?P<percent> ?%| percent| per cent)?(?P<magnitude>-(?:strength|magnitude))?(?=km\b|(?![\w:/]|[.,]\d))",
    re.IGNORECASE,
)
_MAGNITUDE_BEFORE = re.compile(
    r"(?:magnitude|force|measur\w+|register\w+|strength|at|was)[- ](?:of )?"
    r"(?:(?:a|an|at least|about|around) )?(?:magnitude[- ])?$",
    re.I,
)
# "including more than 100", "30 of them children": a part of what was counted before, never a count of its own.
_PART = re.compile(
    r"\b(?:including|among them|among whom|of whom|of which)\b(?: (?:at least|more than|about|around|some))?\s*$", re.I
)
# "two of the three hijackers": two are told of; the three are all there are.
_OF_TOTAL = re.compile(rf" of (?:all )?(?:the|its|their|his|her|our|these|those) (?!\d)(?:{NUMBER})\b", re.I)
_TOTAL = re.compile(rf"(?:{NUMBER}) of (?:all )?(?:the|its|their|his|her|our|these|those) $", re.I)
_PART_AFTER = re.compile(r" of (?:them|whom|those|the \d+)\b", re.I)
_DISTANCE = re.compile(
    r"[- ]?(?:km|kilomet(?:er|re)s?|miles?)\b[^.;,]{0,30}?\b(?:north|south|east|west)\w*"
    r"(?:[- ](?:north|south|east|west)\w*)? of "
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)"
)
# "put the crowd at 5,000", "the turnout was estimated at 300": the thing counted stands before.
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]) (?:the |their |its )?(?P<unit>[a-z]+)(?: of [\w ]{1,30})? at $"
    r"|(?P<unit2>[a-z]+) (?:was|were|is|are) (?:put|estimated) at $"
    r"|(?P<unit3>[a-z]+) (?:numbered|numbering|totalled|totaled) $",
    re.I,
)
_MODEL = re.compile(r"\b[A-Z]{2,4} $")
_FIGURE_OF = re.compile(
    r"\b(?:counts?|figures?|number|total|turnout|crowd|estimate|tally)\b[^.;,]{0,40}? "
    r"(?:was|is|were|of|at|to|stood at|reached) $",
    re.I,
)
_DONE = re.compile(
    r" (?:also |now )?(?:was|were|are|had|have|has)(?: also| already)?(?: been)?(?: [a-z]+ly)? (?P<verb>[a-z]+)\b"
)
# A count with no noun: "fifteen in number", "200 strong", "there were 300 of us", "bringing to six the number of dead".
_ONE_HARMED = re.compile(
    r" \w+ (?:was |had |has been |had been )?(?:dead|died|killed|injured|wounded|hurt|missing|arrested|detained)\b"
)
_ALONE_AFTER = re.compile(r" (?:in number|in all|strong)\b")
_OF_US = re.compile(r" of (?:us|them)\b")
_HOLDING = re.compile(r"\b(?:carrying|carried|were|are) $", re.I)
_RISEN = re.compile(r"\b(?:gone|went|goes|going|risen|rose|moved|climbed|crept|jumped|pushed) $", re.I)  # … up to 41
_NUMBER_OF = re.compile(r" the (?:total )?(?:number|figure|count|toll) of (?P<unit>[a-z]+)")
_TOLL = re.compile(r"(?:death |injury |casualty )?toll\b[^.;]{0,120}$", re.I)


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
            found.append(_as_part(quantity, found[-1]) if found else quantity)
    return tuple(found)


def _as_part(part: Quantity, whole: Quantity) -> Quantity:
    """ "86 killed, 30 of them children": a part is of the kind of what it is a part of."""
    return replace(part, of=f"part of {whole.of}".strip()) if part.of.startswith("part of") and whole.of else part


def _quantity(text: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    of_them = _PART_AFTER.match(text, match.end(), end) or _OF_TOTAL.match(text, match.end(), end)
    named = _NUMBER_OF.match(text, match.end(), end)
    unit = named["unit"] if named else _unit(text, of_them.end() if of_them else match.end(), end)
    unit = unit or _unit_before(text, match.start(), start)
    magnitude = bool(match["magnitude"]) or _is_magnitude(text, match, start)
    if match["fraction"]:
        bounds = _fraction_bounds(match)
        if bounds is None:
            return None
    else:
        value = number(match["low"])
        if not _is_count(text, match, unit, value, magnitude, start):
            return None
        bounds = value, number(match["high"]) if match["high"] else value
        if bounds[0] > bounds[1]:
            return None
    risen = _RISEN.search(text, max(start, match.start() - 20), match.start())
    low, high, approximate = _widened(bounds, "" if risen else (match["before"] or "").lower())
    if match["fraction"]:
        approximate = True
    unit = "percent" if match["percent"] and not unit else f"percent of {unit}" if match["percent"] else unit
    of = "magnitude" if magnitude else kind_of_count(text, match, start, end, unit)
    if distance := _DISTANCE.match(text, match.end()):
        of = f"distance from {distance['name']}"
    if _TOTAL.search(text, max(start, match.start() - 40), match.start()):
        of = ""
    if _PART.search(text[max(start, match.start() - 25) : match.start()]) or _PART_AFTER.match(text, match.end()):
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
    """The noun phrase after the number, up to a verb or a preposition."""
    words: list[str] = []
    for word in split_words(text, at, min(end, at + 60)):
        if not word.text[:1].isalpha() or word.lower in _UNIT_STOPS or (words and is_verbal(word.lower)):
            break
        words.append(word.text)
        if len(words) == 4:
            break
    if words and is_verbal(words[-1].lower()) and len(words) > 1:
        words = words[:-1]
    return " ".join(words)


def _unit_before(text: str, at: int, start: int) -> str:
    """The thing counted where it stands before the number: "put the crowd at 5,000"."""
    put = _PUT_AT.search(text, max(start, at - 70), at)
    return (put["unit"] or put["unit2"] or put["unit3"]) if put else ""


_UNIT_STOPS = frozenset(
    """of in at on from to by and or was were is are had have has who that which after before with for during as the
    including among into near it he she they said say says when while where under a an there than but
    not will""".split()
)


def _is_count(text: str, match: re.Match[str], unit: str, value: float, magnitude: bool, start: int) -> bool:
    """A figure that counts something: not a year, an age, a number of a street, a page or a model."""
    if magnitude or match["percent"]:
        return True
    word = match["low"].lower()
    before = text[max(start, match.start() - 20) : match.start()].lower()
    toll = bool(_TOLL.search(text[max(start, match.start() - 90) : match.start()]))
    if word == "one":
        return (
            bool(unit)
            and unit.split(maxsplit=1)[0].lower() in numbers.PERSONS
            and _ONE_HARMED.match(text, match.end()) is not None
        )
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
    if match["before"] or _OF_TOTAL.match(text, match.end()) or _PART_AFTER.match(text, match.end()):
        return True
    if (
        _PART.search(before)
        or re.search(
            r"(?:population|toll|capacity) of $|(?:licen[cs]ed|certified|designed|built) (?:for|to carry) $", before
        )
        or _FIGURE_OF.search(text[max(start, match.start() - 70) : match.start()])
        or ((done := _DONE.match(text, match.end())) and is_past(done["verb"]))
    ):
        return True
    return (
        bool(unit) or toll or bool(re.search(r"(?:kill|injur|wound|hurt|rescu)\w* (?:and |other |another )?$", before))
    )


def _counts_alone(text: str, match: re.Match[str], before: str) -> bool:
    """A number that no noun follows, and that counts by the words around it."""
    if _ALONE_AFTER.match(text, match.end()) or _NUMBER_OF.match(text, match.end()):
        return True
    follows = _OF_US.match(text, match.end()) or before.endswith(("carrying ", "carried "))
    return bool(follows and _HOLDING.search(before))


def kind_of_count(text: str, match: re.Match[str], start: int, end: int, unit: str) -> str:
    """What happened to those counted, by the word of `lexicon.numbers.KINDS` nearest to the number."""
    clause, at = text[start:end].lower(), match.start() - start
    if re.search(r"(?<!injury )(?<!casualty )\btoll\b(?:(?!\bwith\b|\band\b|;)[^.])*$", clause[:at]):
        return "killed"
    best, nearest = "", 10_000.0
    for kind, pattern in numbers.KINDS:
        if re.search(pattern, unit.lower()):
            return kind
    for kind, pattern in numbers.KINDS:
        for hit in re.finditer(pattern, clause):
            # What follows the number is its own verb ("80 wounded"); what stands before may belong to another number.
            distance = float(hit.start() - at)
            if hit.start() < at:
                parted = re.search(r",|\band\b", clause[hit.end() : at])
                distance = (at - hit.end()) * 1.5 + (40 if parted else 0)
            if distance < nearest:
                best, nearest = kind, distance
    return best


def group_of(unit: str) -> str:
    """The group a unit belongs to, so that counts of people compare and counts of houses do not.

    >>> group_of("Afghan soldiers"), group_of("people"), group_of("prisoners"), group_of("villages")
    ('forces', 'people', 'prisoners', 'village')
    """
    words = [w.lower() for w in unit.split()]
    for group, members in numbers.GROUPS.items():
        if any(w in members.split() for w in words):
            return group
    if not words or any(w in numbers.PEOPLE for w in words):
        return "people"
    return words[-1].removesuffix("s")
