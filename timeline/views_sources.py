"""The pages of where things come from: sources, their lineage, the articles and each of them."""

import io
from zoneinfo import ZoneInfo

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.asof import known_at
from timeline.drawing import local_days
from timeline.frames import Asked, dossier_page
from timeline.lineage import dossier_lineage
from timeline.selectors import articles as article_rows
from timeline.selectors.out import Where


@dossier_page()
def sources(request: HttpRequest, asked: Asked) -> HttpResponse:
    known = known_at(asked.dossier, asked.at, asked.zone, Where())
    context = asked.frame("sources", known) | {"shown": asked.sources(known)}
    return render(request, "sources/page.html", context)


@dossier_page()
def lineage(request: HttpRequest, asked: Asked) -> HttpResponse:
    known = known_at(asked.dossier, asked.at, asked.zone, Where())
    traced = dossier_lineage(asked.dossier, asked.styles, known)
    context = asked.frame("lineage", known) | {"shown": asked.sources(known), "lineage": traced}
    return render(request, "lineage/page.html", context)


@dossier_page()
def articles(request: HttpRequest, asked: Asked) -> HttpResponse:
    known = known_at(asked.dossier, asked.at, asked.zone, Where())
    number = asked.form.cleaned_data["page"] or 1
    page, shown = article_rows.articles(asked.dossier, asked.zone, asked.styles, number, asked.at.as_of)
    return render(request, "article/list.html", asked.frame("articles", known) | {"page": page, "shown": shown})


@dossier_page()
def article(request: HttpRequest, asked: Asked, pk: int) -> HttpResponse:
    row = article_rows.article_of(asked.dossier, pk)
    if row is None:
        raise Http404("The dossier has no such article.")
    it = article_rows.article_shown(row, asked.zone, asked.styles)
    context = asked.frame("articles") | {"it": it}
    if it.course:
        axis = it.course.axis
        nights = axis.nights(ZoneInfo(asked.dossier.zone))
        context |= {"days": local_days(axis), "ticks": axis.ticks(), "nights": nights}
    return render(request, "article/page.html", context)


def original(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The file an article came in, byte for byte, as a download: a browser never opens it as a page of this site."""
    found = article_rows.original_of(slug, pk)
    if found is None:
        raise Http404("The dossier has no such article.")
    data = io.BytesIO(bytes(found.data))
    return FileResponse(data, as_attachment=True, filename=found.name, content_type="application/octet-stream")
