"""A row an event, in the columns of ACLED's own files as far as they are ours to fill (ACLED Codebook, 2024).

`time_precision` is 1 where the day is known, 2 where it is one of at most seven days, 3 where of at most a month; the
date is then the middle one, as ACLED does. What is told no finer than that has neither: no day nobody said.
`event_type` is ACLED's where one fits, else our own word, with no `sub_event_type`.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from timeline import wording
from timeline.exports.acled_types import ACLED_TYPES
from timeline.exports.selection import Selection, Told, told
from timeline.exports.tables import table
from timeline.reading.intervals import Interval

COLUMNS = (
    "event_id event_date year time_precision event_type sub_event_type actor1 actor2 location source notes tags"
).split()
LONGEST = {1: 1, 2: 7, 3: 31}  # days, by precision


def acled(selection: Selection) -> Iterator[str]:
    """The selection's events as CSV, dates on the dossier's clock."""
    zone = ZoneInfo(selection.dossier.zone)
    return table(COLUMNS, (_row(one, zone) for one in told(selection)))


def dated(interval: Interval | None, zone: ZoneInfo) -> tuple[date, int] | None:
    """The middle day of the interval on that clock and ACLED's precision; None where it is open or too long."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    first, last = _days(interval.start, interval.end, zone)
    days = (last - first).days + 1
    precision = next((number for number, longest in LONGEST.items() if days <= longest), None)
    return (first + timedelta(days=days // 2 if days > 2 else 0), precision) if precision else None


def _days(start: datetime, end: datetime, zone: ZoneInfo) -> tuple[date, date]:
    return start.astimezone(zone).date(), (end.astimezone(zone) - timedelta(microseconds=1)).date()


def _row(one: Told, zone: ZoneInfo) -> list[Any]:
    day = dated(one.when, zone)
    kind, narrower = ACLED_TYPES.get(one.event.type, (one.event.type, ""))
    return [
        one.event.pk,
        *((day[0].isoformat(), day[0].year, day[1]) if day else ("", "", "")),
        *(kind, narrower),
        *(_first(one, "actor"), _first(one, "target"), one.event.place),
        "; ".join(one.sources),
        _notes(one, zone),
        _tags(one),
    ]


def _tags(one: Told) -> str:
    statuses = ", ".join(dict.fromkeys(claim.status for claim in one.claims))
    return f"type={one.event.type}; status={statuses}; claims={len(one.claims)}; origins={one.event.origin_count}"


def _first(one: Told, column: str) -> str:
    """What most of its claims put there."""
    found = [getattr(claim, column) for claim in one.claims if getattr(claim, column)]
    return max(dict.fromkeys(found), key=found.count) if found else ""


def _notes(one: Told, zone: ZoneInfo) -> str:
    """When, as finely as it is told; what the accounts cannot agree on; the words themselves."""
    parts = [f"{one.event.title}."]
    parts.append(f"Time: {wording.interval(one.start, one.end, zone)}." if one.when else "No account says when.")
    parts += [f"Contested ({conflict.kind}): {conflict.why}" for conflict in one.contested]
    parts += [f"{quote.words} ({quote.by})" for quote in one.quotes]
    return " ".join(" ".join(part.split()) for part in parts)
