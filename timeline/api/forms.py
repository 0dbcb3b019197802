"""The query strings of the API: what the pages understand, and which page of how many. Anything else is refused."""

from typing import Any

from django import forms
from django.http import QueryDict

from timeline.forms import TimelineFilter
from timeline.models import Conflict, Dossier
from timeline.selectors import dossiers

A_PAGE, LONGEST_PAGE, LAST_PAGE = 100, 500, 10**6
PAGING = ("page", "page_size")
FILTERS = ("q", "source", "type", "status", "conflicts", "origins", "from", "to", "tz")


class Refused(Exception):
    """A query string that makes no sense; `reasons` are the parameters and what is wrong with each."""

    def __init__(self, reasons: dict[str, list[str]]) -> None:
        super().__init__("The query string makes no sense.")
        self.reasons = reasons


class Paging(forms.Form):
    """Which page, from 1, and how long."""

    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)
    page_size = forms.IntegerField(required=False, min_value=1, max_value=LONGEST_PAGE)

    def slice(self) -> tuple[int, int]:
        return self.cleaned_data["page"] or 1, self.cleaned_data["page_size"] or A_PAGE


class ConflictQuery(Paging):
    kind = forms.ChoiceField(required=False, choices=[("", ""), *Conflict.Kind.choices])
    strength = forms.ChoiceField(required=False, choices=[("", ""), *Conflict.Strength.choices])
    state = forms.ChoiceField(required=False, choices=[("", ""), *Conflict.State.choices])


def checked(form: forms.Form, query: QueryDict, names: tuple[str, ...]) -> Any:
    """The form, valid; raises Refused for parameters it does not know or cannot read."""
    reasons = {name: ["There is no such parameter here."] for name in query if name not in names}
    if not form.is_valid():
        reasons |= {name: [str(error) for error in errors] for name, errors in form.errors.items()}
    if reasons:
        raise Refused(reasons)
    return form


def paging(query: QueryDict, *others: str) -> Paging:
    return checked(Paging(query), query, (*PAGING, *others))


def timeline_filter(query: QueryDict, dossier: Dossier) -> TimelineFilter:
    """The filters of the timeline page, by the same form."""
    found = [(source.pk, source.name) for source in dossiers.sources(dossier)]
    form = TimelineFilter(query, dossier=dossier, sources=found, types=dossiers.event_types(dossier))
    return checked(form, query, (*PAGING, *FILTERS))
