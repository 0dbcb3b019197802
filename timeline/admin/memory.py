"""What people did, shown: the history of a row, what changed in a dossier since a moment, and the way back."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from timeline import wording
from timeline.access import visible_dossiers
from timeline.admin import arrivals
from timeline.models import Act, Change, Dossier
from timeline.services.undoing import GONE_FOR_GOOD

DONE_A_PAGE = 50
# Changes of an act that are shown without asking.
READ_AT_ONCE = 6
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


def done_since(dossier: Dossier, since: datetime, number: str, user: Any) -> Page:
    """A page of what was done, the newest first: acts, each with its changes of this dossier in `shown`, and what
    imports brought."""
    acts = Act.objects.filter(pk__in=changes_of(dossier).values("act"), made__gte=since).order_by()
    runs = arrivals.of(dossier).filter(touched__gte=since).order_by()
    both = acts.values_list("made", "pk", Value(False)).union(runs.values_list("touched", "pk", Value(True)), all=True)
    page = Paginator(both.order_by("-made", "-pk"), DONE_A_PAGE).get_page(number)
    listed = list(page.object_list)
    told: dict[tuple[int, bool], Any] = {(act.pk, False): act for act in _acts(dossier, listed, user)}
    told |= {(one.run.pk, True): one for one in arrivals.told(runs, [pk for _, pk, is_run in listed if is_run], user)}
    page.object_list = [told[pk, bool(is_run)] for _, pk, is_run in listed]
    return page


def _acts(dossier: Dossier, listed: list[tuple[datetime, int, bool]], user: Any) -> list[Act]:
    """The acts among what is listed, with their changes, and whether it is for this person to take them back."""
    wanted = [pk for _, pk, is_run in listed if not is_run]
    by_act: dict[int, list[Change]] = {}
    for change in changes_of(dossier).filter(act__in=wanted):
        by_act.setdefault(change.act_id, []).append(change)
    explain([change for changes in by_act.values() for change in changes])
    acts = list(Act.objects.filter(pk__in=wanted).select_related("editor", "undone_by", "undoes"))
    for act in acts:
        act.shown = by_act.get(act.pk, [])
        act.counted = _counted(act.shown)
        gone = any(one.kind == Change.Kind.DELETED and one.model in GONE_FOR_GOOD for one in act.shown)
        act.may_undo = not gone and act.editor_id == user.pk and not hasattr(act, "undone_by")
    return acts


def _counted(changes: list[Change]) -> str:
    """What an act did, in numbers: "37 judgements made, 37 claims changed"; "" where it is few enough to read."""
    if len(changes) <= READ_AT_ONCE:
        return ""
    numbers = Counter((change.model, change.get_kind_display()) for change in changes)
    named = {model: apps.get_model("timeline", model)._meta for model, _ in numbers}
    words = [
        f"{wording.counted(n, str(named[model].verbose_name), str(named[model].verbose_name_plural))} {kind}"
        for (model, kind), n in numbers.items()
    ]
    return wording.listing(words, limit=20)


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
    return change.kind == Change.Kind.CHANGED or (change.before or change.after).get(name) not in (None, "", False, [])


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
    if isinstance(column, DateTimeField):
        return f"{datetime.fromisoformat(value).astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
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
    gone = Change.objects.filter(act=OuterRef("pk"), kind=Change.Kind.DELETED, model__in=GONE_FOR_GOOD)
    found = Act.objects.filter(editor_id=user.pk, undone_by=None, undoes=None).exclude(Exists(gone))
    if dossier:
        # That it was opened or renamed is taken back among its changes, not by a key on an article's page.
        found = found.filter(changes__dossier=dossier).exclude(changes__model="dossier")
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
