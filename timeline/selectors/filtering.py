"""Which events and claims the filters of a page leave, and which of them lie in a window.

Of a large dossier a page must not look at every row. Where the filters leave little (`Bounds.narrow`), what they leave
is looked for first; else the window's events are, and of these those that the filters leave.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db.models import Exists, Func, OuterRef, Q, QuerySet, Sum
from django.db.models.expressions import RawSQL
from django.db.models.lookups import GreaterThan, LessThan

from timeline.axis import Axis
from timeline.forms import Bounds, Filters
from timeline.models import Claim, Dossier, Event, Tally
from timeline.reach import ANYWHERE, LENGTHS
from timeline.selectors.dossiers import live_claims, shown_events
from timeline.selectors.search import ids, listed, matching, sample, time_key
from timeline.stretches import covering

DAY = timedelta(days=1)
# Of words that match more claims in a window, so many are looked at; filters that leave no more are narrow.
MOST_MATCHES = 3_000
NARROW = 5_000
# A window of more days, months and years is cut to this many: centuries.
MOST_STRETCHES = 300


def matching_events(dossier: Dossier, filters: Filters) -> QuerySet[Event]:
    """The events the filters leave, each with a claim they leave."""
    if is_narrow(filters) and (filters.q or filters.sources or filters.statuses):
        # Nothing here names the dossier: its claims do, and the database is not to begin with all of its events.
        events = Event.objects.filter(claim_count__gt=0, pk__in=matching_claims(dossier, filters).values("event"))
    else:
        events = shown_events(dossier).filter(_has_claims(dossier, filters))
    return events.filter(_asked(filters))


def _has_claims(dossier: Dossier, filters: Filters) -> Q:
    """Of events: those with a claim the filters leave."""
    if not (filters.q or filters.sources or filters.statuses):
        return Q()
    return Q(Exists(left_of(dossier, filters, Claim.objects.filter(event=OuterRef("pk")))))


def _asked(filters: Filters, event: str = "") -> Q:
    """What is asked of events, or of rows that have an `event`."""
    asked = Q()
    if filters.types:
        asked &= Q(**{f"{event}type__in": filters.types})
    if filters.conflicts:
        asked &= Q(**{f"{event}conflict_count__gt": 0})
    if filters.origins:
        asked &= Q(**{f"{event}origin_count__gte": filters.origins})
    return asked


def is_narrow(filters: Filters) -> bool:
    return bool(filters.q) or filters.bounds.narrow


def matching_claims(dossier: Dossier, filters: Filters) -> QuerySet[Claim]:
    """The claims the filters leave, wherever they lie; of which events is not asked."""
    if filters.q:
        # The words say which dossier it is.
        return left_of(dossier, filters, Claim.objects.all())
    if filters.sources:
        articles = dossier.articles.filter(source__in=filters.sources).order_by().values("pk")
        return left_of(dossier, replace(filters, sources=[]), Claim.objects.filter(article__in=articles))
    return left_of(dossier, filters, live_claims(dossier))


def left_of(dossier: Dossier, filters: Filters, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """What the filters leave of these claims of the dossier."""
    claims = claims.filter(rejected=False)
    if filters.sources:
        claims = claims.filter(article__source__in=filters.sources)
    if filters.statuses:
        claims = claims.filter(status__in=filters.statuses)
    if filters.q:
        claims = claims.filter(pk__in=_matches(dossier, filters))
    return claims


def _matches(dossier: Dossier, filters: Filters) -> RawSQL:
    found = filters.bounds.matches
    return matching(dossier, filters.q) if found is None else listed(found)


def told(dossier: Dossier, filters: Filters) -> QuerySet[Claim]:
    """The claims the filters leave of the events they leave."""
    return matching_claims(dossier, filters).filter(_asked(filters, "event__"), event__claim_count__gt=0)


def events_within(dossier: Dossier, filters: Filters, axis: Axis) -> QuerySet[Event]:
    """The events the filters leave, some account of which lies in the window; an open end reaches everywhere."""
    if is_narrow(filters):
        return matching_events(dossier, filters).filter(_overlapping(axis))
    events = Event.objects.filter(overlapping(dossier, axis), claim_count__gt=0)
    return events.filter(_has_claims(dossier, filters), _asked(filters))


def overlapping(dossier: Dossier, axis: Axis) -> Q:
    """The same for any of the dossier's events, by an index: a stretch of it for each class of `timeline.reach`."""
    events = dossier.events.order_by().values("pk")
    reaching = [
        events.filter(reach=number, start__gte=_before(axis.start, length), start__lt=axis.end, end__gt=axis.start)
        for number, length in enumerate(LENGTHS)
    ]
    return Q(pk__in=events.filter(_overlapping(axis), reach=ANYWHERE).union(*reaching, all=True))


def _overlapping(axis: Axis) -> Q:
    """Compared event by event."""
    start, end = _Compared("start"), _Compared("end")
    starts = Q(LessThan(start, axis.end)) | Q(GreaterThan(end, axis.start), start=None)
    ends = Q(GreaterThan(end, axis.start)) | Q(LessThan(start, axis.end), end=None)
    return starts & ends


class _Compared(Func):
    """A column that SQLite is not to look for in an index: it has no notion of how little the comparison leaves."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(compiler, connection, template="+%(expressions)s", **context)


def hardest_within(dossier: Dossier, filters: Filters, axis: Axis) -> QuerySet[Event]:
    """`events_within` of a window that holds much of a large dossier: looked for from the hardest down, by an index."""
    return matching_events(dossier, filters).filter(_overlapping(axis))


def _before(instant: datetime, length: timedelta) -> datetime:
    """So long before, or the beginning of the calendar."""
    try:
        return instant - length
    except OverflowError:
        return datetime.min.replace(tzinfo=instant.tzinfo)


def bounded(dossier: Dossier, filters: Filters, axis: Axis) -> Filters:
    """The filters, with how a page of that window looks for what they leave.

    Three queries at most, none of a small dossier.
    """
    if not dossier.tallied:
        return filters
    if not filters.q:
        asked = filters.sources or filters.statuses or filters.types
        narrow = bool(asked) and _tallied(dossier, filters) <= NARROW
        return replace(filters, bounds=Bounds(narrow=narrow))
    return replace(filters, bounds=_searched(dossier, filters.q, axis))


def _searched(dossier: Dossier, asked: str, axis: Axis) -> Bounds:
    """What matches; where that is too much, what does of events that began in the window or the day before; where that
    is too much as well, a share of each of its stretches. Three queries at most."""
    found = ids(matching(dossier, asked, most=MOST_MATCHES + 1))
    if len(found) <= MOST_MATCHES:
        return Bounds(matches=found)
    within = _stretches(dossier, axis)
    found = ids(matching(dossier, asked, within=within, most=MOST_MATCHES + 1))
    if len(found) <= MOST_MATCHES:
        return Bounds(matches=found, within=True)
    each = max(MOST_MATCHES // len(within), 1)
    return Bounds(matches=ids(sample(dossier, asked, within=within, each=each)), within=True, each=each)


def _stretches(dossier: Dossier, axis: Axis) -> tuple[str, ...]:
    """The keys of the days, months and years that the window touches, as far as the dossier reaches; one at least."""
    first, last = dossier.census.first or axis.start, dossier.census.last or axis.end
    start, end = max(axis.start - DAY, first), min(axis.end, last)
    found = covering(start, max(end, start + DAY))
    return tuple(time_key(unit, at) for unit, at in islice(found, MOST_STRETCHES))


def _tallied(dossier: Dossier, filters: Filters) -> int:
    rows = tallies(dossier, filters)
    if filters.sources:
        rows = rows.filter(source__in=filters.sources)
    if filters.statuses:
        rows = rows.filter(status__in=filters.statuses)
    if filters.types:
        rows = rows.filter(type__in=filters.types)
    return int(rows.aggregate(claims=Sum("contested" if filters.conflicts else "claims"))["claims"] or 0)


def tallies(dossier: Dossier, filters: Filters) -> QuerySet[Tally]:
    """The tallies of events with so many origins as the filters ask for; the other filters are not asked."""
    return (
        dossier.tallies.filter(origins__gte=filters.origins)
        if filters.origins
        else dossier.tallies.filter(origins=None)
    )
