"""The table twin: a line a claim, with everything its bar says."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from timeline import wording
from timeline.labels import claim_url, how, voice_of
from timeline.models import Claim
from timeline.styles import Style, Styles

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as a row of cells."""

    event: str
    local: str
    utc: str
    how: str
    quote: str
    url: str
    voice: str
    style: Style
    quantities: str
    status: str


def lines(claims: Sequence[Claim], zone: ZoneInfo, styles: Styles, slug: str) -> list[Line]:
    return [_line(claim, zone, styles.of(claim.article), slug) for claim in claims]


def _line(claim: Claim, zone: ZoneInfo, style: Style, slug: str) -> Line:
    stamp = claim.timestamp
    return Line(
        event=claim.event.title if claim.event else claim.type,
        local=wording.interval(stamp.start, stamp.end, zone) if stamp else "no time given",
        utc=wording.interval(stamp.start, stamp.end, UTC) if stamp else "",
        how=how(claim),
        quote=wording.short(" ".join(claim.quote.split()), 220),
        url=claim_url(slug, claim),
        voice=voice_of(claim),
        style=style,
        quantities=", ".join(str(quantity) for quantity in claim.quantities.all()),
        status=claim.status,
    )
