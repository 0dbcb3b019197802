"""Nobody saves over what another did meanwhile without knowing it.

Every form of the desk carries what its page had *seen*: of each dossier the newest change by a person. When the form
comes back, the changes made since to the rows it is about are shown beside what it would do, and it is up to the
editor. The changes of one dossier are numbered in the order they come into force, as who acts holds the dossier.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.forms import BaseForm

from timeline.admin.memory import SAID_OF, explain
from timeline.models import Article, Change, Claim, Conflict, Dossier
from timeline.services.holding import dossiers_of

SEEN = re.compile(r"\d+:\d+(?:\.\d+:\d+)*")
# A source is of no dossier; what is seen of it stands under this number.
NO_DOSSIER = 0
# What is no part of an answer: who sends it, and which buttons were there.
UNSAID = {"csrfmiddlewaretoken", "seen"}


def seen(dossiers: QuerySet[Dossier]) -> str:
    """What is to be seen of the dossiers now, as a form carries it. To be asked before the page's rows are read."""
    newest = Change.objects.filter(dossier=OuterRef("pk")).order_by("-id").values("id")[:1]
    rows = dossiers.order_by().annotate(newest_change=Subquery(newest)).values_list("pk", "newest_change")
    return _carried(rows)


def seen_of_source(pk: int) -> str:
    """The same for the page of a source."""
    newest = Change.objects.filter(model="source", row=pk).order_by("-id").values_list("id", flat=True).first()
    return _carried([(NO_DOSSIER, newest)])


def _carried(rows: Iterable[tuple[int, int | None]]) -> str:
    return ".".join(f"{pk}:{number or 0}" for pk, number in rows)


def done_since(said: str, rows: Iterable[Model]) -> list[Change]:
    """What people did to the rows since a page had seen so much, the newest first, explained. A form that does not
    say what it had seen (one sent by a script) is taken at its word: nothing."""
    given = list(rows)
    if not given or not SEEN.fullmatch(said):
        return []
    before = {int(dossier): int(number) for dossier, _, number in (pair.partition(":") for pair in said.split("."))}
    later = Q()
    for dossier in dossiers_of([given]):
        later |= Q(dossier=dossier, id__gt=before.get(dossier or NO_DOSSIER, 0))
    concerned = Q()
    for row in given:
        concerned |= _concerning(row)
    return explain(list(Change.objects.filter(later & concerned).select_related("act__editor").order_by("-id")))


def _concerning(row: Model) -> Q:
    """The changes of a row, of what is said of it, and of the rows on its page."""
    if isinstance(row, Conflict):
        return Q(model="ruling", after__event=row.event_id)
    if isinstance(row, Article):
        claims = list(row.claims.values_list("pk", flat=True))
        doubts = Q(model="doubt", row__in=list(row.doubts.values_list("pk", flat=True)))
        return Q(model="article", row=row.pk) | doubts | _of("claim", claims)
    if isinstance(row, Claim):
        doubts = Q(model="doubt", row__in=list(row.doubts.values_list("pk", flat=True)))
        quantities = Q(model="quantity", row__in=list(row.quantities.values_list("pk", flat=True)))
        return _of("claim", [row.pk]) | doubts | quantities
    return _of(str(row._meta.model_name), [row.pk])


def _of(model: str, rows: list[int]) -> Q:
    found = Q(model=model, row__in=rows)
    if said := SAID_OF.get(model):
        found |= Q(model__in=said) & (Q(**{f"after__{model}__in": rows}) | Q(**{f"before__{model}__in": rows}))
    return found


def changed_in(forms: Iterable[BaseForm]) -> list[tuple[str, str]]:
    """What valid forms would change: the name of each field, and what was written there, in words."""
    return [
        (str(form.fields[name].label or name.replace("_", " ")), _words(form.cleaned_data.get(name)))
        for form in forms
        for name in form.changed_data
        if name in form.fields and not form.fields[name].widget.is_hidden
    ]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, QuerySet):
        return ", ".join(map(str, value))
    return "–" if value in (None, "") else str(value)


def sent_again(sent: Any) -> list[tuple[str, str]]:
    """The fields of a form, to be sent once more."""
    return [(name, value) for name, values in sent.lists() if name not in UNSAID for value in values]
