"""CSV with a header, and JSON lists: an article a row, with what the row says of it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from timeline.intake.errors import IntakeError
from timeline.intake.formats.exported import read_export
from timeline.intake.formats.pieces import Facts, Piece, broken, piece
from timeline.intake.limits import LIMIT
from timeline.intake.plain import decode
from timeline.zones import zone_names

COLUMNS = ("text", "title", "url", "published", "publisher", "byline", "via", "zone", "basis")
FORMAT = ", ".join(COLUMNS)
MOST_ROWS = 10_000

T = TypeVar("T")


def read_csv(name: str, data: bytes) -> list[Piece]:
    """The rows of a table; commas, semicolons or tabs part its columns, as its header has them."""
    text = decode(name, data)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    with broken(name, "CSV file", csv.Error):
        csv.field_size_limit(LIMIT)
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        columns = [column.strip().lower() for column in rows.fieldnames or []]
        if len(set(columns)) < len(columns):
            raise IntakeError(name, "a CSV file with two columns of one name")
        _check(name, "its header", columns)
        rows.fieldnames = columns
        pieces = [_piece(name, _line(name, rows, row), row, "CSV row") for row in _limited(name, rows)]
    return _some(name, pieces)


def _line(name: str, rows: "csv.DictReader[str]", row: Mapping[str | None, object]) -> str:
    """Where a row ends, in words; IntakeError where it has not the cells that the header promises."""
    if None in row or None in row.values():
        raise IntakeError(name, f"line {rows.line_num} has more or fewer cells than the header")
    return f"line {rows.line_num}"


def read_json(name: str, data: bytes) -> list[Piece]:
    """The objects of a JSON list (or the one object), each with a "text"."""
    with broken(name, "JSON file"):
        found = json.loads(decode(name, data))
    if isinstance(found, dict) and {"articles", "claims", "events"} <= set(found):
        return _some(name, list(read_export(name, found)))
    rows = found if isinstance(found, list) else [found]
    pieces = []
    for number, row in enumerate(_limited(name, rows), start=1):
        where = f"object {number}"
        if not isinstance(row, dict) or not all(isinstance(value, str | None) for value in row.values()):
            raise IntakeError(name, f"{where} is no object of texts; known are {FORMAT}")
        _check(name, where, row)
        pieces.append(_piece(name, where, {key: value or "" for key, value in row.items()}, "JSON object"))
    return _some(name, pieces)


def _limited(name: str, rows: Iterable[T]) -> Iterator[T]:
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise IntakeError(name, f"more than {MOST_ROWS} articles in one file")
        yield row


def _check(name: str, where: str, keys: Iterable[str]) -> None:
    if unknown := sorted(set(keys) - set(COLUMNS)):
        raise IntakeError(name, f"{where} has the unknown name {unknown[0][:60]!r}; known are {FORMAT}")
    if "text" not in set(keys):
        raise IntakeError(name, f"{where} lacks the name text; known are {FORMAT}")


def _piece(name: str, where: str, row: Mapping[str, str], basis: str) -> Piece:
    facts = {key: value for key, value in row.items() if key != "text"}
    if (zone := facts.get("zone", "").strip()) and zone not in zone_names():
        raise IntakeError(name, f"{where}: {zone[:60]} is no IANA time zone (such as Asia/Kabul)")
    return piece(f"{name}: {where}", row["text"], Facts(**facts | {"basis": facts.get("basis") or basis}))


def _some(name: str, pieces: list[Piece]) -> list[Piece]:
    if not pieces:
        raise IntakeError(name, "a table without rows")
    return pieces
