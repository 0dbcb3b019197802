"""Hand-made readings and weaves: what the services store, told in a line, whatever the reader would say today."""

from dataclasses import replace

import pytest

from tests.factories import at
from timeline.reading import accounts, reader
from timeline.reading.anchors import UNKNOWN, Anchor
from timeline.reading.attribution import Attribution
from timeline.reading.claims import Claim, ClaimTime, Quantity, Status
from timeline.reading.documents import Document
from timeline.reading.furniture import Paragraph, Role
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.resolution import Time
from timeline.reading.timexes import Timex

TEXT = "A ship burned on Monday. The fire killed about 12 sailors, the harbour master said. It was out by noon."


def interval(start, end):
    return Interval(at(start), at(end))


def anchor(start="2023-03-07 16:00", end="2023-03-07 16:01"):
    return Anchor(
        interval(start, end), at(start).replace(tzinfo=None), Granularity.MINUTE, "UTC", "dateline", "printed"
    )


def time(text, words, start="2023-03-06", end="2023-03-07"):
    begin = text.index(words)
    found = Timex(begin, begin + len(words), words, "DATE", "weekday")
    return Time(found, start, interval(start, end), Granularity.DAY, zone="UTC", basis="the dossier's zone")


def quantity(text, words, low, high, unit="", of=""):
    begin = text.index(words)
    return Quantity(begin, begin + len(words), words, low, high, words.startswith("about"), unit, of)


def claim(text, quote, type="fire", when=None, at_time=None, voice="", quantities=(), doubts=(), **columns):
    """A claim in the first such words; `when` is (start, end), `at_time` the number of the time it rests on."""
    begin = text.index(quote)
    told = None
    if when:
        told = ClaimTime(
            at_time, "on Monday", "2023-03-06", interval(*when), Granularity.DAY, False, False, False, False, "UTC",
            "the dossier's zone", "weekday", ("it is a day",),
        )  # fmt: skip
    columns = {"status": Status.ASSERTED, "place": "", "actor": "", "target": ""} | columns
    return Claim(
        begin, begin + len(quote), quote, type, attribution=Attribution(voice), time=told, quantities=quantities,
        rule="word: burn", doubts=doubts, **columns,
    )  # fmt: skip


def reading(text=TEXT, claims=(), times=(), doubts=(), part=1, anchor=UNKNOWN, title="A ship burns"):
    document = Document(text, part)
    paragraphs = (Paragraph(0, len(text), Role.BODY),)
    return reader.Reading(document, title, "", anchor, paragraphs, (), (), tuple(times), tuple(claims), tuple(doubts))


class Desk:
    """A reader under a test's hand: `claims` and `times` are what it sees in any text, `version` its version, and
    `groups` how it weaves: a function from accounts to groups of them (one event by default)."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch
        self.claims, self.times, self.doubts, self.anchor = [], [], [], anchor()
        self.conflicts = lambda ids: ()
        self.groups = lambda found: [found] if found else []
        self.known = []
        self.version = "1"
        monkeypatch.setattr(reader, "read", self.read)
        monkeypatch.setattr(reader, "weave", self.weave)

    @property
    def version(self):
        return reader.VERSION

    @version.setter
    def version(self, version):
        self.monkeypatch.setattr(reader, "VERSION", version)

    def read(self, document, known, beside=None):
        self.known.append(known)
        made = reading(document.text, self.claims, self.times, self.doubts, document.part, self.anchor)
        return replace(made, title=document.text.split(".")[0][:80])

    def weave(self, found):
        found = list(found)
        pins = sorted({account.pinned for account in found if account.pinned})
        free = [account for account in found if not account.pinned]
        groups = [(pin, [one for one in found if one.pinned == pin]) for pin in pins]
        groups += [(None, group) for group in self.groups(free)]
        return accounts.Weave(tuple(self.event(pin, group) for pin, group in groups))

    def event(self, pin, group):
        ids = tuple(account.id for account in group)
        support = accounts.Support(interval("2023-03-06", "2023-03-07"), 1, 1)
        title = f"{group[0].type} of {len(ids)}"
        return accounts.Event(
            title, group[0].type, "", False, ids, tuple((pk,) for pk in ids), support, self.conflicts(ids), pin
        )


@pytest.fixture
def desk(monkeypatch):
    return Desk(monkeypatch)


def two_sides(ids, why="They differ."):
    """A conflict of time between the first claim and the others."""
    if len(ids) < 2:
        return ()
    return (accounts.Conflict("time", "", (ids[:1], ids[1:]), "hard", None, why),)
