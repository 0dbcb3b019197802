"""manage.py backup FILE: everything in one new file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline.management.database import DatabaseCommand, require_database
from timeline.services import backups


class Command(DatabaseCommand):
    help = "Write the whole database to a new file while people work: its own format, or one that fits any database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
        parser.add_argument("--portable", action="store_true", help="a format that fits SQLite and PostgreSQL alike")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        try:
            backups.backup(path=options["file"], portable=options["portable"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Wrote {options['file']}: {options['file'].stat().st_size} bytes")
