"""What conflicts are sorted by, as columns of whole numbers that an index can hold. No Django."""

from datetime import datetime

# What is still to be looked at first; the first two are nobody's decision yet.
STATES = ("open", "doubt", "ruled", "explained", "dismissed")
UNSETTLED = 2
# Past every date of the calendar: where nothing says when.
NEVER = 2**53


def sort_columns(
    *, state: str, strength: str, gap_seconds: int | None, start: datetime | None, origins: int
) -> dict[str, int | bool]:
    """The columns of a conflict that follow from its own and from its event's start (UTC) and origins."""
    rank = STATES.index(state)
    return {
        "rank": rank,
        "settled": rank >= UNSETTLED,
        "soft": strength != "hard",
        "gap": -1 if gap_seconds is None else gap_seconds,
        "begins": NEVER if start is None else int(start.timestamp()),
        "origins": origins,
    }
