"""A dossier for TimelineJS3 (https://timeline.knightlab.com/docs/json-format.html): a slide an event.

TimelineJS knows no time zones, so dates are on the page's clock, no finer than they are told; it shows text as HTML,
so every word of an article is escaped. It shows nothing without a date: the title counts what was left out.
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline import wording
from timeline.exports.selection import Quote, Selection, Told, told
from timeline.reading.intervals import Interval

DAY = timedelta(days=1)


def timelinejs(selection: Selection) -> dict[str, Any]:
    """The selection's dated events, from early to late, as an iterator."""
    return {
        "title": {"text": _title(selection, selection.rows().dateless())},
        "events": (_slide(one, selection.zone) for one in told(selection) if one.when),
        "scale": "human",
    }


def _title(selection: Selection, undated: int) -> dict[str, str]:
    clock = format_html("<p>Times are those of {}.</p>", selection.zone.key)
    left = format_html("<p>{} without a date left out.</p>", wording.counted(undated, "event")) if undated else ""
    return {"headline": format_html("{}", selection.title), "text": clock + left}


def _slide(one: Told, zone: ZoneInfo) -> dict[str, Any]:
    start, end = dates(one.when or Interval(None, None), zone)
    slide = {
        "unique_id": f"event-{one.event.pk}",
        "start_date": start,
        "display_date": wording.interval(one.start, one.end, zone),
        "group": one.event.type,
        "text": {"headline": format_html("{}", one.event.title), "text": _text(one)},
    }
    return slide | ({"end_date": end} if end else {})


def dates(when: Interval, zone: ZoneInfo) -> tuple[dict[str, int], dict[str, int] | None]:
    """(start, end) on that clock: whole days without hours; an open side takes the other's instant, with no end."""
    if when.start is None or when.end is None:
        return _date((when.start or when.end).astimezone(zone), True), None
    start, end = when.start.astimezone(zone), when.end.astimezone(zone)
    if _is_midnight(start) and _is_midnight(end):
        first, last = _date(start, False), _date(end - timedelta(microseconds=1), False)
        return first, (last if last != first else None)
    return _date(start, True), _date(end, True)


def _is_midnight(local: datetime) -> bool:
    return (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)


def _date(local: datetime, hours: bool) -> dict[str, int]:
    date = {"year": local.year, "month": local.month, "day": local.day}
    return date | {"hour": local.hour, "minute": local.minute} if hours else date


def _text(one: Told) -> SafeString:
    """Contested points first, then a quote an origin: no <blockquote>, to which TimelineJS adds marks of its own."""
    contested = format_html_join("", "<p><strong>Contested:</strong> {}</p>", ((c.why,) for c in one.contested))
    return contested + format_html_join("", "<p>{}<br>— {}</p>", _parts(one))


def _parts(one: Told) -> list[tuple[str, SafeString]]:
    return [(quote.words, _by(quote)) for quote in one.quotes]


def _by(quote: Quote) -> SafeString:
    return format_html('<a href="{}">{}</a>', quote.url, quote.by) if quote.url else format_html("{}", quote.by)
