"""What weaving found becomes rows: events, the claims' places in them, conflicts with their sides, copies."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from timeline.models import Article, Claim, Conflict, Dossier, Event, Former, Ruling, Side
from timeline.reach import NOWHERE, reach_of
from timeline.reading import accounts
from timeline.services.rows import BATCH, delete, fitted, insert, put, update
from timeline.sorting import sort_columns

# An event's id with the kind and the count of a conflict in it: there is at most one such conflict.
Key = tuple[int, str, str]
CACHED = [
    "title", "type", "place", "background", "start", "end", "reach", "claim_count", "origin_count", "conflict_count",
    "hard_count", "supported_start", "supported_end", "supported_by", "dated_origins", "position",
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


@dataclass(frozen=True, slots=True)
class Woven:
    """How many rows of a kind weaving made, changed and removed."""

    made: int = 0
    changed: int = 0
    gone: int = 0

    def __add__(self, other: "Woven") -> "Woven":
        return Woven(self.made + other.made, self.changed + other.changed, self.gone + other.gone)


@dataclass(frozen=True, slots=True)
class Part:
    """Events that are stored together: what was found, the number of the row each goes into (None: a new one), its
    position (None in a small dossier); all their claims; and `within` which events' conflicts and rulings stand."""

    dossier: Dossier
    woven: Sequence[accounts.Event]
    ids: Sequence[int | None]
    positions: Sequence[int | None]
    claims: Mapping[int, Claim]
    within: Mapping[str, Any]

    @property
    def rulings(self) -> QuerySet[Ruling]:
        """Those in force."""
        return Ruling.objects.filter(superseded_by=None, **self.within).order_by("made", "pk")

    @property
    def conflicts(self) -> QuerySet[Conflict]:
        return Conflict.objects.filter(**self.within).order_by()

    @property
    def sides(self) -> QuerySet[Side]:
        # In no order: theirs by default goes through four tables, and PostgreSQL may take minutes over it.
        return Side.objects.filter(**{f"conflict__{name}": value for name, value in self.within.items()}).order_by()


def store(part: Part) -> tuple[list[Event], dict[str, Woven]]:
    """The rows of the events, in order, and how many rows became what."""
    ruled = {(ruling.event_id, ruling.kind, ruling.of): ruling for ruling in part.rulings}
    events, found = _store_events(part, ruled)
    _store_claims(part, events)
    return events, {"events": found, "conflicts": _store_conflicts(part, events, ruled)}


def _store_events(part: Part, ruled: Mapping[Key, Ruling]) -> tuple[list[Event], Woven]:
    """A row for each woven event, in order."""
    stored = Event.objects.in_bulk([pk for pk in part.ids if pk])
    events = [stored[pk] if pk else Event(dossier=part.dossier) for pk in part.ids]
    found = zip(events, part.woven, part.positions, strict=True)
    changed = [
        row
        for row, event, position in found
        if put(row, _columns(row, event, part.claims, ruled) | {"position": position})
    ]
    new, other = [row for row in changed if not row.pk], [row for row in changed if row.pk]
    update(other, CACHED)
    insert(new)
    return events, Woven(len(new), len(other))


def dear_events(events: Collection[int]) -> set[int]:
    """Those of the events that an editor put work into: a title, a ruling, a claim put there."""
    work = Q(title_fixed=True) | Q(rulings__isnull=False) | Q(claims__event_fixed=True)
    wanted, found = list(events), set()
    for first in range(0, len(wanted), BATCH):
        part = Event.objects.filter(work, pk__in=wanted[first : first + BATCH]).order_by()
        found |= set(part.values_list("pk", flat=True))
    return found


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


def _store_claims(part: Part, events: Iterable[Event]) -> None:
    """Put each claim into its event, with the number of its origin there; an editor's choice of event stays."""
    changed = []
    placed: dict[int, tuple[int | None, int]] = dict.fromkeys(part.claims, (None, 0))
    for event, row in zip(part.woven, events, strict=True):
        origins = {pk: number for number, origin in enumerate(event.origins, start=1) for pk in origin}
        placed |= {pk: (row.pk, origins.get(pk, 0)) for pk in event.claims}
    for pk, (event_id, origin) in placed.items():
        claim = part.claims[pk]
        chosen = claim.event_id if claim.event_fixed else event_id
        if (claim.event_id, claim.origin) != (chosen, origin):
            claim.event_id, claim.origin = chosen, origin
            changed.append(claim)
    update(changed, ["event", "origin"])


def _store_conflicts(part: Part, events: Iterable[Event], ruled: Mapping[Key, Ruling]) -> Woven:
    """Bring the conflicts and their sides to the woven ones, with the state of the rulings in force."""
    stored = {(row.event_id, row.kind, row.of): row for row in part.conflicts}
    found = {
        (row.pk, conflict.kind, _of(conflict)): conflict
        for event, row in zip(part.woven, events, strict=True)
        for conflict in event.conflicts
    }
    gone = [row.pk for key, row in stored.items() if key not in found]
    delete(Conflict, gone)
    of_event = {row.pk: row for row in events}
    dossier = part.dossier
    rows = {key: stored.get(key) or Conflict(dossier=dossier, event_id=key[0], kind=key[1], of=key[2]) for key in found}
    changed = [row for key, row in rows.items() if put(row, _verdict(found[key], ruled.get(key), of_event[key[0]]))]
    new, other = [row for row in changed if not row.pk], [row for row in changed if row.pk]
    update(other, VERDICT)
    insert(new)
    _store_sides(part, {rows[key].pk: conflict for key, conflict in found.items()})
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


def _store_sides(part: Part, conflicts: Mapping[int, accounts.Conflict]) -> None:
    wanted = {
        (conflict_id, claim_id): number
        for conflict_id, conflict in conflicts.items()
        for number, side in enumerate(conflict.sides, start=1)
        for claim_id in side
    }
    stored = {(side.conflict_id, side.claim_id, side.number): side.pk for side in part.sides}
    gone = [pk for (conflict, claim, number), pk in stored.items() if wanted.get((conflict, claim)) != number]
    delete(Side, gone)
    insert(
        Side(conflict_id=conflict, claim_id=claim, number=number)
        for (conflict, claim), number in wanted.items()
        if (conflict, claim, number) not in stored
    )


def store_copies(articles: QuerySet[Article], copies: Iterable[tuple[int, int]]) -> None:
    """Say which of the articles repeats which, but where an editor said so."""
    found = list(articles.only("pk", "copy_of", "edited", "same_text"))
    wanted = {article.pk: article.same_text_id for article in found} | dict(copies)
    changed = []
    for article in found:
        if "copy_of" not in article.edited.split() and article.copy_of_id != wanted.get(article.pk):
            article.copy_of_id = wanted.get(article.pk)
            changed.append(article)
    Article.objects.bulk_update(changed, ["copy_of"], batch_size=BATCH)


def drop_events(dossier: Dossier, left: set[int], dear: Collection[int], event_of: Mapping[int, int]) -> Woven:
    """Remove events that have no claims any more; those an editor put work into (`dear`) stay, empty. `event_of` maps
    claims to the events they were in: the number of an event that goes leads to where most of its claims went."""
    kept = left & set(dear)
    keep_numbers(dossier, left, event_of)
    delete(Event, left - kept)
    Conflict.objects.filter(event__in=kept).delete()
    Event.objects.filter(pk__in=kept).update(**EMPTY)
    return Woven(gone=len(left - kept))


def keep_numbers(dossier: Dossier, gone: Collection[int], event_of: Mapping[int, int]) -> None:
    """Let the numbers of events without claims lead to where the claims they had (`event_of`) are now."""
    claims = [claim for claim, event in event_of.items() if event in gone]
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for first in range(0, len(claims), BATCH):
        found = Claim.objects.filter(pk__in=claims[first : first + BATCH], event__isnull=False)
        for claim, event in found.values_list("pk", "event_id"):
            if event not in gone:
                went[event_of[claim]][event] += 1
    for number, events in sorted(went.items()):
        event = events.most_common(1)[0][0]
        Former.objects.filter(event=number).update(event=event)
        Former.objects.update_or_create(dossier=dossier, number=number, defaults={"event_id": event})
