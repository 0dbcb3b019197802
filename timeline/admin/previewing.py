"""Looking at what would be read before it is stored: the files wait in the page, and come back with corrections."""

import base64
import binascii
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.http import QueryDict

from timeline import services
from timeline.intake import EVERY_PART, IntakeError
from timeline.models import Dossier
from timeline.reading.anchors import Known
from timeline.services.previewing import Preview
from timeline.validators import validate_zone

# The files come back in the page's form, as base64, within what a form may carry.
MOST = 10 * 2**20
FACTS = ("publisher", "via", "url", "zone", "published", "basis")
BASIS = "said when it was brought in"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file in the page: its name and bytes, what would be read in it, or why it cannot be taken."""

    number: int
    name: str
    data: str
    preview: Preview | None
    refused: str = ""


def look_at(dossier: Dossier, files: Iterable[tuple[str, bytes]], known: Known) -> list[Waiting]:
    """What would be read in each file. ValidationError where they are too large to wait in a page."""
    given = list(files)
    if sum(len(data) for _, data in given) > MOST:
        raise ValidationError(f"More than {MOST // 2**20} MB cannot be shown first; import it, or choose fewer files.")
    looked = [_look(dossier, name, data, known) for name, data in given]
    taken = [one for one in looked if one.preview]
    # Only files that can be taken wait in the page, and are counted there.
    return [replace(one, number=taken.index(one) + 1) if one in taken else one for one in looked]


def _look(dossier: Dossier, name: str, data: bytes, known: Known) -> Waiting:
    try:
        seen = services.preview_file(dossier=dossier, name=name, data=data, known_by_part={EVERY_PART: known})
    except (IntakeError, ValidationError) as error:
        reason = error.reason if isinstance(error, IntakeError) else " ".join(error.messages)
        return Waiting(0, name, "", None, reason)
    return Waiting(0, name, base64.b64encode(data).decode(), seen)


def facts_of(known: Known) -> dict[str, str]:
    """What was said of all files, to wait in the page beside them."""
    return {name: getattr(known, name) for name in FACTS}


def come_back(sent: QueryDict) -> list[tuple[str, bytes, dict[int, Known]]]:
    """The files of a page with what is known of each of their parts, corrections included.

    ValidationError where a zone is none or the page was tampered with.
    """
    known = Known(**{name: sent.get(f"fact-{name}", "") for name in FACTS})
    names, held = sent.getlist("file"), sent.getlist("data")
    if len(names) != len(held):
        raise ValidationError("The files did not come back whole.")
    try:
        files = [base64.b64decode(data, validate=True) for data in held]
    except binascii.Error as error:
        raise ValidationError("The files did not come back whole.") from error
    return [
        (name, data, _corrected(sent, number, known))
        for number, (name, data) in enumerate(zip(names, files, strict=True), start=1)
    ]


def _corrected(sent: QueryDict, number: int, known: Known) -> dict[int, Known]:
    parts = {part: _of_part(sent, f"{number}-{part}", known) for part in map(int, _parts(sent, number))}
    return {EVERY_PART: known} | {part: said for part, said in parts.items() if said != known}


def _parts(sent: QueryDict, number: int) -> list[str]:
    return [part for part in sent.getlist(f"part-{number}") if part.isdecimal()]


def _of_part(sent: Mapping[str, str], key: str, known: Known) -> Known:
    """What is known of a part: what was said of all files, and what was corrected in the page."""
    said = {
        name: sent.get(f"{name}-{key}", "").strip()
        for name in ("publisher", "published", "zone")
        if sent.get(f"{name}-{key}", "").strip() != sent.get(f"was-{name}-{key}", "").strip()
    }
    if said.get("zone"):
        validate_zone(said["zone"])
    return replace(known, **said, basis=known.basis or BASIS) if said else known
