"""manage.py export DOSSIER --format NAME: a dossier in one of its formats, on standard output or in a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from timeline.exports.formats import Selection, write
from timeline.exports.names import FORMATS
from timeline.management.database import DatabaseCommand, require_database
from timeline.models import Dossier


class Command(DatabaseCommand):
    help = "Write a dossier: whole as JSON, a row a claim as CSV, or in the formats of other tools."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dossier", metavar="DOSSIER", help="its slug")
        parser.add_argument("--format", choices=sorted(FORMATS), default="json", help="json is the default")
        parser.add_argument("--output", type=Path, metavar="FILE", help="a file to write, else standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        content = write(options["format"], Selection(_find(options["dossier"])))
        if not options["output"]:
            self._print(content)
            return
        try:
            options["output"].write_bytes(content)
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written ({error.strerror}).") from error
        self.stderr.write(f"Wrote {options['output']}")

    def _print(self, content: bytes) -> None:
        """Byte for byte where standard output takes bytes; a stand-in for it may take text alone."""
        stream = getattr(self.stdout._out, "buffer", None)
        if stream:
            stream.write(content)
            stream.flush()
        else:
            self.stdout.write(content.decode(), ending="")


def _find(slug: str) -> Dossier:
    if found := Dossier.objects.filter(slug=slug).first():
        return found
    known = ", ".join(Dossier.objects.order_by("slug").values_list("slug", flat=True))
    raise CommandError(f"There is no dossier {slug}. " + (f"There are: {known}." if known else "There are none yet."))
