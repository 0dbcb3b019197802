"""When the articles of a window were published: the ticks below the timeline."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from timeline import wording
from timeline.axis import Axis, Placed, percent
from timeline.fitting import CHARACTER, LONGEST_NAME, PLOT_WIDTH
from timeline.labels import published
from timeline.models import Article, Dossier
from timeline.reading.intervals import Granularity, Interval
from timeline.selectors.moments import out_by
from timeline.styles import Style, Styles

MOST_TICKS = 120
# Dates told to the day or finer leave no more open than this, whatever zone they may be in.
LONGEST_FINE = timedelta(days=3)
FINE = [g.value for g in Granularity if not Granularity.DAY.finer_than(g)]
COARSE = ["", *(g.value for g in Granularity if g.value not in FINE)]
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Publication:
    """An article's publication on the axis; `wide` when it is not known to the hour; `line` keeps labels apart."""

    article: Article
    style: Style
    left: str
    width: str
    wide: bool
    when: str
    label: str
    line: int
    anchor: str
    label_x: str


@dataclass(frozen=True, slots=True)
class Publications:
    shown: list[Publication]
    lines: int
    unplaced: int  # without a date of publication
    elsewhere: int  # dated, outside the window or past the most that are drawn


def publications(
    dossier: Dossier, axis: Axis, styles: Styles, width: int = PLOT_WIDTH, as_of: datetime | None = None
) -> Publications:
    """The window's articles from early to late (only those out by `as_of`), each label on a line where it has room.

    Four queries.
    """
    articles = dossier.articles.filter(out_by(as_of)) if as_of else dossier.articles.all()
    dated = articles.filter(start__isnull=False, end__isnull=False)
    shown: list[Publication] = []
    ends: list[float] = []
    for article in _first_within(articles, axis):
        placed = axis.place(Interval(article.start, article.end))
        if placed:
            shown.append(_publication(article, placed, axis, style=styles.of(article), ends=ends, width=width))
    if dossier.tallied and as_of is None:
        total, unplaced = dossier.census.articles, dossier.census.undated
    else:
        total = articles.count()
        unplaced = total - dated.count()
    return Publications(shown, len(ends), unplaced, total - unplaced - len(shown))


def _first_within(articles: QuerySet[Article], axis: Axis) -> list[Article]:
    """The first that were published in the window. The finely dated ones begin at most some days before it, so that an
    index gives them in order; the others are looked at from the beginning on, and are few."""
    inside = articles.filter(start__lt=axis.end, end__gt=axis.start).order_by("start", "id")
    rows = inside.select_related("source").defer("text")
    fine = rows.filter(granularity__in=FINE, start__gte=axis.start - LONGEST_FINE)[:MOST_TICKS]
    coarse = rows.filter(granularity__in=COARSE)[:MOST_TICKS]
    return sorted([*fine, *coarse], key=lambda article: (article.start, article.pk))[:MOST_TICKS]


def _publication(
    article: Article, placed: Placed, axis: Axis, *, style: Style, ends: list[float], width: int
) -> Publication:
    wide = article.end - article.start > axis.span / 200
    clock = f"{article.start.astimezone(axis.zone):%H:%M}" if article.granularity in {"minute", "second"} else ""
    label = " ".join(filter(None, [wording.fitted(style.name, LONGEST_NAME), clock if not wide else ""]))
    room = (wording.breadth(label) + 3) * CHARACTER / width * 100
    anchor, at = ("start", placed.left) if placed.left + room <= 100 else ("end", placed.left)
    begin = at if anchor == "start" else at - room
    line = next((number for number, end in enumerate(ends) if end <= begin), len(ends))
    if line == len(ends):
        ends.append(0.0)
    ends[line] = begin + room
    return Publication(
        article=article,
        style=style,
        left=percent(placed.left),
        width=percent(placed.width),
        wide=wide,
        when=published(article, axis.zone),
        label=label,
        line=line,
        anchor=anchor,
        label_x=percent(at),
    )
