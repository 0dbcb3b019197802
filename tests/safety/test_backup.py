"""A backup is worth what comes back from it: restored and compared, row by row."""

import gzip
import shutil
import sqlite3
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.test import Client

from tests import demo, factories
from timeline.models import Article, Dossier, Term
from timeline.services.backups import LEFT_OUT, backup, restore

on_sqlite = pytest.mark.skipif("postgres" in settings.DATABASES["default"]["ENGINE"], reason="SQLite's own format")
on_postgres = pytest.mark.skipif("sqlite" in settings.DATABASES["default"]["ENGINE"], reason="PostgreSQL's own format")


def everything():
    """Every row of every table but those Django makes by itself; the rows between two tables, and those made anew, without
    their numbers."""
    tables = [model for model in apps.get_models(include_auto_created=True) if model._meta.label_lower not in LEFT_OUT]
    return {model._meta.label: sorted(rows_of(model), key=str) for model in tables}


def rows_of(model):
    columns = [column.attname for column in model._meta.concrete_fields]
    unnumbered = model._meta.auto_created or model is Term
    for row in model._base_manager.values_list(*columns[1 if unnumbered else 0 :]):
        yield tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)


def fill():
    """The invented dossier, and an editor with a right."""
    dossier = demo.harbour()
    editor = User.objects.create_user("edo", password="editor-4-ever", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_claim"))
    factories.judgement(dossier.claims.first(), editor=editor)
    Client().force_login(editor)
    return dossier


def spoil(dossier):
    Dossier.objects.filter(pk=dossier.pk).update(title="Spoiled")
    dossier.claims.first().judgements.all().delete()
    factories.dossier("Another", "another")
    User.objects.all().delete()


def test_all_of_it_comes_back_from_a_portable_backup(transactional_db, tmp_path):
    dossier = fill()
    before = everything()
    backup(path=tmp_path / "kept.gz", portable=True)
    spoil(dossier)
    assert everything() != before
    restore(path=tmp_path / "kept.gz", replace=True)
    assert everything() == before
    assert User.objects.get().has_perm("timeline.change_claim")


def test_rows_made_afterwards_get_numbers_of_their_own(transactional_db, tmp_path):
    fill()
    backup(path=tmp_path / "kept.gz", portable=True)
    restore(path=tmp_path / "kept.gz", replace=True)
    taken = set(Article.objects.values_list("pk", flat=True))
    assert factories.article(Dossier.objects.get()).pk not in taken


def test_nothing_is_overwritten_unasked(transactional_db, tmp_path):
    fill()
    backup(path=tmp_path / "kept.gz", portable=True)
    with pytest.raises(ValidationError, match="--replace"):
        restore(path=tmp_path / "kept.gz")
    with pytest.raises(ValidationError, match="there already"):
        backup(path=tmp_path / "kept.gz", portable=True)


def test_a_backup_is_its_owners_to_read_and_leaves_no_part(transactional_db, tmp_path):
    backup(path=tmp_path / "kept.gz", portable=True)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.gz"]
    assert (tmp_path / "kept.gz").stat().st_mode & 0o077 == 0


def cut(data):
    return data[: len(data) // 2]


def other_version(data):
    return gzip.compress(gzip.decompress(data).replace(b'["timeline", "0001_', b'["timeline", "9001_', 1))


def half_the_rows(data):
    lines = gzip.decompress(data).splitlines(keepends=True)
    return gzip.compress(b"".join(line for line in lines if b'"timeline.article"' not in line))


@pytest.mark.parametrize(
    "damage",
    [cut, other_version, half_the_rows, lambda data: b"", lambda data: b"nothing", lambda _: gzip.compress(b"{}")],
)
def test_a_file_that_is_no_backup_changes_nothing(transactional_db, tmp_path, damage):
    fill()
    backup(path=tmp_path / "kept.gz", portable=True)
    before = everything()
    (tmp_path / "kept.gz").write_bytes(damage((tmp_path / "kept.gz").read_bytes()))
    with pytest.raises(ValidationError, match=r"kept\.gz"):
        restore(path=tmp_path / "kept.gz", replace=True)
    assert everything() == before


@on_postgres
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump is not installed")
def test_all_of_it_comes_back_from_postgresqls_own(transactional_db, tmp_path):
    dossier = fill()
    before = everything()
    backup(path=tmp_path / "kept.dump")
    spoil(dossier)
    restore(path=tmp_path / "kept.dump", replace=True)
    assert everything() == before


@on_postgres
def test_a_backup_of_sqlite_says_how_to_move(transactional_db, tmp_path):
    with sqlite3.connect(tmp_path / "kept.sqlite3") as other:
        other.execute("CREATE TABLE x (y)")
    with pytest.raises(ValidationError, match="portable"):
        restore(path=tmp_path / "kept.sqlite3")


def manage(database, *arguments):
    command = [sys.executable, settings.BASE_DIR / "manage.py", *map(str, arguments)]
    environment = {"DATABASE_URL": f"sqlite:///{database}", "SECRET_KEY": "k" * 60, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_the_commands_take_a_backup_of_sqlite_and_bring_it_back(tmp_path):
    database, kept = tmp_path / "site.sqlite3", tmp_path / "kept.sqlite3"
    assert manage(database, "migrate", "--verbosity", "0").returncode == 0
    (tmp_path / "ferry.txt").write_text(
        "A ferry sank off Port Varda on Monday, 6 March 2023, the harbour master said.\n"
    )
    imported = manage(database, "import_articles", tmp_path / "ferry.txt", "--dossier", "ferry")
    assert imported.returncode == 0, imported.stderr
    told = manage(database, "export", "ferry").stdout
    assert "Wrote" in manage(database, "backup", kept).stdout
    refused = manage(database, "restore", kept)
    assert "--replace" in refused.stderr
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    for other in (database, tmp_path / "new.sqlite3"):
        manage(other, "migrate", "--verbosity", "0")
        assert "Restored" in manage(other, "restore", kept, "--replace").stdout
        assert manage(other, "export", "ferry").stdout == told
    kept.write_bytes(kept.read_bytes()[:5000])
    damaged = manage(database, "restore", kept, "--replace")
    assert damaged.returncode == 1
    assert "Traceback" not in damaged.stderr
    assert manage(database, "export", "ferry").stdout == told
