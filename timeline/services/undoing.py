"""Taking an act back: every row of it is put as it was, newest change first, and that is an act of its own."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models

from timeline.models import Act, Article, Change, Claim, Dossier, Event, Source
from timeline.services import memory
from timeline.services.articles import READ_BY, read_again
from timeline.services.holding import hold
from timeline.services.readings import put_times_in_force
from timeline.services.rows import fitted
from timeline.services.searchable import keep_source_searchable
from timeline.services.weaving import weave_dossier

# What goes with a great deal besides itself, which no history keeps.
GONE_FOR_GOOD = {"article": "Bring its file in again.", "dossier": "Import its articles again."}


@memory.remembered("undid")
def undo(*, act: Act, editor: AbstractBaseUser | None) -> Act:
    """Take an act back; the act that does so.

    ValidationError where it was taken back already, where a row was changed again since, or where what it deleted
    cannot be restored. Nothing is changed then.
    """
    _hold(act)
    if Act.objects.filter(undoes=act).exists():
        raise ValidationError("This was taken back already.")
    changes = list(act.changes.order_by("-id"))
    touched = [_take_back(change) for change in changes]
    doing = memory.current()
    if doing.act is None:
        raise ValidationError("There is nothing to take back in this.")
    Act.objects.filter(pk=doing.act.pk).update(undoes=act)
    doing.called[:] = fitted(Act, {"called": f"undid: {act.called}"}).values()
    _follow(changes, touched)
    return doing.act


def _hold(act: Act) -> None:
    """Hold the act, and the dossiers it changed or read by a source it changed."""
    sources = act.changes.filter(model="source").values("row")
    of_sources = Article.objects.filter(source__in=sources).values_list("dossier", flat=True).order_by()
    hold({*act.changes.values_list("dossier", flat=True), *of_sources.distinct()})
    Act.objects.select_for_update(no_key=True).get(pk=act.pk)


def _take_back(change: Change) -> models.Model:
    model: type[models.Model] = apps.get_model("timeline", change.model)
    row = model._default_manager.filter(pk=change.row).first()
    if change.kind == Change.Kind.DELETED:
        return _restore(model, change, row)
    if row is None:
        raise ValidationError(f"{change.name} is not there any more.")
    now = memory.values_of(row)
    if any(now[name] != value for name, value in _lasting(change).items()):
        raise ValidationError(f"{change.name} was changed again since; take that back first.")
    if change.kind == Change.Kind.MADE:
        _check_free(row)
        memory.remove(row)
        return row
    _set_and_put(row, change.before)
    return row


def _set_and_put(row: models.Model, values: dict[str, Any]) -> None:
    many = {name for name in values if row._meta.get_field(name).many_to_many}
    for name in many:
        people = row._meta.get_field(name).related_model._default_manager.filter(pk__in=values[name])
        memory.put_many(row, name, people)
    if single := {name: value for name, value in values.items() if name not in many}:
        _set(row, single)
        memory.put(row, list(single))


def _lasting(change: Change) -> dict[str, Any]:
    """What of a change must still stand: where weaving has put a claim that nobody fixed is weaving's affair."""
    after = dict(change.after)
    if change.model == "claim" and not after.get("event_fixed"):
        after.pop("event", None)
    if change.model == "event" and not after.get("title_fixed", True):
        return {}
    if change.model == "article" and change.kind == Change.Kind.CHANGED:
        # Given back to the reader, a column holds what was read.
        return {"edited": after["edited"]} if "edited" in after else {}
    return after


def _check_free(row: models.Model) -> None:
    if isinstance(row, Dossier) and row.originals.exists():
        raise ValidationError(f"Articles have come into {row} since.")
    if isinstance(row, Source) and row.articles.exists():
        raise ValidationError(f"Articles stand under {row} by now.")


def _restore(model: type[models.Model], change: Change, row: models.Model | None) -> models.Model:
    if change.model in GONE_FOR_GOOD:
        raise ValidationError(f"{change.name} cannot be brought back so. {GONE_FOR_GOOD[change.model]}")
    if row is not None:
        raise ValidationError(f"{change.name} is there again.")
    restored = model(pk=change.row)
    _set(restored, change.before)
    memory.put(restored)
    # Saving stamps a new row with the present moment; it was made when it was made.
    made = {c.name: getattr(restored, c.name) for c in model._meta.concrete_fields if getattr(c, "auto_now_add", False)}
    made = {name: model._meta.get_field(name).to_python(change.before[name]) for name in made}
    if made:
        model._default_manager.filter(pk=change.row).update(**made)
    return restored


def _set(row: models.Model, values: dict[str, Any]) -> None:
    """Put the kept values into a row. An event that weaving dropped meanwhile is chosen by weaving again."""
    for name, value in values.items():
        column: Any = row._meta.get_field(name)
        setattr(row, column.attname, column.to_python(value))
    if isinstance(row, Claim) and row.event_id and not Event.objects.filter(pk=row.event_id).exists():
        row.event_id, row.event_fixed = None, False


def _follow(changes: Iterable[Change], rows: Iterable[models.Model]) -> None:
    """Bring what follows from the rows up to date: times in force, articles read again, dossiers woven."""
    changes = list(changes)
    dossiers = {change.dossier_id for change in changes} - {None}
    put_times_in_force(Claim.objects.filter(dossier__in=dossiers, pk__in=_claims(changes)))
    reread = _read_otherwise(changes)
    if reread:
        read_again(articles=reread)
    dossiers |= {article.dossier_id for article in reread}
    for dossier in Dossier.objects.filter(pk__in=dossiers):
        weave_dossier(dossier=dossier)
    for source in rows:
        if isinstance(source, Source) and source.pk:
            keep_source_searchable(source=source)


def _claims(changes: Iterable[Change]) -> set[int]:
    """The claims whose times an act changed."""
    return {
        found
        for change in changes
        for found in [change.row if change.model == "claim" else (change.before or change.after).get("claim")]
        if isinstance(found, int)
    }


def _read_otherwise(changes: Iterable[Change]) -> list[Article]:
    """The articles that are read by something an act changed."""
    found = Article.objects.none()
    for change in changes:
        if change.model == "article" and READ_BY & set(change.before):
            found |= Article.objects.filter(pk=change.row)
        elif change.model in {"dossier", "source"} and change.kind == Change.Kind.CHANGED and "zone" in change.before:
            found |= Article.objects.filter(**{change.model: change.row})
    return list(found.select_related("source", "dossier", "original"))
