"""What was known at a moment, worked out by the core from the articles that were out by then. Nothing is written.

Editors' corrections of claims count, for they say what the words mean; rulings do not, for they were made later.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from timeline.models import Claim, Conflict, Dossier, Event, Side
from timeline.reach import reach_of
from timeline.reading import accounts, reader
from timeline.selectors.comparison import support_sentence
from timeline.selectors.known import Change, Changes, Known
from timeline.selectors.moments import Moments, counts_from
from timeline.selectors.out import Where, all_out, claims_out
from timeline.services.accounts import account_of
from timeline.services.matching import match_events
from timeline.sorting import sort_columns

# A conflict wherever it is found: the event's id, its kind and what is counted.
Key = tuple[int, str, str]


def known_at(
    dossier: Dossier,
    at: Moments,
    zone: ZoneInfo,
    where: Where | None = None,
) -> Known | None:
    """Events, origins, support and conflicts as of a moment, with what changed since the one before; None where no
    moment is asked for. Three queries or so.

    Of a dossier too large to be woven on the spot only what the page shows is looked at; all of it, which may take its
    time, where nothing says what that is.
    """
    as_of, since = at.as_of, at.since
    if as_of is None:
        return None
    looked = claims_out(dossier, as_of, where) if where else all_out(dossier, as_of)
    claims = looked.claims
    told = [(claim, account_of(claim, claim.article)) for claim in claims]
    # The stored event of each claim, before the rows are put under the events of that moment.
    stored = {claim.event_id: claim.event for claim in claims if claim.event}
    event_of = {claim.pk: claim.event_id for claim in claims if claim.event_id}
    known = _known(as_of, told, event_of, stored)
    known.part, known.hardest, known.coarse = looked.part, looked.events, looked.coarse
    if since is not None:
        before = [(claim, account) for claim, account in told if _is_out(claim, since)]
        then = _known(since, before, event_of, stored)
        known.fresh = {claim.pk for claim in claims} - {claim.pk for claim, _ in before}
        known.changes = _changes(then, known, zone)
    _put_under(known)
    return known


def _is_out(claim: Claim, moment: datetime) -> bool:
    instant = counts_from(claim.article)
    return instant is not None and instant <= moment


def _known(
    as_of: datetime,
    told: Sequence[tuple[Claim, accounts.Account]],
    event_of: dict[int, int],
    stored: dict[int, Event],
) -> Known:
    """The claims woven; each event has the id of the stored one it shares most claims with, or one below zero."""
    woven = reader.weave(account for _, account in told).events
    claims = {claim.pk: claim for claim, _ in told}
    ids = match_events(woven, event_of, stored.keys(), ())
    known = Known(as_of)
    for number, (event, event_id) in enumerate(zip(woven, ids, strict=True), start=1):
        row = _event(event, stored.get(event_id or 0), event_id or -number, claims)
        known.events.append(row)
        known.told[row.pk] = [claims[pk] for pk in event.claims]
        known.conflicts[row.pk] = [
            _conflict(one, row, -(number * 100 + place), claims) for place, one in enumerate(event.conflicts)
        ]
        if row.pk < 0:
            homes = Counter(event_of[pk] for pk in event.claims if pk in event_of)
            if homes:
                known.later[row.pk] = stored[homes.most_common(1)[0][0]]
        known.origins |= {pk: place for place, origin in enumerate(event.origins, start=1) for pk in origin}
    return known


def _event(event: accounts.Event, stored: Event | None, pk: int, claims: dict[int, Claim]) -> Event:
    """An unsaved row with the columns that weaving would store (a test holds the two together)."""
    start, end = bounds(claims[pk] for pk in event.claims)
    support = event.support
    return Event(
        pk=pk,
        dossier_id=claims[event.claims[0]].dossier_id,
        title=stored.title if stored and stored.title_fixed else event.title,
        type=event.type,
        place=event.place,
        background=event.background,
        start=start,
        end=end,
        reach=reach_of(start, end),
        claim_count=len(event.claims),
        origin_count=len(event.origins),
        conflict_count=len(event.conflicts),
        hard_count=sum(conflict.strength == Conflict.Strength.HARD for conflict in event.conflicts),
        supported_start=support.interval.start if support else None,
        supported_end=support.interval.end if support else None,
        supported_by=support.by if support else 0,
        dated_origins=support.dated if support else 0,
    )


def bounds(claims: Iterable[Claim]) -> tuple[datetime | None, datetime | None]:
    """From the earliest start to the latest end of the claims' times, as weaving stores them."""
    stamps = [claim.timestamp for claim in claims if claim.timestamp]
    starts = [stamp.start for stamp in stamps if stamp.start]
    ends = [stamp.end for stamp in stamps if stamp.end]
    if not starts or not ends or min(starts) < max(ends):
        return min(starts, default=None), max(ends, default=None)
    first, last = min(starts + ends), max(starts + ends)
    return (first, last) if first < last else (first, None)


def _conflict(conflict: accounts.Conflict, event: Event, pk: int, claims: dict[int, Claim]) -> Conflict:
    """An unsaved row whose sides are there to be read."""
    gap = None if conflict.gap is None else round(conflict.gap.total_seconds())
    found: dict[str, Any] = {"strength": conflict.strength, "gap_seconds": gap, "state": conflict.state}
    row = Conflict(
        pk=pk,
        dossier_id=event.dossier_id,
        event=event,
        kind=conflict.kind,
        of=conflict.of,
        why=conflict.why,
        **found,
        **sort_columns(**found, start=event.start, origins=event.origin_count),
    )
    sides = [
        Side(conflict=row, claim=claims[claim], number=number)
        for number, side in enumerate(conflict.sides, start=1)
        for claim in side
    ]
    # Where Django keeps what `prefetch_related` has loaded: `sides.all()` answers it without asking the database.
    row._prefetched_objects_cache = {"sides": sides}
    return row


def _put_under(known: Known) -> None:
    """Put each claim under its event of that moment, with the number of its origin there."""
    for event in known.events:
        for claim in known.told[event.pk]:
            claim.event = event
            claim.origin = known.origins.get(claim.pk, 0)
            claim.fresh = claim.pk in known.fresh


def _changes(before: Known, after: Known, zone: ZoneInfo) -> Changes:
    gone = {_key(before, conflict): conflict for conflict in before.all_conflicts()}
    here = {_key(after, conflict): conflict for conflict in after.all_conflicts()}
    earlier = {_home(before, event): event for event in before.events}
    each = []
    for event in after.events:
        home, then = _home(after, event), earlier.get(_home(after, event))
        each.append(
            Change(
                event=event,
                is_new=then is None,
                claims=[claim for claim in after.told[event.pk] if claim.pk in after.fresh],
                opened=[conflict for key, conflict in here.items() if key[0] == home and key not in gone],
                settled=[conflict.why for key, conflict in gone.items() if key[0] == home and key not in here],
                reports=(then.claim_count if then else 0, event.claim_count),
                origins=(then.origin_count if then else 0, event.origin_count),
                support=_moved(then, event, zone),
            )
        )
    changed = [one for one in each if one.claims or one.opened or one.settled or one.support]
    lost = [conflict for key, conflict in gone.items() if key not in here]
    return Changes(
        claims=len(after.fresh),
        events=sum(one.is_new for one in each),
        opened=sum(len(one.opened) for one in each),
        settled=len(lost),
        each=sorted(changed, key=lambda one: (not one.opened, not one.settled, one.is_new, -len(one.claims))),
    )


def _home(known: Known, event: Event) -> int:
    """What an event is known by at both moments: its stored id, else the first of its claims, below zero."""
    return event.pk if event.pk > 0 else -min(claim.pk for claim in known.told[event.pk])


def _key(known: Known, conflict: Conflict) -> Key:
    return _home(known, conflict.event), conflict.kind, conflict.of


def _moved(then: Event | None, event: Event, zone: ZoneInfo) -> tuple[str, str] | None:
    """The most supported interval before and after, where it is not the same."""
    if then is None:
        return None
    before, after = support_sentence(then, zone), support_sentence(event, zone)
    return None if before == after else (before or "none", after or "none")
