"""A dossier as iCalendar (RFC 5545): an entry an event, at its most supported time.

Entries are transparent (they block nobody's day); one whose time is contested is tentative and says so. Whole days on
the dossier's clock are dates, everything finer is in UTC. Events without a beginning cannot be in a calendar.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import icalendar
from django.db.models import Max

from timeline import wording
from timeline.exports.selection import Selection, Told, told
from timeline.models import Conflict

# Before any article came in; the entries' stamp is the newest article's, so that the same rows make the same file.
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def ics(selection: Selection) -> Iterator[bytes]:
    """The calendar, a piece an entry."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Timeline of contested events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", selection.title)
    calendar.add("x-wr-timezone", selection.dossier.zone)
    head, end, rest = calendar.to_ical().rpartition(b"END:VCALENDAR")
    yield head
    stamp = selection.dossier.articles.aggregate(newest=Max("imported"))["newest"] or LONG_AGO
    for one in told(selection):
        if one.start:
            yield _entry(one, selection, stamp).to_ical()
    yield end + rest


def _entry(one: Told, selection: Selection, stamp: datetime) -> icalendar.Event:
    event = one.event
    contested = any(conflict.kind == Conflict.Kind.TIME for conflict in one.contested)
    entry = icalendar.Event()
    entry.add("uid", str(uuid5(NAMESPACE_URL, f"timeline:{selection.dossier.slug}:event:{event.pk}")))
    entry.add("dtstamp", stamp)
    entry.add("summary", f"{event.title} (time contested)" if contested else event.title)
    entry.add("status", "TENTATIVE" if contested else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [event.type])
    entry.add("description", _description(one, ZoneInfo(selection.dossier.zone)))
    _place_in_time(entry, one, ZoneInfo(selection.dossier.zone))
    if event.place:
        entry.add("location", event.place)
    if selection.site and event.pk > 0:
        entry.add("url", selection.link(f"/{selection.dossier.slug}/events/{event.pk}/"))
    return entry


def _place_in_time(entry: icalendar.Event, one: Told, zone: ZoneInfo) -> None:
    """Both ends as dates where they are midnights of the clock, else as instants; no end where it is open."""
    ends = [instant for instant in (one.start, one.end) if instant]
    whole = all(f"{instant.astimezone(zone):%H%M%S%f}" == "000000000000" for instant in ends)
    for name, instant in zip(("dtstart", "dtend"), ends, strict=False):
        entry.add(name, instant.astimezone(zone).date() if whole else instant.astimezone(UTC))


def _description(one: Told, zone: ZoneInfo) -> str:
    told_as = wording.interval(one.start, one.end, zone)
    support = f", compatible with {one.event.supported_by} of {one.event.dated_origins} origins"
    lines = [f"{told_as} ({zone.key}){support if one.event.supported_by else ''}"]
    lines += [f"Contested: {conflict.why}" for conflict in one.contested]
    lines += [f"{quote.words} ({quote.by}){f' {quote.url}' if quote.url else ''}" for quote in one.quotes]
    return "\n".join(lines)
