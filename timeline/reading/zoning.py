"""Stage 3b: in which zone a printed clock and calendar are read, and the instants they then mean."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.zones import AMBIGUOUS, GENERAL, OFFSETS

# The clocks of the Earth run from UTC-12 to UTC+14.
WESTMOST, EASTMOST = timedelta(hours=-12), timedelta(hours=14)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+\-−])\s?(?P<hours>\d\d?):?(?P<minutes>\d\d)?", re.IGNORECASE)
_LENGTHS = {
    Granularity.DAY: timedelta(days=1),
    Granularity.HOUR: timedelta(hours=1),
    Granularity.MINUTE: timedelta(minutes=1),
    Granularity.SECOND: timedelta(seconds=1),
}


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone and why it is that one: IANA name, offset ("-04:00") or "unknown"; `rules` is None where unknown."""

    name: str
    basis: str
    rules: tzinfo | None
    doubt: str = ""


def decide_zone(printed: str, local: datetime, home: str, place: str) -> Zone:
    """The zone of a printed date: the printed one, else the source's home zone, else unknown.

    `printed` is the zone's words as printed ("" for none), `home` and `place` are IANA names or "". An abbreviation
    of several zones is decided by the home zone, else by the place, where one of them keeps such a clock then.
    """
    if printed:
        return _printed_zone(printed, local, home, place)
    if home:
        rules = zone_rules(home)
        if rules is None:
            return Zone("unknown", "home zone not known to the time zone database", None, f"no such zone: {home}")
        return Zone(home, "source's home zone", rules)
    return Zone("unknown", "no zone printed, home zone of the source not known", None)


def zone_rules(name: str) -> tzinfo | None:
    """The zone of an IANA name, or None where the database has none such."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _printed_zone(printed: str, local: datetime, home: str, place: str) -> Zone:
    word = printed.upper()
    basis = f"printed: {printed}"
    if word in AMBIGUOUS:
        return _ambiguous(printed, local, (("source's home zone", home), ("dossier's place", place)))
    if word in OFFSETS:
        return _fixed(timedelta(minutes=OFFSETS[word]), basis)
    name = GENERAL.get(word, printed)
    if "/" in name or word in GENERAL:
        rules = zone_rules(name)
        return Zone(name, basis, rules) if rules else Zone("unknown", basis, None, f"no such zone: {printed}")
    match = _OFFSET.match(printed)
    if match is None:
        return Zone("unknown", basis, None, f"no such zone: {printed}")
    size = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    offset = size if match["sign"] == "+" else -size
    if not WESTMOST <= offset <= EASTMOST:
        return Zone("unknown", basis, None, f"no such zone: {printed}")
    return _fixed(offset, basis)


def _ambiguous(printed: str, local: datetime, deciders: tuple[tuple[str, str], ...]) -> Zone:
    """One of several zones of an abbreviation, by the offset that the source's or the place's clock has then."""
    offsets = {ZoneInfo(name).utcoffset(local) for name in AMBIGUOUS[printed.upper()]}
    for what, name in deciders:
        rules = zone_rules(name) if name else None
        if rules is not None and rules.utcoffset(local) in offsets:
            return Zone(name, f"printed: {printed}, decided by the {what}", rules)
        if name and what.startswith("source"):
            break  # a source with a home zone does not write by the clock of a place abroad
    return Zone("unknown", f"printed: {printed}, which names several zones", None, f"{printed} names several zones")


def _fixed(offset: timedelta, basis: str) -> Zone:
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return Zone(f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}", basis, timezone(offset))


def place_local(local: datetime, granularity: Granularity, rules: tzinfo | None) -> Interval:
    """The instants of a calendar date and clock in a zone; without one, in every zone of the Earth.

    >>> place_local(datetime(2005, 11, 28), Granularity.DAY, None).start.isoformat()
    '2005-11-27T10:00:00+00:00'
    """
    until = _after(local, granularity)
    if rules is not None:
        return Interval(local.replace(tzinfo=rules).astimezone(UTC), until.replace(tzinfo=rules).astimezone(UTC))
    return Interval(local.replace(tzinfo=UTC) - EASTMOST, until.replace(tzinfo=UTC) - WESTMOST)


def _after(local: datetime, granularity: Granularity) -> datetime:
    if granularity is Granularity.MONTH:
        return (local.replace(day=1) + timedelta(days=32)).replace(day=1)
    if granularity is Granularity.YEAR:
        return local.replace(year=local.year + 1)
    return local + _LENGTHS[granularity]
