"""What follows from the claims: events, origins, conflicts, copies and the cached columns, rebuilt from the rows."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from timeline.models import Article, Claim, Conflict, Dossier, Event, Ruling, Side
from timeline.reach import NOWHERE, reach_of
from timeline.reading import accounts, reader
from timeline.services.accounts import accounts_of
from timeline.services.holding import hold
from timeline.services.matching import match_events
from timeline.services.rows import BATCH, delete, fitted, insert, put, update
from timeline.services.searchable import keep_searchable
from timeline.services.tallies import keep_tallies
from timeline.sorting import sort_columns

# An event's id with the kind and the count of a conflict in it: there is at most one such conflict.
Key = tuple[int, str, str]
CACHED = [
    "title", "type", "place", "background", "start", "end", "reach", "claim_count", "origin_count", "conflict_count",
    "hard_count", "supported_start", "supported_end", "supported_by", "dated_origins",
]  # fmt: skip
VERDICT = [
    "strength", "gap_seconds", "why", "state", "reason", "rank", "settled", "soft", "gap", "begins", "origins",
]  # fmt: skip
EMPTY = {
    "start": None,
    "end": None,
    "reach": NOWHERE,
    "claim_count": 0,
    "origin_count": 0,
    "conflict_count": 0,
    "hard_count": 0,
    "supported_start": None,
    "supported_end": None,
    "supported_by": 0,
    "dated_origins": 0,
}


# The dossiers that wait for the end of a `together` block, by id; None outside of one.
_waiting: ContextVar[dict[int, Dossier] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """All writes in the block are one transaction, and each dossier they touch is woven once, at its end."""
    with transaction.atomic():
        waiting: dict[int, Dossier] = {}
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        hold(waiting)
        for dossier in waiting.values():
            weave_dossier(dossier=dossier)


@dataclass(frozen=True, slots=True)
class Woven:
    """How many rows of a kind weaving made, changed and removed."""

    made: int = 0
    changed: int = 0
    gone: int = 0


def weave_dossier(*, dossier: Dossier) -> dict[str, Woven]:
    """Work out anew what follows from the dossier's claims: at once, or in a `together` block at its end. What became
    of its events and conflicts; nothing where that is not known yet."""
    waiting = _waiting.get()
    if waiting is None:
        return _weave(dossier)
    waiting[dossier.pk] = dossier
    return {}


@transaction.atomic
def _weave(dossier: Dossier) -> dict[str, Woven]:
    """Group the dossier's claims into events anew, find origins and conflicts, and fill the cached columns.

    Events keep their rows by the claims they share; an editor's titles, choices and rulings stay. A dossier that was
    deleted meanwhile is let be.
    """
    if not hold([dossier.pk]):
        return {}
    found = list(accounts_of(dossier))
    weave = reader.weave(found)
    claims = {claim.pk: claim for claim in dossier.claims.filter(rejected=False).select_related("timestamp").order_by()}
    ruled = {(ruling.event_id, ruling.kind, ruling.of): ruling for ruling in rulings_in_force(dossier)}
    events, made, changed = _store_events(dossier, weave.events, claims, ruled)
    _store_claims(weave.events, events, claims)
    conflicts = _store_conflicts(dossier, weave.events, events, ruled)
    _store_copies(dossier, weave.copies)
    gone = _drop_events(dossier, events)
    keep_searchable(dossier=dossier)
    keep_tallies(dossier=dossier)
    Dossier.objects.filter(pk=dossier.pk).update(stale=False)
    dossier.stale = False
    return {"events": Woven(made, changed, gone), "conflicts": conflicts}


def _store_events(
    dossier: Dossier, woven: tuple[accounts.Event, ...], claims: Mapping[int, Claim], ruled: Mapping[Key, Ruling]
) -> tuple[list[Event], int, int]:
    """A row for each woven event, in order; how many of them are new, and how many are otherwise than before."""
    stored = {event.pk: event for event in dossier.events.all()}
    event_of = {pk: claim.event_id for pk, claim in claims.items() if claim.event_id}
    matched = match_events(woven, event_of, stored.keys(), _dear(dossier))
    events = [stored[event_id] if event_id else Event(dossier=dossier) for event_id in matched]
    changed = [row for row, event in zip(events, woven, strict=True) if put(row, _columns(row, event, claims, ruled))]
    new, other = [row for row in changed if not row.pk], [row for row in changed if row.pk]
    update(other, CACHED)
    insert(new)
    return events, len(new), len(other)


def _dear(dossier: Dossier) -> set[int]:
    """The events an editor put work into: a title, a ruling, a claim put there."""
    work = Q(title_fixed=True) | Q(rulings__isnull=False) | Q(claims__event_fixed=True)
    return set(dossier.events.filter(work).values_list("pk", flat=True))


def _columns(
    row: Event, event: accounts.Event, claims: Mapping[int, Claim], ruled: Mapping[Key, Ruling]
) -> dict[str, Any]:
    """The event's columns but for a title an editor wrote; conflicts an editor dismissed do not count."""
    called = [one for one in event.conflicts if not _is_dismissed(ruled.get((row.pk, one.kind, _of(one))))]
    start, end = _bounds(claims[pk] for pk in event.claims)
    support = event.support
    values: dict[str, Any] = {
        "type": event.type,
        "place": event.place,
        "background": event.background,
        "start": start,
        "end": end,
        "reach": reach_of(start, end),
        "claim_count": len(event.claims),
        "origin_count": len(event.origins),
        "conflict_count": len(called),
        "hard_count": sum(conflict.strength == Conflict.Strength.HARD for conflict in called),
        "supported_start": support.interval.start if support else None,
        "supported_end": support.interval.end if support else None,
        "supported_by": support.by if support else 0,
        "dated_origins": support.dated if support else 0,
    }
    return values if row.title_fixed else values | {"title": event.title}


def _is_dismissed(ruling: Ruling | None) -> bool:
    return ruling is not None and ruling.state == Ruling.State.DISMISSED


def _bounds(claims: Iterable[Claim]) -> tuple[datetime | None, datetime | None]:
    """From the earliest start to the latest end of the claims' times; None where none is known.

    Where open times leave no end after the start, every known instant counts as either.
    """
    stamps = [claim.timestamp for claim in claims if claim.timestamp]
    starts = [stamp.start for stamp in stamps if stamp.start]
    ends = [stamp.end for stamp in stamps if stamp.end]
    if not starts or not ends or min(starts) < max(ends):
        return min(starts, default=None), max(ends, default=None)
    first, last = min(starts + ends), max(starts + ends)
    return (first, last) if first < last else (first, None)


def _store_claims(woven: Iterable[accounts.Event], events: Iterable[Event], claims: Mapping[int, Claim]) -> None:
    """Put each claim into its event, with the number of its origin there; an editor's choice of event stays."""
    changed = []
    placed: dict[int, tuple[int | None, int]] = dict.fromkeys(claims, (None, 0))
    for event, row in zip(woven, events, strict=True):
        origins = {pk: number for number, origin in enumerate(event.origins, start=1) for pk in origin}
        placed |= {pk: (row.pk, origins.get(pk, 0)) for pk in event.claims}
    for pk, (event_id, origin) in placed.items():
        claim = claims[pk]
        chosen = claim.event_id if claim.event_fixed else event_id
        if (claim.event_id, claim.origin) != (chosen, origin):
            claim.event_id, claim.origin = chosen, origin
            changed.append(claim)
    update(changed, ["event", "origin"])


def _store_conflicts(
    dossier: Dossier, woven: Iterable[accounts.Event], events: Iterable[Event], ruled: Mapping[Key, Ruling]
) -> Woven:
    """Bring the conflicts and their sides to the woven ones, with the state of the rulings in force."""
    stored = {(row.event_id, row.kind, row.of): row for row in dossier.conflicts.order_by()}
    found = {
        (row.pk, conflict.kind, _of(conflict)): conflict
        for event, row in zip(woven, events, strict=True)
        for conflict in event.conflicts
    }
    gone = [row.pk for key, row in stored.items() if key not in found]
    delete(Conflict, gone)
    of_event = {row.pk: row for row in events}
    rows = {key: stored.get(key) or Conflict(dossier=dossier, event_id=key[0], kind=key[1], of=key[2]) for key in found}
    changed = [row for key, row in rows.items() if put(row, _verdict(found[key], ruled.get(key), of_event[key[0]]))]
    new, other = [row for row in changed if not row.pk], [row for row in changed if row.pk]
    update(other, VERDICT)
    insert(new)
    _store_sides(dossier, {rows[key].pk: conflict for key, conflict in found.items()})
    return Woven(len(new), len(other), len(gone))


def _of(conflict: accounts.Conflict) -> str:
    return str(fitted(Conflict, {"of": conflict.of})["of"])


def _verdict(conflict: accounts.Conflict, ruling: Ruling | None, event: Event) -> dict[str, Any]:
    """The columns of a conflict: what was found, the state the ruling in force gives it, what it is sorted by."""
    found = {
        "strength": conflict.strength,
        "gap_seconds": None if conflict.gap is None else round(conflict.gap.total_seconds()),
        "state": ruling.state if ruling else conflict.state,
    }
    told = {"why": conflict.why, "reason": ruling.reason if ruling else ""}
    return found | told | sort_columns(**found, start=event.start, origins=event.origin_count)


def rulings_in_force(dossier: Dossier) -> Any:
    """The rulings of a dossier that no newer one supersedes."""
    return Ruling.objects.filter(event__dossier=dossier, superseded_by=None).order_by("made", "pk")


def _store_sides(dossier: Dossier, conflicts: Mapping[int, accounts.Conflict]) -> None:
    wanted = {
        (conflict_id, claim_id): number
        for conflict_id, conflict in conflicts.items()
        for number, side in enumerate(conflict.sides, start=1)
        for claim_id in side
    }
    stored = {(side.conflict_id, side.claim_id, side.number): side.pk for side in _sides(dossier)}
    gone = [pk for (conflict, claim, number), pk in stored.items() if wanted.get((conflict, claim)) != number]
    delete(Side, gone)
    insert(
        Side(conflict_id=conflict, claim_id=claim, number=number)
        for (conflict, claim), number in wanted.items()
        if (conflict, claim, number) not in stored
    )


def _sides(dossier: Dossier) -> Any:
    # In no order: theirs by default goes through four tables, and PostgreSQL may take minutes over it.
    return Side.objects.filter(conflict__event__dossier=dossier).order_by()


def _store_copies(dossier: Dossier, copies: Iterable[tuple[int, int]]) -> None:
    """Say which article repeats which, but where an editor said so."""
    articles = list(dossier.articles.only("pk", "copy_of", "edited", "same_text"))
    wanted = {article.pk: article.same_text_id for article in articles} | dict(copies)
    changed = []
    for article in articles:
        if "copy_of" not in article.edited.split() and article.copy_of_id != wanted.get(article.pk):
            article.copy_of_id = wanted.get(article.pk)
            changed.append(article)
    Article.objects.bulk_update(changed, ["copy_of"], batch_size=BATCH)


def _drop_events(dossier: Dossier, woven: Iterable[Event]) -> int:
    """Remove events without claims, and how many they were; those an editor put work into stay, empty."""
    left = set(dossier.events.values_list("pk", flat=True)) - {row.pk for row in woven}
    kept = left & _dear(dossier)
    delete(Event, left - kept)
    Event.objects.filter(pk__in=kept).update(**EMPTY)
    return len(left - kept)
