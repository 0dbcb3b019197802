"""The pages analysts use. Each reads through the selectors and answers whole, or as a fragment for htmx."""

from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from timeline.access import visible_dossiers
from timeline.asof import known_at
from timeline.axis import Axis
from timeline.badges import MEANINGS
from timeline.drawing import local_days
from timeline.exports.formats import Selection, answer
from timeline.fitting import PLOT_WIDTH, PLOT_WIDTH_BESIDE
from timeline.forms import ConflictFilter, Filters, TimelineFilter
from timeline.frames import Asked, bad_query, dossier_page, frame
from timeline.htmx import render_page
from timeline.lineage import event_lineage
from timeline.models import Dossier
from timeline.reading.claims import Status
from timeline.selectors import comparison as comparisons
from timeline.selectors import conflicts as conflict_rows
from timeline.selectors import dossiers, publications, windows
from timeline.selectors import timeline as timeline_rows
from timeline.selectors.facets import facets, known_facets
from timeline.selectors.filtering import bounded
from timeline.selectors.known import Known, known_on_screen, known_timeline
from timeline.selectors.moments import moments
from timeline.selectors.out import Where
from timeline.selectors.timeline import claims_on_screen
from timeline.styles import Styles
from timeline.weighing import weigh

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
    filters = filters if filters.format else bounded(dossier, filters, axis)
    styles = dossiers.source_styles(dossier, found)
    at = moments(dossier, styles, filters.zone, as_of=filters.as_of, since=filters.since, playing=filters.play)
    known = known_at(
        dossier, at.alone if filters.format else at, filters.zone, Where(filters, axis, exact=bool(filters.format))
    )
    if filters.format and known and known.too_many:
        form.add_error("format", "More than 5,000 claims were out by then in this window: choose a shorter one.")
        return bad_query(request, form, dossier)
    if filters.format:
        return answer(filters.format, _selection(request, dossier, filters, axis, known))
    context = frame(dossier, found, styles, filters.zone, "timeline", at, known) | {
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
    context["facets"] = known_facets(dossier, filters, known) if known else facets(dossier, filters)
    if filters.event:
        context["open"] = _comparison(dossier, filters.event, filters.zone, styles, known)
        context["not_out"] = None if context["open"] else comparisons.event_of(dossier, filters.event)
    return render_page(request, "timeline/page.html", "timeline/_timeline.html", context)


def _selection(request: HttpRequest, dossier: Dossier, filters: Filters, axis: Axis, known: Known | None) -> Selection:
    """What is on screen, to be taken away."""
    on_screen = known_on_screen(dossier, filters, axis, known) if known else claims_on_screen(dossier, filters, axis)
    site = request.build_absolute_uri("/").rstrip("/")
    return Selection(dossier, on_screen, filters, axis, site, known)


@dossier_page()
def event(request: HttpRequest, asked: Asked, pk: int) -> HttpResponse:
    dossier = asked.dossier
    known = known_at(dossier, asked.at, asked.zone, Where(events=[pk]))
    try:
        it = _comparison(dossier, pk, asked.zone, asked.styles, known)
    except Http404:
        if (event := comparisons.successor(dossier, pk)) is None:
            raise
        query = request.GET.urlencode()
        return redirect(f"{event.get_absolute_url()}{'?' if query else ''}{query}")
    if it is None:
        context = asked.frame("timeline", known) | {"event": comparisons.event_of(dossier, pk)}
        return render(request, "event/not_yet.html", context)
    if known and known.changes:
        known.changes = known.changes.of(pk)
    comparisons.place_among(dossier, it)
    context = asked.frame("timeline", known) | {
        "open": it,
        "lineage": event_lineage(it.claims, it.columns, asked.styles),
        "weighing": None if it.left_out else weigh(it.claims, it.columns, asked.zone),
        "days": local_days(it.axis),
        "ticks": it.axis.ticks(),
        "nights": it.axis.nights(ZoneInfo(dossier.zone)),
    }
    return render_page(request, "event/page.html", "event/_comparison.html", context)


@dossier_page(ConflictFilter)
def conflicts(request: HttpRequest, asked: Asked) -> HttpResponse:
    known = known_at(asked.dossier, asked.at, asked.zone, Where())
    wanted, number = asked.form.cleaned_data, asked.form.cleaned_data["page"] or 1
    page, shown = (
        conflict_rows.known_conflicts(
            known.all_conflicts(), wanted, number, asked.styles, asked.dossier.slug, asked.zone
        )
        if known
        else conflict_rows.conflicts(asked.dossier, wanted, number, asked.styles, asked.zone)
    )
    context = asked.frame("conflicts", known) | {"form": asked.form, "page": page, "shown": shown}
    return render_page(request, "conflicts/page.html", "conflicts/_list.html", context | {"meanings": MEANINGS.items()})


@dossier_page()
def glossary(request: HttpRequest, asked: Asked) -> HttpResponse:
    context = asked.frame("glossary") | {"meanings": MEANINGS.items(), "open_legend": True}
    return render(request, "glossary.html", context)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request Django itself refuses."""
    return render(request, "400.html", status=400)


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
