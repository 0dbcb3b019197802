"""Each format written: from a selection of a dossier to the bytes of a file."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from timeline.axis import Axis
from timeline.exports.exchange import export_json
from timeline.exports.names import FORMATS
from timeline.exports.tables import export_csv
from timeline.forms import Filters
from timeline.models import Claim, Dossier


@dataclass(frozen=True, slots=True)
class Selection:
    """What is taken away: a dossier, or the `claims` of it that are on screen through `filters` and `axis`.

    `site` is where it was asked for ("https://timeline.example"), "" where nobody knows: links are then left out.
    """

    dossier: Dossier
    claims: QuerySet[Claim] | None = None
    filters: Filters | None = None
    axis: Axis | None = None
    site: str = ""


def write(name: str, selection: Selection) -> bytes:
    """The file of that format. Raises KeyError for a name that is not in `FORMATS`."""
    return WRITERS[name](selection)


def answer(name: str, selection: Selection) -> HttpResponse:
    """The file as a download."""
    one = FORMATS[name]
    file = f'attachment; filename="{selection.dossier.slug}.{one.suffix}"'
    return HttpResponse(write(name, selection), content_type=one.content_type, headers={"Content-Disposition": file})


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


WRITERS: dict[str, Callable[[Selection], bytes]] = {
    "csv": lambda it: export_csv(it.dossier, it.claims).encode(),
    "json": lambda it: _json(export_json(it.dossier, it.claims)),
}
