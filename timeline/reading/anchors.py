"""Stage 3: the anchor, the document creation time against which relative times are read."""

from dataclasses import dataclass
from datetime import datetime

from timeline.reading.furniture import Paragraph
from timeline.reading.intervals import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article besides its text (sidecar, page metadata, an editor); "" where it is not.

    `zone` is the source's home time zone, `place_zone` the dossier's, both IANA names; `published` is a date
    and time as printed or in ISO 8601; `basis` says how one knows.
    """

    publisher: str = ""
    via: str = ""
    url: str = ""
    zone: str = ""
    place_zone: str = ""
    published: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an article was published, as well as that is known.

    `interval` is in UTC, widened over every zone on Earth where the zone is unknown, None where nothing is known.
    `local` is the printed calendar date and time without a zone: days and weekdays count from it.
    `zone` is an IANA name, an offset ("-04:00") or "unknown"; `basis` says where the time comes from (dateline,
    page metadata, post date, caption, first sentences, sidecar, editor, unknown) and `zone_basis` where the zone
    does. `weak` marks an anchor that is not a publication date. `start`/`end` are the words' span, or None.
    """

    interval: Interval | None
    local: datetime | None
    granularity: Granularity | None
    zone: str
    basis: str
    zone_basis: str
    text: str = ""
    start: int | None = None
    end: int | None = None
    weak: bool = False


UNKNOWN = Anchor(None, None, None, "unknown", "unknown", "unknown")


def find_anchor(text: str, paragraphs: tuple[Paragraph, ...], known: Known) -> Anchor:
    return UNKNOWN
