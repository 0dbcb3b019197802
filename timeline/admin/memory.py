"""What people did, shown: the history of a row, what changed in a dossier since a moment, and the way back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone

from timeline import wording
from timeline.access import visible_dossiers
from timeline.models import Act, Change, Dossier

ACTS_A_PAGE = 50
# The rows in which something is said of a row.
SAID_OF = {"claim": ["judgement", "timestamp", "quantity"], "event": ["ruling"]}
# How far back the page of changes looks when nobody says.
USUALLY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Shown:
    """A column that changed: its name, and what it held before and after, in words."""

    column: str
    before: str
    after: str


class SinceForm(forms.Form):
    """Since when; a day or a minute on the clock of the dossier's place."""

    since = forms.DateTimeField(
        required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )


def since_when(form: SinceForm, dossier: Dossier) -> datetime:
    asked: datetime | None = form.cleaned_data.get("since") if form.is_valid() else None
    if asked:
        return asked.replace(tzinfo=ZoneInfo(dossier.zone))
    return timezone.now() - USUALLY


def changes_of(dossier: Dossier) -> QuerySet[Change]:
    """What people changed in a dossier, and in the sources of its articles."""
    sources = Q(model="source", row__in=dossier.articles.values("source"))
    return Change.objects.filter(Q(dossier=dossier) | sources)


def acts_since(dossier: Dossier, since: datetime, number: str) -> Page:
    """A page of acts, the newest first, each with its changes of this dossier in `shown`."""
    found = Act.objects.filter(pk__in=changes_of(dossier).values("act"), made__gte=since)
    page = Paginator(found.select_related("editor", "undone_by", "undoes"), ACTS_A_PAGE).get_page(number)
    by_act: dict[int, list[Change]] = {}
    for change in changes_of(dossier).filter(act__in=[act.pk for act in page]):
        by_act.setdefault(change.act_id, []).append(change)
    explain([change for changes in by_act.values() for change in changes])
    for act in page:
        act.shown = by_act.get(act.pk, [])
    return page


def changes_in(model: str, row: str) -> list[Change]:
    """The history of one row with what was said of it (judgements, times, numbers, rulings), the newest first."""
    wanted = Q(model=model, row=row)
    if said := SAID_OF.get(model):
        wanted |= Q(model__in=said) & (Q(**{f"after__{model}": int(row)}) | Q(**{f"before__{model}": int(row)}))
    found = Change.objects.filter(wanted).select_related("act__editor").order_by("-id")
    return explain(list(found))


def explain(changes: list[Change]) -> list[Change]:
    """Give each change its columns in words, as `columns`."""
    names: dict[tuple[str, Any], str] = {}
    for change in changes:
        model = apps.get_model("timeline", change.model)
        columns = [name for name in {**change.before, **change.after} if _tells(change, name)]
        change.columns = [
            Shown(
                model._meta.get_field(name).verbose_name,
                _words(model, name, change.before, names),
                _words(model, name, change.after, names),
            )
            for name in columns
        ]
    return changes


def _tells(change: Change, name: str) -> bool:
    """Of a new or deleted row only the columns that hold something are told."""
    return change.kind == Change.Kind.CHANGED or (change.before or change.after).get(name) not in (None, "", False)


def _words(model: Any, name: str, values: dict[str, Any], names: dict[tuple[str, Any], str]) -> str:
    if name not in values:
        return ""
    value, column = values[name], model._meta.get_field(name)
    if value is None or value == "":
        return "–"
    if column.many_to_many:
        return wording.listing([_name(column, one, names) for one in value], limit=20) if value else "–"
    if column.is_relation:
        return _name(column, value, names)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return wording.short(str(value), 300)


def _name(column: Any, value: int, names: dict[tuple[str, Any], str]) -> str:
    """What the row a relation points at is called."""
    key = (column.related_model._meta.label, value)
    if key not in names:
        row = column.related_model._default_manager.filter(pk=value).first()
        names[key] = wording.short(str(row), 80) if row else f"number {value}, gone by now"
    return names[key]


def undoable(user: AbstractBaseUser | AnonymousUser, dossier: Dossier | None = None) -> Act | None:
    """The user's newest act that was not taken back, in the dossier or anywhere."""
    found = Act.objects.filter(editor_id=user.pk, undone_by=None, undoes=None)
    if dossier:
        found = found.filter(changes__dossier=dossier)
    return found.order_by("-id").first()


def check_may_undo(user: Any, act: Act) -> None:
    """ValidationError where the user may not take the act back: not theirs, or not what they may do."""
    seen = visible_dossiers(user).values("pk")
    if act.changes.exclude(dossier=None).exclude(dossier__in=seen).exists():
        raise ValidationError("There is no such act.")
    if act.editor_id != user.pk and not user.has_perm("timeline.delete_act"):
        raise ValidationError("This was done by somebody else.")
    if not all(_may_write(user, model) for model in act.changes.values_list("model", flat=True).distinct()):
        raise ValidationError("You may not change what was changed then.")


def _may_write(user: Any, model: str) -> bool:
    return user.has_perm(f"timeline.add_{model}") or user.has_perm(f"timeline.change_{model}")
