"""Readings as rows: columns filled, checked and cut to what they hold, before they are written many at a time."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from timeline.models import Doubt, Passage, Quantity, Timestamp
from timeline.reading import claims as reading_claims
from timeline.reading.furniture import Paragraph
from timeline.reading.intervals import Interval
from timeline.reading.resolution import Time

BATCH = 500
POURED = 5000  # rows of `pour` at a time


def fitted(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with every label cut to its column's length, an ellipsis for the rest."""
    return {name: _cut(model._meta.get_field(name), value) for name, value in values.items()}


def _cut(column: Any, value: Any) -> Any:
    longest = getattr(column, "max_length", None)
    if isinstance(value, str) and longest and len(value) > longest:
        return f"{value[: longest - 1]}…"
    return value


def checked(rows: Iterable[models.Model]) -> list[models.Model]:
    """The rows, each column of which holds what it may (relations are the caller's); ValidationError otherwise."""
    found = list(rows)
    for row in found:
        row.clean_fields(exclude=[column.name for column in row._meta.fields if column.is_relation])
    return found


def insert(rows: Iterable[models.Model]) -> None:
    """Write new rows of one model; they get their ids."""
    if found := checked(rows):
        type(found[0])._default_manager.bulk_create(found, batch_size=BATCH)


def pour(rows: Iterable[models.Model]) -> None:
    """Write new rows of one model that no person filled, unchecked and some at a time: not all of them are held at
    once."""
    batch: list[models.Model] = []
    for row in rows:
        batch.append(row)
        if len(batch) == POURED:
            type(row)._default_manager.bulk_create(batch)
            batch = []
    if batch:
        type(batch[0])._default_manager.bulk_create(batch)


def put(row: models.Model, values: Mapping[str, Any]) -> bool:
    """Set the row's columns, labels cut to fit; whether any of them is another than before."""
    fitting = fitted(type(row), values)
    changed = row.pk is None or any(getattr(row, name) != value for name, value in fitting.items())
    for name, value in fitting.items():
        setattr(row, name, value)
    return changed


def update(rows: Iterable[models.Model], columns: Iterable[str]) -> None:
    """Write the columns of stored rows of one model, wholly loaded.

    As an insert that finds the row there: ten times as fast as `bulk_update`, which writes a CASE for every value.
    """
    if found := checked(rows):
        type(found[0])._default_manager.bulk_create(
            found, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=list(columns)
        )


def delete(model: type[models.Model], ids: Iterable[int]) -> None:
    """Remove rows by id, some at a time: a statement takes only so many parameters."""
    found = list(ids)
    for first in range(0, len(found), BATCH):
        model._default_manager.filter(pk__in=found[first : first + BATCH]).delete()


def ends(interval: Interval | None) -> tuple[datetime | None, datetime | None]:
    return (interval.start, interval.end) if interval else (None, None)


def passage(article_id: int, paragraph: Paragraph) -> Passage:
    return Passage(article_id=article_id, start=paragraph.start, end=paragraph.end, role=paragraph.role.value)


def timex_columns(time: Time) -> dict[str, Any]:
    since, until = ends(time.interval)
    return {
        "end": time.timex.end,
        "text": time.timex.text,
        "type": time.timex.type,
        "value": time.value,
        "mod": time.timex.mod,
        "rule": time.timex.rule,
        "since": since,
        "until": until,
        "granularity": time.granularity.value if time.granularity else "",
        "zone": time.zone,
        "basis": time.basis,
        "steps": "\n".join(time.steps),
    }


def claim_columns(claim: reading_claims.Claim) -> dict[str, Any]:
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
        "rule": claim.rule,
    }


def timestamp(claim_id: int, time: reading_claims.ClaimTime, timex_id: int | None) -> Timestamp | None:
    """The reader's time for a claim; None for an interval open on both sides, which says nothing."""
    start, end = ends(time.interval)
    if start is None and end is None:
        return None
    values = {
        "start": start,
        "end": end,
        "granularity": time.granularity.value,
        "approximate": time.approximate,
        "inherited": time.inherited,
        "saying": time.saying,
        "cut": time.cut,
        "text": time.text,
        "value": time.value,
        "rule": time.rule,
        "zone": time.zone,
        "basis": time.basis,
        "steps": "\n".join(time.steps),
    }
    return Timestamp(claim_id=claim_id, timex_id=timex_id, by=Timestamp.By.READER, **fitted(Timestamp, values))


def quantity(claim_id: int, read: reading_claims.Quantity) -> Quantity:
    values = {
        "start": read.start,
        "end": read.end,
        "text": read.text,
        "low": read.low,
        "high": read.high,
        "approximate": read.approximate,
        "unit": read.unit,
        "of": read.of,
    }
    return Quantity(claim_id=claim_id, **fitted(Quantity, values))


def doubt(article_id: int, text: str, claim_id: int | None = None) -> Doubt:
    return Doubt(article_id=article_id, claim_id=claim_id, text=text)
