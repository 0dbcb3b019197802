"""A dossier of any size, made of rows (no text is read), spread like real ones, and the same for the same seed.

Events of 1 to 200 claims, most of them small; half of them within one busy week, the others over as many years as there
are 20,000 claims (25 at most); twenty sources, a few of which publish most; times told to the minute up to the day, an
event in twenty-five only to the week or the year, some open, a few not at all; an event in six with a conflict of time.
Fifty claims an article, told within days of the event.
"""

import random
from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from django.db import connection, transaction

from timeline.models import (
    Article,
    Claim,
    Conflict,
    Dossier,
    Event,
    Original,
    Quantity,
    Side,
    Source,
    Timestamp,
)
from timeline.reach import reach_of
from timeline.sorting import sort_columns

END, WEEK = datetime(2024, 1, 1, tzinfo=UTC), datetime(2023, 3, 6, tzinfo=UTC)
A_YEAR, MOST_YEARS = 20_000, 25
HOUR = timedelta(hours=1)
AN_ARTICLE, SOURCES = 50, 20
TYPES = ["attack", "explosion", "arrest", "protest", "air strike", "withdrawal", "meeting", "jail break"]
STATUSES = ["asserted"] * 92 + ["denied"] * 3 + ["attempted"] * 2 + ["expected"] * 2 + ["purported"]
# (granularity, hours, how many in a hundred)
FINE = [("minute", 1 / 60, 10), ("hour", 1, 35), ("part of day", 6, 25), ("day", 24, 30)]
COARSE = [("week", 168, 3), ("year", 8760, 1)]
# The n-th word is said about 1/n as often as the first, as in any text.
SAID = [
    f"{a}{b}{c}" for a in ("bar", "kel", "mor", "tan", "vos") for b in "aeiou" for c in ("d", "l", "n", "r", "st", "th")
]
FREQUENT = list(accumulate(1 / number for number in range(1, len(SAID) + 1)))
BIG = list(accumulate(1 / number for number in range(1, SOURCES + 1)))


def generate(claims, seed=1):
    """A dossier with that many claims; nothing that follows from its rows (words, tallies) is there yet."""
    chance = random.Random(seed)
    with transaction.atomic():
        dossier = Dossier.objects.create(title="Generated", slug="generated", zone="UTC")
        told = _told(claims, chance)
        articles = _articles(dossier, claims // AN_ARTICLE or 1, told, chance)
        rows = _claims(told, articles, chance)
        _write_events(dossier, told, rows, chance)
        _write_claims(dossier, rows)
        _write_conflicts(dossier, told, rows)
        _number_on()
    return dossier


def write(model, columns, rows):
    """Many rows at once, by the quickest way the database has; columns not named get their defaults."""
    given = [model._meta.get_field(column) for column in columns]
    others = [column for column in model._meta.concrete_fields if column not in given and not column.null]
    defaults = tuple(column.get_default() for column in others)
    names = ", ".join(f'"{column.column}"' for column in [*given, *others])
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row + defaults)
        else:
            marks = ", ".join("?" for _ in [*given, *others])
            plain = (tuple(_plain(value) for value in row + defaults) for row in rows)
            connection.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", plain)


def _plain(value):
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ") if isinstance(value, datetime) else value


def _told(claims, chance):
    """(number of claims, type, when it began) of each event."""
    told, left = [], claims
    years = min(max(claims // A_YEAR, 1), MOST_YEARS)
    spread = (years * 365 * 24, END - timedelta(days=365 * years))
    while left:
        size = min(left, 200, int(3 * chance.paretovariate(1.3)))
        hours, first = (7 * 24, WEEK) if chance.random() < 0.5 else spread
        begins = first + timedelta(minutes=chance.randrange(hours * 60))
        told.append((size, chance.choice(TYPES), begins))
        left -= size
    return told


def _articles(dossier, count, told, chance):
    """When each article was published, in order; their ids are 1, 2, …"""
    Source.objects.bulk_create(Source(id=number + 1, name=f"Paper {number}") for number in range(SOURCES))
    times = sorted(chance.choice(told)[2] + timedelta(minutes=int(chance.expovariate(1 / 1500))) for _ in range(count))
    body = "A ship burned off the port on Monday, the harbour master said. " * 40
    numbers = range(1, count + 1)
    write(
        Original,
        ["id", "dossier", "name", "sha256", "data", "received"],
        ((n, dossier.pk, f"{n}.txt", f"{n:064}", b"x", END) for n in numbers),
    )
    papers = chance.choices(range(1, SOURCES + 1), cum_weights=BIG, k=count)
    columns = [
        "id", "dossier", "source", "via", "original", "part", "title", "byline", "url", "text", "start", "end",
        "published_text", "granularity", "zone", "basis", "zone_basis", "weak", "known", "edited", "reader", "imported",
    ]  # fmt: skip
    write(
        Article,
        columns,
        (
            (n, dossier.pk, paper, "", n, 1, f"Report {n} on {said(chance, 3)}", "", "", body, at, at + timedelta(minutes=1),
             "", "minute", "UTC", "dateline", "", False, "", "", "generated", END)
            for n, at, paper in zip(numbers, times, papers, strict=True)
        ),
    )  # fmt: skip
    return times


def said(chance, words):
    return " ".join(chance.choices(SAID, cum_weights=FREQUENT, k=words))


def _claims(told, published, chance):
    """(event, article, type, origin, quote, voice, status, granularity, start, end) of each claim, article by article."""
    rows = []
    for event, (size, kind, begins) in enumerate(told, start=1):
        apart = chance.random() < 0.2
        times = COARSE if event % 25 == 0 else FINE
        shares = list(accumulate(share for *_, share in times))
        for number in range(size):
            granularity, hours, _ = chance.choices(times, cum_weights=shares)[0]
            start = begins + timedelta(hours=int(chance.random() * 3) + (30 if apart and number % 3 == 1 else 0))
            end = start + timedelta(hours=hours)
            fate = chance.random()
            start, end = (None, None) if fate < 0.02 else (start, None) if fate < 0.025 else (start, end)
            out = begins + timedelta(minutes=int(chance.expovariate(1 / 1500)))
            article = min(bisect_left(published, out) + 1, len(published))
            voice = f"voice {int(chance.paretovariate(1))}" if chance.random() < 0.7 else ""
            origin = 1 + number % max(1, round(size**0.7))
            quote, status = said(chance, 8), chance.choice(STATUSES)
            rows.append((event, article, kind, origin, quote, voice, status, granularity, start, end))
    rows.sort(key=lambda row: row[1])
    return rows


def _write_events(dossier, told, rows, chance):
    bounds = [[None, None, False, set()] for _ in told]
    for event, _, _, origin, *_, start, end in rows:
        found = bounds[event - 1]
        found[3].add(origin)
        if start is not None:
            found[0] = start if found[0] is None else min(found[0], start)
            found[1] = (end or start + HOUR) if found[1] is None else max(found[1], end or start + HOUR)
    columns = [
        "id", "dossier", "title", "title_fixed", "type", "place", "background", "start", "end", "claim_count", "origin_count",
        "conflict_count", "hard_count", "supported_start", "supported_end", "supported_by", "dated_origins",
        "reach",
    ]  # fmt: skip

    def columns_of(number, size, kind, bound):
        start, end, _, origins = bound
        contested = int(size > 1 and number % 6 == 0)
        return (
            number, dossier.pk, f"{kind.capitalize()} {said(chance, 2)}", False, kind, f"Place {number % 97}", number % 20 == 7,
            start, end, size, len(origins), contested, contested, start, start and start + HOUR, len(origins) if start else 0,
            len(origins) if start else 0, reach_of(start, end),
        )  # fmt: skip

    write(
        Event,
        columns,
        (
            columns_of(n, size, kind, bound)
            for n, ((size, kind, _), bound) in enumerate(zip(told, bounds, strict=True), start=1)
        ),
    )


def _write_claims(dossier, rows):
    columns = [
        "id", "article", "dossier", "start", "end", "read_as", "quote", "type", "status", "place", "actor", "target", "voice",
        "role", "cue", "via", "rule", "event", "event_fixed", "touched", "rejected", "origin", "timestamp",
    ]  # fmt: skip
    dated = [number for number, row in enumerate(rows, start=1) if row[8] is not None]
    with connection.constraint_checks_disabled():
        write(
            Claim,
            columns,
            (
                (n, article, dossier.pk, 0, 13, str(n), quote, kind, status, f"Place {event % 97}", "", "", voice,
                 "", "said", "", "", event, False, False, False, origin, n if start is not None else None)
                for n, (event, article, kind, origin, quote, voice, status, _, start, _) in enumerate(rows, start=1)
            ),
        )  # fmt: skip
        stamped = [
            "id", "claim", "start", "end", "granularity", "approximate", "inherited", "saying", "cut", "text", "value", "rule",
            "zone", "basis", "steps", "by", "note", "created",
        ]  # fmt: skip
        write(
            Timestamp,
            stamped,
            (
                (n, n, rows[n - 1][8], rows[n - 1][9], rows[n - 1][7], n % 9 == 0, n % 11 == 0, False, False, "", "",
                 "generated", "UTC", "", "", "reader", "", END)
                for n in dated
            ),
        )  # fmt: skip
    write(
        Quantity,
        ["id", "claim", "start", "end", "text", "low", "high", "approximate", "unit", "of"],
        ((n, n * 20, 0, 2, "12", 12.0, 12.0, False, "men", "killed") for n in range(1, len(rows) // 20 + 1)),
    )


def _write_conflicts(dossier, told, rows):
    contested = {number for number, (size, _, _) in enumerate(told, start=1) if size > 1 and number % 6 == 0}
    events = Event.objects.filter(conflict_count__gt=0)
    columns = ["id", "event", "dossier", "kind", "of", "why", "reason", "strength", "gap_seconds", "state"]
    sorting = ["rank", "settled", "soft", "gap", "begins", "origins"]

    def columns_of(event, start, origins):
        gap, state = 3600 * (event % 50), "open" if event % 5 else "explained"
        found = sort_columns(state=state, strength="hard", gap_seconds=gap, start=start, origins=origins)
        return (
            event,
            event,
            dossier.pk,
            "time",
            "",
            "Apart.",
            "",
            "hard",
            gap,
            state,
            *(found[name] for name in sorting),
        )

    rows_of = events.order_by("pk").values_list("pk", "start", "origin_count")
    write(Conflict, [*columns, *sorting], [columns_of(*row) for row in rows_of])
    sides = [(claim, row[0]) for claim, row in enumerate(rows, start=1) if row[0] in contested]
    write(
        Side,
        ["id", "conflict", "claim", "number"],
        ((n, event, claim, 1 + claim % 2) for n, (claim, event) in enumerate(sides, start=1)),
    )


def _number_on():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (Article, Claim, Conflict, Event, Original, Quantity, Side, Source, Timestamp):
                table = model._meta.db_table
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
