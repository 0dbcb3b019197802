"""The addresses of the API. Each answers GET and HEAD, with JSON where it refuses: {"error": …}, a 400 with reasons."""

import math
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt

from timeline.access import visible_dossiers
from timeline.api import rows
from timeline.api.document import DOCUMENT, described
from timeline.api.forms import ConflictQuery, Paging, Refused, checked, paging, timeline_filter
from timeline.models import Dossier
from timeline.selectors.dossiers import shown_events

View = Callable[..., HttpResponse]
ALLOWED = ["GET", "HEAD"]


def visible(request: HttpRequest) -> QuerySet[Dossier]:
    """The dossiers whoever asks may see: every address of the API goes through it."""
    return visible_dossiers(request.user)


def endpoint(view: View) -> View:
    """Only reads, every refusal as JSON; hands over the dossier an address names (`name`) as `it` if it may be seen.

    Nothing is written, so nothing needs a token against forged forms: an unknown method is told so instead.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if request.method not in ALLOWED:
            headers = {"Allow": ", ".join(ALLOWED)}
            return JsonResponse({"error": "This API only reads."}, status=405, headers=headers)
        try:
            if "name" in options:
                options["it"] = get_object_or_404(visible(request), slug=options.pop("name"))
            return view(request, *args, **options)
        except Refused as refused:
            return JsonResponse({"error": str(refused), "reasons": refused.reasons}, status=400)
        except Http404:
            return JsonResponse({"error": "There is no such thing here."}, status=404)

    return answer


def _page(request: HttpRequest, form: Paging, found: QuerySet[Any], told: Callable[[Any], Any]) -> JsonResponse:
    """The page asked for; past the last one an empty one. `told` makes the results of a page's rows."""
    page, size = form.slice()
    count = found.count()
    last = max(math.ceil(count / size), 1)
    return JsonResponse(
        {
            "count": count,
            "next": _turned(request, page + 1) if page < last else None,
            "previous": _turned(request, page - 1) if page > 1 else None,
            "results": told(found[(page - 1) * size : page * size]),
        }
    )


def _turned(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


@endpoint
def root(request: HttpRequest) -> HttpResponse:
    """Where to begin."""
    names = {"dossiers": "dossiers", "openapi": "openapi.json", "description": "docs"}
    return JsonResponse({key: request.build_absolute_uri(f"/api/v1/{name}") for key, name in names.items()})


@endpoint
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(DOCUMENT)


@endpoint
def docs(request: HttpRequest) -> HttpResponse:
    return render(request, "api/page.html", {"title": DOCUMENT["info"]["title"], "addresses": described(DOCUMENT)})


@endpoint
def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    raise Http404


@endpoint
def dossiers(request: HttpRequest) -> HttpResponse:
    link = request.build_absolute_uri
    found = visible(request).order_by("pk")
    return _page(request, paging(request.GET), found, lambda page: [rows.dossier_data(one, link) for one in page])


@endpoint
def dossier(request: HttpRequest, it: Dossier) -> HttpResponse:
    return JsonResponse(rows.dossier_with_counts(it, request.build_absolute_uri))


@endpoint
def articles(request: HttpRequest, it: Dossier) -> HttpResponse:
    link = request.build_absolute_uri
    found = rows.articles(it)
    return _page(request, paging(request.GET), found, lambda page: [rows.article_row(one, it, link) for one in page])


@endpoint
def article(request: HttpRequest, it: Dossier, pk: int) -> HttpResponse:
    one = get_object_or_404(rows.articles(it), pk=pk)
    return JsonResponse(rows.article_row(one, it, request.build_absolute_uri))


@endpoint
def text(request: HttpRequest, it: Dossier, pk: int) -> HttpResponse:
    """The article's text as received: every offset counts its characters (Unicode code points)."""
    one = get_object_or_404(it.articles.only("text"), pk=pk)
    return HttpResponse(one.text.encode(), content_type="text/plain; charset=utf-8")


@endpoint
def events(request: HttpRequest, it: Dossier) -> HttpResponse:
    link = request.build_absolute_uri
    found = rows.events(it, timeline_filter(request.GET, it).filters())
    return _page(request, _paging(request), found, lambda page: rows.event_rows(page, it, link))


@endpoint
def event(request: HttpRequest, it: Dossier, pk: int) -> HttpResponse:
    found = get_object_or_404(shown_events(it), pk=pk)
    return JsonResponse(rows.event_rows([found], it, request.build_absolute_uri)[0])


@endpoint
def claims(request: HttpRequest, it: Dossier) -> HttpResponse:
    link = request.build_absolute_uri
    found = rows.claims(it, timeline_filter(request.GET, it).filters())
    return _page(request, _paging(request), found, lambda page: [rows.claim_row(claim, it, link) for claim in page])


@endpoint
def conflicts(request: HttpRequest, it: Dossier) -> HttpResponse:
    link = request.build_absolute_uri
    form = checked(ConflictQuery(request.GET), request.GET, tuple(ConflictQuery.base_fields))
    found = rows.conflicts(it, form.cleaned_data)
    return _page(request, form, found, lambda page: [rows.conflict_row(one, it, link) for one in page])


def _paging(request: HttpRequest) -> Paging:
    """Which page of a filtered list; the filters have been looked at."""
    return paging(request.GET, *request.GET)
