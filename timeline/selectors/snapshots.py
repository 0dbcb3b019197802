"""Many queries that see one moment of the database, however long they take and whoever writes meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

BEGIN = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@contextmanager
def snapshot() -> Iterator[None]:
    """What is read in the block is of the moment it begins; nothing is written in it, and no writer waits for it.

    A transaction of Django's would hold back every writer on SQLite, where each takes its lock when it begins. Within
    one that is open already the block is part of it.
    """
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(BEGIN[connection.vendor])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
