"""The most supported interval: the instants compatible with the most independent origins.

A sweep over the ends of all intervals, as in Marzullo's algorithm (K. Marzullo, "Maintaining the Time in a Distributed
System", 1984), with a vote an origin instead of a vote a source.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

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
    told = [[a.interval for a in accounts if gives_time(a) and a.interval is not None] for accounts in origins]
    told = [intervals for intervals in told if intervals]
    if not told:
        return None
    edges = sorted({edge for intervals in told for i in intervals for edge in (i.start or _FIRST, i.end or _LAST)})
    votes = [frozenset(n for n, mine in enumerate(told) if any(_covers(i, edge) for i in mine)) for edge in edges[:-1]]
    most = max(len(voters) for voters in votes)
    at = next(place for place, voters in enumerate(votes) if len(voters) == most)
    stop = at
    while stop < len(votes) and votes[stop] == votes[at]:
        stop += 1
    start, end = edges[at], edges[stop]
    return Support(Interval(None if start == _FIRST else start, None if end == _LAST else end), most, len(told))


def _covers(interval: Interval, instant: datetime) -> bool:
    return (interval.start or _FIRST) <= instant < (interval.end or _LAST)
