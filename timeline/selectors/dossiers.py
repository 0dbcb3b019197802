"""What every page of a dossier shows: its counts and its sources with their colours."""

from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from timeline.models import Article, Claim, Conflict, Dossier, Event, Shelf, Source
from timeline.styles import Styles

# What an analyst has still to look at; the others have been decided or explained.
UNSETTLED = [Conflict.State.OPEN, Conflict.State.DOUBT]


@dataclass(frozen=True, slots=True)
class Counts:
    """The line under the title."""

    articles: int
    files: int
    publishers: int
    voices: int
    claims: int
    events: int
    conflicts: int
    open: int
    hard: int


def dossiers() -> QuerySet[Dossier]:
    """All dossiers with their sizes, the newest first."""
    return Dossier.objects.annotate(
        article_count=Count("articles", distinct=True), event_count=Count("events", distinct=True)
    ).order_by("-created", "-id")


def counts(dossier: Dossier) -> Counts:
    """Four queries: articles, claims, events, conflicts; one of a large dossier."""
    if dossier.tallied:
        return Counts(**{name: getattr(dossier.census, name) for name in Counts.__slots__})
    return Counts(**row_counts(dossier, voices=Count("voice", ~Q(voice=""), distinct=True)))


def row_counts(dossier: Dossier, **of_claims: Count) -> dict[str, int]:
    """Asked of the rows: all but the voices, for which each claim must be looked at, and what else is asked of claims.
    Four queries."""
    articles = article_counts(dossier.articles.all())
    conflicts = Conflict.objects.filter(event__dossier=dossier).aggregate(
        conflicts=Count("pk"),
        open=Count("pk", filter=Q(state__in=UNSETTLED)),
        hard=Count("pk", filter=Q(strength=Conflict.Strength.HARD)),
    )
    claims = live_claims(dossier).aggregate(claims=Count("pk"), **of_claims)
    return {**articles, **conflicts, **claims, "events": shown_events(dossier).count()}


def article_counts(articles: QuerySet[Article]) -> dict[str, int]:
    return articles.aggregate(
        articles=Count("pk"), files=Count("original", distinct=True), publishers=Count("source", distinct=True)
    )


def live_claims(dossier: Dossier) -> QuerySet[Claim]:
    return dossier.claims.filter(rejected=False)


def shown_events(dossier: Dossier) -> QuerySet[Event]:
    """Events that still have a claim."""
    return dossier.events.filter(claim_count__gt=0)


def event_types(dossier: Dossier) -> list[str]:
    rows = dossier.tallies.filter(origins=None) if dossier.tallied else shown_events(dossier)
    return list(rows.order_by("type").values_list("type", flat=True).distinct())


def sources(dossier: Dossier) -> list[Source]:
    """The dossier's publishers in the order they came in, each with `article_count`."""
    if dossier.tallied:
        return [_shelved(shelf) for shelf in dossier.shelves.select_related("source")]
    return list(
        Source.objects.filter(articles__dossier=dossier)
        .annotate(article_count=Count("articles", filter=Q(articles__dossier=dossier)), first=Min("articles__id"))
        .order_by("first")
    )


def _shelved(shelf: Shelf) -> Source:
    shelf.source.article_count = shelf.articles
    return shelf.source


def source_styles(dossier: Dossier, found: list[Source]) -> Styles:
    """The style of each publisher; one query more where files without a known one are among them."""
    nameless = [source.pk for source in found if source.kind == Source.Kind.UNKNOWN]
    files = dossier.articles.filter(source__in=nameless).order_by("pk") if nameless else Article.objects.none()
    return Styles(
        ((source.pk, source.name) for source in found),
        files.values_list("pk", "original__name", "part", "via"),
        nameless,
    )
