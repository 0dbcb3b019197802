"""Zones as printed behind a clock time."""

import re

from timeline.reading.grammar.meaning import Clock

_ISO = re.compile(r"T(\d\d)(?::?(\d\d))?(?::?(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$")


def iso_clock(text: str) -> Clock | None:
    """The clock time of an ISO 8601 date-time, or None where it has none."""
    found = _ISO.search(text)
    if found is None:
        return None
    hour, minute, second, zone = found.groups()
    if int(hour) > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    return Clock(int(hour), int(minute) if minute else None, int(second) if second else None, "", zone or "")
