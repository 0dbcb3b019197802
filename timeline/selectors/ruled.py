"""What editors ruled on events, as the timeline marks it."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from timeline.badges import Badge
from timeline.models import Claim, Event, Ruling


def ruled(events: Sequence[Event]) -> dict[int, list[Badge]]:
    """A badge for each event that was ruled on as a whole, and one where a ruling in force, on the event or on a
    conflict of it, did not weigh all the claims there are now. By event, in one query."""
    unweighed = Claim.objects.filter(event=OuterRef("event"), rejected=False).exclude(rulings=OuterRef("pk"))
    found = Ruling.objects.filter(event__in=[event.pk for event in events], superseded_by=None)
    marks: dict[int, list[Badge]] = defaultdict(list)
    for ruling in found.annotate(stale=Exists(unweighed)).order_by("made", "pk"):
        mine = marks[ruling.event_id]
        if not ruling.kind:
            mine.append(Badge("settled", "ruled", ruling.reason))
        if ruling.stale and not any(badge.look == "doubt" for badge in mine):
            mine.append(Badge("doubt", "ruling out of date", "Claims came in that the ruling did not weigh."))
    return marks
