"""Looking at what would be read before it is stored, and saying otherwise: the files wait in an import."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator

from timeline import services
from timeline.intake import EVERY_PART
from timeline.models import ImportFile, ImportRun
from timeline.reading.anchors import Known
from timeline.reading.printed import read_published
from timeline.services.import_runs import known_from_json
from timeline.services.previewing import Preview
from timeline.validators import validate_zone

FILES_A_PAGE = 25
CORRECTABLE = ("title", "publisher", "published", "zone")
BASIS = "said when it was brought in"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits, and what would be read in it."""

    file: ImportFile
    preview: Preview


def look_at(run: ImportRun, number: str) -> Page:
    """A page of the files that wait, each with what would be read in it."""
    waiting = run.files.filter(state=ImportFile.State.WAITING)
    page = Paginator(waiting, FILES_A_PAGE).get_page(number)
    files = list(page.object_list)
    previews = services.preview_files(dossier=run.dossier, files=files)
    page.object_list = [Waiting(*both) for both in zip(files, previews, strict=True)]
    return page


def correct(run: ImportRun, sent: Mapping[str, str]) -> list[str]:
    """Keep what was said otherwise in the page; what could not be kept, and why."""
    faults: list[str] = []
    asked = {key.split("-")[1] for key in sent if key.startswith("was-")}
    for file in run.files.filter(pk__in=[pk for pk in asked if pk.isdecimal()]).defer("data"):
        before = known_from_json(file.known)
        after = before | _corrected(file, before, sent, faults)
        if after != before:
            services.correct_file(file=file, known=after)
    return faults


def _corrected(
    file: ImportFile, before: Mapping[int, Known], sent: Mapping[str, str], faults: list[str]
) -> dict[int, Known]:
    """The parts of a file of which something was said otherwise. Fields are named `<name>-<file>-<part>`."""
    found: dict[int, Known] = {}
    start = f"was-{file.pk}-"
    for part in {key.removeprefix(start).split("-")[0] for key in sent if key.startswith(start)}:
        said = {name: _said(file, part, name, sent) for name in CORRECTABLE}
        changed = {name: value for name, value in said.items() if value is not None}
        try:
            _check(changed)
        except ValidationError as error:
            faults.append(f"{file.name}: {' '.join(error.messages)}")
            continue
        known = before.get(int(part)) or before.get(EVERY_PART) or Known()
        if changed and part.isdecimal():
            dated_by = "" if "published" in changed else known.dated_by
            found[int(part)] = replace(known, **changed, basis=known.basis or BASIS, dated_by=dated_by)
    return found


def _said(file: ImportFile, part: str, name: str, sent: Mapping[str, str]) -> str | None:
    """What a field of the page says now, None where it says what it said before."""
    now = sent.get(f"{name}-{file.pk}-{part}", "").strip()
    return None if now == sent.get(f"was-{file.pk}-{part}-{name}", "").strip() else now


def _check(changed: Mapping[str, str]) -> None:
    if changed.get("zone"):
        validate_zone(changed["zone"])
    if changed.get("published") and read_published(changed["published"]) is None:
        raise ValidationError(f"No date can be read in “{changed['published']}”; write it like 7 July 2021 14:10.")
    for name, most in (("publisher", 200), ("title", 500)):
        if len(changed.get(name, "")) > most:
            raise ValidationError(f"A {name} has at most {most} characters.")
