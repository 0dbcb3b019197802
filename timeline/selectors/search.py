"""Full-text search by one interface: FTS5 where the database is SQLite, a GIN index where it is PostgreSQL.

What is asked for is cut into words before it gets there, so nothing anybody types is taken for the index's language.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from timeline.models import Dossier
from timeline.models import Term as Vocabulary
from timeline.searching import Term, terms

# The index asks for words that match; nothing matches where there is nothing to look for.
NOTHING = "SELECT claim_id FROM timeline_words WHERE 1 = 0"
SQLITE = "SELECT rowid FROM timeline_words_index WHERE timeline_words_index MATCH %s"
# A beginning that more words have is left to the index; the largest letter ends the range of those that begin so.
MOST_SPELLINGS, LAST = 30, "\U0010ffff"
LONGEST = Vocabulary._meta.get_field("word").max_length or 0
# A claim has a word for each of these, by when its event most probably began.
KEYS = {"day": "%Y%m%d", "month": "%Y%m", "year": "%Y"}
# The keys stand among the words, behind an @ that no word has; only a cast leaves it where it is.
POSTGRES = "SELECT claim_id FROM timeline_words WHERE vector @@ (to_tsquery('simple', %s) && %s::tsquery)"
# Planned as if all of it were read: for a few rows PostgreSQL would read the table until it has come upon so many,
# and claims of one time or dossier may all stand at its end. It stops all the same when it has them.
POSTGRES_AT_MOST = f"WITH every AS MATERIALIZED ({POSTGRES}) SELECT claim_id FROM every"


def dossier_key(dossier: Dossier) -> str:
    """The word that all claims of a dossier have."""
    return f"indossier{dossier.pk}"


def time_key(unit: str, instant: datetime) -> str:
    """The word of a day, month or year in UTC."""
    return f"on{unit}{instant.astimezone(UTC).strftime(KEYS[unit])}"


def keys_of(dossier: Dossier, instant: datetime | None) -> str:
    """The words that claims about an event of that instant are found by, besides their own."""
    return " ".join([dossier_key(dossier), *(time_key(unit, instant) for unit in KEYS if instant)])


def matching(dossier: Dossier, asked: str, *, within: Sequence[str] = (), most: int | None = None) -> RawSQL:
    """The ids of the dossier's claims that match, as a subquery; at most so many; only of events with these keys."""
    wanted = terms(asked)
    if not wanted:
        return RawSQL(NOTHING, [])
    return RawSQL(_sql(most), _query(_spelt(dossier, asked), dossier, within))


def sample(dossier: Dossier, asked: str, *, within: Sequence[str], each: int) -> RawSQL:
    """As `matching`, of each key so many at most: what is looked at is spread over the whole time."""
    wanted = terms(asked)
    if not wanted:
        return RawSQL(NOTHING, [])
    spelt = _spelt(dossier, asked)
    one = f"SELECT * FROM ({_sql(each)}) AS found"
    queries = [_query(spelt, dossier, [key]) for key in within]
    return RawSQL(" UNION ALL ".join([one] * len(within)), [part for query in queries for part in query])


def _sql(most: int | None) -> str:
    sqlite = connection.vendor == "sqlite"
    if most is None:
        return SQLITE if sqlite else POSTGRES
    return f"{SQLITE if sqlite else POSTGRES_AT_MOST} LIMIT {most:d}"


def _query(wanted: Sequence[Sequence[Term]], dossier: Dossier, within: Sequence[str]) -> list[str]:
    """What the placeholders of SQLITE or POSTGRES stand for."""
    query = _for_sqlite if connection.vendor == "sqlite" else _for_postgres
    return query(wanted, dossier_key(dossier), within)


def _spelt(dossier: Dossier, asked: str) -> list[list[Term]]:
    """What is looked for, each in the ways it may be spelt.

    In a large dossier a beginning is replaced by the words that begin so: both indexes would gather all that is said
    with any of them, FTS5 before it gives the first, GIN anew for each day it is looked for in. One query a beginning.
    """
    wanted = terms(asked)
    if not dossier.tallied:
        return [[term] for term in wanted]
    return [_spellings(dossier, term) if term.prefix else [term] for term in wanted]


def _spellings(dossier: Dossier, term: Term) -> list[Term]:
    *before, beginning = term.words
    found = dossier.terms.filter(_begins(beginning)).order_by("word")
    words = list(found.values_list("word", flat=True)[: MOST_SPELLINGS + 1])
    if not words or len(words) > MOST_SPELLINGS or len(beginning) > LONGEST:
        return [term]
    return [Term((*before, word), False) for word in words]


def _begins(beginning: str) -> Q:
    """A range in the order of letters, which is SQLite's; PostgreSQL's may be a language's, where that is none."""
    if connection.vendor == "sqlite":
        return Q(word__gte=beginning, word__lt=f"{beginning}{LAST}")
    return Q(word__startswith=beginning)


def ids(matches: RawSQL) -> tuple[int, ...]:
    """The ids of a `matching` or a `sample`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(matches.sql, matches.params)
        return tuple(pk for (pk,) in cursor.fetchall())


def listed(found: Sequence[int]) -> RawSQL:
    """Ids as a subquery of one parameter, however many they are."""
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(found)])
    return RawSQL("SELECT unnest(%s::bigint[])", [list(found)])


def _for_sqlite(wanted: Sequence[Sequence[Term]], dossier: str, within: Sequence[str]) -> list[str]:
    """“text : (("outer pier") AND ("drone" OR "drones")) AND keys : (indossier1)”."""

    def one_of(spellings: Sequence[Term]) -> str:
        return " OR ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in spellings)

    found = " AND ".join(f"({one_of(spellings)})" for spellings in wanted)
    among = f" AND keys : ({' OR '.join(within)})" if within else ""
    return [f"text : ({found}) AND keys : ({dossier}){among}"]


def _for_postgres(wanted: Sequence[Sequence[Term]], dossier: str, within: Sequence[str]) -> list[str]:
    """“('outer' <-> 'pier') & ('drone' | 'drones')” and “'@indossier1' & ('@onmonth202303' | '@onmonth202304')”."""

    def one_of(spellings: Sequence[Term]) -> str:
        return " | ".join(
            " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in spellings
        )

    among = " | ".join(f"'@{key}'" for key in within or [dossier])
    return [" & ".join(f"({one_of(spellings)})" for spellings in wanted), f"'@{dossier}' & ({among})"]
