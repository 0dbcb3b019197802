"""What imports brought into a dossier, told in a few lines each, and the way back."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from timeline import wording
from timeline.models import Dossier, ImportFile, ImportRun

# States of a file of which something is in the dossier since.
CAME = {ImportFile.State.NEW: "came in", ImportFile.State.READ_AGAIN: "read again"}
NAMED = 12


@dataclass(frozen=True, slots=True)
class Arrival:
    """An import that changed something: what it is called, and in words what it brought and weaving made of it."""

    run: ImportRun
    called: str
    lines: tuple[tuple[str, str], ...]
    may_take_back: bool


def of(dossier: Dossier) -> QuerySet[ImportRun]:
    """The imports by which something came into the dossier or was read again."""
    came = ImportFile.objects.filter(run=OuterRef("pk"), state__in=CAME)
    return ImportRun.objects.filter(Exists(came), dossier=dossier)


def told(runs: QuerySet[ImportRun], wanted: Iterable[int], user: Any) -> list[Arrival]:
    """Those of the imports with these ids; it takes two queries, however many they are."""
    found = list(runs.filter(pk__in=list(wanted)).select_related("editor", "taken_back", "dossier"))
    files: dict[int, list[tuple[str, int, dict[str, Any]]]] = {run.pk: [] for run in found}
    rows = ImportFile.objects.filter(run__in=files).order_by("run", "number")
    for run, *file in rows.values_list("run", "state", "articles", "brought"):
        files[run].append((file[0], file[1], file[2]))
    return [_told(run, files[run.pk], user) for run in found]


def may_take_back(user: Any, run: ImportRun) -> bool:
    """Whether it is for this person to take the import back: their own, or who may delete articles anyway."""
    if run.state != ImportRun.State.DONE or run.taken_back_id:
        return False
    own = run.editor_id == user.pk and user.has_perm("timeline.change_dossier")
    return own or user.has_perm("timeline.delete_article")


def _told(run: ImportRun, files: list[tuple[str, int, dict[str, Any]]], user: Any) -> Arrival:
    states = Counter(state for state, _, _ in files)
    claims = {kind: sum(brought.get(kind, 0) for _, _, brought in files) for kind in ("made", "changed", "gone")}
    sources = dict.fromkeys(name for _, _, brought in files for name in brought.get("sources", []))
    lines = [
        ("files", ", ".join(f"{n} {ImportFile.State(state).label}" for state, n in states.items())),
        ("claims", _numbers(claims)),
        ("new publishers", wording.listing(sources, limit=NAMED)),
        *((name, _numbers(run.woven.get(name, {}))) for name in ("events", "conflicts")),
    ]
    articles = {how: sum(n for state, n, _ in files if state == came) for came, how in CAME.items()}
    called = wording.listing([f"{wording.counted(n, 'article')} {how}" for how, n in articles.items() if n])
    mine = bool(states[ImportFile.State.NEW]) and may_take_back(user, run)
    return Arrival(run, called or "Files came in", tuple(line for line in lines if line[1]), mine)


def _numbers(numbers: Mapping[str, int]) -> str:
    """“12 made, 3 changed”; "" where nothing was."""
    return ", ".join(f"{n:,} {kind}" for kind, n in numbers.items() if n)
