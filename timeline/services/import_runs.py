"""An import of many files: handed in, brought in one by one, stopped and gone on with, by whoever works it off.

Each file is a transaction of its own, so that whatever stops an import leaves every file in whole or waiting.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from time import monotonic

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from timeline.intake import Given, IntakeError, SourceFacts
from timeline.models import Article, Dossier, ImportFile, ImportRun, Original
from timeline.reading.anchors import Known
from timeline.services.articles import read_again
from timeline.services.holding import patiently
from timeline.services.imports import Outcome, import_file
from timeline.services.rows import fitted
from timeline.services.weaving import weave_dossier

# Files whose bytes are handed to the database at a time.
AT_A_TIME = 20


@transaction.atomic
def open_run(
    *,
    dossier: Dossier,
    files: Iterable[Given],
    editor: AbstractBaseUser | None = None,
) -> ImportRun:
    """Keep files for an import; nothing of them is read before `start_run`."""
    run = ImportRun.objects.create(dossier=dossier, editor=editor)
    rows: list[ImportFile] = []
    for number, given in enumerate(files, start=1):
        rows.append(_row(run, number, given))
        if len(rows) == AT_A_TIME:
            ImportFile.objects.bulk_create(rows)
            rows = []
    ImportFile.objects.bulk_create(rows)
    return run


def _row(run: ImportRun, number: int, given: Given) -> ImportFile:
    values = {"name": given.name, "path": given.path}
    return ImportFile(
        run=run,
        number=number,
        sha256="" if given.problem else hashlib.sha256(given.data).hexdigest(),
        data=given.data,
        known=known_to_json(given.known),
        sources=[asdict(one) for one in given.sources],
        state=ImportFile.State.REFUSED if given.problem else ImportFile.State.WAITING,
        told=given.problem,
        **fitted(ImportFile, values),
    )


def known_to_json(known: Mapping[int, Known]) -> dict[str, dict[str, str]]:
    """What is known of the parts of a file, as `ImportFile.known` holds it."""
    return {str(part): {name: value for name, value in asdict(one).items() if value} for part, one in known.items()}


def known_from_json(stored: Mapping[str, Mapping[str, str]]) -> dict[int, Known]:
    """The reverse of `known_to_json`."""
    return {int(part): Known(**facts) for part, facts in stored.items()}


def correct_file(*, file: ImportFile, known: Mapping[int, Known]) -> None:
    """Say otherwise what is known of a file that waits."""
    ImportFile.objects.filter(pk=file.pk, state=ImportFile.State.WAITING).update(known=known_to_json(known))


def start_run(*, run: ImportRun, queued: bool = False) -> None:
    """Let an import begin or go on; `queued` where a worker process is to do it. One that is done stays so."""
    found = ImportRun.objects.filter(pk=run.pk).exclude(state=ImportRun.State.DONE)
    found.update(state=ImportRun.State.RUNNING, queued=queued, touched=timezone.now())
    run.refresh_from_db()


def stop_run(*, run: ImportRun) -> None:
    """Have an import stop once the file in hand is in; what is in stays, the rest waits."""
    found = ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.RUNNING)
    found.update(state=ImportRun.State.STOPPED, current="", touched=timezone.now())
    run.refresh_from_db()


def discard_run(*, run: ImportRun) -> None:
    """Forget the files that still wait; an import of which nothing came in goes altogether."""
    waiting = ImportFile.State.WAITING
    if not run.files.exclude(state__in=[waiting, ImportFile.State.REFUSED]).exists():
        run.delete()
        return
    run.files.filter(state=waiting).delete()
    ImportRun.objects.filter(pk=run.pk).update(state=ImportRun.State.DONE, current="", touched=timezone.now())


def work_off(
    *, run: ImportRun, seconds: float | None = None, tell: Callable[[ImportFile], None] = lambda file: None
) -> ImportRun:
    """Bring in the files that wait, until none does, `stop_run` is called, or the seconds are over; then, at the end,
    weave the dossier. `tell` hears of each file. Only a running import is worked on.

    To be called again, by anybody, until `run.state` is DONE; several at a time each take other files, and who has the
    last one weaves.
    """
    begun = monotonic()
    while (file := _next(run)) and (seconds is None or monotonic() - begun < seconds):
        ImportRun.objects.filter(pk=run.pk).update(current=file.name, touched=timezone.now())
        if brought := patiently(lambda: _bring_one(run)):
            tell(brought)
        else:
            break
    if run.state == ImportRun.State.RUNNING and not run.files.filter(state=ImportFile.State.WAITING).exists():
        _finish(run)
    return run


def _next(run: ImportRun) -> ImportFile | None:
    """The next file of a running import, without its bytes."""
    run.refresh_from_db()
    if run.state != ImportRun.State.RUNNING:
        return None
    return run.files.filter(state=ImportFile.State.WAITING).defer("data").first()


@transaction.atomic
def _bring_one(run: ImportRun) -> ImportFile | None:
    """Bring in a file that nobody else has in hand, and note what became of it; None where there is none."""
    waiting = run.files.select_for_update(skip_locked=True).filter(state=ImportFile.State.WAITING).first()
    if waiting is None:
        return None
    try:
        with transaction.atomic():
            _note(waiting, bring_file(dossier=run.dossier, file=waiting))
    except (IntakeError, ValidationError) as error:
        waiting.state, waiting.told = ImportFile.State.REFUSED, reason_of(error)
    waiting.data = b""
    waiting.save()
    return waiting


def bring_file(*, dossier: Dossier, file: ImportFile) -> Outcome:
    """`import_file` with a file that waits and what is known of it."""
    return import_file(
        dossier=dossier,
        name=file.name,
        data=bytes(file.data),
        known_by_part=known_from_json(file.known),
        sources=[SourceFacts(**facts) for facts in file.sources],
    )


def _note(file: ImportFile, outcome: Outcome) -> None:
    file.state, file.told = outcome.state.value, "\n".join(outcome.notes)
    file.articles, file.claims, file.brought = outcome.articles, outcome.claims, outcome.brought.plain()
    file.original = Original.objects.defer("data").get(dossier=file.run.dossier_id, sha256=file.sha256)


def reason_of(error: IntakeError | ValidationError) -> str:
    """Why a file is not taken: what will not do, with the column it would not do in."""
    if isinstance(error, IntakeError):
        return error.reason
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{column}: {' '.join(messages)}" for column, messages in error.message_dict.items())


def _finish(run: ImportRun) -> None:
    """Weave what came in, and close the run: with others that were broken off and waited for the same files."""
    ImportRun.objects.filter(pk=run.pk).update(current="", touched=timezone.now())
    _date_by_the_others(run)
    # Stale also where an earlier import was broken off between its last file and here.
    if Dossier.objects.filter(pk=run.dossier_id, stale=True).exists():
        woven = {name: asdict(one) for name, one in weave_dossier(dossier=run.dossier).items()}
        ImportRun.objects.filter(pk=run.pk).update(woven=woven)
    _settle_broken_off(run)
    ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.RUNNING).update(state=ImportRun.State.DONE)
    run.refresh_from_db()


def _date_by_the_others(run: ImportRun) -> None:
    """Read the articles of this import that have no date again, now that the others of the dossier have one: a date
    without its year takes it from them."""
    files = run.files.exclude(original=None).values("original")
    undated = Article.objects.filter(dossier=run.dossier_id, start__isnull=True, end__isnull=True, original__in=files)
    if undated.exists() and Article.objects.filter(dossier=run.dossier_id, weak=False, start__isnull=False).exists():
        read_again(articles=list(undated))


@transaction.atomic
def _settle_broken_off(run: ImportRun) -> None:
    """Files that wait in imports which had begun, and whose bytes are in the dossier since, are in."""
    begun = [ImportRun.State.RUNNING, ImportRun.State.STOPPED]
    others = ImportRun.objects.filter(dossier=run.dossier_id, state__in=begun).exclude(pk=run.pk)
    kept = Original.objects.filter(dossier=run.dossier_id).values("sha256")
    waiting = ImportFile.objects.filter(run__in=others, state=ImportFile.State.WAITING, sha256__in=kept)
    same = Original.objects.filter(dossier=run.dossier_id, sha256=OuterRef("sha256")).values("pk")
    waiting.update(
        state=ImportFile.State.UNCHANGED, data=b"", told="came in with another import", original=Subquery(same[:1])
    )
    left = ImportFile.objects.filter(state=ImportFile.State.WAITING).values("run")
    others.exclude(pk__in=left).update(state=ImportRun.State.DONE, current="")
