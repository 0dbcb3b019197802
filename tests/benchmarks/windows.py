"""The pages that are measured, windows that show as many marks whatever the size of the dossier, and query plans."""

import re
from datetime import UTC, datetime, timedelta
from math import inf

from django.db import connection
from django.http import QueryDict

from tests.benchmarks.generated import SAID, WEEK
from timeline.axis import Axis
from timeline.forms import TimelineFilter
from timeline.models import Event
from timeline.selectors.dossiers import event_types, source_styles, sources
from timeline.selectors.filtering import bounded
from timeline.selectors.timeline import timeline
from timeline.selectors.windows import reach

# Small, or read once for good reason.
SMALL = {"timeline_source", "timeline_dossier", "timeline_census", "timeline_shelf"}
DAY = "from=2023-03-08T00:00Z&to=2023-03-09T00:00Z"
HOUR = "from=2023-03-08T10:00Z&to=2023-03-08T11:00Z"
QUIET = datetime(2023, 9, 6, 12, tzinfo=UTC)
FEW, MANY = 30, 300


def pages(dossier, only=None):
    """Each page by its name; the last ones show the same number of marks whatever the size of the dossier."""
    own = "/generated/"
    event = Event.objects.filter(claim_count__gte=10, start__gte=WEEK).order_by("start", "id").first()
    narrow, papers = "type=arrest&status=asserted", "source=1&source=7"
    word, frequent, rare = f"q={SAID[20]}", f"q={SAID[0]}", f'q="{SAID[60]} {SAID[3]}"'
    first, last = reach(dossier)
    whole = f"?from={first:%Y-%m-%dT%H:%MZ}&to={last:%Y-%m-%dT%H:%MZ}"
    fixed = {
        "opening": "",
        "whole": whole,
        "whole, filter": f"{whole}&{narrow}",
        "whole, two sources": f"{whole}&{papers}",
        "whole, frequent word": f"{whole}&{frequent}",
        "whole, rare words": f"{whole}&{rare}",
        "one day": f"?{DAY}",
        "one hour": f"?{HOUR}",
        "event": f"events/{event.pk}/",
        "conflicts": "conflicts/",
        "conflicts by gap": "conflicts/?sort=gap",
        "articles": "articles/",
    }
    as_of = f"as_of={QUIET + timedelta(days=2):%Y-%m-%dT%H:%MZ}"
    fitted = {
        f"{MANY} claims": (MANY, "", ""),
        f"{FEW} claims": (FEW, "", ""),
        f"{FEW} claims, filter": (FEW, narrow, ""),
        f"{FEW} claims, two sources": (FEW, papers, ""),
        f"{FEW} claims, search": (FEW, word, ""),
        f"{MANY} claims, as of": (MANY, "", as_of),
    }
    found = {name: own + path for name, path in fixed.items() if not only or name in only}
    for name, (claims, query, more) in fitted.items():
        if not only or name in only:
            found[name] = f"{own}?{query}&{window(dossier, query, claims)}&{more}"
    return found


def window(dossier, query, claims):
    """from= and to= of the widest window around a quiet day on which so many claims are drawn at most."""
    short, long = timedelta(minutes=5), timedelta(days=400)
    while long - short > short / 20:
        half = (short + long) / 2
        short, long = (half, long) if drawn(dossier, f"{query}&{_around(half)}") <= claims else (short, half)
    return _around(short)


def _around(half):
    return f"from={QUIET - half:%Y-%m-%dT%H:%M:%SZ}&to={QUIET + half:%Y-%m-%dT%H:%M:%SZ}"


def drawn(dossier, query):
    """How many claims the page draws one by one; no end of them where it counts them."""
    found = sources(dossier)
    choices = [(source.pk, source.name) for source in found]
    form = TimelineFilter(QueryDict(query), dossier=dossier, sources=choices, types=event_types(dossier))
    assert form.is_valid(), form.errors
    filters = form.filters()
    axis = Axis(filters.start, filters.end, filters.zone)
    filters = bounded(dossier, filters, axis)
    it = timeline(dossier, filters, axis, source_styles(dossier, found))
    return inf if it.strips else sum(len(row.claims) for row in it.rows)


def whole_tables(queries):
    """The tables some query reads without an index. Not the same as "slow": a range of an index may be long too."""
    found = set()
    with connection.cursor() as cursor:
        for query in queries:
            if not query["sql"].startswith("SELECT"):
                continue
            sqlite = connection.vendor == "sqlite"
            cursor.execute(f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{query['sql'].replace('%', '%%')}")
            for *_, step in cursor.fetchall():
                one = re.match(r"SCAN (timeline_\w+)$", step) if sqlite else None
                one = one or re.search(r"Seq Scan on (timeline_\w+)", step)
                found |= {one[1]} if one else set()
    return sorted(found - SMALL)
