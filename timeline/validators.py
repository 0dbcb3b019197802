"""What a column may hold, where its type alone does not say."""

import re

from django.core.exceptions import ValidationError

from timeline.zones import zone_names

OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
# First parts of addresses that are not a dossier's: a dossier of that name could not be opened.
RESERVED_SLUGS = frozenset(
    {"admin", "static", "media", "api", "accounts", "login", "logout", "about", "help", "new", "healthz"}
)


def validate_slug(slug: str) -> None:
    if slug.lower() in RESERVED_SLUGS:
        raise ValidationError(f"“{slug}” is an address of the site itself; choose another.")


def validate_zone(zone: str) -> None:
    if zone and zone not in zone_names():
        raise ValidationError(f"“{zone}” is no IANA time zone; write it like Asia/Kabul or Europe/Paris.")


def validate_printed_zone(zone: str) -> None:
    """An IANA name, an offset such as -04:00, or "unknown"."""
    if zone != "unknown" and not OFFSET.fullmatch(zone):
        validate_zone(zone)
