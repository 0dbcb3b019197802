"""The sides of a disagreement: the largest groups of accounts that hold together, and how an account is named."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.reading.accounts import Account
from timeline.reading.words import content_words, share_words

MOST_SIDES = 8  # more are no longer sides a reader can hold against each other; the largest are kept


@dataclass(frozen=True, slots=True)
class Stand:
    """What an account allows: all values from `low` to `high`; seconds of the epoch for times, figures for counts."""

    low: float
    high: float
    account: Account


def kin(accounts: Iterable[Account], least: int) -> set[int]:
    """The ids of those that share at least so many content words with another."""
    return share_words({a.id: content_words(a.text) for a in accounts}, least)


def split_sides(stands: Sequence[Stand], closed: bool) -> list[list[Stand]]:
    """The largest group that has a value in common, then the largest of what is left, and so on.

    On a line a group holds together when its members share one point, and the point of most members is the low end of
    one of them; so one pass over the sorted ends finds it. `closed` ranges include their high end.
    """
    left = list(stands)
    sides: list[list[Stand]] = []
    while left and len(sides) < MOST_SIDES:
        lows, highs = sorted(s.low for s in left), sorted(s.high for s in left)
        ended = bisect_left if closed else bisect_right
        point = max(lows, key=lambda low: bisect_right(lows, low) - ended(highs, low))
        side = [s for s in left if s.low <= point and (point < s.high or (closed and point == s.high))]
        sides.append(side)
        chosen = {s.account.id for s in side}
        left = [s for s in left if s.account.id not in chosen]
    return sides


def ids(sides: Sequence[Sequence[Stand]]) -> tuple[tuple[int, ...], ...]:
    """The claims of each side."""
    return tuple(tuple(s.account.id for s in side) for side in sides)


def say(account: Account) -> str:
    """An account named for people: its words and who says so."""
    words = account.text if len(account.text) < 70 else account.text[:67].rsplit(" ", 1)[0] + " …"
    return f"“{words.strip(' “”')}” ({teller(account)})"


def teller(account: Account) -> str:
    """Who says so: the voice, else the agency whose copy the article is, else the publisher."""
    return account.voice or account.article_via or account.source


def words_for(gap: timedelta) -> str:
    """A length of time in words.

    >>> words_for(timedelta(hours=5, minutes=30)), words_for(timedelta(days=2, hours=3))
    ('5 h 30 min', '2 days 3 h')
    """
    minutes = int(gap.total_seconds() // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [f"{days} day{'s' * (days > 1)}"] if days else []
    parts += [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes and not days else []
    return " ".join(parts) or "less than a minute"
