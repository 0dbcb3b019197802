"""A row a claim, for a spreadsheet. No cell of it is ever a formula."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from timeline.exports.exchange import claims_read, conflicts_read, iso, with_all
from timeline.models import Claim, Dossier
from timeline.selectors.known import Known

CSV_HEADER = (
    "claim event event_title type status quote source article published_start published_end voice role via "
    "time_text time_start time_end granularity approximate inherited saying cut zone basis rule "
    "quantities place actor target origin conflicts file start end"
)
CSV_COLUMNS = CSV_HEADER.split()
# Of a large dossier not all claims are held at once.
CHUNK = 2000
# A spreadsheet runs a cell that begins with one of these as a formula, and the words come from strangers.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows as CSV under their columns; None is an empty cell, and no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def export_csv(dossier: Dossier, claims: QuerySet[Claim] | None = None, known: Known | None = None) -> str:
    """The same, a row a claim, for a spreadsheet; the columns are `CSV_COLUMNS`."""
    rows = claims_read(dossier, claims, known) if known else with_all(dossier, claims).iterator(chunk_size=CHUNK)
    kinds: dict[int, list[str]] = defaultdict(list)
    for conflict in conflicts_read(dossier, known):
        for side in conflict.sides.all():
            kinds[side.claim_id].append(f"{conflict.kind} ({conflict.strength})")
    return table(CSV_COLUMNS, (_row(claim, kinds[claim.pk]) for claim in rows))


def _row(claim: Claim, conflicts: list[str]) -> list[Any]:
    """A claim's cells, in the order of `CSV_COLUMNS`."""
    stamp, article, event = claim.timestamp, claim.article, claim.event
    when: list[Any] = [""] * 11
    if stamp:
        when = [stamp.text, iso(stamp.start), iso(stamp.end), stamp.granularity, stamp.approximate, stamp.inherited]
        when += [stamp.saying, stamp.cut, stamp.zone, stamp.basis, stamp.rule]
    quantities = "; ".join(str(quantity) for quantity in claim.quantities.all())
    return [
        *(claim.pk, claim.event_id, event.title if event else "", claim.type, claim.status, claim.quote),
        *(article.source.name, article.title, iso(article.start), iso(article.end)),
        *(claim.voice, claim.role, claim.via, *when, quantities, claim.place, claim.actor, claim.target),
        *(claim.origin, "; ".join(conflicts), article.file, claim.start, claim.end),
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
