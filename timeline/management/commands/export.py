"""manage.py export DOSSIER --format json|csv: a dossier in the exchange format, on standard output or in a file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.exports import export_csv, export_json
from timeline.management.database import require_database
from timeline.models import Dossier


def _json(dossier: Dossier) -> str:
    return json.dumps(export_json(dossier), ensure_ascii=False, indent=1) + "\n"


FORMATS = {"json": _json, "csv": export_csv}


class Command(BaseCommand):
    help = "Write a dossier's articles, claims, events and conflicts: the whole as JSON, or a row a claim as CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dossier", metavar="DOSSIER", help="its slug")
        parser.add_argument("--format", choices=sorted(FORMATS), default="json", help="json (the default) or csv")
        parser.add_argument("--output", type=Path, metavar="FILE", help="a file to write, else standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        text = FORMATS[options["format"]](_find(options["dossier"]))
        if not options["output"]:
            self.stdout.write(text, ending="")
            return
        try:
            options["output"].write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written ({error.strerror}).") from error
        self.stderr.write(f"Wrote {options['output']}")


def _find(slug: str) -> Dossier:
    if found := Dossier.objects.filter(slug=slug).first():
        return found
    known = ", ".join(Dossier.objects.order_by("slug").values_list("slug", flat=True))
    raise CommandError(f"There is no dossier {slug}. " + (f"There are: {known}." if known else "There are none yet."))
