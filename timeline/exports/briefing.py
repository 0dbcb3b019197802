"""The briefing: a dossier on paper. Cover, timeline, conflicts with quotations, sources, method."""

import base64
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from timeline import wording
from timeline.asof import known_at
from timeline.exports.pictures import picture
from timeline.exports.selection import Selection
from timeline.frames import Asked, bad_query, dossier_page
from timeline.labels import published
from timeline.models import Article, Dossier, Doubt
from timeline.selectors import conflicts as conflict_rows
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by
from timeline.selectors.out import Where
from timeline.styles import Styles

# What is more than a person reads on paper; the briefing says how many it leaves out.
MOST_CONFLICTS, MOST_ARTICLES = 150, 400
ANY = {"kind": "", "strength": "", "state": "", "sort": ""}


@dossier_page()
def briefing(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The whole dossier for printing, as known at a moment where one is asked for."""
    dossier, styles = asked.dossier, asked.styles
    known = known_at(dossier, asked.at.alone, asked.zone, Where(exact=True))
    if known and known.too_many:
        asked.form.add_error("as_of", "More than 5,000 claims were out by then: too many to work out again.")
        return bad_query(request, asked.form, dossier)
    selection = Selection(dossier, known=known)
    shown, total = _conflicts(dossier, styles, known)
    out = dossier.articles.filter(out_by(known.as_of)) if known else dossier.articles.all()
    drawn = picture(selection)
    context = drawn | {
        "dossier": dossier,
        "known": known,
        "keep": asked.keep,
        "scale": _image(render_to_string("briefing/scale.svg", drawn)),
        "zone": selection.zone,
        "place_city": wording.city(selection.zone),
        "conflicts": shown,
        "conflicts_left": total - len(shown),
        "shown_sources": asked.sources(known),
        "articles": _articles(out, styles, selection),
        "articles_left": max(out.count() - MOST_ARTICLES, 0),
        "doubts": Doubt.objects.filter(article__in=out.values("pk"), settled=False).count(),
    }
    return render(request, "briefing/page.html", context)


def _image(drawing: str) -> str:
    """An SVG as an address that holds it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"


def _conflicts(dossier: Dossier, styles: Styles, known: Known | None) -> tuple[list[conflict_rows.ConflictShown], int]:
    """The conflicts, hard ones first, at most `MOST_CONFLICTS`; and how many there are."""
    shown: list[conflict_rows.ConflictShown] = []
    number, more = 1, True
    while more and len(shown) < MOST_CONFLICTS:
        page, rows = (
            conflict_rows.known_conflicts(
                known.all_conflicts(), ANY, number, styles, dossier.slug, ZoneInfo(dossier.zone)
            )
            if known
            else conflict_rows.conflicts(dossier, ANY, number, styles, ZoneInfo(dossier.zone))
        )
        shown += rows
        number, more = number + 1, page.has_next()
    return shown[:MOST_CONFLICTS], page.paginator.count


def _articles(articles: QuerySet[Article], styles: Styles, selection: Selection) -> list[dict[str, Any]]:
    rows = articles.select_related("source", "original").defer("text", "original__data")
    return [
        {"article": row, "style": styles.of(row), "published": published(row, selection.zone)}
        for row in rows.order_by("start", "pk")[:MOST_ARTICLES]
    ]
