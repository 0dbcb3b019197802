"""Each format written: from a selection of a dossier to the bytes of a file."""

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse

from timeline.exports.acled import acled
from timeline.exports.annotations import annotations
from timeline.exports.calendars import ics
from timeline.exports.exchange import exchange
from timeline.exports.names import FORMATS
from timeline.exports.pictures import png, svg
from timeline.exports.selection import Selection as Selection
from timeline.exports.streams import written
from timeline.exports.tables import export_csv
from timeline.exports.timelinejs import timelinejs
from timeline.selectors.snapshots import snapshot

PIECE = 2**16  # bytes written at once


def write(name: str, selection: Selection) -> Generator[bytes]:
    """The file of that format in pieces, all of one moment of the database. KeyError for a name that is not in
    `FORMATS`."""
    with snapshot():
        piece = bytearray()
        for part in WRITERS[name](selection):
            piece += part.encode() if isinstance(part, str) else part
            if len(piece) >= PIECE:
                yield bytes(piece)
                piece.clear()
        yield bytes(piece)


def answer(name: str, selection: Selection) -> StreamingHttpResponse:
    """The file as a download. Its beginning is made at once: what goes wrong then is an error page, not half a file."""
    one = FORMATS[name]
    as_of = f"-as-of-{selection.known.as_of:%Y-%m-%dT%H%MZ}" if selection.known else ""
    file = f'attachment; filename="{selection.dossier.slug}{as_of}.{one.suffix}"'
    begun = _Begun(write(name, selection))
    return StreamingHttpResponse(begun, content_type=one.content_type, headers={"Content-Disposition": file})


class _Begun:
    """Pieces of which the first is made; the others follow as they are asked for."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        self._pieces, self._first = pieces, next(pieces)

    def __iter__(self) -> Iterator[bytes]:
        yield self._first
        yield from self._pieces

    def close(self) -> None:
        self._pieces.close()


def _json(data: Any) -> Iterator[str]:
    return chain(written(data), "\n")


WRITERS: dict[str, Callable[[Selection], Iterable[str | bytes]]] = {
    "csv": lambda it: export_csv(it.rows()),
    "acled": acled,
    "ics": ics,
    "timelinejs": lambda it: _json(timelinejs(it)),
    "annotations": lambda it: _json(annotations(it)),
    "svg": lambda it: [svg(it)],
    "png": lambda it: [png(it)],
    "json": lambda it: _json(exchange(it.rows())),
}
