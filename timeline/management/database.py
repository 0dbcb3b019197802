"""What a command asks of the database before it begins, and how it says that the database failed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, InternalError, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor


def require_database() -> None:
    """CommandError where the database has not been set up for this version of the code."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not set up for this version: run `manage.py migrate` first.")


# Words of the databases' own complaints, and what people should hear; SQLite calls a full disk both names.
COMPLAINTS = {
    "locked": "another program holds the database",
    "readonly": "the database may only be read",
    "read-only": "the database may only be read",
    "unable to open": "the database cannot be opened",
    "disk is full": "the disk is full",
    "disk i/o": "the disk is full or broken",
    "no space": "the disk is full",
    "connection": "the database does not answer",
}


class DatabaseCommand(BaseCommand):
    """A command that says in one line why the database failed. Each write is whole or not there, so it is run again."""

    def execute(self, *args: Any, **options: Any) -> Any:
        try:
            return super().execute(*args, **options)
        except (OperationalError, InternalError) as error:
            said = str(error).strip()
            why = next((why for words, why in COMPLAINTS.items() if words in said.lower()), "the database failed")
            raise CommandError(f"Stopped: {why} ({said}). What was done before is kept; run it again.") from error
