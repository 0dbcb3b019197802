"""manage.py restore FILE: everything back from a file of `manage.py backup`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline.management.database import DatabaseCommand, require_database
from timeline.services import backups


class Command(DatabaseCommand):
    help = "Bring everything back from a backup: all of it, or no change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a file that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="put it in the place of what is there")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        try:
            backups.restore(path=options["file"], replace=options["replace"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        require_database()
        self.stdout.write(f"Restored {options['file']}")
