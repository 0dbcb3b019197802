"""manage.py export DOSSIER --format NAME: a dossier in one of its formats, on standard output or in a file."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline.asof import known_at
from timeline.exports.formats import Selection, write
from timeline.exports.names import FORMATS
from timeline.forms import InstantField
from timeline.management.database import DatabaseCommand, require_database
from timeline.models import Dossier
from timeline.selectors.dossiers import source_styles, sources
from timeline.selectors.known import Known
from timeline.selectors.moments import moments


class Command(DatabaseCommand):
    help = "Write a dossier: whole as JSON, a row a claim as CSV, or in the formats of other tools."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dossier", metavar="DOSSIER", help="its slug")
        parser.add_argument("--format", choices=sorted(FORMATS), default="json", help="json is the default")
        parser.add_argument("--as-of", metavar="TIME", help="as known then, such as 2023-03-07T12:20Z")
        parser.add_argument("--output", type=Path, metavar="FILE", help="a file to write, else standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        dossier = _find(options["dossier"])
        pieces = write(options["format"], Selection(dossier, known=_known(dossier, options["as_of"])))
        if not options["output"]:
            self._print(pieces)
            return
        try:
            with options["output"].open("wb") as file:
                file.writelines(pieces)
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written ({error.strerror}).") from error
        self.stderr.write(f"Wrote {options['output']}")

    def _print(self, pieces: Iterable[bytes]) -> None:
        """Byte for byte where standard output takes bytes; a stand-in for it may take text alone."""
        stream = getattr(self.stdout._out, "buffer", None)
        if stream:
            stream.writelines(pieces)
            stream.flush()
        else:
            self.stdout.write(b"".join(pieces).decode(), ending="")


def _find(slug: str) -> Dossier:
    if found := Dossier.objects.filter(slug=slug).first():
        return found
    known = ", ".join(Dossier.objects.order_by("slug").values_list("slug", flat=True))
    raise CommandError(f"There is no dossier {slug}. " + (f"There are: {known}." if known else "There are none yet."))


def _known(dossier: Dossier, as_of: str | None) -> Known | None:
    """What was known at that time, however large the dossier."""
    if not as_of:
        return None
    zone = ZoneInfo(dossier.zone)
    try:
        instant = InstantField(last=True).instant(as_of, zone)
    except ValidationError as error:
        raise CommandError(f"--as-of: {error.message}") from error
    styles = source_styles(dossier, sources(dossier))
    return known_at(dossier, moments(dossier, styles, zone, as_of=instant).alone, zone)
