"""The whole database as one file, and back.

A *native* backup is the database's own: an SQLite file taken while people work, or what `pg_dump` writes. A *portable*
one (gzip, a JSON object a line) goes back into either, but for sessions: everybody logs in again. Restoring is one
transaction: all of the file, or no change.
"""

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from timeline.models import Dossier
from timeline.services.searchable import keep_searchable
from timeline.services.tallies import keep_tallies

SQLITE, POSTGRES, GZIP = b"SQLite format 3\x00", b"PGDMP", b"\x1f\x8b"
FORMAT = "timeline backup 1"
# Django makes these by itself in any database; sessions are nobody's work.
LEFT_OUT = {"contenttypes.contenttype", "auth.permission", "sessions.session"}
# What follows from the other rows, and is made anew from them; and what waits for a worker, which is handed over anew.
DERIVED = {
    "timeline.words", "timeline.term", "timeline.census", "timeline.shelf", "timeline.saying", "timeline.tally",
    "timeline.density", "timeline.share", "django_tasks_db.dbtaskresult",
}  # fmt: skip


def backup(*, path: Path, portable: bool = False) -> None:
    """Write everything to a new file, which is there whole or not at all. ValidationError says why it cannot be."""
    if path.exists():
        raise ValidationError(f"{path} is there already.")
    part = path.with_name(f"{path.name}.part")
    try:
        # Nobody but its owner may read it: it holds the editors' names and the hashes of their passwords.
        part.touch(mode=0o600)
        _writer(portable)(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.rename(path)
    except (OSError, DatabaseError, sqlite3.Error) as error:
        raise ValidationError(f"{path} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _writer(portable: bool) -> Any:
    if portable:
        return _write_portable
    return {"sqlite": _copy_sqlite, "postgresql": _dump_postgres}.get(connection.vendor, _write_portable)


def restore(*, path: Path, replace: bool = False) -> None:
    """Bring everything back from a file of `backup`. A database that holds something is overwritten only with
    `replace`; ValidationError says why it cannot be, and nothing is changed then."""
    if not replace and Dossier.objects.exists():
        raise ValidationError("There are dossiers in the database; --replace puts the backup in their place.")
    try:
        with path.open("rb") as file:
            beginning = file.read(16)
        _reader(path, beginning)(path)
    except (OSError, EOFError, zlib.error, DatabaseError, sqlite3.Error, DeserializationError) as error:
        raise ValidationError(f"{path} cannot be restored: {error}") from error


def _reader(path: Path, beginning: bytes) -> Any:
    if beginning.startswith(GZIP):
        return _read_portable
    for vendor, magic, reader in (("sqlite", SQLITE, _read_sqlite), ("postgresql", POSTGRES, _read_postgres)):
        if beginning.startswith(magic):
            if connection.vendor != vendor:
                raise ValidationError(
                    f"{path} is a backup of {vendor}; take a portable one to move to another database."
                )
            return reader
    raise ValidationError(f"{path} is no backup.")


# --- SQLite -------------------------------------------------------------------------------------------------------


def _copy_sqlite(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def _read_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro", uri=True)) as kept:
        if kept.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise ValidationError(f"{path} is damaged.")
        if not kept.execute("SELECT 1 FROM sqlite_master WHERE name = 'timeline_dossier'").fetchone():
            raise ValidationError(f"{path} is no backup of this site.")
        connection.ensure_connection()
        kept.backup(connection.connection)


# --- PostgreSQL ---------------------------------------------------------------------------------------------------


def _dump_postgres(path: Path) -> None:
    if shutil.which("pg_dump") is None:
        raise ValidationError("pg_dump is not installed here; take a portable backup instead (--portable).")
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={path}")


def _read_postgres(path: Path) -> None:
    if shutil.which("pg_restore") is None:
        raise ValidationError("pg_restore is not installed here.")
    name = connection.settings_dict["NAME"]
    connection.close()
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _run("pg_restore", *options, f"--dbname={name}", str(path))


def _run(program: str, *arguments: str) -> None:
    told = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = os.environ | {name: str(told[key]) for name, key in names.items() if told.get(key)}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValidationError(f"{program} failed: {done.stderr.strip()}")


# --- portable -----------------------------------------------------------------------------------------------------


class Exact(DjangoJSONEncoder):
    """Instants to the microsecond, as they are stored; Django's own encoder cuts them to milliseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _kept() -> list[type[models.Model]]:
    """The models in the order they are written and read in: people first, as others name them by their names."""
    left_out = LEFT_OUT | DERIVED
    kept = [model for model in apps.get_models() if model._meta.label_lower not in left_out and model._meta.managed]
    return sorted(kept, key=lambda model: model._meta.app_label != "auth")


def _applied() -> list[list[str]]:
    """The migrations of the database: rows fit only where the same have been applied."""
    return sorted(list(key) for key in MigrationRecorder(connection).applied_migrations())


@transaction.atomic
def _write_portable(path: Path) -> None:
    with _one_moment(), gzip.open(path, "wt", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps({"format": FORMAT, "migrations": _applied()}) + "\n")
        for model in _kept():
            rows = model._base_manager.order_by("pk").iterator(chunk_size=500)
            serializers.serialize("jsonl", rows, stream=file, cls=Exact, use_natural_foreign_keys=True)


@contextmanager
def _one_moment() -> Iterator[None]:
    """What others write meanwhile is not seen; SQLite's transactions are so by themselves."""
    if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    yield


def _read_portable(path: Path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        _check_head(path, file.readline())
        with transaction.atomic(), connection.constraint_checks_disabled():
            _empty()
            _load(file)
            connection.check_constraints()
            _number_on()
            for dossier in Dossier.objects.all():
                keep_searchable(dossier=dossier)
                keep_tallies(dossier=dossier)


def _check_head(path: Path, line: str) -> None:
    try:
        head = json.loads(line)
    except ValueError:
        head = None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ValidationError(f"{path} is no backup of this site.")
    if head["migrations"] != _applied():
        raise ValidationError(
            f"{path} was taken with another version of the site: restore it with that version, then upgrade."
        )


def _empty() -> None:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label_lower not in LEFT_OUT - {"sessions.session"} and model._meta.managed:
            model._base_manager.all()._raw_delete(connection.alias)


def _load(file: TextIO) -> None:
    while batch := list(islice(_lines(file), 500)):
        for row in serializers.deserialize("jsonl", "".join(batch)):
            row.save(force_insert=True)


def _lines(file: TextIO) -> Iterable[str]:
    return (line for line in file if line.strip())


def _number_on() -> None:
    """New rows get numbers after those that came back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _kept()):
            cursor.execute(statement)
