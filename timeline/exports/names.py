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
}
CHOICES = [(name, one.says) for name, one in FORMATS.items()]
