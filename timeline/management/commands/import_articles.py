"""manage.py import_articles PATH… --dossier SLUG: files or folders of articles into a dossier."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline import services
from timeline.intake import Found, IntakeError, Sidecar, find_files, load_sidecar, read_bytes
from timeline.intake.sidecar import DossierFacts
from timeline.management.database import DatabaseCommand, require_database
from timeline.models import Conflict, Dossier
from timeline.wording import counted

Skipped = list[tuple[Path, str]]


class Command(DatabaseCommand):
    help = (
        "Read articles into a dossier, which is made if it is not there. Folders give their .txt files; a sources.toml "
        "beside them says what is known of them. Run again it changes nothing that has not changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder of files")
        parser.add_argument("--dossier", default="", metavar="SLUG", help="the dossier's address; else sources.toml's")
        parser.add_argument("--title", default="", help="title of a new dossier")
        parser.add_argument("--place", default="", help="where it happened, for a new dossier")
        parser.add_argument("--zone", default="", help="IANA time zone of that place, for a new dossier")

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        found = list(find_files(options["paths"]))
        sidecars = self._sidecars(found)
        dossier, made = self._dossier(sidecars, options)
        outcomes, skipped = self._import(dossier, found, sidecars)
        self._weave(dossier, made)
        self._summary(dossier, outcomes, skipped)
        if not any(outcome.articles for outcome in outcomes):
            raise CommandError("No article was stored.")

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

    def _import(
        self, dossier: Dossier, found: list[Found], sidecars: dict[Path, Sidecar]
    ) -> tuple[list[services.Outcome], Skipped]:
        outcomes: list[services.Outcome] = []
        skipped: Skipped = []
        for number, one in enumerate(found, start=1):
            try:
                outcome = self._import_one(dossier, one, sidecars[one.path.parent])
            except IntakeError as error:
                skipped.append((one.path, error.reason))
                self._say(f"[{number}/{len(found)}] {one.path}: skipped, {error.reason}")
            else:
                outcomes.append(outcome)
                self._say(f"[{number}/{len(found)}] {one.path}: {_words(outcome)}")
        return outcomes, skipped

    def _import_one(self, dossier: Dossier, one: Found, sidecar: Sidecar) -> services.Outcome:
        if one.problem:
            raise IntakeError(one.path.name, one.problem)
        data = read_bytes(one.path)
        name = one.path.name
        try:
            return services.import_file(
                dossier=dossier, name=name, data=data, known_by_part=sidecar.known(name), sources=sidecar.sources
            )
        except ValidationError as error:
            raise IntakeError(name, _faults(error)) from error

    def _weave(self, dossier: Dossier, made: bool) -> None:
        if made:
            services.discard_dossier(dossier=dossier)
        # Stale also where an earlier run was stopped between the last file and here.
        if Dossier.objects.filter(pk=dossier.pk, stale=True).exists():
            self._say("Working out events and conflicts …")
            services.weave_dossier(dossier=dossier)

    def _summary(self, dossier: Dossier, outcomes: list[services.Outcome], skipped: Skipped) -> None:
        new = sum(outcome.state == services.State.NEW for outcome in outcomes)
        again = sum(outcome.state == services.State.READ_AGAIN for outcome in outcomes)
        same = len(outcomes) - new - again
        conflicts = Conflict.objects.filter(event__dossier_id=dossier.pk)
        self.stdout.write(
            f"{counted(len(outcomes), 'file')} ({new} new, {again} read again, {same} unchanged), "
            f"{counted(sum(outcome.articles for outcome in outcomes), 'article')}, "
            f"{counted(sum(outcome.claims for outcome in outcomes), 'claim')}; "
            f"{counted(conflicts.count(), 'conflict')} in the dossier, "
            f"{conflicts.filter(strength=Conflict.Strength.HARD).count()} hard; {len(skipped)} skipped"
        )
        for path, reason in skipped:
            self.stdout.write(f"  skipped {path}: {reason}")

    def _say(self, line: str) -> None:
        self.stderr.write(line)


def _faults(error: ValidationError) -> str:
    """What will not do, with the column it would not do in."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{column}: {' '.join(messages)}" for column, messages in error.message_dict.items())


def _words(outcome: services.Outcome) -> str:
    counts = f"{outcome.state}, {counted(outcome.articles, 'article')}, {counted(outcome.claims, 'claim')}"
    return "; ".join([counts, *outcome.notes])
