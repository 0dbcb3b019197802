"""Each format written: from a selection of a dossier to the bytes of a file."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from timeline.exports.acled import acled
from timeline.exports.annotations import annotations
from timeline.exports.calendars import ics
from timeline.exports.exchange import export_json
from timeline.exports.names import FORMATS
from timeline.exports.pictures import png, svg
from timeline.exports.selection import Selection as Selection
from timeline.exports.tables import export_csv
from timeline.exports.timelinejs import timelinejs


def write(name: str, selection: Selection) -> bytes:
    """The file of that format. Raises KeyError for a name that is not in `FORMATS`."""
    return WRITERS[name](selection)


def answer(name: str, selection: Selection) -> HttpResponse:
    """The file as a download."""
    one = FORMATS[name]
    as_of = f"-as-of-{selection.known.as_of:%Y-%m-%dT%H%MZ}" if selection.known else ""
    file = f'attachment; filename="{selection.dossier.slug}{as_of}.{one.suffix}"'
    return HttpResponse(write(name, selection), content_type=one.content_type, headers={"Content-Disposition": file})


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


WRITERS: dict[str, Callable[[Selection], bytes]] = {
    "csv": lambda it: export_csv(it.dossier, it.claims, it.known).encode(),
    "acled": lambda it: acled(it).encode(),
    "ics": ics,
    "timelinejs": lambda it: _json(timelinejs(it)),
    "annotations": lambda it: _json(annotations(it)),
    "svg": lambda it: svg(it).encode(),
    "png": png,
    "json": lambda it: _json(export_json(it.dossier, it.claims, it.known)),
}
