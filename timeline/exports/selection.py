"""What of a dossier is taken away, and its events as the formats of other tools tell them: one time, a few quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from timeline.axis import Axis
from timeline.exports.rows import Rows, rows_of, when
from timeline.forms import Filters
from timeline.labels import claim_url, quoted, voice_of
from timeline.models import Claim, Conflict, Dossier, Event
from timeline.reading.intervals import Interval
from timeline.selectors.dossiers import source_styles, sources
from timeline.selectors.known import Known
from timeline.styles import Styles
from timeline.wording import moment

MOST_QUOTES = 6


@dataclass(frozen=True, slots=True)
class Selection:
    """What is taken away: a dossier, or the `claims` of it that are on screen through `filters` and `axis`.

    `known` is what was known at a moment, where that is taken away instead of what is known now.
    `site` is where it was asked for ("https://timeline.example"), "" where nobody knows: links are then left out.
    """

    dossier: Dossier
    claims: QuerySet[Claim] | None = None
    filters: Filters | None = None
    axis: Axis | None = None
    site: str = ""
    known: Known | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The clock things are told on: the page's, else the dossier's."""
        return self.filters.zone if self.filters else ZoneInfo(self.dossier.zone)

    @property
    def title(self) -> str:
        """The dossier's, with the moment where one is asked for."""
        known = self.known
        return f"{self.dossier.title} (as known at {moment(known.as_of, self.zone)})" if known else self.dossier.title

    def rows(self) -> Rows:
        return rows_of(self.dossier, self.claims, self.known)

    def link(self, path: str) -> str:
        return f"{self.site}{path}" if self.site else ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one origin about an event: who says them, who carries them, where they stand ("" without a site)."""

    words: str
    voice: str
    source: str
    url: str

    @property
    def by(self) -> str:
        return f"{self.source}, {self.voice}" if self.voice else self.source


@dataclass(slots=True)
class Told:
    """An event with the claims of it that are taken away; `when` is its most supported time, else all its times."""

    event: Event
    when: Interval | None
    claims: list[Claim]
    conflicts: list[Conflict]
    quotes: list[Quote]
    sources: list[str] = field(default_factory=list)

    @property
    def contested(self) -> list[Conflict]:
        """The conflicts nobody has settled, hard ones first."""
        kept = [c for c in self.conflicts if c.state in {Conflict.State.OPEN, Conflict.State.DOUBT}]
        return sorted(kept, key=lambda conflict: (conflict.strength != Conflict.Strength.HARD, conflict.kind))

    @property
    def start(self) -> datetime | None:
        return self.when.start if self.when else None

    @property
    def end(self) -> datetime | None:
        return self.when.end if self.when else None


def told(selection: Selection) -> Iterator[Told]:
    """The events that have a claim in the selection, by time, those without one last."""
    styles = source_styles(selection.dossier, sources(selection.dossier))
    rows = selection.rows()
    for held in rows.told():
        conflicts = rows.conflicts_of([event for event, _ in held])
        yield from (_told(event, claims, conflicts[event.pk], styles, selection) for event, claims in held)


def _told(event: Event, claims: list[Claim], conflicts: list[Conflict], styles: Styles, selection: Selection) -> Told:
    exported = {claim.pk for claim in claims}
    return Told(
        event=event,
        when=when(event),
        claims=claims,
        conflicts=[conflict for conflict in conflicts if _stands(conflict, exported)],
        quotes=_quotes(claims, styles, selection),
        sources=list(dict.fromkeys(styles.of(claim.article).name for claim in claims)),
    )


def _stands(conflict: Conflict, exported: set[int]) -> bool:
    """Whether two of its sides are among the claims taken away."""
    return len({side.number for side in conflict.sides.all() if side.claim_id in exported}) > 1


def _quotes(claims: Iterable[Claim], styles: Styles, selection: Selection) -> list[Quote]:
    """A quote an origin, those that say when first."""
    firsts: dict[int, Claim] = {}
    for claim in sorted(claims, key=_carried):
        firsts.setdefault(claim.origin or -claim.pk, claim)
    return [
        Quote(
            words=quoted(claim.quote),
            voice=voice_of(claim),
            source=styles.of(claim.article).name,
            url=selection.link(claim_url(selection.dossier.slug, claim)),
        )
        for claim in list(firsts.values())[:MOST_QUOTES]
    ]


def _carried(claim: Claim) -> bool:
    return claim.timestamp is None or claim.timestamp.inherited
