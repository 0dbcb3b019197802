"""The sources of a dossier: what each carries, whom it relays, whom it copies, and how it stands in conflicts."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count

from timeline.models import Article, Conflict, Dossier, Side, Source
from timeline.selectors.dossiers import live_claims
from timeline.styles import Style, Styles


@dataclass(slots=True)
class SourceShown:
    """A source with its part in the dossier.

    `alone`: events only it reports. `majority`/`minority`: hard conflicts in which its side has the most origins,
    or fewer. `voices` and `relays` are (name, claims) from many to few; `copies` are (its article, the one repeated).
    """

    source: Source
    style: Style
    articles: int
    claims: int = 0
    own: int = 0
    alone: int = 0
    majority: int = 0
    minority: int = 0
    voices: list[tuple[str, int]] = field(default_factory=list)
    relays: list[tuple[str, int]] = field(default_factory=list)
    copies: list[tuple[Article, Article]] = field(default_factory=list)
    copied: list[tuple[Article, Article]] = field(default_factory=list)


def sources_shown(dossier: Dossier, found: list[Source], styles: Styles) -> list[SourceShown]:
    """Six queries, grouped in the database."""
    shown = {source.pk: SourceShown(source, styles.source(source.pk), source.article_count) for source in found}
    _count_claims(dossier, shown)
    _count_alone(dossier, shown)
    _count_sides(dossier, shown)
    _find_copies(dossier, shown)
    return list(shown.values())


def _count_claims(dossier: Dossier, shown: dict[int, SourceShown]) -> None:
    """Claims of each source by voice and by relay: the relay the text names, else whose copy the article is."""
    rows = live_claims(dossier).values("article__source", "voice", "via", "article__via").annotate(claims=Count("pk"))
    voices: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    relays: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows.order_by():
        one, claims = shown[row["article__source"]], row["claims"]
        relay = row["via"] or row["article__via"]
        one.claims += claims
        one.own += 0 if row["voice"] or relay else claims
        if row["voice"]:
            voices[one.source.pk][row["voice"]] += claims
        if relay:
            relays[one.source.pk][relay] += claims
    for pk, one in shown.items():
        one.voices = sorted(voices[pk].items(), key=lambda item: (-item[1], item[0]))
        one.relays = sorted(relays[pk].items(), key=lambda item: (-item[1], item[0]))


def _count_alone(dossier: Dossier, shown: dict[int, SourceShown]) -> None:
    pairs = live_claims(dossier).filter(event__isnull=False).order_by().values_list("event", "article__source")
    by_event: dict[int, set[int]] = defaultdict(set)
    for event, source in pairs.distinct():
        by_event[event].add(source)
    for sources in by_event.values():
        if len(sources) == 1:
            shown[next(iter(sources))].alone += 1


def _count_sides(dossier: Dossier, shown: dict[int, SourceShown]) -> None:
    """In each hard conflict, whether a source is on the side with most origins."""
    rows = (
        Side.objects.filter(
            conflict__event__dossier=dossier, conflict__strength=Conflict.Strength.HARD, claim__rejected=False
        )
        .order_by()
        .values_list("conflict", "number", "claim__origin", "claim__article__source")
    )
    by_conflict: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for conflict, number, origin, source in rows.distinct():
        by_conflict[conflict].append((number, origin, source))
    for members in by_conflict.values():
        origins: dict[int, set[int]] = defaultdict(set)
        for number, origin, _ in members:
            origins[number].add(origin)
        most = max(len(group) for group in origins.values())
        leaders = [number for number, group in origins.items() if len(group) == most]
        for number, source in {(number, source) for number, _, source in members}:
            if leaders == [number]:
                shown[source].majority += 1
            else:
                shown[source].minority += 1


def _find_copies(dossier: Dossier, shown: dict[int, SourceShown]) -> None:
    copies = dossier.articles.filter(copy_of__isnull=False).select_related("source", "copy_of__source")
    for article in copies.defer("text", "copy_of__text"):
        shown[article.source_id].copies.append((article, article.copy_of))
        if article.copy_of.source_id in shown:
            shown[article.copy_of.source_id].copied.append((article.copy_of, article))
