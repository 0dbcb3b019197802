"""Stage 3: the anchor, the document creation time against which relative times are read."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from timeline.reading.datelines import is_updated
from timeline.reading.evidence import Evidence, address_date, shown_dates
from timeline.reading.furniture import Paragraph, Role
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.layout import CLOCK_LINE
from timeline.reading.lexicon.datelines import METADATA_LABELS
from timeline.reading.lexicon.zones import MONTH_FIRST
from timeline.reading.printed import Printed, find_printed, read_published
from timeline.reading.undated import OF_OTHERS, date_by_others
from timeline.reading.yearless import date_without_year
from timeline.reading.zoning import decide_zone, place_local

_METADATA = re.compile(rf"(?:{METADATA_LABELS})\W{{0,6}}\Z", re.IGNORECASE)
# An update dates the text as it is, but one of years later is a change of the page.
_SAME_NEWS = timedelta(days=2)


# The end of a basis: the article prints no date, one that was kept with it does.
LIVE = "live entry"  # the basis of an entry of a live page
OF_ANOTHER = "of another article in the file"
_A = {"post date": "a post", "caption": "a caption", "first sentences": "the first sentences"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article besides its text (sidecar, page metadata, an editor); "" where it is not.

    `zone` is the source's home time zone, `place_zone` the dossier's, both IANA names; `published` is a date
    and time as printed or in ISO 8601; `basis` says how one knows, `dated_by` where in its own file the date
    stands, "" where a person gave it. `months` are those in which the other articles of the dossier were published
    ("2019-05 2019-06"), for a date that leaves out its year, `days` the days, the most common first, for one
    that prints none.
    """

    publisher: str = ""
    via: str = ""
    url: str = ""
    zone: str = ""
    place_zone: str = ""
    published: str = ""
    basis: str = ""
    title: str = ""
    byline: str = ""
    dated_by: str = ""
    months: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an article was published, as well as that is known.

    `interval` is in UTC, widened over every zone on Earth where the zone is unknown, None where nothing is known.
    `local` is the printed calendar date and time without a zone: days and weekdays count from it.
    `zone` is an IANA name, an offset ("-04:00") or "unknown"; `basis` says where the time comes from (dateline,
    page metadata, post date, caption, first sentences, sidecar, editor, unknown) and `zone_basis` where the zone
    does. `weak` marks an anchor that is not a publication date. `start`/`end` are the words' span, or None.
    `doubts` are sentences for an editor.
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
    doubts: tuple[str, ...] = ()


UNKNOWN = Anchor(None, None, None, "unknown", "unknown", "unknown")


def find_anchor(text: str, paragraphs: tuple[Paragraph, ...], known: Known) -> Anchor:
    """The anchor of an article, from the best that says when it was published.

    a. what is known besides the text, but a dateline that agrees and is finer goes before it; b. the dateline;
    c. the page's metadata and address; d. weakly, the newest date of a post, a caption or the first sentences; e. as
    weakly, a day on which the other articles of its dossier came out.
    """
    outside, printed = _from_known(known), _from_dateline(text, paragraphs, known)
    doubts = () if outside or not known.published else (f"“{known.published}” was given as date, and is none",)
    anchor = _finer(outside, printed) or _from_address(known) or _from_shown(text, paragraphs, known)
    anchor = anchor or _from_others(text, paragraphs, known) or UNKNOWN
    return replace(anchor, doubts=(*anchor.doubts, *doubts)) if doubts else anchor


def _finer(outside: Anchor | None, printed: Anchor | None) -> Anchor | None:
    """What is known besides the text, unless the dateline says the same more finely."""
    if outside is None or printed is None:
        return outside or printed
    assert outside.interval and printed.interval and outside.granularity and printed.granularity
    agrees = outside.interval.overlaps(printed.interval)
    return printed if agrees and printed.granularity.finer_than(outside.granularity) else outside


def _from_known(known: Known) -> Anchor | None:
    printed = read_published(known.published)
    if printed is None:
        return None
    basis = known.dated_by or (f"sidecar: {known.basis}" if known.basis else "sidecar")
    weak = basis.endswith(OF_ANOTHER)
    return replace(_anchor(known.published, printed, basis, known), start=None, end=None, weak=weak)


def _from_dateline(text: str, paragraphs: tuple[Paragraph, ...], known: Known) -> Anchor | None:
    dates = _publication_dates(text, paragraphs)
    if not dates:
        worked = date_without_year(text, paragraphs, shown_dates(text, paragraphs), known.months)
        return replace(_anchor(text, worked.printed, worked.basis, known), weak=worked.weak) if worked else None
    chosen = _latest_version(text, dates)
    label = text[max(0, chosen.start - 40) : chosen.start]
    basis = "page metadata" if _METADATA.search(label) else "dateline"
    return _with_order_decided(text, paragraphs, chosen, basis, known)


def _publication_dates(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Printed]:
    """The dates of the datelines (a clock on the next line belongs to them), and of teasers that begin with one."""
    dates: list[Printed] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role is Role.DATELINE and paragraph.rule != CLOCK_LINE:
            dates += find_printed(text, paragraph.start, _with_clock(paragraphs, number))
        elif paragraph.role is Role.REPEAT:
            head = find_printed(text, paragraph.start, min(paragraph.end, paragraph.start + 60))
            dates += [date for date in head if date.start == paragraph.start]
    return dates


def _with_clock(paragraphs: tuple[Paragraph, ...], number: int) -> int:
    """Where a dateline ends, with the clock on the next line where it has one."""
    below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    return below.end if below and below.rule == CLOCK_LINE else paragraphs[number].end


def _latest_version(text: str, dates: list[Printed]) -> Printed:
    """The date of the text as it stands: the update where it is of the same news, else the finest of the first day."""
    updates = [date for date in dates if is_updated(text, date)]
    posted = [date for date in dates if date not in updates]
    if not posted:
        return max(updates, key=lambda date: date.local)
    same_day = [date for date in posted if date.local.date() == posted[0].local.date()]
    first = max(same_day, key=lambda date: date.granularity.rank)
    near = [date for date in updates if timedelta(0) <= date.local - first.local <= _SAME_NEWS]
    return max(near, key=lambda date: date.local) if near else first


def _with_order_decided(
    text: str, paragraphs: tuple[Paragraph, ...], printed: Printed, basis: str, known: Known
) -> Anchor | None:
    """An anchor from a date in figures whose day and month may be swapped, or None where nothing decides."""
    if printed.swapped is None:
        return _anchor(text, printed, basis, known)
    swapped = replace(printed, local=printed.swapped, swapped=printed.local)
    if known.zone:
        return _anchor(text, swapped if known.zone in MONTH_FIRST else printed, basis, known)
    evidence = Evidence.of(text, paragraphs)
    fitting = [date for date in (printed, swapped) if evidence.names_day(date.local) or evidence.eve_of(date.local)]
    return _anchor(text, fitting[0], basis, known) if len(fitting) == 1 else None


def _from_address(known: Known) -> Anchor | None:
    day = address_date(known.url)
    if day is None:
        return None
    printed = Printed(0, 0, day, Granularity.DAY)
    return replace(_anchor("", printed, "page metadata", known), text=known.url, start=None, end=None)


def _from_shown(text: str, paragraphs: tuple[Paragraph, ...], known: Known) -> Anchor | None:
    """A weak anchor from the newest date shown in the text that may be of its day; its zone is nobody's."""
    shown = [s for s in shown_dates(text, paragraphs) if s.plausible]
    if not shown:
        return None
    newest = max(shown, key=lambda s: s.printed.local)
    anchor = _anchor(text, newest.printed, newest.basis, replace(known, zone=""))
    return replace(
        anchor,
        weak=True,
        zone_basis=f"the date of {_A[newest.basis]} has no zone" if not newest.printed.zone else anchor.zone_basis,
    )


def _from_others(text: str, paragraphs: tuple[Paragraph, ...], known: Known) -> Anchor | None:
    """A weak anchor from the days on which the dossier's other articles came out."""
    day = date_by_others(text, paragraphs, known.days)
    if day is None:
        return None
    anchor = _anchor("", day, OF_OTHERS, known)
    return replace(anchor, text=f"{day.local:%Y-%m-%d}", start=None, end=None, weak=True)


def _anchor(text: str, printed: Printed, basis: str, known: Known) -> Anchor:
    zone = decide_zone(printed.zone, printed.local, known.zone, known.place_zone)
    doubts = [zone.doubt] if zone.doubt else []
    words = text[printed.start : printed.end]
    if not printed.weekday_fits:
        doubts.append(f"“{words}”: that day is a {printed.local:%A}")
    return Anchor(
        interval=place_local(printed.local, printed.granularity, zone.rules),
        local=printed.local,
        granularity=printed.granularity,
        zone=zone.name,
        basis=basis,
        zone_basis=zone.basis,
        text=words,
        start=printed.start,
        end=printed.end,
        doubts=tuple(doubts),
    )
