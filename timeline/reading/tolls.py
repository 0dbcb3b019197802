"""Counts that grow, or fall, as time goes on: which of the figures told one after another contradict each other."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from timeline.reading.accounts import Account
from timeline.reading.sides import Stand

GROWING = frozenset(
    {"killed", "injured", "missing", "affected", "displaced", "detained", "rescued", "aftershock"}
)  # a floor is soon passed
RISING = GROWING - {"missing"}  # what a later report may count more of
_FINAL = re.compile(r"\bfinal(?:ly)?\b", re.IGNORECASE)
DAY = 86400.0


def latest_words(stands: list[Stand], origin_of: dict[int, int]) -> list[Stand]:
    """Of each origin the figures of its latest report: the earlier ones were updated."""
    latest: dict[int, tuple[float, int]] = {}
    for stand in stands:
        key = _published(stand.account), stand.account.article
        origin = origin_of[stand.account.id]
        latest[origin] = max(latest.get(origin, key), key)
    reports = {origin: key[1] for origin, key in latest.items()}
    return [s for s in stands if not s.account.voice or reports[origin_of[s.account.id]] == s.account.article]


def out_of_turn(stands: list[Stand], told: Callable[[Stand], tuple[float, float]]) -> list[Stand]:
    """Those that another contradicts even though the count grows: a lower figure told no earlier, a higher one told no
    later, or any figure after one that was called final. `told` says from when till when a figure was given."""
    by_high, by_low = sorted(stands, key=lambda s: s.high), sorted(stands, key=lambda s: s.low)
    highs, lows = [s.high for s in by_high], [s.low for s in by_low]
    latest = list(accumulate((told(s)[1] for s in by_high), max))  # of those with no more than so many
    earliest = list(accumulate((told(s)[0] for s in reversed(by_low)), min))[::-1]
    kept = []
    for stand in stands:
        below, above = bisect_left(highs, stand.low), bisect_right(lows, stand.high)
        start, end = told(stand)
        if (below and latest[below - 1] > start) or (above < len(lows) and earliest[above] < end):
            kept.append(stand)
    return kept


def when_told(stand: Stand) -> tuple[float, float]:
    """From when till when a figure was given: while its article came out; one called final holds for good."""
    published = stand.account.published
    if published is None or published.start is None or published.end is None:
        return -math.inf, math.inf
    final = _FINAL.search(stand.account.text)
    return published.start.timestamp(), math.inf if final else published.end.timestamp()


def when_missed(stand: Stand) -> tuple[float, float]:
    """The same of those missing, by a clock that runs back, for the count falls as they are found; within a day it may
    go either way, and two such figures are held against each other."""
    start, end = when_told(stand)
    return -end - DAY / 2, -start + DAY / 2


def _published(account: Account) -> float:
    return account.published.end.timestamp() if account.published and account.published.end else -math.inf
