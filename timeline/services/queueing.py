"""Imports handed over to worker processes, and taken up again where a worker went away in the middle of one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from timeline.models import ImportRun
from timeline.services.import_runs import start_run

# So many workers at most share the files of one import: one reads while the other stores, as what is stored in a
# dossier is stored one file at a time. The others are free for other imports.
AT_ONCE = 2
# A worker says at each file that it is at work.
SILENT = timedelta(minutes=5)


def has_workers() -> bool:
    """Whether imports are for worker processes, by the setting `TASKS`."""
    return not isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], ImmediateBackend)


def hand_over(*, run: ImportRun) -> None:
    """Let worker processes bring the import in, or go on with it."""
    from timeline.tasks import bring_in

    start_run(run=run, queued=True)
    for _ in range(min(AT_ONCE, max(1, run.files.filter(state="waiting").count()))):
        transaction.on_commit(lambda: bring_in.enqueue(run.pk))


def take_up() -> list[ImportRun]:
    """Hand over again every import that workers should be at and of which nothing was heard for a while: theirs went
    away, with the machine or by force. What is in stays; two at a time do no harm."""
    running = ImportRun.objects.filter(state=ImportRun.State.RUNNING, queued=True)
    found = list(running.filter(touched__lt=timezone.now() - SILENT).select_related("dossier"))
    for run in found:
        hand_over(run=run)
    return found
