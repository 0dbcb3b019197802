"""An empty database for a soak, in the kind that DATABASE_URL names: a new one on its PostgreSQL server, or an SQLite
file. What a soak asks of it goes past Django, since the processes it watches are others."""

import os
import secrets
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent


def on_postgres(database=None):
    return str(database or os.environ.get("DATABASE_URL", "")).startswith("postgres")


@contextmanager
def scratch(folder, name="soak"):
    """The name of a database by which the functions below and `manage` find it; gone afterwards."""
    if not on_postgres():
        yield Path(folder) / f"{name}.sqlite3"
        return
    server = os.environ["DATABASE_URL"]
    own = f"timeline_{name}_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
    try:
        yield server.rsplit("/", 1)[0] + f"/{own}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {own} WITH (FORCE)")


def environment(database, **others):
    """The environment of a process that works on the database."""
    return os.environ | {"DATABASE_URL": url(database), "DJANGO_SETTINGS_MODULE": "timeline.settings"} | others


def url(database):
    return str(database) if on_postgres(database) else f"sqlite:///{database}"


def manage(database, *arguments, **options):
    """manage.py in a process of its own, begun."""
    return python(database, str(ROOT / "manage.py"), *arguments, **options)


def python(database, *arguments, **options):
    command = [sys.executable, *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL} | options
    return subprocess.Popen(command, env=environment(database), text=True, cwd=ROOT, **pipes)


def done(process):
    """What a process said; AssertionError where it failed."""
    out, _ = process.communicate()
    assert process.returncode == 0, process.args
    return out


def ask(database, statement):
    """The rows of a statement both databases understand."""
    if on_postgres(database):
        with psycopg.connect(str(database)) as connection:
            return connection.execute(statement).fetchall()
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        return connection.execute(statement).fetchall()


def unsound(database):
    """What the database itself finds wrong. PostgreSQL has no such question; its foreign keys always hold."""
    if on_postgres(database):
        return []
    (sound,) = ask(database, "PRAGMA integrity_check")[0]
    return ([] if sound == "ok" else [sound]) + ask(database, "PRAGMA foreign_key_check")
