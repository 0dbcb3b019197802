"""Several events side by side on one page."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.asof import known_at
from timeline.drawing import local_days
from timeline.forms import CompareFilter
from timeline.frames import Asked, dossier_page
from timeline.selectors.out import Where
from timeline.selectors.together import together


@dossier_page(CompareFilter)
def compare(request: HttpRequest, asked: Asked) -> HttpResponse:
    ids = asked.form.cleaned_data["event"]
    known = known_at(asked.dossier, asked.at, asked.zone, Where(events=ids))
    it = together(asked.dossier, ids, asked.zone, asked.styles, known)
    context = asked.frame("compare", known) | {"it": it, "axis": it.axis}
    if it.axis:
        nights = it.axis.nights(ZoneInfo(asked.dossier.zone))
        context |= {"days": local_days(it.axis), "ticks": it.axis.ticks(), "nights": nights}
    return render(request, "together/page.html", context)
