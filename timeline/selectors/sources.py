"""The sources of a dossier: what each carries, whom it relays, whom it copies, and how it stands in conflicts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When

from timeline.models import Article, Conflict, Dossier, Shelf, Side, Source
from timeline.selectors.dossiers import live_claims
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by
from timeline.selectors.standings import STANDING, Stand, Standing, Told, out, standings
from timeline.styles import Style, Styles


@dataclass(frozen=True, slots=True)
class Said:
    """So many claims of a voice ("" for the source's own, None for voices not told apart) through a relay, the one the
    text names, else whose copy the article is. `file` is the article, where only that says who published it."""

    source: int
    file: int | None
    voice: str | None
    relay: str
    claims: int = 1


@dataclass(slots=True)
class SourceShown:
    """A source with its part in the dossier; `voices` and `relays` are (name, claims) from many to few, `quoted` is how
    many voices there are.

    `own`: claims in its own voice; `mended`: claims an editor rejected or changed; `copies` and `copied` are (its
    article, the one repeated) and (its article, the one that repeats it).
    """

    source: Source
    style: Style
    articles: int
    claims: int = 0
    own: int = 0
    quoted: int = 0
    mended: int = 0
    standing: Standing = field(default_factory=Standing)
    voices: list[tuple[str, int]] = field(default_factory=list)
    relays: list[tuple[str, int]] = field(default_factory=list)
    copies: list[tuple[Article, Article]] = field(default_factory=list)
    copied: list[tuple[Article, Article]] = field(default_factory=list)


def sources_shown(dossier: Dossier, found: Sequence[Source], styles: Styles) -> list[SourceShown]:
    """Five queries, grouped in the database; three of a large dossier, from its tallies."""
    articles: QuerySet[Article] = dossier.articles.all()
    shown = {source.pk: SourceShown(source, styles.source(source.pk), source.article_count) for source in found}
    if dossier.tallied:
        _fill(shown, said(dossier), {shelf.source_id: _standing(shelf) for shelf in dossier.shelves.all()})
        for shelf in dossier.shelves.all():
            shown[shelf.source_id].quoted, shown[shelf.source_id].mended = shelf.voices, shelf.mended
    else:
        _fill(shown, said(dossier), standings(told(dossier), stands(dossier)))
        for source, claims in mended(dossier, articles).items():
            shown[source].mended = claims
    return _with_copies(shown, articles)


def _standing(shelf: Shelf) -> Standing:
    return Standing(first=shelf.told_first, **{name: getattr(shelf, name) for name in STANDING})


def known_sources(dossier: Dossier, found: Sequence[Source], styles: Styles, known: Known) -> list[SourceShown]:
    """The same of what was known at a moment, of the sources that had published by then; three queries."""
    articles = dossier.articles.filter(out_by(known.as_of))
    counts = dict(articles.order_by().values_list("source").annotate(Count("pk")))
    shown = {
        source.pk: SourceShown(source, styles.source(source.pk), counts[source.pk])
        for source in found
        if source.pk in counts
    }
    claims = [claim for event in known.events for claim in known.told[event.pk]]
    all_said = [Said(c.article.source_id, None, c.voice, c.via or c.article.via) for c in claims]
    _fill(shown, all_said, standings(_known_told(known), _known_stands(known)))
    for source, number in mended(dossier, articles).items():
        shown[source].mended = number
    return _with_copies(shown, articles)


def _fill(shown: dict[int, SourceShown], all_said: Iterable[Said], standing: dict[int, Standing]) -> None:
    voices: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    relays: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for said_ in all_said:
        one = shown[said_.source]
        one.claims += said_.claims
        one.own += said_.claims if said_.voice == said_.relay == "" else 0
        if said_.voice:
            voices[said_.source][said_.voice] += said_.claims
        if said_.relay:
            relays[said_.source][said_.relay] += said_.claims
    for pk, one in shown.items():
        one.quoted = len(voices[pk])
        one.voices = sorted(voices[pk].items(), key=lambda item: (-item[1], item[0]))
        one.relays = sorted(relays[pk].items(), key=lambda item: (-item[1], item[0]))
        one.standing = standing.get(pk) or Standing()


def mended(dossier: Dossier, articles: QuerySet[Article]) -> dict[int, int]:
    """By source: the claims of these articles that an editor rejected or changed."""
    found = dossier.claims.filter(Q(rejected=True) | Q(touched=True), article__in=articles.values("pk"))
    return dict(found.order_by().values_list("article__source").annotate(Count("pk")))


def _with_copies(shown: dict[int, SourceShown], articles: QuerySet[Article]) -> list[SourceShown]:
    copies = articles.filter(copy_of__isnull=False, copy_of__in=articles.values("pk"))
    for article in copies.select_related("source", "copy_of__source").defer("text", "copy_of__text"):
        shown[article.source_id].copies.append((article, article.copy_of))
        shown[article.copy_of.source_id].copied.append((article.copy_of, article))
    return list(shown.values())


def said(dossier: Dossier) -> list[Said]:
    """Grouped in the database; of a large dossier its tallies."""
    if dossier.tallied:
        rows = dossier.sayings.order_by("pk").values_list("source", "article", "voice", "named", "relay", "claims")
        return [Said(source, file, voice if named else None, *rest) for source, file, voice, named, *rest in rows]
    file = Case(When(article__source__kind=Source.Kind.UNKNOWN, then=F("article")))
    names = live_claims(dossier).values_list("article__source", "voice", "via", "article__via")
    return [
        Said(source, file, voice, via or copy_of, claims)
        for source, voice, via, copy_of, file, claims in names.annotate(file=file, claims=Count("pk")).order_by()
    ]


# When an article was out for certain: a weak date never says so.
_OUT_BY = Case(When(article__weak=False, then=F("article__end")))
_DATELESS = Case(When(article__start=None, then=Value(1)), default=Value(0))


def told(dossier: Dossier) -> list[Told]:
    rows = live_claims(dossier).filter(event__isnull=False).order_by().values_list("event", "article__source")
    grouped = rows.annotate(begins=Min("article__start"), by=Min(_OUT_BY), less=Max(_DATELESS))
    return [Told(event, source, begins, by, bool(less)) for event, source, begins, by, less in grouped]


def stands(dossier: Dossier) -> list[Stand]:
    sides = Side.objects.filter(
        conflict__event__dossier=dossier, conflict__strength=Conflict.Strength.HARD, claim__rejected=False
    )
    columns = ["claim__origin", "claim__article__source", "claim__article__start", "claim__article__end"]
    rows = sides.order_by().values_list("conflict", "number", *columns, "claim__article__weak").distinct()
    return [Stand(*row[:5], None if weak else end) for *row, end, weak in rows]


def _known_told(known: Known) -> list[Told]:
    found = []
    for event in known.events:
        by_source: dict[int, list[tuple[datetime | None, datetime | None]]] = defaultdict(list)
        for claim in known.told[event.pk]:
            by_source[claim.article.source_id].append(out(claim.article))
        for source, outs in by_source.items():
            begins = [start for start, _ in outs if start]
            ends = [end for _, end in outs if end]
            less = len(begins) < len(outs)
            found.append(Told(event.pk, source, min(begins, default=None), min(ends, default=None), less))
    return found


def _known_stands(known: Known) -> list[Stand]:
    return [
        Stand(conflict.pk, side.number, side.claim.origin, side.claim.article.source_id, *out(side.claim.article))
        for conflict in known.all_conflicts()
        if conflict.strength == Conflict.Strength.HARD
        for side in conflict.sides.all()
    ]
