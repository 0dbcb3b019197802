"""What an editor does to events and conflicts: claims moved, events merged, split and named, rulings made."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from timeline import badges, wording
from timeline.models import Claim, Conflict, Event, Ruling
from timeline.services import memory
from timeline.services.storing import keep_numbers
from timeline.services.weaving import weave_dossier


@memory.remembered("moved claims")
def move_claims(*, claims: Iterable[Claim], event: Event) -> None:
    """Put claims into an event for good: weaving leaves them there, and with them those the event has, or it would take
    these away from what they are not alike."""
    moved = list(claims)
    stay = event.claims.filter(event_fixed=False, rejected=False).exclude(pk__in=[claim.pk for claim in moved])
    _pin([*moved, *stay], event)
    weave_dossier(dossier=event.dossier)


def _pin(claims: Iterable[Claim], event: Event) -> None:
    for claim in claims:
        if claim.dossier_id != event.dossier_id:
            raise ValidationError(f"{claim} belongs to another dossier.")
        claim.event = event
        claim.event_fixed = True
        memory.put(claim, ["event", "event_fixed"])


@memory.remembered("released claims")
def release_claims(*, claims: Iterable[Claim]) -> None:
    """Take back an editor's choice of event: weaving groups the claims again."""
    released = list(claims)
    for claim in released:
        claim.event_fixed = False
        memory.put(claim, ["event_fixed"])
    for dossier in {claim.dossier for claim in released}:
        weave_dossier(dossier=dossier)


@memory.remembered("merged events")
def merge_events(*, into: Event, others: Iterable[Event]) -> None:
    """Make several events one: their claims and rulings go to `into`, for good."""
    merged = [event for event in others if event.pk != into.pk]
    if not merged:
        raise ValidationError("Merging takes two events at least.")
    was = dict(Claim.objects.filter(event__in=merged).values_list("pk", "event_id"))
    for event in [into, *merged]:
        _pin(event.claims.all(), into)
    keep_numbers(into.dossier, {event.pk for event in merged}, was)
    for event in merged:
        for ruling in event.rulings.all():
            ruling.event = into
            memory.put(ruling, ["event"])
        memory.remove(event)
    _supersede_doubles(into)
    weave_dossier(dossier=into.dossier)


def _supersede_doubles(event: Event) -> None:
    """Where two rulings on the same thing met, the newer supersedes the older."""
    newest: dict[tuple[str, str], Ruling] = {}
    for ruling in event.rulings.filter(superseded_by=None).order_by("made", "pk"):
        if older := newest.get((ruling.kind, ruling.of)):
            older.superseded_by = ruling
            memory.put(older, ["superseded_by"])
        newest[ruling.kind, ruling.of] = ruling


@memory.remembered("split an event")
def split_event(*, event: Event, claims: Iterable[Claim], title: str) -> Event:
    """Make a new event of some of an event's claims, for good; the others stay where they are, for good too."""
    taken = list(claims)
    left = event.claims.exclude(pk__in=[claim.pk for claim in taken])
    if not taken or not left.exists():
        raise ValidationError("Splitting leaves claims on both sides.")
    if any(claim.event_id != event.pk for claim in taken):
        raise ValidationError(f"Not all of these claims are about “{event}”.")
    _pin(left, event)
    return open_event(claims=taken, title=title)


@memory.remembered("opened an event")
def open_event(*, claims: Sequence[Claim], title: str) -> Event:
    """Make a new event of claims of one dossier, for good."""
    first = claims[0]
    event = Event(dossier=first.dossier, title=title, title_fixed=True, type=first.type, place=first.place)
    event.full_clean()
    memory.put(event)
    move_claims(claims=claims, event=event)
    return event


@memory.remembered("named an event")
def name_event(*, event: Event, title: str) -> None:
    """Give an event an editor's title, or with "" the reader's again."""
    event.title_fixed = bool(title)
    # Until the reader's own is back, which weaving sees to, an event is not left without a title.
    event.title = title or Event.objects.values_list("title", flat=True).get(pk=event.pk)
    event.full_clean()
    memory.put(event, ["title", "title_fixed"])
    weave_dossier(dossier=event.dossier)


@memory.remembered("deleted an event")
def delete_event(*, event: Event) -> None:
    """Remove an event that no claim is about any more, with the rulings on it."""
    if event.claims.filter(rejected=False).exists():
        raise ValidationError("Claims are about this event; move them first.")
    for ruling in event.rulings.all():
        memory.remove(ruling)
    memory.remove(event)


@memory.remembered("ruled")
def rule(
    *,
    event: Event,
    reason: str,
    editor: AbstractBaseUser | None,
    kind: str = "",
    of: str = "",
    state: str = Ruling.State.RULED,
    start: datetime | None = None,
    end: datetime | None = None,
    value: str = "",
    confidence: str = Ruling.Confidence.MEDIUM,
) -> Ruling:
    """Decide on an event, or on its conflict of that kind and count; the ruling in force is superseded, not lost.

    It weighs the claims the event has now: one that comes later makes it stale. Raises ValidationError without a
    reason.
    """
    ruling = Ruling(
        event=event,
        reason=reason.strip(),
        editor=editor,
        kind=kind,
        of=of,
        state=state,
        start=start,
        end=end,
        value=value,
        confidence=confidence,
    )
    ruling.full_clean()
    memory.put(ruling)
    ruling.weighed.set(event.claims.filter(rejected=False))
    before = Ruling.objects.filter(event=event, kind=kind, of=of, superseded_by=None).exclude(pk=ruling.pk)
    # One at a time: one ruling can supersede one other, and there is one in force at most.
    for older in before:
        older.superseded_by = ruling
        memory.put(older, ["superseded_by"])
    weave_dossier(dossier=event.dossier)
    return ruling


def settle_conflict(*, conflict: Conflict, state: str, reason: str, editor: AbstractBaseUser | None) -> Ruling:
    """Call a conflict explained or dismissed, or open it again: a ruling on it, with a reason."""
    return rule(event=conflict.event, kind=conflict.kind, of=conflict.of, state=state, reason=reason, editor=editor)


def prefer_side(*, conflict: Conflict, number: int, reason: str, editor: AbstractBaseUser | None) -> Ruling:
    """Rule for one side of a conflict: for the time its claims have in common, or for what they say.

    ValidationError where it has no such side, or no reason is given.
    """
    claims = list(
        Claim.objects.filter(sides__conflict=conflict, sides__number=number)
        .select_related("timestamp")
        .prefetch_related("quantities")
        .order_by("pk")
    )
    if not claims:
        raise ValidationError("The conflict has no such side any more.")
    start, end = _in_common(claims) if conflict.kind == Conflict.Kind.TIME else (None, None)
    return rule(
        event=conflict.event,
        reason=reason,
        editor=editor,
        kind=conflict.kind,
        of=conflict.of,
        start=start,
        end=end,
        value="" if start or end else _said(conflict, claims),
    )


def _in_common(claims: list[Claim]) -> tuple[datetime | None, datetime | None]:
    """The time that all of them leave, the first one's where they leave none."""
    stamps = [claim.timestamp for claim in claims if claim.timestamp]
    start = max((stamp.start for stamp in stamps if stamp.start), default=None)
    end = min((stamp.end for stamp in stamps if stamp.end), default=None)
    return (start, end) if not (start and end) or start < end else (stamps[0].start, stamps[0].end)


def _said(conflict: Conflict, claims: list[Claim]) -> str:
    """What a side says, in a few words."""
    says = ""
    if conflict.kind == Conflict.Kind.QUANTITY:
        says = badges.amounts(claims, conflict.of)
    elif conflict.kind == Conflict.Kind.STATUS:
        says = wording.listing(dict.fromkeys(claim.status for claim in claims))
    return wording.short(says or " ".join(claims[0].quote.split()), 200)
