"""The formats by name: for `?format=`, for `manage.py export --format`, for the menu. Imports nothing of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """What a file of it is served as, how its name ends, and what a menu says of it."""

    content_type: str
    suffix: str
    says: str


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", "csv", "CSV, a row a claim"),
    "json": Format("application/json", "json", "JSON, everything"),
    "acled": Format("text/csv; charset=utf-8", "acled.csv", "ACLED-like CSV, a row an event"),
    "ics": Format("text/calendar; charset=utf-8", "ics", "iCalendar"),
    "timelinejs": Format("application/json", "timelinejs.json", "TimelineJS"),
    "annotations": Format("application/ld+json", "annotations.jsonld", "Web Annotations, JSON-LD"),
    "svg": Format("image/svg+xml", "svg", "The drawing, SVG"),
    "png": Format("image/png", "png", "The drawing, PNG"),
}
CHOICES = [(name, one.says) for name, one in FORMATS.items()]
