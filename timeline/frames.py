"""What every page of a dossier has around it: its header's facts, the moment it is drawn at, a refusal with reasons."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from timeline import wording
from timeline.forms import PageFilter
from timeline.models import Dossier, Source
from timeline.selectors import dossiers
from timeline.selectors.known import Known, known_counts
from timeline.selectors.moments import Moments, moments
from timeline.selectors.sources import SourceShown, known_sources, sources_shown
from timeline.styles import Styles
from timeline.templatetags.words import stamp

UTC = ZoneInfo("UTC")
Answer = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of a dossier that has only a clock, a moment and a page number to choose, understood."""

    dossier: Dossier
    form: PageFilter
    found: list[Source]
    styles: Styles
    zone: ZoneInfo
    at: Moments

    def frame(self, section: str, known: Known | None = None) -> dict[str, Any]:
        return frame(self.dossier, self.found, self.styles, self.zone, section, self.at, known)

    @property
    def keep(self) -> str:
        """What links to other pages take along."""
        return _keep(self.at)

    def sources(self, known: Known | None) -> list[SourceShown]:
        """The dossier's sources with their part in it, as known at the moment where one is asked for."""
        if known:
            return known_sources(self.dossier, self.found, self.styles, known)
        return sources_shown(self.dossier, self.found, self.styles)


def dossier_page(form_class: type[PageFilter] = PageFilter) -> Callable[[Answer], Answer]:
    """Makes a view of a page that is asked for through such a form: it gets an `Asked` in place of the slug. A query
    that makes no sense is answered 400, a dossier that is not there 404."""

    def made(view: Answer) -> Answer:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
            dossier = get_object_or_404(Dossier, slug=slug)
            form = form_class(request.GET, dossier)
            if not form.is_valid():
                return bad_query(request, form, dossier)
            return view(request, _asked(dossier, form), **rest)

        return answer

    return made


def _asked(dossier: Dossier, form: PageFilter) -> Asked:
    found, zone = dossiers.sources(dossier), form.zone()
    styles = dossiers.source_styles(dossier, found)
    asked = form.cleaned_data
    at = moments(dossier, styles, zone, as_of=asked["as_of"], since=asked["since"], playing=asked["play"] == "1")
    return Asked(dossier, form, found, styles, zone, at)


def bad_query(request: HttpRequest, form: Form, dossier: Dossier) -> HttpResponse:
    """400, and what in the query string makes no sense; it replaces the whole page, under htmx too."""
    response = render(request, "400.html", {"form": form, "dossier": dossier}, status=400)
    response["HX-Retarget"], response["HX-Reswap"] = "body", "innerHTML"
    return response


def frame(
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
