"""All conflicts of a dossier, with the words of each side."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property

from timeline import wording
from timeline.badges import amounts, look
from timeline.labels import claim_url, split_at_time, voice_of, when
from timeline.models import Claim, Conflict, Dossier, Side
from timeline.selectors.comparison import headline
from timeline.styles import Style, Styles

A_PAGE = 50
MOST_QUOTES = 4
# Kinds whose sides tell different times.
OF_TIMES = {Conflict.Kind.TIME, Conflict.Kind.IMPOSSIBLE}
# Each has an index of its own.
ORDERS = {
    "": ["settled", "soft", "-gap", "begins", "pk"],
    "gap": ["-gap", "settled", "soft", "pk"],
    "time": ["begins", "event_id", "soft", "pk"],
    "origins": ["-origins", "settled", "soft", "pk"],
    "kind": ["kind", "of", "settled", "soft", "-gap", "pk"],
    "state": ["rank", "soft", "-gap", "pk"],
}
FILTERS = ("kind", "strength", "state")


class _Conflicts(Paginator[Conflict]):
    """Pages of conflicts; `total` is how many they are, where that is known."""

    def __init__(self, found: QuerySet[Conflict], total: int | None) -> None:
        super().__init__(found, A_PAGE)
        self.total = total

    @cached_property
    def count(self) -> int:
        return super().count if self.total is None else self.total


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim of a side: its words around its time, who says them, where they stand; `when` where times differ."""

    before: str
    time: str
    after: str
    voice: str
    style: Style
    url: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side: a quote a witness, at most `MOST_QUOTES`, and how many claims more."""

    number: int
    says: str
    quotes: list[Quoted]
    more: int


@dataclass(frozen=True, slots=True)
class ConflictShown:
    conflict: Conflict
    look: str
    headline: str
    gap: str
    sides: list[SideShown]


def conflicts(
    dossier: Dossier, asked: dict[str, str], page: int, styles: Styles, zone: ZoneInfo
) -> tuple[Page[Conflict], list[ConflictShown]]:
    """A page of the conflicts asked for, five queries; `asked` holds kind, strength, state, sort, "" for any."""
    chosen = {name: asked[name] for name in FILTERS if asked[name]}
    found = dossier.conflicts.filter(**chosen).select_related("event").order_by(*ORDERS[asked["sort"]])
    total = dossier.census.conflicts if dossier.tallied and not chosen else None
    shown = _Conflicts(found.prefetch_related(_sides()), total).get_page(page)
    return shown, [_shown(conflict, styles, dossier.slug, zone) for conflict in shown]


def known_conflicts(
    found: Sequence[Conflict], asked: dict[str, str], page: int, styles: Styles, slug: str, zone: ZoneInfo
) -> tuple[Page[Conflict], list[ConflictShown]]:
    """The same of conflicts that are not stored, of the moment they were worked out for; no query."""
    names = [name for name in FILTERS if asked[name]]
    kept = [conflict for conflict in found if all(getattr(conflict, name) == asked[name] for name in names)]
    shown = Paginator(sorted(kept, key=KEYS[asked["sort"]]), A_PAGE).get_page(page)
    return shown, [_shown(conflict, styles, slug, zone) for conflict in shown]


# `ORDERS` for conflicts that are not stored.
KEYS: dict[str, Callable[[Conflict], tuple[Any, ...]]] = {
    "": lambda one: (one.settled, one.soft, -one.gap, one.begins, -one.pk),
    "gap": lambda one: (-one.gap, one.settled, one.soft, -one.pk),
    "time": lambda one: (one.begins, one.event.pk, one.soft, -one.pk),
    "origins": lambda one: (-one.origins, one.settled, one.soft, -one.pk),
    "kind": lambda one: (one.kind, one.of, one.settled, one.soft, -one.gap, -one.pk),
    "state": lambda one: (one.rank, one.soft, -one.gap, -one.pk),
}


def _sides() -> Prefetch:
    claims = Claim.objects.select_related("article__source", "timestamp", "timestamp__timex").defer("article__text")
    return Prefetch(
        "sides",
        Side.objects.filter(claim__rejected=False)
        .prefetch_related(Prefetch("claim", claims.prefetch_related("quantities")))
        .order_by("number", "claim__article__start", "claim"),
    )


def _shown(conflict: Conflict, styles: Styles, slug: str, zone: ZoneInfo) -> ConflictShown:
    by_side: dict[int, list[Claim]] = defaultdict(list)
    for side in conflict.sides.all():
        by_side[side.number].append(side.claim)
    return ConflictShown(
        conflict=conflict,
        look=look(conflict),
        headline=headline(conflict),
        gap=wording.apart(conflict.gap_seconds),
        sides=[_side(conflict, number, claims, styles, slug, zone) for number, claims in sorted(by_side.items())],
    )


def _side(conflict: Conflict, number: int, claims: list[Claim], styles: Styles, slug: str, zone: ZoneInfo) -> SideShown:
    firsts = list({(claim.origin or claim.pk): claim for claim in reversed(claims)}.values())[::-1]
    quotes = [
        Quoted(
            *split_at_time(claim),
            voice_of(claim),
            styles.of(claim.article),
            claim_url(slug, claim),
            when(claim.timestamp, zone) if conflict.kind in OF_TIMES else "",
        )
        for claim in firsts[:MOST_QUOTES]
    ]
    says = amounts(claims, conflict.of) if conflict.kind == Conflict.Kind.QUANTITY else ""
    if conflict.kind == Conflict.Kind.STATUS:
        says = wording.listing(dict.fromkeys(claim.status for claim in claims))
    return SideShown(number, says, quotes, len(claims) - len(quotes))
