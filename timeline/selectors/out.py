"""The claims that what was known at a moment is worked out from: all that were out, or as many as a page can take."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from django.db.models import QuerySet, Sum

from timeline.axis import Axis
from timeline.forms import Filters
from timeline.models import Claim, Dossier, Event
from timeline.reach import widest
from timeline.selectors import filtering
from timeline.selectors.dossiers import live_claims, shown_events
from timeline.selectors.moments import out_by
from timeline.selectors.timeline import FAR_MORE, MOST_COUNTED, MUCH, hardest, with_rows
from timeline.selectors.timeline import MOST_CLAIMS as MOST_DRAWN
from timeline.stretches import cell_for, floor

# A thousand claims are woven anew in a second or less, twice where moments are compared: of more than can be drawn a
# page takes those of its window, a file these.
MOST_CLAIMS = 5000
# More articles have more claims than that for certain, or nearly so.
MOST_ARTICLES = 1000
# Of more than can be drawn, those of the events that disagree most, so many together.
MOST_OF_HARDEST = 600


class Part(Enum):
    """How much of what was out was looked at: all, what is shown, the events that disagree most, or nothing."""

    ALL = "all"
    SHOWN = "shown"
    HARDEST = "hardest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Where:
    """What a page shows: a window of the timeline with its filters, or some events; neither is the whole dossier.

    `exact`: all of it or nothing, for a file must not hold less than it says.
    """

    filters: Filters | None = None
    axis: Axis | None = None
    events: Sequence[int] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """The claims; `coarse` is how many events were left out as they span far more than the window (`MOST_COUNTED`: or
    more), `events` of how many the claims are where they are those that disagree most."""

    claims: list[Claim] = field(default_factory=list)
    part: Part = Part.ALL
    coarse: int = 0
    events: int = 0


def all_out(dossier: Dossier, moment: datetime) -> Looked:
    """Everything that was out by then, however much; two queries."""
    return Looked(_loaded(live_claims(dossier).filter(out_by(moment, "article__"))))


def claims_out(dossier: Dossier, moment: datetime, where: Where) -> Looked:
    """All of it where it is not too much, else what the page shows. Two queries, a few more of a large dossier."""
    everything = _out(dossier, moment)
    if everything is not None and _few(everything, MOST_CLAIMS if where.exact else MOST_DRAWN):
        return Looked(_loaded(everything))
    if where.events:
        return _shown(_of(Event.objects.filter(pk__in=where.events, dossier=dossier), moment), MOST_CLAIMS)
    if where.axis is None or where.filters is None:
        return Looked(part=Part.NONE) if where.exact else _of_hardest(shown_events(dossier), moment)
    if where.exact:
        near = dossier.events.filter(filtering.overlapping(dossier, where.axis))
        return _shown(_of(near, moment), MOST_CLAIMS)
    return _within(dossier, moment, where.filters, where.axis)


def _shown(claims: QuerySet[Claim], most: int) -> Looked:
    return Looked(_loaded(claims), Part.SHOWN) if _few(claims, most) else Looked(part=Part.NONE)


def _within(dossier: Dossier, moment: datetime, filters: Filters, axis: Axis) -> Looked:
    """Of a window all that can be drawn, if need be without what spans far more than it, else the hardest."""
    much = _is_much(dossier, axis)
    if not much:
        near = dossier.events.filter(filtering.overlapping(dossier, axis))
        narrowest = widest(axis.span * FAR_MORE)
        for events, coarse in (
            (near, near.none()),
            (near.filter(reach__lte=narrowest), near.filter(reach__gt=narrowest)),
        ):
            claims = _of(events, moment)
            if _few(claims, MOST_DRAWN):
                return Looked(_loaded(claims), Part.SHOWN, coarse.order_by()[:MOST_COUNTED].count())
    # Which conflicts and origins there were by then is worked out afterwards.
    asked = replace(filters, conflicts=False, origins=0)
    find = filtering.hardest_within if much else filtering.events_within
    return _of_hardest(find(dossier, asked, axis), moment)


def _is_much(dossier: Dossier, axis: Axis) -> bool:
    """Whether the window holds so much of a large dossier that the hardest of all are soon among its own."""
    if not dossier.tallied:
        return False
    unit, _ = cell_for(axis.span)
    cells = dossier.densities.filter(
        unit=unit, source=None, at__gte=floor(axis.start, unit, axis.zone), at__lt=axis.end
    )
    return (cells.aggregate(claims=Sum("claims"))["claims"] or 0) > MUCH


def _of_hardest(events: QuerySet[Event], moment: datetime) -> Looked:
    """Of the events that disagree most by now, of those that had begun."""
    found = hardest(events.filter(start__lte=moment), MOST_OF_HARDEST)
    claims = _of(Event.objects.filter(pk__in=[event.pk for event in found]), moment)
    return Looked(_loaded(claims), Part.HARDEST, events=len(found))


def _of(events: QuerySet[Event], moment: datetime) -> QuerySet[Claim]:
    # Nothing here but the events names the dossier, which the database is not to begin with.
    inside = Claim.objects.filter(rejected=False, event__in=events.order_by().values("pk"))
    return inside.filter(out_by(moment, "article__"))


def _out(dossier: Dossier, moment: datetime) -> QuerySet[Claim] | None:
    """The claims of all that was out by then; None of a large dossier, unless few articles may have been."""
    out = out_by(moment, "article__")
    if not dossier.tallied:
        return live_claims(dossier).filter(out)
    articles = dossier.articles.order_by("start").values_list("pk", flat=True)
    dated = list(articles.filter(start__lte=moment)[: MOST_ARTICLES + 1])
    ended = list(articles.filter(start=None, end__lte=moment)[: MOST_ARTICLES + 1])
    if len(dated) + len(ended) > MOST_ARTICLES:
        return None
    return Claim.objects.filter(rejected=False, article__in=[*dated, *ended]).filter(out)


def _few(claims: QuerySet[Claim], most: int) -> bool:
    return len(claims.order_by().values_list("pk")[: most + 1]) <= most


def _loaded(claims: QuerySet[Claim]) -> list[Claim]:
    whole = with_rows(claims).select_related("timestamp__timex")
    # Steps of times are left out of a drawing, but a comparison shows them.
    return list(whole.defer(None).defer("article__text").prefetch_related("doubts"))
