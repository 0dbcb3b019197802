"""manage.py read PATH…: what the reader sees in files, one JSON object a file; nothing is stored."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.intake import EVERY_PART, IntakeError, Sidecar, find_files, load_sidecar, read_bytes
from timeline.reading.anchors import Known
from timeline.readout import reading_to_data
from timeline.services.known import joined, known_of_file
from timeline.services.parts import notes, parts_of, read_parts
from timeline.zones import zone_names


class Command(BaseCommand):
    help = "Print what the reader sees in articles, a JSON object a file on a line, and store nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder of files")
        parser.add_argument("--anchor", default="", help="when they were published, e.g. 2021-07-07T12:00Z")
        parser.add_argument("--zone", default="", help="IANA time zone of the place they write about")

    def handle(self, *args: Any, **options: Any) -> None:
        _check(options["anchor"], options["zone"])
        read = 0
        for found in find_files(options["paths"]):
            try:
                if found.problem:
                    raise IntakeError(found.path.name, found.problem)
                data = self._read(found.path, options["anchor"], options["zone"])
            except IntakeError as error:
                self.stderr.write(f"{found.path}: skipped, {error.reason}")
            else:
                read += 1
                self.stdout.write(json.dumps(data, ensure_ascii=False))
        if not read:
            raise CommandError("No article was read.")

    def _read(self, path: Path, anchor: str, zone: str) -> dict[str, Any]:
        parts = parts_of(path.name, read_bytes(path))
        says = {part.document.part: known_of_file(part.facts) for part in parts}
        sidecar = load_sidecar(path.parent)
        facts = sidecar.known(path.name)
        readings = read_parts(path.name, parts, lambda part: _known(facts, part, sidecar, anchor, zone, says[part]))
        for note in dict.fromkeys(note for reading in readings for note in notes(reading)):
            self.stderr.write(f"{path}: {note}")
        return {"file": path.name, "articles": [reading_to_data(reading) for reading in readings]}


def _check(anchor: str, zone: str) -> None:
    if zone and zone not in zone_names():
        raise CommandError(f"--zone {zone} is no IANA time zone (such as Asia/Kabul).")
    try:
        datetime.fromisoformat(anchor or "2000-01-01")
    except ValueError as error:
        raise CommandError(f"--anchor {anchor} is no time in ISO 8601 (such as 2021-07-07T12:00Z).") from error


def _known(facts: Mapping[int, Known], part: int, sidecar: Sidecar, anchor: str, zone: str, says: Known) -> Known:
    """What is known of a part: what its file says, under the sidecar's facts, under what the command line says."""
    known = joined(facts.get(part) or facts.get(EVERY_PART) or Known(), says)
    home = next((one.zone for one in sidecar.sources if one.name.lower() == known.publisher.lower()), "")
    known = replace(known, zone=known.zone or home, place_zone=zone or sidecar.dossier.zone)
    if anchor:
        known = replace(known, published=anchor, basis="command line", dated_by="")
        if datetime.fromisoformat(anchor).tzinfo is None:
            # Told without an offset, so on the clock of the place.
            known = replace(known, zone=known.place_zone or known.zone)
    return known
