"""The briefing: a dossier on paper. Cover, timeline, conflicts with quotations, sources, method."""

import base64
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from timeline import wording
from timeline.exports.pictures import picture
from timeline.exports.selection import Selection
from timeline.labels import published
from timeline.models import Dossier, Doubt
from timeline.selectors import conflicts as conflict_rows
from timeline.selectors.dossiers import source_styles, sources
from timeline.selectors.sources import sources_shown
from timeline.styles import Styles

# What is more than a person reads on paper; the briefing says how many it leaves out.
MOST_CONFLICTS, MOST_ARTICLES = 150, 400
ANY = {"kind": "", "strength": "", "state": "", "sort": ""}


@require_safe
def briefing(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole dossier for printing, on the clock of its place."""
    dossier = get_object_or_404(Dossier, slug=slug)
    selection = Selection(dossier)
    found = sources(dossier)
    styles = source_styles(dossier, found)
    shown, total = _conflicts(dossier, styles)
    drawn = picture(selection)
    context = drawn | {
        "dossier": dossier,
        "scale": _image(render_to_string("briefing/scale.svg", drawn)),
        "zone": selection.zone,
        "place_city": wording.city(selection.zone),
        "conflicts": shown,
        "conflicts_left": total - len(shown),
        "shown_sources": sources_shown(dossier, found, styles),
        "articles": _articles(dossier, styles, selection),
        "articles_left": max(dossier.articles.count() - MOST_ARTICLES, 0),
        "doubts": Doubt.objects.filter(article__dossier=dossier, settled=False).count(),
    }
    return render(request, "briefing/page.html", context)


def _image(drawing: str) -> str:
    """An SVG as an address that holds it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"


def _conflicts(dossier: Dossier, styles: Styles) -> tuple[list[conflict_rows.ConflictShown], int]:
    """The conflicts, hard ones first, at most `MOST_CONFLICTS`; and how many there are."""
    shown: list[conflict_rows.ConflictShown] = []
    number, more = 1, True
    while more and len(shown) < MOST_CONFLICTS:
        page, rows = conflict_rows.conflicts(dossier, ANY, number, styles)
        shown += rows
        number, more = number + 1, page.has_next()
    return shown[:MOST_CONFLICTS], page.paginator.count


def _articles(dossier: Dossier, styles: Styles, selection: Selection) -> list[dict[str, Any]]:
    rows = dossier.articles.select_related("source", "original").defer("text", "original__data")
    return [
        {"article": row, "style": styles.of(row), "published": published(row, selection.zone)}
        for row in rows.order_by("start", "pk")[:MOST_ARTICLES]
    ]
