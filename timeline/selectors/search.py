"""Full-text search by one interface: FTS5 where the database is SQLite, a GIN index where it is PostgreSQL.

What is asked for is cut into words before it gets there, so nothing anybody types is taken for the index's language.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import connection
from django.db.models.expressions import RawSQL

from timeline.models import Dossier
from timeline.searching import Term, terms

# The index asks for words that match; nothing matches where there is nothing to look for.
NOTHING = "SELECT claim_id FROM timeline_words WHERE 1 = 0"
SQLITE = "SELECT rowid FROM timeline_words_index WHERE timeline_words_index MATCH %s"
POSTGRES = "SELECT claim_id FROM timeline_words WHERE vector @@ to_tsquery('simple', %s)"


def dossier_key(dossier: Dossier) -> str:
    """The word that all claims of a dossier have."""
    return f"indossier{dossier.pk}"


def day_key(instant: datetime) -> str:
    """The word of a day in UTC."""
    return f"onday{instant.astimezone(UTC):%Y%m%d}"


def matching(dossier: Dossier, asked: str, *, days: Sequence[datetime] = (), most: int | None = None) -> RawSQL:
    """The ids of the dossier's claims that match, as a subquery; at most so many; only of events on these days."""
    wanted = terms(asked)
    if not wanted:
        return RawSQL(NOTHING, [])
    sql, query = (SQLITE, _for_sqlite) if connection.vendor == "sqlite" else (POSTGRES, _for_postgres)
    limit = f" LIMIT {most:d}" if most is not None else ""
    return RawSQL(sql + limit, [query(wanted, dossier_key(dossier), [day_key(day) for day in days])])


def count(matches: RawSQL) -> int:
    """How many claims a `matching` has: as many as it may have at most."""
    sql, values = matches.sql, matches.params
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({sql}) AS found", values)
        return int(cursor.fetchone()[0])


def _for_sqlite(wanted: Sequence[Term], dossier: str, days: Sequence[str]) -> str:
    """“text : ("outer pier" AND "drone" *) AND keys : ("indossier1")”."""
    found = " AND ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in wanted)
    among = f" AND keys : ({' OR '.join(days)})" if days else ""
    return f"text : ({found}) AND keys : ({dossier}){among}"


def _for_postgres(wanted: Sequence[Term], dossier: str, days: Sequence[str]) -> str:
    """“'outer' <-> 'pier' & 'drone':* & 'indossier1'”."""
    phrases = [" <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in wanted]
    among = f" & ({' | '.join(days)})" if days else ""
    return f"{' & '.join(phrases)} & {dossier}{among}"
