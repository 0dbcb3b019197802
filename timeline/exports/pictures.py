"""The drawing of the timeline as a file that stands alone: SVG with its styles inside, and PNG made from it.

The bars, gaps and labels are those of the page, placed in per cent inside each row's own viewport; what the page's
style sheet leaves to the browser (where each row, line and badge goes) is worked out here, in pixels.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

import resvg_py
from django.conf import settings
from django.template.loader import render_to_string

from timeline import wording
from timeline.axis import Axis
from timeline.badges import Badge
from timeline.drawing import Bar, Gap, local_days
from timeline.exports.selection import Selection
from timeline.fitting import CHARACTER, PLOT_WIDTH
from timeline.forms import Filters
from timeline.selectors import windows
from timeline.selectors.density import Strip
from timeline.selectors.dossiers import counts, source_styles, sources
from timeline.selectors.known import known_counts, known_timeline
from timeline.selectors.publications import Publications, publications
from timeline.selectors.timeline import Row, timeline

HEAD, MARGIN = 272, 28
WIDTH = HEAD + PLOT_WIDTH + 2 * MARGIN
TITLE_LINE, META_LINE, BADGE_LINE, LANE, LABEL, GAP, PADDING = 20, 17, 22, 19, 16, 18, 10
# Serif titles of 16 px, badges and lines of 12 px: pixels a letter.
TITLE_CHARACTER, BADGE_CHARACTER, META_CHARACTER = 8.2, 6.0, 5.9
MOST_TITLE_LINES = 3
MOST_TICK_LINES = 7
# A picture of more pixels than this is made at less than twice its size: it has to fit in memory.
MOST_PIXELS, SHARPNESS = 24_000_000, 2.0
SOURCE = re.compile(r"c\d")
PALETTE = re.compile(r"--([\w-]+): (#\w+);")
# What XML 1.0 cannot hold, not even escaped.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class BadgeDrawn:
    badge: Badge
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class BarDrawn:
    bar: Bar
    y: float  # of its label where that is above, else of the bar
    bar_y: float


@dataclass(slots=True)
class RowDrawn:
    """A row of the picture; `group` is the heading above it, "" where it is the one before's."""

    row: Row
    y: float
    group: str
    title: list[tuple[str, float]]
    meta: list[tuple[str, float]]
    badges: list[BadgeDrawn]
    bars: list[BarDrawn] = field(default_factory=list)
    gaps: list[tuple[Gap, float]] = field(default_factory=list)
    left_out_y: float = 0.0
    height: float = 0.0

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(slots=True)
class StripDrawn:
    strip: Strip
    y: float


def svg(selection: Selection) -> str:
    """The drawing of the selection's window in the light colours; about thirty queries."""
    colours = palette()
    named = [(name, colour) for name, colour in colours.items() if SOURCE.fullmatch(name)]
    context = picture(selection) | {"palette": colours, "sources": named}
    return NOT_XML.sub("", render_to_string("exports/timeline.svg", context))


def picture(selection: Selection) -> dict[str, Any]:
    """What is drawn and where, for a template."""
    dossier = selection.dossier
    axis, filters = _window(selection)
    styles = source_styles(dossier, sources(dossier))
    known = selection.known
    drawn = known_timeline(dossier, filters, axis, styles, known) if known else timeline(dossier, filters, axis, styles)
    published = publications(dossier, axis, styles, as_of=known.as_of if known else None)
    days, ticks = local_days(axis), list(axis.ticks())
    top = 128.0 + (16 if days and ticks and ticks[0].unit != "day" else 0)
    counted = drawn.strips.each if drawn.strips else []
    strips = [StripDrawn(strip, top + 26 * number) for number, strip in enumerate(counted)]
    rows = _rows(drawn.rows, top + 26 * len(strips))
    bottom = rows[-1].bottom if rows else top + 26 * len(strips) + 40
    lines = min(published.lines, MOST_TICK_LINES)
    legend = _legend(_named(drawn.rows, published), bottom + 18 * lines + 50)
    return {
        "dossier": dossier,
        "title": selection.title,
        "counts": known_counts(dossier, known) if known else counts(dossier),
        "axis": axis,
        "place_zone": filters.place,
        "window": wording.interval(axis.start, axis.end, axis.zone),
        "days": days,
        "ticks": ticks,
        "nights": axis.nights(filters.place),
        "strips": strips,
        "rows": rows,
        "ticks_y": _tick_lines(published, bottom + 12),
        "published": published,
        "top": top,
        "bottom": bottom,
        "plot_height": bottom + 18 * lines + 16 - top,
        "legend": legend,
        "height": (legend[-1][3] if legend else bottom + 18 * lines + 40) + 34,
        "width": WIDTH,
        "head": HEAD,
        "margin": MARGIN,
        "plot_x": HEAD + MARGIN,
        "plot_width": PLOT_WIDTH,
        "site": selection.site,
    }


def png(selection: Selection) -> bytes:
    """The same in pixels, at twice its size where that is not too large."""
    drawing = svg(selection)
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing)
    pixels = int(size[1]) * int(size[2]) if size else MOST_PIXELS
    zoom = min(SHARPNESS, (MOST_PIXELS / pixels) ** 0.5)
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=zoom))


def palette() -> dict[str, str]:
    """The light colours of the style sheet, "-" in a name written "_"."""
    sheet = (settings.BASE_DIR / "static" / "timeline.css").read_text()
    light = sheet[sheet.index(":root {") : sheet.index("}")]
    return {name.replace("-", "_"): colour for name, colour in PALETTE.findall(light)}


def _window(selection: Selection) -> tuple[Axis, Filters]:
    """The window and filters of the page, else the happening without any; always drawn whole, by itself."""
    place = ZoneInfo(selection.dossier.zone)
    filters = selection.filters or Filters(zone=place, place=place)
    axis = selection.axis or filters.axis(windows.happening(selection.dossier))
    return axis, replace(filters, event=None, view="drawing")


def _rows(rows: list[Row], top: float) -> list[RowDrawn]:
    placed: list[RowDrawn] = []
    y, group = top, ""
    for row in rows:
        heading = row.group if row.group != group else ""
        group = row.group
        y += 36 if heading else 0
        placed.append(_row(row, y, heading))
        y = placed[-1].bottom
    return placed


def _row(row: Row, y: float, heading: str) -> RowDrawn:
    """Where everything of a row goes; as high as the higher of its two halves."""
    title = wrapped(row.title, (HEAD - 18) / TITLE_CHARACTER, MOST_TITLE_LINES)
    lines = [(line, y + PADDING + 14 + TITLE_LINE * number) for number, line in enumerate(title)]
    below = y + PADDING + TITLE_LINE * len(title) + 12
    meta = [
        (line, below + META_LINE * number)
        for number, line in enumerate(wrapped(row.meta, (HEAD - 18) / META_CHARACTER, 2))
    ]
    badges, left = _badges(row.badges, meta[-1][1] + 8)
    drawn = RowDrawn(row, y, heading, lines, meta, badges)
    right = _lanes(drawn, y + PADDING)
    drawn.height = max(left, right) + PADDING - y
    return drawn


def _badges(badges: list[Badge], y: float) -> tuple[list[BadgeDrawn], float]:
    """The badges in lines as long as the head, and where the last line ends."""
    placed: list[BadgeDrawn] = []
    x = 0.0
    for badge in badges:
        text = wording.fitted(badge.text, (HEAD - 34) / BADGE_CHARACTER)
        width = wording.breadth(text) * BADGE_CHARACTER + 14
        if x and x + width > HEAD - 18:
            x, y = 0.0, y + BADGE_LINE
        placed.append(BadgeDrawn(replace(badge, text=text), x, y, width))
        x += width + 5
    return placed, y + (BADGE_LINE if badges else 0)


def _lanes(drawn: RowDrawn, y: float) -> float:
    """Place the bars one below another, the gaps' texts below them; where the last ends."""
    for bar in drawn.row.lanes.bars:
        above = LABEL if bar.label == "above" and not bar.off else 0
        drawn.bars.append(BarDrawn(bar, y, y + above))
        y += above + LANE
    for gap in drawn.row.lanes.gaps:
        drawn.gaps.append((gap, y))
        y += GAP
    if drawn.row.lanes.left_out:
        drawn.left_out_y = y + 12
        y += LABEL
    return y


def wrapped(text: str, room: float, most: int) -> list[str]:
    """The text in at most so many lines of so many average letters, cut with an ellipsis where it is longer."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if wording.breadth(longer) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = lines[:most] if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [wording.fitted(line, room) for line in kept]


def _tick_lines(published: Publications, y: float) -> list[tuple[object, float]]:
    return [(one, y + 18 * min(one.line, MOST_TICK_LINES - 1)) for one in published.shown]


def _named(rows: list[Row], published: Publications) -> list[tuple[str, int]]:
    """The (name, colour) of everyone in the picture."""
    styles = [stripe.style for row in rows for bar in row.lanes.bars for stripe in bar.stripes]
    styles += [one.style for one in published.shown]
    return [(style.name, style.colour) for style in dict.fromkeys(styles)]


def _legend(named: list[tuple[str, int]], y: float) -> list[tuple[str, int, float, float]]:
    """(name, colour, x, y) of each source, in lines as wide as the picture."""
    placed = []
    x = float(MARGIN)
    for name, colour in named:
        short = wording.short(name, 40)
        width = wording.breadth(short) * CHARACTER + 34
        if x > MARGIN and x + width > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 20
        placed.append((short, colour, x, y))
        x += width
    return placed
