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
    return Clock(int(hour), minute and int(minute), second and int(second), "", zone or "")
