"""How far an event's accounts reach in time, in classes: what overlaps a window is then found by an index.

An event that overlaps a window begins at most its own length before it. Among events of one class that is at most the
class's length; so each class is one stretch of an index by class and start. No Django.
"""

from datetime import datetime, timedelta

# The longest that each class holds, four times the one before: from an hour to seven and a half years.
LENGTHS = tuple(timedelta(hours=4**number) for number in range(9))
# Longer than any, or open: it may overlap any window. No time at all: it overlaps none.
ANYWHERE, NOWHERE = len(LENGTHS), len(LENGTHS) + 1


def reach_of(start: datetime | None, end: datetime | None) -> int:
    """The class of an event by the ends of its accounts, None for an open one."""
    if start is None and end is None:
        return NOWHERE
    if start is None or end is None:
        return ANYWHERE
    return next((number for number, length in enumerate(LENGTHS) if end - start <= length), ANYWHERE)


def widest(length: timedelta) -> int:
    """The widest class none of whose events is longer; below zero where even the first holds longer ones."""
    return sum(longest <= length for longest in LENGTHS) - 1
