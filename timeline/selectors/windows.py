"""Which stretch of time a dossier opens on: where the happening is, not where its background reaches."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from django.db.models import F, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDay

from timeline.axis import Axis, midnight, next_midnight
from timeline.models import Dossier, Event, Timestamp
from timeline.reading.intervals import Granularity
from timeline.selectors.dossiers import shown_events

DAY = timedelta(days=1)
# A happening that is told day by day fits in a week; a longer run opens on its densest week.
WEEK = 7
# Times told this finely say where on the axis something is; "this year" does not.
FINE = [g.value for g in Granularity if not Granularity.DAY.finer_than(g)]
# A day at the edge with fewer claims than this share of the busiest day's is the eve, not the happening.
QUIET = 0.1
NO_WINDOW = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 2, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Preset:
    """A window with a name."""

    name: str
    start: datetime
    end: datetime

    def shows(self, axis: Axis) -> bool:
        return (self.start, self.end) == (axis.start, axis.end)


def happening(dossier: Dossier) -> tuple[datetime, datetime]:
    """The days that hold most of the claims, from local midnight to local midnight. Two queries, a large dossier none.

    Events are put on the day their most supported time begins; background events count only where there is no other.
    """
    if dossier.tallied:
        return dossier.census.start, dossier.census.end
    zone = ZoneInfo(dossier.zone)
    dated = shown_events(dossier).annotate(at=Coalesce("supported_start", "start", "supported_end", "end"))
    days = _weights(dated.filter(background=False), zone) or _weights(dated, zone)
    if not days:
        return NO_WINDOW
    first, last = _densest(days)
    start, end = _reach(dossier, dated.filter(at__gte=first, at__lt=last + DAY), first, last)
    return start.astimezone(UTC), end.astimezone(UTC)


def _weights(dated: QuerySet[Event], zone: ZoneInfo) -> list[tuple[datetime, int]]:
    """(local midnight, claims of the events on that day), in order."""
    rows = (
        dated.filter(at__isnull=False)
        .annotate(day=TruncDay("at", tzinfo=zone))
        .values("day")
        .annotate(claims=Sum("claim_count"))
        .order_by("day")
    )
    return [(row["day"], row["claims"]) for row in rows]


def _densest(days: list[tuple[datetime, int]]) -> tuple[datetime, datetime]:
    """The first and last day of the run of days with most claims; runs may miss a day, and last a week at most."""
    runs = [[days[0]]]
    for before, day in pairwise(days):
        if day[0] - before[0] > 2 * DAY:
            runs.append([])
        runs[-1].append(day)
    windows = [[other for other in run if day[0] <= other[0] < day[0] + WEEK * DAY] for run in runs for day in run]
    best = max(windows, key=lambda window: sum(claims for _, claims in window))
    most = max(claims for _, claims in best)
    full = [day for day, claims in best if claims >= most * QUIET]
    return full[0], full[-1]


def _reach(dossier: Dossier, events: QuerySet[Event], first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """Those days and what fine-grained accounts of their events say beyond them, by two days at most."""
    zone = ZoneInfo(dossier.zone)
    near = Q(start__gte=first - 2 * DAY) & Q(end__lte=last + 3 * DAY)
    ends = (
        Timestamp.objects.filter(near, granularity__in=FINE, inherited=False, cut=False, pk=F("claim__timestamp_id"))
        .filter(claim__dossier=dossier, claim__rejected=False)
        .filter(claim__event__in=events.values("pk"))
        .aggregate(first=Min("start"), last=Max("end"))
    )
    start = midnight(min(filter(None, [first, ends["first"]])), zone)
    end = max(filter(None, [last + timedelta(seconds=1), ends["last"]]))
    floor = midnight(end, zone)
    return start, floor if floor == end else next_midnight(end, zone)


def presets(dossier: Dossier, window: tuple[datetime, datetime], zone: ZoneInfo) -> list[Preset]:
    """The happening, everything, and each of its days (at most a week of them). One query."""
    named = [Preset("The happening", *window)]
    first, last = reach(dossier)
    if first and last:
        start, end = midnight(first, zone), next_midnight(last, zone)
        named.append(Preset("Everything", start.astimezone(UTC), end.astimezone(UTC)))
    days = list(Axis(*window, zone).days())
    if 1 < len(days) <= WEEK:
        named += [Preset(f"{day:%a} {day.day}", day.astimezone(UTC), after.astimezone(UTC)) for day, after in days]
    return named


def reach(dossier: Dossier) -> tuple[datetime | None, datetime | None]:
    """Where the earliest event begins and the latest ends; None where none is dated."""
    if dossier.tallied:
        return dossier.census.first, dossier.census.last
    ends = shown_events(dossier).aggregate(first=Min(Coalesce("start", "end")), last=Max(Coalesce("end", "start")))
    return ends["first"], ends["last"]
