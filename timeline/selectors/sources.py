"""The sources of a dossier: what each carries, whom it relays, whom it copies, and how it stands in conflicts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When

from timeline.models import Article, Conflict, Dossier, Side, Source
from timeline.selectors.dossiers import live_claims
from timeline.selectors.known import Known
from timeline.selectors.moments import out_by
from timeline.selectors.standings import Stand, Standing, Told, out, standings
from timeline.styles import Style, Styles

# (source, voice, relay, claims): the relay the text names, else whose copy the article is.
Said = tuple[int, str, str, int]


@dataclass(slots=True)
class SourceShown:
    """A source with its part in the dossier; `voices` and `relays` are (name, claims) from many to few.

    `own`: claims in its own voice; `mended`: claims an editor rejected or changed; `copies` and `copied` are (its
    article, the one repeated) and (its article, the one that repeats it).
    """

    source: Source
    style: Style
    articles: int
    claims: int = 0
    own: int = 0
    mended: int = 0
    standing: Standing = field(default_factory=Standing)
    voices: list[tuple[str, int]] = field(default_factory=list)
    relays: list[tuple[str, int]] = field(default_factory=list)
    copies: list[tuple[Article, Article]] = field(default_factory=list)
    copied: list[tuple[Article, Article]] = field(default_factory=list)


def sources_shown(dossier: Dossier, found: Sequence[Source], styles: Styles) -> list[SourceShown]:
    """Five queries, grouped in the database."""
    articles: QuerySet[Article] = dossier.articles.all()
    shown = {source.pk: SourceShown(source, styles.source(source.pk), source.article_count) for source in found}
    _fill(shown, _said(dossier), standings(_told(dossier), _stands(dossier)))
    return _finished(shown, dossier, articles)


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
    said = [(c.article.source_id, c.voice, c.via or c.article.via, 1) for c in claims]
    _fill(shown, said, standings(_known_told(known), _known_stands(known)))
    return _finished(shown, dossier, articles)


def _fill(shown: dict[int, SourceShown], said: Iterable[Said], standing: dict[int, Standing]) -> None:
    voices: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    relays: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for source, voice, relay, claims in said:
        one = shown[source]
        one.claims += claims
        one.own += 0 if voice or relay else claims
        if voice:
            voices[source][voice] += claims
        if relay:
            relays[source][relay] += claims
    for pk, one in shown.items():
        one.voices = sorted(voices[pk].items(), key=lambda item: (-item[1], item[0]))
        one.relays = sorted(relays[pk].items(), key=lambda item: (-item[1], item[0]))
        one.standing = standing.get(pk) or Standing()


def _finished(shown: dict[int, SourceShown], dossier: Dossier, articles: QuerySet[Article]) -> list[SourceShown]:
    mended = dossier.claims.filter(Q(rejected=True) | Q(touched=True), article__in=articles.values("pk"))
    for source, claims in mended.order_by().values_list("article__source").annotate(Count("pk")):
        shown[source].mended = claims
    copies = articles.filter(copy_of__isnull=False, copy_of__in=articles.values("pk"))
    for article in copies.select_related("source", "copy_of__source").defer("text", "copy_of__text"):
        shown[article.source_id].copies.append((article, article.copy_of))
        shown[article.copy_of.source_id].copied.append((article.copy_of, article))
    return list(shown.values())


def _said(dossier: Dossier) -> list[Said]:
    rows = live_claims(dossier).values_list("article__source", "voice", "via", "article__via")
    return [
        (source, voice, via or copy_of, claims)
        for source, voice, via, copy_of, claims in rows.annotate(claims=Count("pk")).order_by()
    ]


# When an article was out for certain: a weak date never says so.
_OUT_BY = Case(When(article__weak=False, then=F("article__end")))
_DATELESS = Case(When(article__start=None, then=Value(1)), default=Value(0))


def _told(dossier: Dossier) -> list[Told]:
    rows = live_claims(dossier).filter(event__isnull=False).order_by().values_list("event", "article__source")
    grouped = rows.annotate(begins=Min("article__start"), by=Min(_OUT_BY), less=Max(_DATELESS))
    return [Told(event, source, begins, by, bool(less)) for event, source, begins, by, less in grouped]


def _stands(dossier: Dossier) -> list[Stand]:
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
