"""Makers for the tests of weaving: an account in a line."""

from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

from timeline.reading.accounts import Account
from timeline.reading.claims import Quantity, Status
from timeline.reading.intervals import Granularity, Interval

ZONE = ZoneInfo("Asia/Kathmandu")
_ids = count(1)


def at(start: str, end: str) -> Interval:
    """An interval by local clocks of a May: "7 06:00"."""
    return Interval(*(datetime.strptime(f"2015-05-{t}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE) for t in (start, end)))


def account(text="Rebels stormed the town", type="attack", when=None, grain=Granularity.DAY, **more) -> Account:
    number = next(_ids)
    return Account(
        id=number,
        article=more.pop("article", number),
        source=more.pop("source", f"Paper {number}"),
        text=text,
        type=type,
        status=more.pop("status", Status.ASSERTED),
        interval=when,
        granularity=grain if when else None,
        **more,
    )


def day(number: int, **more) -> Account:
    """Told for a day of that May."""
    return account(when=at(f"{number} 00:00", f"{number + 1} 00:00"), **more)


def counted(low, high, of="killed", unit="people", approximate=False, **more) -> Account:
    words = f"{low if low is not None else high}"
    quantity = Quantity(0, 1, words, low, high, approximate, unit, of)
    return account(f"{words} {unit} {of}", "casualties", quantities=(quantity,), **more)


def origins(accounts) -> dict[int, int]:
    """Every account a witness of its own."""
    return {a.id: place for place, a in enumerate(accounts)}
