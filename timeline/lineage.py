"""Lineage: who said it, who relayed it, who published it, who copied whom; of an event, and of a whole dossier."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline import wording
from timeline.flow import Flow, flow
from timeline.models import Article, Claim, Dossier, Source
from timeline.reading import linkage, origins
from timeline.selectors.columns import Column
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by
from timeline.selectors.sources import said
from timeline.selectors.standings import out
from timeline.services.accounts import account_of
from timeline.styles import Style, Styles
from timeline.ties import Tie

# So many voices are listed; the rest are counted.
MOST_VOICES = 100


@dataclass(frozen=True, slots=True)
class Strand:
    """A witness of an event: its column, the voices and relays its outlets name, why they are one, which outlet had
    it first for certain ("" where nobody can tell), and who repeats whom."""

    column: Column
    voices: tuple[str, ...]
    relays: tuple[str, ...]
    why: tuple[str, ...]
    first: str
    copies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventLineage:
    """`joined`: what spoke for it that the claims tell of one happening."""

    flow: Flow
    strands: list[Strand]
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a voice's claims through one relay ("" for none), with how many went into each outlet."""

    relay: str
    outlets: tuple[tuple[Style, int], ...]


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """A voice of the dossier with its claims, how many outlets have them, and by which ways they came."""

    voice: str
    claims: int
    outlets: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class DossierLineage:
    """`own` are outlets with the claims nobody is named for; `copies` are (copy, original)."""

    flow: Flow
    voices: list[VoiceLine]
    voices_left: int
    own: list[tuple[Style, int]]
    copies: list[tuple[Article, Article]]


def event_lineage(claims: Sequence[Claim], columns: Sequence[Column], styles: Styles) -> EventLineage:
    """Of the claims of one event, with its columns; no query."""
    ties = [Tie(c.voice, c.via or c.article.via, styles.of(c.article), origin=c.origin) for c in claims]
    articles = {claim.article_id: claim.article for claim in claims}
    copies = [
        (styles.of(article).name, styles.of(articles[article.copy_of_id]).name)
        for article in articles.values()
        if article.copy_of_id in articles
    ]
    by_origin: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_origin[claim.origin].append(claim)
    repeats = {pk: article.copy_of_id for pk, article in articles.items() if article.copy_of_id}
    strands = [_strand(column, by_origin[column.number], copies, repeats, styles) for column in columns]
    joined = linkage.what_joins([account_of(claim, claim.article) for claim in claims])
    return EventLineage(flow(ties, copies), strands, joined)


def _strand(
    column: Column,
    claims: Sequence[Claim],
    copies: Iterable[tuple[str, str]],
    repeats: dict[int, int],
    styles: Styles,
) -> Strand:
    articles = {claim.article_id: claim.article for claim in claims}
    names = {styles.of(article).name for article in articles.values()}
    first = first_out(list(articles.values()))
    return Strand(
        column=column,
        voices=tuple(dict.fromkeys(claim.voice for claim in claims if claim.voice)),
        relays=tuple(dict.fromkeys(c.via or c.article.via for c in claims if c.via or c.article.via)),
        why=origins.why_one([account_of(claim, claim.article) for claim in claims], repeats),
        first=styles.of(first).name if first and len(articles) > 1 else "",
        copies=tuple(pair for pair in dict.fromkeys(copies) if pair[0] in names and pair[1] in names),
    )


def first_out(articles: Sequence[Article]) -> Article | None:
    """The one that was out before all others for certain; None where the dates cannot tell."""
    for one in articles:
        by = out(one)[1]
        begins = [out(other)[0] for other in articles if other is not one]
        if by and all(start and by <= start for start in begins):
            return one
    return None


def dossier_lineage(dossier: Dossier, styles: Styles, known: Known | None = None) -> DossierLineage:
    """Of all claims of a dossier, or of what was known at a moment. Two queries, or one."""
    ties = _known_ties(known, styles) if known else _ties(dossier, styles)
    articles = dossier.articles.filter(out_by(known.as_of)) if known else dossier.articles.all()
    repeating = articles.filter(copy_of__isnull=False, copy_of__in=articles.values("pk"))
    rows = repeating.select_related("source", "copy_of__source").defer("text", "copy_of__text")
    copies = [(article, article.copy_of) for article in rows.order_by("start", "pk")]
    lines = sorted(_lines(ties), key=lambda line: (-line.outlets, -line.claims, line.voice))
    own: dict[Style, int] = defaultdict(int)
    for tie in ties:
        if tie.voice == "":
            own[tie.outlet] += tie.claims
    untold = dossier.census.unnamed if dossier.tallied and not known else 0
    return DossierLineage(
        flow=flow(ties, [(styles.of(one).name, styles.of(other).name) for one, other in copies], untold),
        voices=lines[:MOST_VOICES],
        voices_left=max(len(lines) + untold - MOST_VOICES, 0),
        own=sorted(own.items(), key=lambda item: -item[1]),
        copies=copies,
    )


def _ties(dossier: Dossier, styles: Styles) -> list[Tie]:
    """Only articles of an unknown publisher are told apart."""
    nameless = dossier.articles.filter(source__kind=Source.Kind.UNKNOWN).only("pk", "source_id")
    style_of = {article.pk: styles.of(article) for article in nameless}
    return [
        Tie(one.voice, one.relay, style_of.get(one.file or 0) or styles.source(one.source), one.claims)
        for one in said(dossier)
    ]


def _known_ties(known: Known, styles: Styles) -> list[Tie]:
    claims = [claim for event in known.events for claim in known.told[event.pk]]
    return [Tie(claim.voice, claim.via or claim.article.via, styles.of(claim.article)) for claim in claims]


def _lines(ties: Iterable[Tie]) -> list[VoiceLine]:
    named = sorted((tie for tie in ties if tie.voice), key=lambda tie: (tie.voice, tie.relay))
    return [_line(voice, list(group)) for voice, group in groupby(named, key=lambda tie: tie.voice)]


def _line(voice: str, ties: Sequence[Tie]) -> VoiceLine:
    routes = []
    for relay, group in groupby(ties, key=lambda tie: tie.relay):
        outlets: dict[Style, int] = defaultdict(int)
        for tie in group:
            outlets[tie.outlet] += tie.claims
        routes.append(Route(relay, tuple(sorted(outlets.items(), key=lambda item: -item[1]))))
    return VoiceLine(
        voice=wording.short(voice, 120),
        claims=sum(tie.claims for tie in ties),
        outlets=len({tie.outlet.name for tie in ties}),
        routes=tuple(sorted(routes, key=lambda route: -sum(claims for _, claims in route.outlets))),
    )
