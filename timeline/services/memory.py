"""What people did: each act of an editor with every row it changed, from what to what; and taking an act back.

Services write rows through `put` and `remove`, which record them; what weaving and reading write is worked out anew
from those rows and is not recorded. An act is opened by the outermost service called, or by `acting` around several.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models, transaction

from timeline.models import Act, Change
from timeline.services.chapters import mark_changed
from timeline.services.holding import dossier_of, dossiers_of, hold
from timeline.services.rows import fitted

P = ParamSpec("P")
T = TypeVar("T")
# Columns that are worked out from others, or too large to be kept twice.
NOT_KEPT = {
    "claim": {"origin", "timestamp"},
    "dossier": {"stale", "tallied"},
    "article": {"text", "position"},
    "event": {
        "start", "end", "claim_count", "origin_count", "conflict_count", "hard_count", "supported_start",
        "supported_end", "supported_by", "dated_origins", "reach", "position",
    },
}  # fmt: skip

# Columns that hold many rows, kept as their ids.
MANY = {"dossier": ("people",)}


@dataclass(slots=True)
class Doing:
    """The act that is going on: who acts, what it is called so far, and its row once something was recorded."""

    editor: Any = None
    called: list[str] = field(default_factory=list)
    act: Act | None = None


_doing: ContextVar[Doing | None] = ContextVar("doing", default=None)


@contextmanager
def acting(*, editor: AbstractBaseUser | AnonymousUser | None, called: str = "") -> Iterator[Doing]:
    """All that is done in the block is one act of this editor, in one transaction; inside another act, part of it."""
    outer = _doing.get()
    doing = outer or Doing()
    doing.editor = doing.editor or editor
    if called and called not in doing.called:
        doing.called.append(called)
    if outer:
        yield doing
        return
    with transaction.atomic():
        token = _doing.set(doing)
        try:
            yield doing
        finally:
            _doing.reset(token)
        if doing.act:
            Act.objects.filter(pk=doing.act.pk).update(**fitted(Act, {"called": ", ".join(doing.called)}))


def remembered(called: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a service one transaction and one act, or part of the act it is called in; it holds the dossiers of the
    rows it is given."""

    def wrap(service: Callable[P, T]) -> Callable[P, T]:
        @wraps(service)
        def call(*args: P.args, **options: P.kwargs) -> T:
            editor: Any = options.get("editor")
            with acting(editor=editor, called=called):
                hold(dossiers_of([*args, *options.values()]))
                return service(*args, **options)

        return call

    return wrap


def put(row: models.Model, columns: list[str] | None = None) -> None:
    """Save a row, or some columns of it, and record what changed in it."""
    stored = type(row)._default_manager.filter(pk=row.pk).first() if row.pk else None
    row.save(update_fields=columns if stored else None)
    if stored is None:
        record(row, Change.Kind.MADE, {}, values_of(row))
        return
    before, after = values_of(stored), values_of(row)
    named = {name for name in after if before[name] != after[name] and (columns is None or name in columns)}
    if named:
        record(row, Change.Kind.CHANGED, {n: before[n] for n in named}, {n: after[n] for n in named})


def put_many(row: models.Model, column: str, others: Iterable[models.Model]) -> None:
    """Set the rows that a many-to-many column holds, and record their ids before and after."""
    held = getattr(row, column)
    before, after = sorted(one.pk for one in held.all()), sorted(one.pk for one in others)
    if before != after:
        held.set(after)
        record(row, Change.Kind.CHANGED, {column: before}, {column: after})


def remove(row: models.Model) -> None:
    """Delete a row, and record what it was."""
    record(row, Change.Kind.DELETED, values_of(row), {})
    row.delete()


def record(row: models.Model, kind: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Add a row's change to the act that is going on."""
    mark_changed(dossier_of(row), row, before)
    doing = _doing.get()
    if doing is None:
        raise RuntimeError("A change is recorded within an act only.")
    if doing.act is None:
        editor = doing.editor if doing.editor and doing.editor.is_authenticated else None
        doing.act = Act.objects.create(editor=editor, who=editor.get_username() if editor else "")
    values = {"model": row._meta.model_name, "row": row.pk, "name": str(row), "kind": kind}
    Change.objects.create(
        act=doing.act, dossier_id=dossier_of(row), before=before, after=after, **fitted(Change, values)
    )


def values_of(row: models.Model) -> dict[str, Any]:
    """The kept columns of a row as JSON holds them: instants by ISO 8601, relations by id."""
    left_out = NOT_KEPT.get(str(row._meta.model_name), set()) | {row._meta.pk.name}
    kept = [column for column in row._meta.concrete_fields if column.name not in left_out]
    values = {column.name: _plain(column.value_from_object(row)) for column in kept}
    for name in MANY.get(str(row._meta.model_name), ()):
        values[name] = sorted(one.pk for one in getattr(row, name).all()) if row.pk else []
    return values


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def current() -> Doing:
    """The act that is going on."""
    doing = _doing.get()
    if doing is None:
        raise RuntimeError("No act is going on.")
    return doing
