"""The names of time zones. Asking the system for them walks through its folders each time: 30 ms, for every claim."""

from functools import cache
from zoneinfo import available_timezones


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name known here."""
    return frozenset(available_timezones())
