"""Claims of one event that cannot all hold: times, counts, status, who did it, and reports too early for their news.

One conflict an event, kind and thing counted. Its sides are the largest groups of claims that hold together; coarser
is not contrary.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta

from timeline.reading.accounts import Account, Conflict
from timeline.reading.claims import Status
from timeline.reading.events import thing_of
from timeline.reading.intervals import SOFT_EDGE, Granularity, Interval
from timeline.reading.lexicon.actors import ACTORS
from timeline.reading.lexicon.numbers import DURATIONS, MEASURES
from timeline.reading.quantities import Quantity, group_of
from timeline.reading.support import gives_time
from timeline.reading.triggers import happening_of

AROUND = 0.10  # "around N" is N ± 10 % (DESIGN.md section 5)
# A clock without a zone may be any on Earth; a report is doubted where it came too early in this share of them.
DOUBTED_SHARE = 0.25
# A clock to the minute, read in every zone on Earth, spans UTC-12 to UTC+14; what is wider is no clock but a date.
_CLOCK_ANYWHERE = timedelta(hours=27)
# Happenings that go on or recur have no one time; their accounts are not held against each other.
_LASTING = frozenset(
    """control clash talks displacement relief statement rescue panic population location first warning power""".split()
)
_FORECAST = re.compile(r"\b(?:expect|will|would|further|rise)", re.IGNORECASE)
_BY_SOMEBODY = frozenset({"jail break", "strike", "explosion", "shooting", "abduction", "hijacking", "coup"})
_ACTORS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE) for name, pattern in ACTORS.items()}


def find_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> tuple[Conflict, ...]:
    """The conflicts among the accounts of one event; `origin_of` gives each claim's origin."""
    found = [
        _time_conflict(accounts),
        *_quantity_conflicts(accounts, origin_of),
        _status_conflict(accounts),
        _actor_conflict(accounts),
        _impossible(accounts),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def sides_of(accounts: Sequence[Account], agree: Callable[[Account, Account], bool]) -> list[list[Account]]:
    """The largest group that holds together, then the largest of what is left, and so on."""
    left = list(accounts)
    sides: list[list[Account]] = []
    while left:
        best: list[Account] = []
        for seed in left:
            side = [seed]
            for other in left:
                if other is not seed and all(agree(other, member) for member in side):
                    side.append(other)
            best = side if len(side) > len(best) else best
        sides.append(best)
        chosen = {a.id for a in best}
        left = [a for a in left if a.id not in chosen]
    return sides


def _ids(sides: Sequence[Sequence[Account]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(a.id for a in side) for side in sides)


# ---- time -----------------------------------------------------------------------------------------


def _softened(account: Account) -> Interval:
    assert account.interval is not None and account.granularity is not None
    return account.interval.widened(SOFT_EDGE.get(account.granularity, timedelta()))


def _time_conflict(accounts: Sequence[Account]) -> Conflict | None:
    dated = [a for a in accounts if gives_time(a) and happening_of(a.type).family not in _LASTING]
    dated = [a for a in dated if a.granularity is not None and a.granularity.rank >= Granularity.DAY.rank]
    if len(dated) < 2:
        return None
    sides = sides_of(dated, _times_agree)
    if len(sides) < 2:
        return None
    gap, first, second = min(
        ((_gap(one, other), one, other) for i, left in enumerate(sides) for right in sides[:i] for one in left for other in right
         if not _times_agree(one, other)),
        key=lambda found: found[0],
    )  # fmt: skip
    bounds_only = all(a.saying or b.saying for i, left in enumerate(sides) for right in sides[:i] for a in left for b in right
                      if not _times_agree(a, b))  # fmt: skip
    early, late = sorted(
        (first, second), key=lambda a: a.interval.end if a.interval and a.interval.end else a.interval.start
    )  # type: ignore[union-attr,return-value,arg-type]
    strength = "soft" if bounds_only or (gap == timedelta() and _widest(dated, sides) == timedelta()) else "hard"
    told = (
        f"{say(early)} ends {words_for(gap)} before {say(late)} begins"
        if gap
        else f"{say(early)} ends where {say(late)} begins"
    )
    return Conflict("time", "", _ids(sides), strength, gap, f"{told}.")


def _times_agree(one: Account, other: Account) -> bool:
    """Their intervals meet, or one tells of the attack and the other of a capture that came after it."""
    left, right = _softened(one), _softened(other)
    if left.overlaps(right):
        return True
    if _ends_open(one) != _ends_open(other) and _gap(one, other) == timedelta():
        return True
    families = happening_of(one.type).family, happening_of(other.type).family
    if set(families) != {"assault", "capture"}:
        return False
    attack, capture = (left, right) if families[0] == "assault" else (right, left)
    return attack.end is not None and capture.start is not None and attack.end <= capture.start


def _ends_open(account: Account) -> bool:
    """ "before September 11": a bound and no more; what begins there does not contradict it."""
    return account.interval is not None and account.interval.is_open and not account.saying


def _gap(one: Account, other: Account) -> timedelta:
    assert one.interval is not None and other.interval is not None
    return one.interval.gap(other.interval) or timedelta()


def _widest(dated: Sequence[Account], sides: Sequence[Sequence[Account]]) -> timedelta:
    return max(
        (_gap(a, b) for i, left in enumerate(sides) for right in sides[:i] for a in left for b in right),
        default=timedelta(),
    )


def say(account: Account) -> str:
    """An account named for people: its words and who says so."""
    words = account.text if len(account.text) < 70 else account.text[:67].rsplit(" ", 1)[0] + " …"
    return f"“{words}” ({account.voice or account.source})"


def words_for(gap: timedelta) -> str:
    """A length of time in words: "5 h 30 min", "2 days 3 h"."""
    minutes = int(gap.total_seconds() // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [f"{days} day{'s' * (days > 1)}"] if days else []
    parts += [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes and not days else []
    return " ".join(parts) or "less than a minute"


# ---- quantities -----------------------------------------------------------------------------------


def bounds_of(quantity: Quantity) -> tuple[float, float]:
    """The range a count allows, "around" widened by a tenth."""
    low = float("-inf") if quantity.low is None else quantity.low * (1 - AROUND * quantity.approximate)
    high = float("inf") if quantity.high is None else quantity.high * (1 + AROUND * quantity.approximate)
    return low, high


def _quantity_conflicts(accounts: Sequence[Account], origin_of: dict[int, int]) -> list[Conflict]:
    counted: dict[tuple[str, str], dict[int, Quantity]] = defaultdict(dict)
    by_id = {a.id: a for a in accounts}
    for account in accounts:
        if account.status in {Status.DENIED, Status.EXPECTED}:
            continue
        for quantity in account.quantities:
            key = thing_counted(quantity)
            if key is not None:
                counted[key].setdefault(account.id, quantity)
    found = []
    for (of, group), quantities in sorted(counted.items()):
        conflict = _quantity_conflict(f"{group} {of}".strip(), quantities, by_id, origin_of)
        if conflict is not None:
            found.append(conflict)
    return found


def thing_counted(quantity: Quantity) -> tuple[str, str] | None:
    """(kind of count, group counted), or None for what counts nothing that others would count: lengths, durations."""
    words = quantity.unit.lower().split()
    if quantity.of.startswith("part of") or any(w in DURATIONS for w in words):
        return None
    if quantity.of == "magnitude":
        return "magnitude", ""
    if any(w in MEASURES for w in words):
        return None
    group = group_of(quantity.unit)
    if group not in {"people", "children", "women", "forces", "fighters", "prisoners"} and not quantity.of:
        return None
    return quantity.of, group


def _quantity_conflict(
    of: str, quantities: dict[int, Quantity], by_id: dict[int, Account], origin_of: dict[int, int]
) -> Conflict | None:
    accounts = [by_id[i] for i in quantities]

    def agree(one: Account, other: Account) -> bool:
        (a, b), (c, d) = bounds_of(quantities[one.id]), bounds_of(quantities[other.id])
        updated = origin_of[one.id] == origin_of[other.id] and one.article != other.article
        return updated or (a <= d and c <= b)

    sides = sides_of(accounts, agree)
    strength = "hard"
    if len(sides) < 2:
        sides, strength = _floors_beside(accounts, quantities), "soft"
        if len(sides) < 2:
            return None
    leads = [min(side, key=lambda a: _openness(quantities[a.id])) for side in sides]
    figures = " against ".join(f"“{quantities[a.id].text}” ({a.voice or a.source})" for a in leads)
    why = (
        f"{of or 'Count'}: {figures} cannot both hold."
        if strength == "hard"
        else f"{of or 'Count'}: {figures}: a floor below a figure."
    )
    return Conflict("quantity", of, _ids(sides), strength, None, why[:1].upper() + why[1:])


def _openness(quantity: Quantity) -> int:
    return (quantity.low is None) + (quantity.high is None)


def _floors_beside(accounts: Sequence[Account], quantities: dict[int, Quantity]) -> list[list[Account]]:
    """A floor well below a figure both hold, but a reader must see the two: [[floors], [figures]]."""
    figures = [a for a in accounts if not _openness(quantities[a.id])]
    least = min((quantities[a.id].low or 0 for a in figures), default=0)
    floors = [a for a in accounts if quantities[a.id].high is None and (quantities[a.id].low or 0) * 1.5 < least]
    return [floors, figures] if floors and figures else []


# ---- status, actor, impossible reports --------------------------------------------------------------


def _status_conflict(accounts: Sequence[Account]) -> Conflict | None:
    denied = [
        a for a in accounts if a.status == Status.DENIED and a.type != "statement" and not _FORECAST.search(a.text)
    ]
    denials = {(a.type, thing_of(a)) for a in denied}
    asserted = [
        a for a in accounts if a.status in {Status.ASSERTED, Status.PURPORTED} and (a.type, thing_of(a)) in denials
    ]
    if not denied or not asserted:
        return None
    why = f"{say(denied[0])} is a denial; {say(asserted[0])} says it happened."
    return Conflict("status", "", _ids([asserted, denied]), "hard", None, why)


def actor_class(account: Account) -> str:
    """Which class of `lexicon.actors` did it, by the last class word of the subject; "" where none is named."""
    hits = [(m.end(), name) for name, pattern in _ACTORS.items() for m in pattern.finditer(account.actor)]
    return max(hits)[1] if hits else ""


def _actor_conflict(accounts: Sequence[Account]) -> Conflict | None:
    sides: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        acted = account.status in {Status.ASSERTED, Status.PURPORTED}
        if acted and happening_of(account.type).family in _BY_SOMEBODY and (actor := actor_class(account)):
            sides[actor].append(account)
    if len(sides) < 2:
        return None
    (one, first), (other, second) = sorted(sides.items(), key=lambda item: -len(item[1]))[:2]
    why = f"Done by {one} in {say(first[0])}, by {other} in {say(second[0])}."
    return Conflict("actor", "", _ids(list(sides.values())), "hard", None, why)


def _impossible(accounts: Sequence[Account]) -> Conflict | None:
    """Reports that their own clock puts before what they tell as past."""
    early = [(a, share) for a in accounts if (share := too_early(a)) >= DOUBTED_SHARE]
    if not early:
        return None
    certain = any(share >= 1 for _, share in early)
    account = max(early, key=lambda pair: pair[1])[0]
    why = (
        f"{say(account)} was published before it can have happened"
        if certain
        else f"{account.source} prints no zone with its clock: in many zones {say(account)} was published before it happened"
    )
    return Conflict(
        "impossible report",
        "",
        _ids([[a for a, _ in early]]),
        "hard" if certain else "soft",
        None,
        f"{why}.",
        "open" if certain else "doubt",
    )


def too_early(account: Account) -> float:
    """In which share of the times its article may have been published the happening had not begun (0 to 1)."""
    when, published = account.interval, account.published
    if not gives_time(account) or account.saying or when is None or published is None or when.start is None:
        return 0.0
    if published.start is None or published.end is None or published.end - published.start > _CLOCK_ANYWHERE:
        return 0.0
    if account.granularity is None or account.granularity.rank <= Granularity.DAY.rank:
        return 0.0
    begins = when.start + ((when.end - when.start) / 2 if account.approximate and when.end else timedelta())
    if begins < published.start:
        return 0.0
    return min((begins - published.start) / (published.end - published.start), 1.0)
