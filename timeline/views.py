"""The pages analysts use. Each reads through the selectors and answers whole, or as a fragment for htmx."""

from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from timeline import wording
from timeline.access import visible_dossiers
from timeline.asof import known_at
from timeline.badges import MEANINGS
from timeline.drawing import local_days
from timeline.exports.formats import Selection, answer
from timeline.fitting import PLOT_WIDTH, PLOT_WIDTH_BESIDE
from timeline.forms import ConflictFilter, PageFilter, TimelineFilter
from timeline.htmx import render_page
from timeline.models import Dossier, Source
from timeline.reading.claims import Status
from timeline.selectors import articles as article_rows
from timeline.selectors import comparison as comparisons
from timeline.selectors import conflicts as conflict_rows
from timeline.selectors import dossiers, publications, windows
from timeline.selectors import sources as source_rows
from timeline.selectors import timeline as timeline_rows
from timeline.selectors.facets import MOST_CLAIMS as MOST_COUNTED
from timeline.selectors.facets import facets
from timeline.selectors.known import Known, known_counts, known_timeline
from timeline.selectors.moments import Moments, moments
from timeline.styles import Styles
from timeline.templatetags.words import stamp

UTC = ZoneInfo("UTC")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All dossiers; straight into the only one where there is one."""
    found = list(dossiers.dossiers().filter(pk__in=visible_dossiers(request.user).values("pk")))
    if len(found) == 1:
        return redirect(found[0])
    return render(request, "index.html", {"dossiers": found})


@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    found = dossiers.sources(dossier)
    types = dossiers.event_types(dossier)
    form = TimelineFilter(
        request.GET, dossier=dossier, sources=[(source.pk, source.name) for source in found], types=types
    )
    if not form.is_valid():
        return bad_query(request, form, dossier)
    filters = form.filters()
    happening = windows.happening(dossier)
    axis = filters.axis(happening)
    if filters.format:
        claims = timeline_rows.claims_on_screen(dossier, filters, axis)
        site = request.build_absolute_uri("/").rstrip("/")
        return answer(filters.format, Selection(dossier, claims, filters, axis, site))
    styles = dossiers.source_styles(dossier, found)
    at = moments(dossier, styles, filters.zone, as_of=filters.as_of, since=filters.since, playing=filters.play)
    known = known_at(dossier, at, filters.zone, axis=axis)
    context = _frame(dossier, found, styles, filters.zone, "timeline", at, known) | {
        "form": form,
        "filters": filters,
        "types": types,
        "statuses": [status.value for status in Status],
        "it": known_timeline(dossier, filters, axis, styles, known)
        if known
        else timeline_rows.timeline(dossier, filters, axis, styles),
        "axis": axis,
        "days": local_days(axis),
        "ticks": axis.ticks(),
        "nights": axis.nights(filters.place),
        "presets": windows.presets(dossier, happening, filters.zone),
        "published": publications.publications(
            dossier, axis, styles, PLOT_WIDTH_BESIDE if filters.event else PLOT_WIDTH, filters.as_of
        ),
        "moves": {"in": axis.zoomed(0.5), "out": axis.zoomed(2), "left": axis.moved(-0.5), "right": axis.moved(0.5)},
    }
    if not known and context["counts"].claims <= MOST_COUNTED:
        context["facets"] = facets(dossier, filters)
    if filters.event:
        context["open"] = _comparison(dossier, filters.event, filters.zone, styles, known)
        context["not_out"] = None if context["open"] else comparisons.event_of(dossier, filters.event)
    return render_page(request, "timeline/page.html", "timeline/_timeline.html", context)


@require_safe
def event(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    form = PageFilter(request.GET, dossier)
    if not form.is_valid():
        return bad_query(request, form, dossier)
    found, zone = dossiers.sources(dossier), form.zone()
    styles = dossiers.source_styles(dossier, found)
    at = _moments(dossier, styles, form)
    known = known_at(dossier, at, zone, event=pk)
    it = _comparison(dossier, pk, zone, styles, known)
    if it is None:
        frame = _frame(dossier, found, styles, zone, "timeline", at, known)
        return render(request, "event/not_yet.html", frame | {"event": comparisons.event_of(dossier, pk)})
    if known and known.changes:
        known.changes = known.changes.of(pk)
    comparisons.place_among(dossier, it)
    context = _frame(dossier, found, styles, zone, "timeline", at, known) | {
        "open": it,
        "days": local_days(it.axis),
        "ticks": it.axis.ticks(),
        "nights": it.axis.nights(ZoneInfo(dossier.zone)),
    }
    return render_page(request, "event/page.html", "event/_comparison.html", context)


@require_safe
def conflicts(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    form = ConflictFilter(request.GET, dossier)
    if not form.is_valid():
        return bad_query(request, form, dossier)
    found = dossiers.sources(dossier)
    styles = dossiers.source_styles(dossier, found)
    at = _moments(dossier, styles, form)
    known = known_at(dossier, at, form.zone())
    asked, number = form.cleaned_data, form.cleaned_data["page"] or 1
    page, shown = (
        conflict_rows.known_conflicts(known.all_conflicts(), asked, number, styles, dossier.slug)
        if known
        else conflict_rows.conflicts(dossier, asked, number, styles)
    )
    context = _frame(dossier, found, styles, form.zone(), "conflicts", at, known)
    return render_page(
        request,
        "conflicts/page.html",
        "conflicts/_list.html",
        context | {"form": form, "page": page, "shown": shown, "meanings": MEANINGS.items()},
    )


@require_safe
def glossary(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    found = dossiers.sources(dossier)
    styles = dossiers.source_styles(dossier, found)
    context = _frame(dossier, found, styles, ZoneInfo(dossier.zone), "glossary")
    return render(request, "glossary.html", context | {"meanings": MEANINGS.items(), "open_legend": True})


@require_safe
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    found = dossiers.sources(dossier)
    styles = dossiers.source_styles(dossier, found)
    shown = source_rows.sources_shown(dossier, found, styles)
    context = _frame(dossier, found, styles, ZoneInfo(dossier.zone), "sources") | {"shown": shown}
    return render(request, "sources/page.html", context)


@require_safe
def articles(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    form = PageFilter(request.GET, dossier)
    if not form.is_valid():
        return bad_query(request, form, dossier)
    found, zone = dossiers.sources(dossier), form.zone()
    styles = dossiers.source_styles(dossier, found)
    page, shown = article_rows.articles(dossier, zone, styles, form.cleaned_data["page"] or 1)
    context = _frame(dossier, found, styles, zone, "articles") | {"page": page, "shown": shown}
    return render(request, "article/list.html", context)


@require_safe
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    dossier = get_object_or_404(Dossier, slug=slug)
    form = PageFilter(request.GET, dossier)
    if not form.is_valid():
        return bad_query(request, form, dossier)
    row = article_rows.article_of(dossier, pk)
    if row is None:
        raise Http404("The dossier has no such article.")
    found, zone = dossiers.sources(dossier), form.zone()
    styles = dossiers.source_styles(dossier, found)
    context = _frame(dossier, found, styles, zone, "articles")
    return render(request, "article/page.html", context | {"it": article_rows.article_shown(row, zone, styles)})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request Django itself refuses."""
    return render(request, "400.html", status=400)


def bad_query(request: HttpRequest, form: Form, dossier: Dossier) -> HttpResponse:
    """400, and what in the query string makes no sense; it replaces the whole page, under htmx too."""
    response = render(request, "400.html", {"form": form, "dossier": dossier}, status=400)
    response["HX-Retarget"], response["HX-Reswap"] = "body", "innerHTML"
    return response


def _moments(dossier: Dossier, styles: Styles, form: PageFilter) -> Moments:
    asked = form.cleaned_data
    return moments(dossier, styles, form.zone(), as_of=asked["as_of"], since=asked["since"])


def _comparison(
    dossier: Dossier, pk: int, zone: ZoneInfo, styles: Styles, known: Known | None = None
) -> comparisons.Comparison | None:
    """The event's comparison; None where nothing of it was out at the moment."""
    row = comparisons.event_of(dossier, pk)
    if row is None:
        raise Http404("The dossier has no such event.")
    if known is None:
        return comparisons.comparison(dossier, row, zone, styles)
    then = known.event(pk)
    told = known.told[pk][: comparisons.MOST_CLAIMS]
    return then and comparisons.compare(then, told, known.conflicts[pk], zone, styles, slug=dossier.slug)


def _frame(
    dossier: Dossier,
    found: list[Source],
    styles: Styles,
    zone: ZoneInfo,
    section: str,
    at: Moments | None = None,
    known: Known | None = None,
) -> dict[str, Any]:
    """What the header of every page of a dossier needs; `keep` is what links to other pages take along."""
    place = ZoneInfo(dossier.zone)
    return {
        "dossier": dossier,
        "counts": known_counts(dossier, known) if known else dossiers.counts(dossier),
        "sources": [(source, styles.source(source.pk)) for source in found],
        "zone": zone,
        "zone_city": wording.city(zone),
        "place_city": wording.city(place),
        "is_place": zone.key == place.key,
        "is_utc": zone.key == UTC.key,
        "section": section,
        "at": at,
        "known": known,
        "keep": _keep(at),
    }


def _keep(at: Moments | None) -> str:
    if at is None or at.as_of is None:
        return ""
    asked = {"as_of": at.as_of, "since": at.since if at.chosen else None}
    return "?" + urlencode({name: stamp(instant) for name, instant in asked.items() if instant})
