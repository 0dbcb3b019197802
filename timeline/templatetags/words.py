"""What templates need to say times and to build addresses: `{% load words %}`."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BoundField, Form
from django.http import HttpRequest

from timeline import wording

register = template.Library()


@register.filter
def stamp(instant: datetime) -> str:
    """An instant as addresses carry it: 2023-03-07T10:15Z, seconds only where there are any."""
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}" if utc.second else f"{utc:%Y-%m-%dT%H:%MZ}"


@register.filter
def local(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as a field for date and time wants it, on the clock of `zone`."""
    return f"{instant.astimezone(zone):%Y-%m-%dT%H:%M}"


@register.filter
def moment(instant: datetime | None, zone: ZoneInfo) -> str:
    return wording.moment(instant, zone)


@register.filter
def day_clock(instant: datetime, zone: ZoneInfo) -> str:
    """An instant without its year: “7 Jul 16:46”."""
    return wording.moment(instant, zone, year=False)


@register.filter
def shortened(text: str, room: int) -> str:
    """The text, cut where it is broader than so many average letters."""
    return wording.fitted(text, room)


@register.filter
def counted(number: int, words: str) -> str:
    """`{{ 2|counted:"claim" }}` is “2 claims”; `"entry,entries"` gives the plural itself."""
    one, _, many = words.partition(",")
    return wording.counted(number, one, many)


@register.filter
def web(address: str) -> str:
    """An address that may stand in a link: http and https only, for it may come from a stranger's file."""
    return address if address.startswith(("https://", "http://")) else ""


@register.filter
def number(value: int) -> str:
    """With a comma every three digits."""
    return f"{value:,}"


@register.filter
def split(text: str) -> list[str]:
    return text.split(",")


@register.filter
def among(value: Any, counts: Mapping[Any, int]) -> int:
    """How many there are of a value: `{{ source.pk|among:facets.sources }}`."""
    return counts.get(value, 0)


@register.filter
def field(form: Form, name: str) -> BoundField:
    return form[name]


@register.filter
def capital(text: str) -> str:
    """The text with its first letter a capital, the others as they are."""
    return text[:1].upper() + text[1:]


@register.simple_tag
def offset(zone: ZoneInfo, instant: datetime) -> str:
    return wording.offset(zone, instant)


@register.simple_tag
def span(start: datetime | None, end: datetime | None, zone: ZoneInfo) -> str:
    """An interval in words on the clock of `zone`."""
    return wording.interval(start, end, zone)


@register.simple_tag(takes_context=True)
def toggled(context: dict[str, Any], name: str, value: object) -> str:
    """This page's query string with one of a repeated parameter's values added, or taken out where it is in."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    values = [item for item in query.getlist(name) if item]
    text = str(value)
    query.setlist(name, [item for item in values if item != text] if text in values else [*values, text])
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def kept_fields(context: dict[str, Any], *left_out: str) -> list[tuple[str, str]]:
    """This page's query string but for some names, for the hidden fields of a form."""
    query = context["request"].GET
    return [(name, value) for name in query if name not in left_out for value in query.getlist(name) if value]
