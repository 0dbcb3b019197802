"""How times, gaps and counts are said to a person. Pure: instants in, words out; zones are always given."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

MINUTE, HOUR, DAY = 60, 3600, 86400


def interval(start: datetime | None, end: datetime | None, zone: ZoneInfo, year: bool = True) -> str:
    """`[start, end)` on the clock of `zone`, no finer than it is: a whole day is a day, a whole month a month.

    6 July 18:00 to 7 July 06:00 is “6 Jul 18:00 – 7 Jul 2021 06:00”; an open end says “before” or “from”.
    """
    if start is None or end is None:
        instant = start or end
        if instant is None:
            return "no time"
        local = instant.astimezone(zone)
        return f"{'before' if start is None else 'from'} {_moment(local, year)}"
    return _closed(start.astimezone(zone), end.astimezone(zone), year)


def _closed(start: datetime, end: datetime, year: bool) -> str:
    last = end - timedelta(microseconds=1)
    if _is_midnight(start) and _is_midnight(end):
        return _days(start, last, year)
    if start.date() != last.date():
        return f"{_moment(start, year and start.year != last.year)} – {_moment(end, year)}"
    date = _date(start, year)
    if _is_midnight(start):
        return f"{date}, until {clock(end)}"
    if end - start <= timedelta(minutes=1):
        return f"{date} {clock(start)}"
    return f"{date} {clock(start)}–{'24:00' if _is_midnight(end) else clock(end)}"


def _days(start: datetime, last: datetime, year: bool) -> str:
    """Whole days from `start`'s to `last`'s, both included; whole months and years by their names."""
    tail = f" {last.year}" if year else ""
    after = last + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if start.month == 1 and after.month == 1:
            return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
        if (start.year, start.month) == (last.year, last.month):
            return f"{start:%B} {start.year}"
    if start.date() == last.date():
        return f"{start:%a} {start.day} {start:%b}{tail}"
    if start.year != last.year:
        return f"{_date(start)} {start.year} – {_date(last)} {last.year}"
    if start.month == last.month:
        return f"{start.day}–{_date(last)}{tail}"
    return f"{_date(start)} – {_date(last)}{tail}"


def moment(instant: datetime | None, zone: ZoneInfo, year: bool = True) -> str:
    """An instant on the clock of `zone`: “7 Jul 2021 16:46”; “unknown” for none."""
    return _moment(instant.astimezone(zone), year) if instant else "unknown"


def _moment(local: datetime, year: bool) -> str:
    return _date(local, year) if _is_midnight(local) else f"{_date(local, year)} {clock(local)}"


def _date(local: datetime, year: bool = False) -> str:
    return f"{local.day} {local:%b}{f' {local.year}' if year else ''}"


def clock(local: datetime) -> str:
    return f"{local:%H:%M}"


def _is_midnight(local: datetime) -> bool:
    return (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)


def gap(seconds: float) -> str:
    """A length of time in at most two units: 19800 is “5 h 30”, 200000 “2 days 8 h”."""
    seconds = int(seconds)
    if seconds < MINUTE:
        return f"{seconds} s"
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if seconds < DAY:
        hours, minutes = divmod(seconds // MINUTE, 60)
        return f"{hours} h {minutes:02}" if minutes else f"{hours} h"
    days, hours = divmod(seconds // HOUR, 24)
    many = f"{days} day{'s' if days > 1 else ''}"
    return f"{many} {hours} h" if hours and days < 10 else many


def apart(seconds: int | None) -> str:
    """The gap between two sides: “5 h 30 apart”, or that they touch."""
    return "" if seconds is None else f"{gap(seconds)} apart" if seconds else "they touch"


def amount(low: float | None, high: float | None, approximate: bool) -> str:
    """A count with its bounds: “200+”, “~400”, “69”, “20–30”, “up to 50”."""
    about = "~" if approximate else ""
    if low is None and high is None:
        return "some"
    if high is None:
        return f"{about}{_number(low)}+"
    if low is None:
        return f"up to {about}{_number(high)}"
    return f"{about}{_number(low)}" if low == high else f"{about}{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def offset(zone: ZoneInfo, instant: datetime) -> str:
    """The zone's distance from UTC at that instant: “+04:30”."""
    text = instant.astimezone(zone).strftime("%z")
    return f"{text[:3]}:{text[3:5]}"


def city(zone: ZoneInfo) -> str:
    """The zone's name as people say it: “Kabul” for Asia/Kabul."""
    return zone.key.rsplit("/", 1)[-1].replace("_", " ")


def listing(words: Iterable[str], limit: int = 3) -> str:
    """“a, b and c”; past the limit “a, b and 4 more”."""
    names = list(words)
    if len(names) > limit:
        names = [*names[: limit - 1], f"{len(names) - limit + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def counted(number: int, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def breadth(text: str) -> float:
    """How wide the text is, in average small letters: capitals are a quarter wider, ideographs twice as wide."""
    return sum(2.0 if east_asian_width(c) in "WF" else 1.25 if c.isupper() or c in "mw@%—" else 1.0 for c in text)


def fitted(text: str, room: float) -> str:
    """The text, cut with an ellipsis where it is broader than the room for it; "" where there is next to none."""
    if breadth(text) <= room:
        return text
    while text and breadth(text) + 1 > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;:.')}…" if len(text) > 2 else ""


def short(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(" ", 1)[0] if " " in text[:limit] else text[: limit - 1]
    return f"{cut.rstrip(' ,;:.')}…"
