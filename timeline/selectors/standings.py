"""How a source stands among the others: alone, first, with most or not, telling it otherwise later.

Pure functions over rows as the database groups them, or as claims worked out for a moment give them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from timeline.models import Article

# When a source may have published first on an event: (not before, certainly out by); None where nobody knows.
Out = tuple[datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A source's part in an event: when the first of its articles came out; `dateless`: one of them has no date."""

    event: int
    source: int
    begins: datetime | None
    out_by: datetime | None
    dateless: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim on a side of a hard conflict, with when its article was published."""

    conflict: int
    side: int
    origin: int
    source: int
    begins: datetime | None
    out_by: datetime | None


@dataclass(slots=True)
class Standing:
    """Events only it tells; of the events others tell too, those it told first for certain, or may have; hard
    conflicts in which its side has the most origins, or not; those in which a later article of its own stands on
    another side than an earlier one."""

    alone: int = 0
    first: int = 0
    maybe_first: int = 0
    majority: int = 0
    minority: int = 0
    otherwise: int = 0


# As the columns of a shelf are called; `first` is `told_first` there.
STANDING = ("alone", "maybe_first", "majority", "minority", "otherwise")


def out(article: Article) -> Out:
    """A weak date says only that it was out no earlier."""
    return article.start, None if article.weak else article.end


def standings(told: Iterable[Told], stands: Iterable[Stand]) -> dict[int, Standing]:
    """Each source's standing, by id; a source without an entry has a blank one."""
    found: dict[int, Standing] = defaultdict(Standing)
    by_event: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        by_event[one.event].append(one)
    for tellers in by_event.values():
        _tell_first(tellers, found)
    by_conflict: dict[int, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_conflict[stand.conflict].append(stand)
    for members in by_conflict.values():
        _take_sides(members, found)
        for source in _turned(members):
            found[source].otherwise += 1
    return found


def _tell_first(tellers: list[Told], found: dict[int, Standing]) -> None:
    if len(tellers) == 1:
        found[tellers[0].source].alone += 1
        return
    for one in tellers:
        others = [other for other in tellers if other is not one]
        if all(_before(one, other) for other in others):
            found[one.source].first += 1
        elif not any(_before(other, one) for other in others):
            found[one.source].maybe_first += 1


def _before(one: Told, other: Told) -> bool:
    """Whether the first article of one was out before any of the other's, for certain."""
    if one.out_by is None or other.begins is None or other.dateless:
        return False
    return one.out_by <= other.begins


def _take_sides(members: list[Stand], found: dict[int, Standing]) -> None:
    origins: dict[int, set[int]] = defaultdict(set)
    for member in members:
        origins[member.side].add(member.origin)
    most = max(len(group) for group in origins.values())
    leaders = [side for side, group in origins.items() if len(group) == most]
    for side, source in {(member.side, member.source) for member in members}:
        if leaders == [side]:
            found[source].majority += 1
        else:
            found[source].minority += 1


def _turned(members: list[Stand]) -> set[int]:
    """The sources of which a later article stands on another side than an earlier one."""
    return {
        one.source
        for one in members
        for other in members
        if one.source == other.source
        and one.side != other.side
        and one.out_by is not None
        and other.begins is not None
        and one.out_by <= other.begins
    }
