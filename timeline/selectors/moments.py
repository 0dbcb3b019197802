"""When each article was certainly out: the steps of “as known at”.

An article counts from the END of the interval its date leaves open, when it was out under every zone it may have.
Only one dated to the minute in a known zone counts from that minute. One without a date of its own never counts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from timeline import wording
from timeline.models import Article, Dossier
from timeline.reading.intervals import Granularity
from timeline.styles import Style, Styles

EXACT = [Granularity.MINUTE.value, Granularity.SECOND.value]
UNKNOWN_ZONE = "unknown"
# More steps than this no slider can tell apart; a larger dossier gets those nearest to the moment.
MOST_STEPS = 400
NEAR = MOST_STEPS // 2
COLUMNS = ["dossier", "source", "title", "start", "end", "granularity", "zone", "weak", "basis", "published_text"]


@dataclass(frozen=True, slots=True)
class Issue:
    """An article coming out: from when it counts (None: never), and why it has no exact place, "" where it has."""

    article: Article
    style: Style
    counts_from: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """A moment at which articles came out; `place` is its position on the slider, in per cent."""

    at: datetime
    issues: tuple[Issue, ...]
    place: float


@dataclass(frozen=True, slots=True)
class Moments:
    """The steps from early to late, and where among them the page stands.

    `index` is the step in force: -1 before the first, and the number of steps where no moment is asked for.
    `since` is the moment to compare with: the one asked for, else the step before; None before there was any.
    """

    as_of: datetime | None
    since: datetime | None
    chosen: bool  # `since` was asked for
    steps: tuple[Step, ...]
    index: int
    previous: datetime | None
    following: datetime | None
    not_placed: tuple[Issue, ...]
    near_only: bool = False
    playing: bool = False

    @property
    def alone(self) -> "Moments":
        """Without the step before to compare with, unless it was asked for: in a file nothing is “new” by itself."""
        return self if self.chosen else replace(self, since=None)

    @property
    def step(self) -> Step | None:
        return self.steps[self.index] if 0 <= self.index < len(self.steps) else None

    @property
    def position(self) -> int:
        """Where the slider stands; its last place is the whole dossier."""
        return max(self.index, 0)

    @property
    def first(self) -> datetime | None:
        return self.steps[0].at if self.steps else None


def counts_from(article: Article) -> datetime | None:
    """From when the article was certainly out; None where nothing says so."""
    if article.weak:
        return None
    return article.start if _is_exact(article) and article.start else article.end


def out_by(moment: datetime, prefix: str = "") -> Q:
    """`counts_from` as a condition: the articles (or rows with such a prefix) that count at that moment."""
    exact = {f"{prefix}granularity__in": EXACT, f"{prefix}start__isnull": False}
    is_exact = Q(**exact) & ~Q(**{f"{prefix}zone": UNKNOWN_ZONE})
    at_start = is_exact & Q(**{f"{prefix}start__lte": moment})
    at_end = ~is_exact & Q(**{f"{prefix}end__lte": moment})
    return Q(**{f"{prefix}weak": False}) & (at_start | at_end)


def _is_exact(article: Article) -> bool:
    return article.zone != UNKNOWN_ZONE and article.granularity in EXACT


def moments(
    dossier: Dossier,
    styles: Styles,
    zone: ZoneInfo,
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    playing: bool = False,
) -> Moments:
    """The dossier's steps; of one with more than `MOST_STEPS` articles those nearest to the moment. Two queries."""
    rows, near_only = _articles(dossier, as_of)
    issues = [Issue(row, styles.of(row), counts_from(row), _reason(row, zone)) for row in rows]
    placed = sorted((one for one in issues if one.counts_from), key=lambda one: (one.counts_from, one.article.pk))
    found = [(at, tuple(group)) for at, group in groupby(placed, key=lambda one: one.counts_from)]
    # One place more than there are steps: the last is the whole dossier, undated articles too.
    steps = tuple(Step(at, group, number / len(found) * 100) for number, (at, group) in enumerate(found))
    times = [step.at for step in steps]
    index = bisect_right(times, as_of) - 1 if as_of else len(times)
    before = bisect_left(times, as_of) - 1 if as_of else len(times) - 1
    return Moments(
        as_of=as_of,
        since=since or (times[index - 1] if as_of and index > 0 else None),
        chosen=since is not None,
        steps=steps,
        index=index,
        previous=times[before] if before >= 0 else None,
        following=times[index + 1] if index + 1 < len(times) else None,
        not_placed=tuple(one for one in issues if one.reason),
        near_only=near_only,
        playing=playing and as_of is not None,
    )


def _articles(dossier: Dossier, as_of: datetime | None) -> tuple[Sequence[Article], bool]:
    """The articles to step through, and whether they are not all."""
    rows: QuerySet[Article] = dossier.articles.select_related("source").only(*COLUMNS, "source__name")
    found = list(rows.order_by("start", "id")[: MOST_STEPS + 1])
    if len(found) <= MOST_STEPS:
        return found, False
    before, after = (rows.filter(start__lte=as_of), rows.filter(start__gt=as_of)) if as_of else (rows, rows.none())
    return [*before.order_by("-start", "-id")[:NEAR], *after.order_by("start", "id")[:NEAR]], True


def _reason(article: Article, zone: ZoneInfo) -> str:
    """Why an article has no exact place among the moments; "" where it has one."""
    counted = f"it counts from {wording.moment(article.end, zone)}, when it was out for certain"
    if article.start is None and article.end is None:
        return "no date of publication is known: it never counts"
    if article.weak:
        return f"its date is not one of publication ({article.basis}): it came out some time later, and never counts"
    if article.end is None:
        return "nothing says by when it was out: it never counts"
    if article.zone == UNKNOWN_ZONE:
        return f"printed “{article.published_text}”, in no known zone: {counted}"
    return "" if _is_exact(article) else f"dated only to the {article.granularity or 'day'}: {counted}"
