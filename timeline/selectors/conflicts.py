"""All conflicts of a dossier, with the words of each side."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, IntegerField, Prefetch, QuerySet, Value, When

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
# What is still to be looked at first.
STATES = ["open", "doubt", "ruled", "explained", "dismissed"]
ORDERS = {
    "": ["settled", "soft", F("gap_seconds").desc(nulls_last=True), "event__start", "pk"],
    "gap": [F("gap_seconds").desc(nulls_last=True), "settled", "soft", "pk"],
    "time": [F("event__start").asc(nulls_last=True), "event", "soft", "pk"],
    "origins": ["-event__origin_count", "settled", "soft", "pk"],
    "kind": ["kind", "of", "settled", "soft", F("gap_seconds").desc(nulls_last=True), "pk"],
    "state": ["rank", "soft", F("gap_seconds").desc(nulls_last=True), "pk"],
}


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
    found = _asked(dossier, asked).order_by(*ORDERS[asked["sort"]])
    shown = Paginator(found.prefetch_related(_sides()), A_PAGE).get_page(page)
    return shown, [_shown(conflict, styles, dossier.slug, zone) for conflict in shown]


def known_conflicts(
    found: Sequence[Conflict], asked: dict[str, str], page: int, styles: Styles, slug: str, zone: ZoneInfo
) -> tuple[Page[Conflict], list[ConflictShown]]:
    """The same of conflicts that are not stored, of the moment they were worked out for; no query."""
    names = [name for name in ("kind", "strength", "state") if asked[name]]
    kept = [conflict for conflict in found if all(getattr(conflict, name) == asked[name] for name in names)]
    shown = Paginator(sorted(kept, key=KEYS[asked["sort"]]), A_PAGE).get_page(page)
    return shown, [_shown(conflict, styles, slug, zone) for conflict in shown]


def _widest(conflict: Conflict) -> float:
    return -1.0 * conflict.gap_seconds if conflict.gap_seconds is not None else float("inf")


def _begins(conflict: Conflict) -> float:
    start = conflict.event.start
    return start.timestamp() if start else float("inf")


# `ORDERS` for conflicts that are not stored.
KEYS: dict[str, Callable[[Conflict], tuple[Any, ...]]] = {
    "": lambda one: (one.strength != "hard", _widest(one), _begins(one), -one.pk),
    "gap": lambda one: (_widest(one), one.strength != "hard", -one.pk),
    "time": lambda one: (_begins(one), one.event.pk, one.strength != "hard", -one.pk),
    "origins": lambda one: (-one.event.origin_count, one.strength != "hard", -one.pk),
    "kind": lambda one: (one.kind, one.of, one.strength != "hard", _widest(one), -one.pk),
    "state": lambda one: (STATES.index(one.state), one.strength != "hard", _widest(one), -one.pk),
}


def _asked(dossier: Dossier, asked: dict[str, str]) -> QuerySet[Conflict]:
    whole: QuerySet[Conflict] = Conflict.objects.filter(event__dossier=dossier).select_related("event")
    return whole.filter(**{name: asked[name] for name in ("kind", "strength", "state") if asked[name]}).annotate(
        settled=Case(When(state__in=["open", "doubt"], then=Value(0)), default=Value(1), output_field=IntegerField()),
        rank=Case(
            *(When(state=state, then=Value(place)) for place, state in enumerate(STATES)), output_field=IntegerField()
        ),
        soft=Case(When(strength="hard", then=Value(0)), default=Value(1), output_field=IntegerField()),
    )


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
