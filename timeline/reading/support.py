"""The most supported interval: the instants compatible with the most independent origins.

A sweep over the ends of all intervals, as in Marzullo's algorithm (K. Marzullo, "Maintaining the Time in a Distributed
System", 1984), with a vote an origin instead of a vote a source.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

from timeline.reading.accounts import Account, Support
from timeline.reading.claims import Status
from timeline.reading.intervals import Interval

_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)


def gives_time(account: Account) -> bool:
    """It dates the happening itself, in its own words, as something that took place."""
    told = account.interval is not None and not account.inherited
    return told and account.status in {Status.ASSERTED, Status.PURPORTED}


def most_supported(origins: Sequence[Sequence[Account]]) -> Support | None:
    """The support of an event, given its accounts by origin; None where no origin gives a time of its own."""
    runs = _runs(origins)
    return max(runs, key=lambda run: run.by, default=None)


def runner_up(origins: Sequence[Sequence[Account]], chosen: Support) -> Support | None:
    """The stretch outside the chosen one that most origins allow; of several the longest that has two ends. None where
    no other is allowed by any."""
    others = [run for run in _runs(origins) if run.by and run.interval != chosen.interval]
    return max(others, key=lambda run: (run.by, run.interval.duration or timedelta(0)), default=None)


def allows(accounts: Sequence[Account], interval: Interval) -> bool:
    """Whether an origin, by one of its accounts, allows the whole interval."""
    return any(gives_time(a) and a.interval is not None and _holds(a.interval, interval) for a in accounts)


def _runs(origins: Sequence[Sequence[Account]]) -> list[Support]:
    """Time cut where the origins that allow it change, from early to late."""
    told = [[a.interval for a in accounts if gives_time(a) and a.interval is not None] for accounts in origins]
    told = [intervals for intervals in told if intervals]
    edges = sorted({edge for intervals in told for i in intervals for edge in (i.start or _FIRST, i.end or _LAST)})
    votes = [frozenset(n for n, mine in enumerate(told) if any(_covers(i, edge) for i in mine)) for edge in edges[:-1]]
    runs = []
    at = 0
    for voters, group in groupby(votes):
        stop = at + len(list(group))
        start, end = edges[at], edges[stop]
        interval = Interval(None if start == _FIRST else start, None if end == _LAST else end)
        runs.append(Support(interval, len(voters), len(told)))
        at = stop
    return runs


def _holds(outer: Interval, inner: Interval) -> bool:
    return (outer.start or _FIRST) <= (inner.start or _FIRST) and (inner.end or _LAST) <= (outer.end or _LAST)


def _covers(interval: Interval, instant: datetime) -> bool:
    return (interval.start or _FIRST) <= instant < (interval.end or _LAST)
