"""What the reader sees in a file, as plain data: the format of `manage.py read` (DESIGN.md section 8).

Spans are character offsets into the article's `text`; times are ISO 8601 in UTC, an interval is `[start, end)` with
None for an open side, or None where the words could not be placed.
"""

from datetime import datetime
from typing import Any

from timeline.reading.anchors import Anchor
from timeline.reading.claims import Claim, ClaimTime, Quantity
from timeline.reading.furniture import COPY
from timeline.reading.intervals import Interval
from timeline.reading.reader import Reading
from timeline.reading.resolution import Time


def reading_to_data(reading: Reading) -> dict[str, Any]:
    """One article as read."""
    return {
        "part": reading.document.part,
        "title": reading.title,
        "byline": reading.byline,
        "published": _published(reading.anchor),
        "text": reading.document.text,
        "furniture": [
            {"start": one.start, "end": one.end, "role": one.role.value}
            for one in reading.paragraphs
            if one.role not in COPY
        ],
        "timexes": [_timex(time) for time in reading.times],
        "claims": [_claim(claim) for claim in reading.claims],
        "doubts": list(reading.doubts),
    }


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _ends(interval: Interval | None) -> dict[str, str | None]:
    return {"start": _iso(interval and interval.start), "end": _iso(interval and interval.end)}


def _published(anchor: Anchor) -> dict[str, Any]:
    return {"text": anchor.text, **_ends(anchor.interval), "zone": anchor.zone, "basis": anchor.basis}


def _timex(time: Time) -> dict[str, Any]:
    return {
        "start": time.timex.start,
        "end": time.timex.end,
        "text": time.timex.text,
        "type": time.timex.type,
        "value": time.value,
        "mod": time.timex.mod,
        "rule": time.timex.rule,
        "interval": list(_ends(time.interval).values()) if time.interval else None,
        "granularity": time.granularity.value if time.granularity else None,
        "zone": time.zone,
        "basis": time.basis,
        "steps": list(time.steps),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "type": claim.type,
        "status": claim.status.value,
        "place": claim.place,
        "actor": claim.actor,
        "target": claim.target,
        "voice": claim.attribution.voice,
        "role": claim.attribution.role,
        "cue": claim.attribution.cue,
        "via": claim.attribution.via,
        "time": _claim_time(claim.time),
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "rule": claim.rule,
        "doubts": list(claim.doubts),
    }


def _claim_time(time: ClaimTime | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "text": time.text,
        **_ends(time.interval),
        "granularity": time.granularity.value,
        "approximate": time.approximate,
        "inherited": time.inherited,
        "saying": time.saying,
        "cut": time.cut,
        "zone": time.zone,
        "basis": time.basis,
        "rule": time.rule,
        "steps": list(time.steps),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "low": quantity.low,
        "high": quantity.high,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "of": quantity.of,
    }
