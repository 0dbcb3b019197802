"""A row a claim, for a spreadsheet. No cell of it is ever a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.exports.exchange import iso
from timeline.exports.rows import Rows
from timeline.models import Claim, Conflict

CSV_HEADER = (
    "claim event event_title type status quote source article published_start published_end voice role via "
    "time_text time_start time_end granularity approximate inherited saying cut zone basis rule "
    "quantities place actor target origin conflicts file start end"
)
CSV_COLUMNS = CSV_HEADER.split()
# A spreadsheet runs a cell that begins with one of these as a formula, and the words come from strangers.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The rows as CSV under their columns, a piece a row; None is an empty cell, and no cell is a formula."""
    writer = csv.writer(_Echo())
    yield writer.writerow(columns)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, piece: str) -> str:
        return piece


def export_csv(rows: Rows) -> Iterator[str]:
    """The claims, a row each, for a spreadsheet; the columns are `CSV_COLUMNS`."""
    return table(CSV_COLUMNS, (_row(claim, conflicts) for claim, conflicts in rows.with_conflicts()))


def _row(claim: Claim, conflicts: list[Conflict]) -> list[Any]:
    """A claim's cells, in the order of `CSV_COLUMNS`."""
    stamp, article, event = claim.timestamp, claim.article, claim.event
    when: list[Any] = [""] * 11
    if stamp:
        when = [stamp.text, iso(stamp.start), iso(stamp.end), stamp.granularity, stamp.approximate, stamp.inherited]
        when += [stamp.saying, stamp.cut, stamp.zone, stamp.basis, stamp.rule]
    against = "; ".join(f"{conflict.kind} ({conflict.strength})" for conflict in conflicts)
    quantities = "; ".join(str(quantity) for quantity in claim.quantities.all())
    return [
        *(claim.pk, claim.event_id, event.title if event else "", claim.type, claim.status, claim.quote),
        *(article.source.name, article.title, iso(article.start), iso(article.end)),
        *(claim.voice, claim.role, claim.via, *when, quantities, claim.place, claim.actor, claim.target),
        *(claim.origin, against, article.file, claim.start, claim.end),
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
