"""The articles of a dossier, and one of them as received with everything found in it marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from timeline import wording
from timeline.axis import Axis, Placed
from timeline.drawing import Canvas, Lanes, visible
from timeline.labels import published, quoted, voice_of, when
from timeline.models import Article, Claim, Dossier, Doubt, Original, Timex
from timeline.reading.furniture import Role
from timeline.reading.intervals import Interval
from timeline.selectors.comparison import event_axis
from timeline.selectors.marking import Block, blocks
from timeline.selectors.moments import out_by
from timeline.styles import Style, Styles

A_PAGE = 100
# Furniture that says whose an article is and of when: greyed, and never folded away.
KEPT = {Role.DATELINE, Role.BYLINE, Role.CROSSHEAD, Role.AGENCY, Role.SIGNATURE}
MOST_LANES = 14
UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list."""

    article: Article
    style: Style
    published: str
    claims: int
    doubts: int


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """A claim beside the text: its number there, what it is about, who says so, when."""

    claim: Claim
    number: int
    voice: str
    when: str


@dataclass(frozen=True, slots=True)
class TimexNote:
    """A time beside the text: its words, what they mean on the dossier's clock and in UTC, and how that was found."""

    timex: Timex
    local: str
    utc: str
    steps: list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that follow each other; `fold` says what they are where they are furniture that can be folded away."""

    blocks: list[Block]
    fold: str


@dataclass(frozen=True, slots=True)
class Course:
    """The article's own timeline: the times its claims tell, on one axis, with when it was published; `carried`
    claims have no time of their own and are not drawn."""

    axis: Axis
    lanes: Lanes
    published: Placed | None
    carried: int


@dataclass(frozen=True, slots=True)
class ArticleShown:
    article: Article
    style: Style
    published: str
    spread: str
    spread_utc: str
    parts: list[Part]
    course: Course | None
    claims: list[ClaimNote]
    timexes: list[TimexNote]
    doubts: list[str]
    copies: list[Article]
    furniture: int

    @property
    def folded(self) -> bool:
        return any(part.fold for part in self.parts)


def articles(
    dossier: Dossier, zone: ZoneInfo, styles: Styles, page: int, as_of: datetime | None = None
) -> tuple[Page[Article], list[ArticleLine]]:
    """A page of the dossier's articles by publication (only those out by `as_of`), with their numbers of claims and
    open doubts. Four queries."""
    out = dossier.articles.filter(out_by(as_of)) if as_of else dossier.articles.all()
    found = (
        out.select_related("source", "original", "copy_of__source")
        .defer("text", "original__data", "copy_of__text")
        .order_by("start", "id")
    )
    shown = Paginator(found, A_PAGE).get_page(page)
    keys = [article.pk for article in shown]
    claims = _per_article(Claim.objects.filter(article__in=keys, rejected=False))
    doubts = _per_article(Doubt.objects.filter(article__in=keys, settled=False))
    return shown, [
        ArticleLine(a, styles.of(a), published(a, zone), claims.get(a.pk, 0), doubts.get(a.pk, 0)) for a in shown
    ]


def _per_article(rows: QuerySet[Claim] | QuerySet[Doubt]) -> dict[int, int]:
    return dict(rows.order_by().values_list("article").annotate(Count("pk")))


def original_of(slug: str, pk: int) -> Original | None:
    """The file that the article of that id came in, with its bytes; None where the dossier has no such article."""
    return Original.objects.filter(articles=pk, dossier__slug=slug).first()


def article_of(dossier: Dossier, pk: int) -> Article | None:
    return (
        dossier.articles.select_related("source", "original", "copy_of__source")
        .defer("original__data", "copy_of__text")
        .filter(pk=pk)
        .first()
    )


def article_shown(article: Article, zone: ZoneInfo, styles: Styles) -> ArticleShown:
    """The article with its passages, claims, times, doubts and copies: six queries."""
    claims = list(
        article.claims.filter(rejected=False)
        .select_related("event", "timestamp")
        .prefetch_related("quantities")
        .order_by("start", "end", "id")
    )
    for claim in claims:
        claim.article = article
    timexes = list(article.timexs.order_by("start", "id"))
    passages = list(article.passages.order_by("start"))
    notes = [ClaimNote(c, n, voice_of(c), when(c.timestamp, zone)) for n, c in enumerate(claims, start=1)]
    marked = blocks(article.text, passages, claims, timexes)
    canvas = (zone, styles, article.dossier.slug)
    return ArticleShown(
        article=article,
        style=styles.of(article),
        published=published(article, zone),
        spread=wording.interval(article.start, article.end, zone) if article.start or article.end else "",
        spread_utc=wording.interval(article.start, article.end, UTC) if article.start or article.end else "",
        parts=_parts(marked),
        course=_course(article, claims, *canvas),
        claims=notes,
        timexes=[_timex_note(timex, zone) for timex in timexes],
        doubts=_doubts(article, claims),
        copies=list(article.copies.select_related("source").defer("text")),
        furniture=sum(block.furniture for block in marked),
    )


def _parts(marked: Sequence[Block]) -> list[Part]:
    """The blocks, those next to each other that can be folded away together."""
    return [
        Part(list(group), _fold(group) if folds else "")
        for folds, run in groupby(marked, key=lambda block: block.furniture and block.role not in KEPT)
        if (group := list(run))
    ]


def _fold(group: Sequence[Block]) -> str:
    """“widget, promo: icon menu icon search …”."""
    first = "".join(piece.text for piece in group[0].pieces)
    roles = ", ".join(dict.fromkeys(block.role for block in group))
    return f"{roles}: {wording.short(' '.join(first.split()), 60)}"


def _course(article: Article, claims: Sequence[Claim], zone: ZoneInfo, styles: Styles, slug: str) -> Course | None:
    """None where no claim tells a time of its own."""
    told = [claim for claim in claims if claim.timestamp and not claim.timestamp.inherited]
    if not told:
        return None
    axis = event_axis(told, zone)
    lanes = Canvas(axis, styles, slug).lanes(told, [], limit=MOST_LANES, by_event=True)
    return Course(axis, lanes, visible(axis.place(Interval(article.start, article.end))), len(claims) - len(told))


def _doubts(article: Article, claims: list[Claim]) -> list[str]:
    """What is unsure, each once, with the words it is about where it is about a claim."""
    quotes = {claim.pk: quoted(wording.short(claim.quote, 80)) for claim in claims}
    found = [
        f"{quotes[doubt.claim_id]}: {doubt.text}" if doubt.claim_id in quotes else doubt.text
        for doubt in article.doubts.filter(settled=False)
    ]
    return list(dict.fromkeys(found))


def _timex_note(timex: Timex, zone: ZoneInfo) -> TimexNote:
    placed = timex.since or timex.until
    return TimexNote(
        timex=timex,
        local=wording.interval(timex.since, timex.until, zone) if placed else "not placed in time",
        utc=wording.interval(timex.since, timex.until, UTC) if placed else "",
        steps=[step for step in timex.steps.splitlines() if step],
    )
