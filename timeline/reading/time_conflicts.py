"""Times of one event that cannot all be true, and reports that came before their news."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from timeline.reading.accounts import Account, Conflict
from timeline.reading.clock import zone_named
from timeline.reading.dated import ALIKE, family_of, of_one_matter, on_their_day
from timeline.reading.intervals import SOFT_EDGE, Granularity, Interval
from timeline.reading.sides import Stand, ids, say, split_sides, words_for
from timeline.reading.support import gives_time
from timeline.reading.words import content_words
from timeline.reading.zoning import EASTMOST, WESTMOST

# A clock without a zone may be any on Earth; a report is doubted where it came too early in this share of them.
DOUBTED_SHARE = 1 / 3
# A clock to the minute, read in every zone on Earth, spans UTC-12 to UTC+14; what is wider is no clock but a date.
CLOCK_ANYWHERE = timedelta(hours=27)
# What is asked or set for a time may be told before it.
_LIES_AHEAD = re.compile(
    r"\bcall(?:s|ed|ing)? (?:on|for|upon)\b|\bdeadline\b|\bset for\b|\bscheduled\b|\bdue\b|\buntil\b|\bwill\b"
    r"|\b(?:ready|willing|prepared|planned|about) to\b|\bcurfew\b",
    re.I,
)
# The light comes and goes earlier or later by the season and the place.
_DAWN = re.compile(r"\b(?:dawn|daybreak|first light|sunrise|dusk|sunset|nightfall)\b", re.I)
DAWN = timedelta(hours=2)
_COMPARED = 40  # accounts of a side looked at for the smallest gap


def time_conflict(accounts: Sequence[Account]) -> Conflict | None:
    """The conflict of the times told in their own words, a day or finer. A capture told for later than the attack it
    ended does not contradict the attack; one told for earlier does."""
    dated = on_their_day(of_one_matter(accounts))
    captures = [a for a in dated if family_of(a) == "capture"]
    others = [a for a in dated if family_of(a) != "capture"]
    if captures and others:
        mixed = _conflict([_stand(a, ends_attack=family_of(a) == "capture") for a in dated])
        if mixed is not None:
            return mixed
    return _conflict([_stand(a) for a in others]) or _conflict([_stand(a) for a in captures])


def _stand(account: Account, ends_attack: bool = False) -> Stand:
    """The told interval with its soft edges; what ends an attack may have begun any time before."""
    assert account.interval is not None and account.granularity is not None
    edge = DAWN if _DAWN.search(account.text) else SOFT_EDGE.get(account.granularity, timedelta())
    soft = account.interval.widened(edge)
    low = -math.inf if ends_attack else _seconds(soft.start, -math.inf)
    return Stand(low, _seconds(soft.end, math.inf), account)


def _seconds(instant: datetime | None, otherwise: float) -> float:
    return otherwise if instant is None else instant.timestamp()


def _conflict(stands: list[Stand]) -> Conflict | None:
    """The conflict between the sides of these stands; the gap is that between the two sides that lie nearest."""
    sides = split_sides(stands, closed=False)
    apart = [pair for place, left in enumerate(sides) for right in sides[:place] if (pair := _apart(left, right))]
    if not apart:
        return None
    bound_only = all(_is_bound(one) or _is_bound(other) for _, one, other in apart)
    if bound_only and not any(a.saying or b.saying for _, a, b in apart) and not max(gap for gap, *_ in apart):
        return None
    gap, early, late = min(apart, key=lambda found: found[0])
    why = f"{say(early)} ends {words_for(gap)} before" if gap else f"{say(early)} ends where"
    return Conflict("time", "", ids(sides), "soft" if bound_only else "hard", gap, f"{why} {say(late)} begins.")


def _apart(left: list[Stand], right: list[Stand]) -> tuple[timedelta, Account, Account] | None:
    """(gap, earlier account, later account) of two sides: of the nearest two that disagree, where the coarser accounts
    that hold a finer one of their side are left out, and those that only date the saying are asked last."""
    pairs = [
        _ordered(one.account, other.account)
        for one in _finest(left[:_COMPARED])
        for other in _finest(right[:_COMPARED])
        if (one.low >= other.high or other.low >= one.high) and not _told_apart(one.account, other.account)
    ]
    told = [pair for pair in pairs if not (pair[0].saying or pair[1].saying)]
    nearest = min(told or pairs, key=lambda pair: _gap(*pair), default=None)
    return None if nearest is None else (_gap(*nearest), *nearest)


def _told_apart(one: Account, other: Account) -> bool:
    """One voice tells of both in one article and in other words: of one arrest and of another, not twice of one."""
    if one.article != other.article or one.voice != other.voice:
        return False
    return len(content_words(one.text) & content_words(other.text)) < ALIKE


def _finest(side: list[Stand]) -> list[Stand]:
    """The accounts of a side that hold no narrower one of it."""

    def holds(wide: Stand, narrow: Stand) -> bool:
        outer = _told_start(wide.account), _told_end(wide.account)
        inner = _told_start(narrow.account), _told_end(narrow.account)
        return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]

    return [stand for stand in side if not any(holds(stand, other) for other in side)]


def _ordered(one: Account, other: Account) -> tuple[Account, Account]:
    return (one, other) if _told_end(one) <= _told_end(other) else (other, one)


def _gap(early: Account, late: Account) -> timedelta:
    assert early.interval is not None and late.interval is not None
    return early.interval.gap(late.interval) or timedelta()


def _told_start(account: Account) -> float:
    assert account.interval is not None
    return _seconds(account.interval.start, -math.inf)


def _told_end(account: Account) -> float:
    assert account.interval is not None
    return _seconds(account.interval.end, math.inf)


def _is_bound(account: Account) -> bool:
    """ "before September 11", "said on Wednesday": a bound and no more."""
    return account.saying or (account.interval is not None and account.interval.is_open)


def impossible_report(accounts: Sequence[Account]) -> Conflict | None:
    """Reports that their own clock puts before what they tell as past; a doubt where only some zones make it so, and
    where a report prints two clock times for one instant that no zone explains."""
    early = [(too_early(a), a) for a in accounts]
    early = [(share, a) for share, a in early if share >= DOUBTED_SHARE]
    if not early:
        return _unlike_clocks([a for a in accounts if a.unlike_clocks and not a.inherited])
    share, account = max(early, key=lambda pair: pair[0])
    stands = [Stand(0, 0, a) for _, a in early]
    if share >= 1:
        why = f"{say(account)} was published before it can have happened."
        return Conflict("impossible report", "", ids([stands]), "hard", None, why)
    why = f"{account.source} prints its clock without a zone: in many zones {say(account)} came before its news."
    return Conflict("impossible report", "", ids([stands]), "soft", None, why, "doubt")


def _unlike_clocks(accounts: Sequence[Account]) -> Conflict | None:
    if not accounts:
        return None
    why = f"{say(accounts[0])} stands beside a clock time of another zone that is not the same instant."
    return Conflict("impossible report", "", ids([[Stand(0, 0, a) for a in accounts]]), "soft", None, why, "doubt")


def too_early(account: Account) -> float:
    """In which share of the times its article may have been published the happening had not begun (0 to 1)."""
    when, published = account.interval, account.published
    if (
        _LIES_AHEAD.search(account.text)
        or not gives_time(account)
        or account.saying
        or when is None
        or when.start is None
        or account.granularity is None
    ):
        return 0.0
    if published is None or account.granularity.rank <= Granularity.DAY.rank or not _is_clock(published):
        return 0.0
    assert published.start is not None and published.end is not None
    if _by_the_clock_of_the_place(when.start, account.zone, published):
        return 0.0
    begins = when.start + ((when.end - when.start) / 2 if account.approximate and when.end else timedelta())
    share = (begins - published.start) / (published.end - published.start)
    return max(0.0, min(share, 1.0))


def _by_the_clock_of_the_place(begins: datetime, zone: str, published: Interval) -> bool:
    """The stamp, whose zone is not known, is no doubt where it is later by the clock the happening was told by."""
    assert published.start is not None
    if zone == "unknown" or published.duration is None or published.duration < EASTMOST - WESTMOST:
        return False
    printed = (published.start + EASTMOST).replace(tzinfo=None)
    return begins.astimezone(zone_named(zone, "").rules).replace(tzinfo=None) <= printed


def _is_clock(published: Interval) -> bool:
    return published.duration is not None and published.duration <= CLOCK_ANYWHERE
