"""What follows from the claims: events, origins, conflicts, copies and the cached columns, rebuilt from the rows.

A small dossier is woven whole; of a large one the chapters that something changed in, and the events these reach.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from timeline.models import Dossier
from timeline.reading import reader
from timeline.services import chapters, strands
from timeline.services.accounts import accounts_of
from timeline.services.holding import hold
from timeline.services.matching import match_events
from timeline.services.searchable import keep_searchable
from timeline.services.storing import Part, Woven, dear_events, drop_events, store, store_copies
from timeline.services.tallies import keep_tallies

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
    plan = chapters.plan(dossier)
    found = _weave_whole(dossier) if plan is None else _weave_chapters(dossier, plan)
    Dossier.objects.filter(pk=dossier.pk).update(stale=False)
    dossier.stale = False
    return found


def _weave_whole(dossier: Dossier) -> dict[str, Woven]:
    weave = reader.weave(accounts_of(dossier))
    claims = {claim.pk: claim for claim in dossier.claims.filter(rejected=False).select_related("timestamp").order_by()}
    stored = set(dossier.events.values_list("pk", flat=True))
    dear = dear_events(stored)
    event_of = {pk: claim.event_id for pk, claim in claims.items() if claim.event_id}
    ids = match_events(weave.events, event_of, stored, dear)
    nowhere = [None] * len(ids)
    events, found = store(Part(dossier, weave.events, ids, nowhere, claims, {"event__dossier": dossier}))
    store_copies(dossier.articles.all(), weave.copies)
    found["events"] += drop_events(dossier, stored - {row.pk for row in events}, dear, event_of)
    keep_searchable(dossier=dossier)
    keep_tallies(dossier=dossier)
    return found


def _weave_chapters(dossier: Dossier, plan: chapters.Plan) -> dict[str, Woven]:
    """The events that what is fresh in the plan can reach, some at a time; the others stay as they are."""
    strung = strands.strung(dossier, plan)
    dear = dear_events(strung.events)
    ids = match_events(strung.chains, strung.event_of, strung.events, dear)
    found = {"events": Woven(), "conflicts": Woven()}
    claims: list[int] = []
    touched = set(strung.events)
    for part in strands.parts(zip(strung.chains, ids, strict=True)):
        rows = strands.told(dossier, plan, part)
        events, stored = store(rows)
        touched |= {event.pk for event in events}
        found = {kind: found[kind] + stored[kind] for kind in found}
        claims += rows.claims
    everything = len(plan.fresh) == len(plan.places)
    keep_searchable(dossier=dossier, claims=None if everything else claims)
    found["events"] += drop_events(dossier, strung.events - {pk for pk in ids if pk}, dear, strung.event_of)
    keep_tallies(dossier=dossier, events=None if everything else touched)
    return found
