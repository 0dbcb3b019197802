"""The pages that are measured, windows that show as many marks whatever the size of the dossier, and query plans."""

import re
from datetime import UTC, datetime, timedelta
from math import inf

from django.db import connection
from django.http import QueryDict

from tests.benchmarks.generated import SAID, WEEK
from timeline.asof import known_at
from timeline.axis import Axis
from timeline.forms import TimelineFilter
from timeline.models import Event
from timeline.selectors.dossiers import event_types, source_styles, sources
from timeline.selectors.filtering import bounded
from timeline.selectors.known import known_timeline
from timeline.selectors.moments import moments
from timeline.selectors.out import Part, Where
from timeline.selectors.search import ids, matching
from timeline.selectors.timeline import timeline
from timeline.selectors.windows import reach

# Small, or read once for good reason.
SMALL = {"timeline_source", "timeline_dossier", "timeline_census", "timeline_shelf"}
DAY = "from=2023-03-08T00:00Z&to=2023-03-09T00:00Z"
HOUR = "from=2023-03-08T10:00Z&to=2023-03-08T11:00Z"
QUIET = datetime(2023, 9, 6, 12, tzinfo=UTC)
FEW, SOME, MANY = 30, 100, 300
A_DAY = timedelta(days=1)


def pages(dossier, only=None):
    """Each page by its name; the last ones show the same number of marks whatever the size of the dossier."""
    own = "/generated/"
    event = (
        Event.objects.filter(claim_count__gte=10, claim_count__lte=20, start__gte=WEEK).order_by("start", "id").first()
    )
    narrow, papers = "type=arrest&status=asserted", "source=1&source=7"
    word, frequent = f"q={SAID[20]}", f"q={SAID[0]}"
    first, last = reach(dossier)
    whole = f"?from={first:%Y-%m-%dT%H:%MZ}&to={last:%Y-%m-%dT%H:%MZ}"
    as_of = f"as_of={QUIET + timedelta(days=2):%Y-%m-%dT%H:%MZ}"
    fixed = {
        "opening": "",
        "whole": whole,
        "whole, filter": f"{whole}&{narrow}",
        "whole, two sources": f"{whole}&{papers}",
        "whole, frequent word": f"{whole}&{frequent}",
        "whole, rare words": f"{whole}&q={rare(dossier, FEW)}",
        "whole, as of": f"{whole}&{as_of}",
        "one day": f"?{DAY}",
        "one hour": f"?{HOUR}",
        "event": f"events/{event.pk}/",
        "event, as of": f"events/{event.pk}/?{as_of}",
        "conflicts": "conflicts/",
        "conflicts by gap": "conflicts/?sort=gap",
        "conflicts by state": "conflicts/?sort=state",
        "articles": "articles/",
        "sources": "sources/",
        "lineage": "lineage/",
    }
    fitted = {
        f"{MANY} claims": (MANY, "", ""),
        f"{FEW} claims": (FEW, "", ""),
        f"{FEW} claims, filter": (FEW, narrow, ""),
        f"{FEW} claims, two sources": (FEW, papers, ""),
        f"{FEW} claims, search": (FEW, word, ""),
        f"{SOME} claims, search": (SOME, frequent, ""),
        f"{FEW} claims, as of": (FEW, "", as_of),
        f"{SOME} claims, as of": (SOME, "", as_of),
        f"{FEW} claims, filter, as of": (FEW, narrow, as_of),
    }
    found = {name: own + path for name, path in fixed.items() if not only or name in only}
    for name, (claims, query, more) in fitted.items():
        if not only or name in only:
            asked = f"{query}&{more}"
            found[name] = f"{own}?{asked}&{window(dossier, asked, claims)}"
    return found


def rare(dossier, claims):
    """Two words in quotation marks that about so many claims have, wherever they are."""
    phrases = [f'"{SAID[a]} {SAID[b]}"' for a in (0, 1, 3, 7, 15, 31, 62) for b in (2, 9, 20, 40, 80, 120, 149)]
    return min(phrases, key=lambda phrase: abs(len(ids(matching(dossier, phrase, most=10 * claims))) - claims))


def window(dossier, query, claims):
    """from= and to= of the window around a quiet day that shows nearest to so many claims."""
    seen, known = {}, {}
    for days in range(3):
        short, long = timedelta(minutes=5), timedelta(days=180)
        while long - short > short / 10 and all(abs(shown - claims) > claims / 10 for shown in seen):
            half = (short + long) / 2
            around = _around(QUIET - days * A_DAY, half)
            shown = drawn(dossier, f"{query}&{around}", known)
            short, long = (half, long) if shown <= claims else (short, half)
            seen.setdefault(shown, around)
    return seen[min(seen, key=lambda shown: abs(shown - claims))]


def _around(middle, half):
    return f"from={middle - half:%Y-%m-%dT%H:%M:%SZ}&to={middle + half:%Y-%m-%dT%H:%M:%SZ}"


def drawn(dossier, query, memory):
    """How many claims the page draws one by one; no end of them where it counts them, or takes some for all.

    What was known of all the dossier is the same in every window: it is kept in `memory`.
    """
    found = sources(dossier)
    choices = [(source.pk, source.name) for source in found]
    form = TimelineFilter(QueryDict(query), dossier=dossier, sources=choices, types=event_types(dossier))
    assert form.is_valid(), form.errors
    filters, styles = form.filters(), source_styles(dossier, found)
    axis = Axis(filters.start, filters.end, filters.zone)
    filters = bounded(dossier, filters, axis)
    if filters.as_of:
        at = moments(dossier, styles, filters.zone, as_of=filters.as_of)
        known = memory.get("all") or known_at(dossier, at, filters.zone, Where(filters, axis))
        if known.part is Part.ALL:
            memory["all"] = known
        elif known.part is not Part.SHOWN:
            return inf
        it = known_timeline(dossier, filters, axis, styles, known)
    else:
        it = timeline(dossier, filters, axis, styles)
    return inf if it.strips or it.not_drawn or filters.bounds.each else sum(len(row.claims) for row in it.rows)


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
