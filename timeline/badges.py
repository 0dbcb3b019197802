"""What stands under an event's title: where its accounts cannot all hold, or that they agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import wording
from timeline.models import Claim, Conflict, Event
from timeline.reading.count_conflicts import counted_as

# How each kind of disagreement is called on a badge; times, counts and statuses say more than their name.
NAMES = {
    Conflict.Kind.TIME: "time",
    Conflict.Kind.QUANTITY: "count",
    Conflict.Kind.STATUS: "status",
    Conflict.Kind.ACTOR: "who did it",
    Conflict.Kind.PLACE: "where",
    Conflict.Kind.MANNER: "how",
    Conflict.Kind.PARTICIPANT: "who took part",
    Conflict.Kind.WORDING: "wording",
    Conflict.Kind.ATTRIBUTION: "who said it",
    Conflict.Kind.IMPOSSIBLE: "reported before it happened",
}
SETTLED = {Conflict.State.EXPLAINED, Conflict.State.DISMISSED, Conflict.State.RULED}
# Two claims of one origin agree as a matter of course; from two origins on agreement says something.
AGREEING = 2


@dataclass(frozen=True, slots=True)
class Badge:
    """`look` is hard, soft, doubt, settled or agree; `why` the sentence behind it."""

    look: str
    text: str
    why: str


def badges(event: Event, conflicts: Sequence[Conflict], claims: Sequence[Claim]) -> list[Badge]:
    """One badge a conflict, hard ones first; “sources agree” only where several origins leave no conflict."""
    if conflicts:
        by_id = {claim.pk: claim for claim in claims}
        ordered = sorted(conflicts, key=lambda conflict: (look(conflict) != "hard", conflict.kind, conflict.of))
        return [Badge(look(conflict), text(conflict, by_id), conflict.why) for conflict in ordered]
    if event.origin_count >= AGREEING and event.conflict_count == 0:
        return [Badge("agree", "sources agree", f"{event.origin_count} independent origins, no conflict found.")]
    return []


def look(conflict: Conflict) -> str:
    if conflict.state in SETTLED:
        return "settled"
    return "doubt" if conflict.state == Conflict.State.DOUBT else conflict.strength


def text(conflict: Conflict, claims: dict[int, Claim]) -> str:
    """“time: 5 h 30 apart”, “count: 200+ · ~400 · ~600”, “status: 2 assert · 1 denies”, “who did it”."""
    name = NAMES[Conflict.Kind(conflict.kind)]
    members = [claims[side.claim_id] for side in conflict.sides.all() if side.claim_id in claims]
    detail = ""
    if conflict.kind == Conflict.Kind.TIME:
        detail = wording.apart(conflict.gap_seconds)
    elif conflict.kind == Conflict.Kind.QUANTITY:
        name, detail = conflict.of or name, amounts(members, conflict.of)
    elif conflict.kind == Conflict.Kind.STATUS:
        detail = statuses(members)
    told = f"{name}: {detail}" if detail else name
    return f"{told} ({conflict.get_state_display()})" if conflict.state in SETTLED else told


def amounts(claims: Sequence[Claim], of: str) -> str:
    """The different counts of these claims, from small to large; of the thing counted where some are of it."""
    quantities = [quantity for claim in claims for quantity in claim.quantities.all()]
    asked = [quantity for quantity in quantities if counted_as(quantity) == of] or quantities
    found = {(q.low or q.high or 0, wording.amount(q.low, q.high, q.approximate)) for q in asked}
    return " · ".join(dict.fromkeys(said for _, said in sorted(found)))


def statuses(claims: Sequence[Claim]) -> str:
    """How many witnesses assert and how many deny."""
    denying = {claim.origin for claim in claims if claim.status == "denied"}
    asserting = {claim.origin for claim in claims if claim.status != "denied"}
    verbs = [(len(asserting), "asserts", "assert"), (len(denying), "denies", "deny")]
    return " · ".join(f"{number} {one if number == 1 else many}" for number, one, many in verbs if number)
