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
# What each kind means, and what to look at when one meets it: shown beside the conflicts and in the glossary.
MEANINGS = {
    Conflict.Kind.TIME: (
        "The accounts leave no instant at which all of them hold, even with their ends taken loosely.",
        "Compare how each time was told and read: a coarse time, a zone or a day of the saying often explains the gap.",
    ),
    Conflict.Kind.QUANTITY: (
        "The counts do not overlap; “around 40” reaches ten per cent either way, “more than 20” is a floor.",
        "See whether all count the same thing, at the same hour: dead or hurt, so far or in all.",
    ),
    Conflict.Kind.STATUS: (
        "One account says that it happened, another denies it or takes it back.",
        "See who would know, and whether the denial is of the whole or of a part.",
    ),
    Conflict.Kind.ACTOR: (
        "The accounts name different doers of the same thing.",
        "See who speaks for whom: each side of a fight tends to name the other.",
    ),
    Conflict.Kind.PLACE: (
        "The accounts put the same thing in different places.",
        "See whether one place lies inside the other before taking them for two.",
    ),
    Conflict.Kind.MANNER: (
        "The accounts agree that it happened, not how.",
        "Compare the verbs: to break out and to be let out end alike and are not the same.",
    ),
    Conflict.Kind.PARTICIPANT: (
        "The accounts differ on who took part or whom it struck.",
        "See whether one list is only shorter than the other.",
    ),
    Conflict.Kind.WORDING: (
        "The same words of the same voice are printed in different ways.",
        "Look for the original: one of the outlets may have shortened or translated it.",
    ),
    Conflict.Kind.ATTRIBUTION: (
        "The same words are given to different voices.",
        "Look for the first outlet that printed them.",
    ),
    Conflict.Kind.IMPOSSIBLE: (
        "By its own date the report came out before what it tells as past.",
        "The zone of the date or of the time is most likely misread: some zones would make it possible.",
    ),
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
