"""manage.py import_articles PATH… --dossier SLUG: files or folders of articles into a dossier."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline import services
from timeline.intake import Found, Given, IntakeError, Sidecar, files_given, find_files, load_sidecar, read_bytes
from timeline.intake.sidecar import DossierFacts
from timeline.management.database import DatabaseCommand, require_database
from timeline.models import Conflict, Dossier, ImportFile, ImportRun
from timeline.wording import counted


class Command(DatabaseCommand):
    help = (
        "Read articles into a dossier, which is made if it is not there. Folders and zips give the files in them; a "
        "sources.toml beside them says what is known of them. Run again it changes nothing that has not changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a file or a folder of files")
        parser.add_argument("--dossier", default="", metavar="SLUG", help="the dossier's address; else sources.toml's")
        parser.add_argument("--title", default="", help="title of a new dossier")
        parser.add_argument("--place", default="", help="where it happened, for a new dossier")
        parser.add_argument("--zone", default="", help="IANA time zone of that place, for a new dossier")
        parser.add_argument("--by-workers", action="store_true", help="hand the files to the worker processes and end")
        parser.add_argument("--resume", type=int, metavar="N", help="go on with the import of that number")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        if options["by_workers"] and not services.has_workers():
            raise CommandError("There are no workers: set TASKS=database and start `manage.py db_worker`.")
        if options["resume"]:
            self._resume(options["resume"])
            return
        if not options["paths"]:
            raise CommandError("Which files? Name files or folders, or --resume an import that was stopped.")
        found = list(find_files(options["paths"]))
        sidecars = self._sidecars(found)
        dossier, made = self._dossier(sidecars, options)
        run = services.open_run(dossier=dossier, files=_given(found, sidecars))
        if options["by_workers"]:
            services.hand_over(run=run)
            self.stdout.write(f"Import {run.pk}: {counted(run.files.count(), 'file')} handed to the workers.")
            return
        self._work(run)
        try:
            self._summary(run)
        finally:
            if made:
                services.discard_dossier(dossier=dossier)

    def _resume(self, number: int) -> None:
        run = ImportRun.objects.filter(pk=number).exclude(state=ImportRun.State.DONE).first()
        if run is None:
            raise CommandError(f"There is no unfinished import {number}.")
        self._work(run)
        self._summary(run)

    def _work(self, run: ImportRun) -> None:
        """Bring the files in with a line for each; an interrupt stops after the file in hand."""
        total = run.files.count()
        for refused in run.files.filter(state=ImportFile.State.REFUSED).defer("data"):
            self._tell(refused, total)
        services.start_run(run=run)
        try:
            services.work_off(run=run, tell=lambda file: self._tell(file, total))
        except KeyboardInterrupt:
            services.stop_run(run=run)
        if run.state != ImportRun.State.DONE:
            left = run.files.filter(state=ImportFile.State.WAITING).count()
            raise CommandError(
                f"Stopped with {counted(left, 'file')} waiting; what is in stays. "
                f"Go on with: manage.py import_articles --resume {run.pk}"
            )

    def _tell(self, file: ImportFile, total: int) -> None:
        self._say(f"[{file.number}/{total}] {file.path}: {_words(file)}")

    def _sidecars(self, found: list[Found]) -> dict[Path, Sidecar]:
        """What is known, by folder. A sources.toml that is wrong stops everything: articles would be misfiled."""
        try:
            return {folder: load_sidecar(folder) for folder in dict.fromkeys(one.path.parent for one in found)}
        except IntakeError as error:
            raise CommandError(f"{error}. Nothing was imported.") from error

    def _dossier(self, sidecars: dict[Path, Sidecar], options: dict[str, Any]) -> tuple[Dossier, bool]:
        stated = next((one.dossier for one in sidecars.values() if one.dossier.slug), DossierFacts())
        given = {name: options[name] for name in ("title", "place", "zone") if options[name]}
        facts = replace(stated, slug=options["dossier"] or stated.slug, **given)
        if not facts.slug:
            raise CommandError("Which dossier? Say --dossier SLUG, or give the slug in sources.toml.")
        try:
            dossier, made = services.open_dossier(
                slug=facts.slug, title=facts.title, place=facts.place, zone=facts.zone
            )
        except ValidationError as error:
            raise CommandError(f"Dossier {facts.slug}: {' '.join(error.messages)}") from error
        self._say(f"{'New dossier' if made else 'Dossier'} {dossier.slug}: {dossier.title}, clock of {dossier.zone}")
        changed = [f"{name} {value}" for name, value in given.items() if getattr(dossier, name) != value]
        if changed:
            self._say(f"It was there already, so {' and '.join(changed)} is not taken over; the admin can change it.")
        return dossier, made

    def _summary(self, run: ImportRun) -> None:
        files = list(run.files.defer("data", "known", "sources"))
        states = Counter(file.state for file in files)
        taken = [file for file in files if file.state != ImportFile.State.REFUSED]
        conflicts = Conflict.objects.filter(event__dossier_id=run.dossier_id)
        self.stdout.write(
            f"{counted(len(taken), 'file')} ({states['new']} new, {states['read again']} read again, "
            f"{states['unchanged']} unchanged), {counted(sum(file.articles for file in taken), 'article')}, "
            f"{counted(sum(file.claims for file in taken), 'claim')}; "
            f"{counted(conflicts.count(), 'conflict')} in the dossier, "
            f"{conflicts.filter(strength=Conflict.Strength.HARD).count()} hard; {states['refused']} skipped"
        )
        for file in files:
            if file.state == ImportFile.State.REFUSED:
                self.stdout.write(f"  skipped {file.path}: {file.told}")
        if not any(file.articles for file in taken):
            raise CommandError("No article was stored.")

    def _say(self, line: str) -> None:
        self.stderr.write(line)


def _given(found: list[Found], sidecars: dict[Path, Sidecar]) -> Iterator[Given]:
    """The files that were found, those in a zip each by itself."""
    for one in found:
        try:
            if one.problem:
                raise IntakeError(one.path.name, one.problem)
            data = read_bytes(one.path)
        except IntakeError as error:
            yield Given(one.path.name, path=str(one.path), problem=error.reason)
        else:
            yield from files_given(one.path.name, data, path=str(one.path), sidecar=sidecars[one.path.parent])


def _words(file: ImportFile) -> str:
    if file.state == ImportFile.State.REFUSED:
        return f"skipped, {file.told}"
    counts = f"{file.state}, {counted(file.articles, 'article')}, {counted(file.claims, 'claim')}"
    return "; ".join([counts, *file.told.splitlines()])
