"""Counts of one thing that cannot all be true."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.kinds import group_of
from timeline.reading.lexicon.numbers import DURATIONS, GROUPS, MEASURES
from timeline.reading.quantities import Quantity
from timeline.reading.sides import Stand, ids, kin, split_sides, teller
from timeline.reading.support import gives_time
from timeline.reading.tolls import DAY, GROWING, RISING, latest_words, out_of_turn, when_missed, when_told
from timeline.reading.topics import is_recalled
from timeline.reading.triggers import happening_of

AROUND = 0.10  # "around N" is N ± 10 % (DESIGN.md section 5)
ROUNDING = 0.05  # distances are rounded when miles are made of kilometres
# Counted over months, or before the count that the report itself gives.
_OVER_TIME = re.compile(
    r"\bso far this (?:year|month)\b|\bsince the (?:start|beginning) of\b|\b(?:every|each|per|a) (?:year|month)\b"
    r"|\b(?:first|last|past|previous) (?:[\w-]+ )?(?:months|years)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:confirmed|reported|announced|counted|spoken? of|put at) (?:\w+ )?"
    r"(?:earlier|initially|at first|previously)\b"
    r"|\b(?:earlier|initial|previous) (?:toll|count|figure|report|estimate|number)\b",
    re.IGNORECASE,
)
MILE = 1.609344  # kilometres
ALIKE = 2  # content words that claims share, the unit among them, before sums in one unit are compared
UNCOUNTED = frozenset(
    "hour hours minute minutes second seconds percent km kilometres kilometers miles metres meters".split()
)
_SOME = (["men"], ["civilians"], ["civilian"])  # whom an account may count beside others
JOINT = len(", and ")  # characters between two clauses of one sentence
FLOOR_BESIDE = 1.5  # a floor this far below a figure is shown beside it


def count_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> list[Conflict]:
    """A conflict for each thing counted; one voice raising its own toll from report to report is none."""
    counted: dict[tuple[str, str], dict[int, Quantity]] = defaultdict(dict)
    for account in accounts:
        if not _counts_it_all(account) or account.type == "bodies found":
            continue  # those found at a time are some of the dead
        for quantity in account.quantities:
            if thing := _thing_in(account, quantity):
                counted[thing].setdefault(account.id, quantity)
    by_id = {a.id: a for a in accounts}
    for figures in counted.values():
        for parted in _told_in_one_breath([by_id[i] for i in figures], figures):
            figures.pop(parted, None)
    found = (
        _conflict(
            f"{group} {of}".strip(),
            _of_one_kind(figures, by_id) if not of else [_stand(by_id[i], q) for i, q in figures.items()],
            figures,
            origin_of,
        )
        for (of, group), figures in sorted(counted.items())
    )
    return [conflict for conflict in (*found, *_by_unit(accounts, origin_of)) if conflict is not None]


def _told_in_one_breath(accounts: list[Account], figures: dict[int, Quantity]) -> set[int]:
    """Those that one teller gives in one sentence: "nine were killed by the blast and two died in hospital" are parts,
    and neither is the toll."""
    told = sorted(accounts, key=lambda a: (a.article, a.start))
    return {
        a.id
        for one, other in pairwise(told)
        if (one.article, one.voice) == (other.article, other.voice)
        and 0 < other.start - one.start - len(one.text) <= JOINT
        and bounds_of(figures[one.id]) != bounds_of(figures[other.id])
        for a in (one, other)
    }


def _by_unit(accounts: Sequence[Account], origin_of: dict[int, int]) -> list[Conflict | None]:
    """What no table names is compared where claims count in one unit and say much the same: months of remand, ribs
    broken, grams found, sums of money."""
    counted: dict[tuple[str, int], dict[int, Quantity]] = defaultdict(dict)
    for account in accounts:
        for quantity in account.quantities if _counts_it_all(account) else ():
            if named := _unit_of(account, quantity):
                before = counted[named].setdefault(account.id, quantity)
                if named[1] == ALIKE:  # of all five sirens two are told of
                    counted[named][account.id] = min(before, quantity, key=_least)
    by_id = {a.id: a for a in accounts}
    found = []
    for (name, least), figures in sorted(counted.items()):
        alike = kin((by_id[i] for i in figures), least)
        stands = [_stand(by_id[i], quantity) for i, quantity in figures.items() if i in alike]
        if len({(s.account.article, s.account.voice) for s in stands}) > 1:
            stands = _narrower_as_floors(stands, figures) if least == ALIKE else stands
            found.append(_conflict(name, _of_their_day(stands), figures, origin_of))
    return found


def _of_their_day(stands: list[Stand]) -> list[Stand]:
    """Without those told in their own words for another day than most: visitors of Saturday and of Sunday."""
    told = {s.account.id: begins for s in stands if gives_time(s.account) and (begins := _begins(s.account))}
    usual = sorted(told.values())[len(told) // 2] if told else 0.0
    return [s for s in stands if abs(told.get(s.account.id, usual) - usual) < DAY]


def _begins(account: Account) -> float:
    return account.interval.start.timestamp() if account.interval and account.interval.start else 0.0


def _least(quantity: Quantity) -> float:
    return -math.inf if quantity.low is None else quantity.low


def _narrower_as_floors(stands: list[Stand], figures: dict[int, Quantity]) -> list[Stand]:
    """Of what a word more describes there may be more without it: "two live shells" are no fewer shells."""
    told = {s.account.id: frozenset(figures[s.account.id].unit.lower().split()[:-1]) for s in stands}
    plain = min(told.values(), key=len, default=frozenset())
    return [s if told[s.account.id] == plain else replace(s, high=math.inf) for s in stands]


def _unit_of(account: Account, quantity: Quantity) -> tuple[str, int] | None:
    """(what a count that no table names is called, how many words claims share before it is compared): a noun for
    things says more of what is counted than a measure; shares are compared of what was destroyed."""
    words = quantity.unit.lower().split()
    if words[:1] == ["percent"] and not quantity.of and happening_of(account.type).family == "destruction":
        return "percent", ALIKE - 1
    if not words or quantity.of or thing_counted(quantity) is not None or words[-1] in UNCOUNTED:
        return None
    measured = any(word in MEASURES or word in DURATIONS for word in words)
    return (words[0].removesuffix("s"), ALIKE + 1) if measured else (group_of(quantity.unit), ALIKE)


def _of_one_kind(figures: dict[int, Quantity], by_id: dict[int, Account]) -> list[Stand]:
    """What the claims allow that tell of one kind of happening, are of one voice or share their words: people of whom
    nothing else is said need not be those of another sentence."""
    told = Counter(key for i in figures for key in (by_id[i].type, by_id[i].voice))
    typed = {
        i
        for i in figures
        if (told[by_id[i].type] > 1 and happening_of(by_id[i].type).family != "statement")
        or (by_id[i].voice and told[by_id[i].voice] > 1)
    }
    alike = kin((by_id[i] for i in figures), ALIKE)
    return [_stand(by_id[i], quantity) for i, quantity in figures.items() if i in typed | alike]


def _counts_it_all(account: Account) -> bool:
    """Its figures are held, and of one happening: not of a year of such, nor of an earlier stage."""
    held = account.status not in {Status.DENIED, Status.EXPECTED}
    return held and not _OVER_TIME.search(account.text) and not _EARLIER.search(account.text)


def _thing_in(account: Account, quantity: Quantity) -> tuple[str, str] | None:
    """The thing a quantity counts where it stands: people of a rally are those who gathered. The men of "five men and
    two women", the civilians of "nine soldiers and four civilians" are some of the people."""
    if quantity.unit.lower().split()[-1:] in _SOME and any(
        group_of(q.unit) not in {"people", group_of(quantity.unit)} for q in account.quantities if q.of == quantity.of
    ):
        return None
    if not quantity.of and account.type == "protest" and group_of(quantity.unit) in {"people", "number", "crowd"}:
        return "gathered", "people"
    if quantity.of == "escaped" and account.type == "jail break" and group_of(quantity.unit) == "people":
        return "escaped", "prisoners"
    return thing_counted(quantity)


def thing_counted(quantity: Quantity) -> tuple[str, str] | None:
    """(kind of count, group counted), or None for what counts nothing that others would count: lengths, durations."""
    words = quantity.unit.lower().split()
    if quantity.of == "magnitude":
        return "magnitude", ""
    if quantity.of.startswith("distance from "):
        return quantity.of, ""
    group = group_of(quantity.unit)
    if quantity.of == "aboard" and "passenger" in quantity.unit.lower():
        return "aboard", "passengers"
    if group in {"children", "women"}:
        return quantity.of.removeprefix("part of "), group
    if (
        quantity.of == "damaged"
        or quantity.of.startswith("part of")
        or any(w in DURATIONS or w in MEASURES for w in words)
    ):
        return None
    if not quantity.of and group != "people" and group not in GROUPS:
        return None
    return quantity.of, group


def counted_as(quantity: Quantity) -> str:
    """What a conflict of such counts is called (`Conflict.of`): "prisoners escaped"; "" for what is not compared."""
    thing = thing_counted(quantity)
    return f"{thing[1]} {thing[0]}".strip() if thing else ""


def bounds_of(quantity: Quantity) -> tuple[float, float]:
    """The range a count allows, "around" widened by a tenth."""
    far = quantity.of.startswith("distance from ")
    margin = max(AROUND * quantity.approximate, ROUNDING * far)
    scale = MILE if far and "mile" in quantity.unit.lower() else 1.0
    low = -math.inf if quantity.low is None else quantity.low * scale * (1 - margin)
    return low, math.inf if quantity.high is None else quantity.high * scale * (1 + margin)


def _stand(account: Account, quantity: Quantity) -> Stand:
    low, high = bounds_of(quantity)
    return Stand(low, high, account)


def _conflict(of: str, stands: list[Stand], figures: dict[int, Quantity], origin_of: dict[int, int]) -> Conflict | None:
    kinds = {figures[s.account.id].of or of for s in stands}
    grows = kinds <= RISING and not any(is_recalled(s.account) for s in stands)
    standing = latest_words(stands, origin_of) if kinds & GROWING else stands
    if grows or kinds == {"missing"}:
        standing = out_of_turn(standing, when_told if grows else when_missed)
    sides = split_sides(standing, closed=True)
    if len(sides) > 1:
        named = " against ".join(_figure(_sharpest(side), figures) for side in sides)
        return Conflict(
            "quantity", of, ids(sides), "hard", None, f"{of.capitalize() or 'Count'}: {named} cannot both hold."
        )
    sides = _floors_beside(standing, figures)
    if not sides:
        return None
    named = " beside ".join(_figure(_sharpest(side), figures) for side in sides)
    return Conflict(
        "quantity", of, ids(sides), "soft", None, f"{of.capitalize() or 'Count'}: {named}, a floor below a figure."
    )


def _sharpest(side: list[Stand]) -> Stand:
    return min(side, key=lambda s: s.high - s.low)


def _figure(stand: Stand, figures: dict[int, Quantity]) -> str:
    account = stand.account
    return f"“{figures[account.id].text}” ({teller(account)})"


def _floors_beside(stands: list[Stand], figures: dict[int, Quantity]) -> list[list[Stand]]:
    """A floor well below a figure: both hold, but a reader must see the two. [[floors], [figures]]"""
    kinds = {figures[s.account.id].of for s in stands}
    if kinds & GROWING or kinds == {""}:
        return []
    exact = [s for s in stands if figures[s.account.id].low is not None and figures[s.account.id].high is not None]
    least = min((s.low for s in exact), default=0.0)
    floors = [s for s in stands if s.high == math.inf and s.low * FLOOR_BESIDE < least]
    return [floors, exact] if floors and exact else []
