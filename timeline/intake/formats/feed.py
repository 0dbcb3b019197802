"""Saved feeds, RSS and Atom: a piece an entry."""

import io
import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from lxml import etree

from timeline.intake.errors import IntakeError
from timeline.intake.formats.html import fragment_text
from timeline.intake.formats.pieces import CROWDED, Facts, Piece, broken, one_line, piece

MOST_ENTRIES = 10_000
BASIS = "feed entry"
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
# Tags open at a time in an entry. Feeds that are no XML leave some of their HTML open; thousands are hostile, and cost
# the parser their square.
DEEPEST = 2000
MOST_MARKS = 1_000_000  # tags and escaped characters
_TAG = re.compile(rb"<(/)?[A-Za-z]|(/>)")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(name: str, data: bytes) -> list[Piece]:
    """The entries of a feed in its order, those without a word left out; IntakeError where it holds none."""
    from feedparser import parse

    plain = data.replace(b"\x00", b"")  # so that UTF-16 is looked at too
    if _ENTITY.search(plain):
        raise IntakeError(name, "a feed with entities of its own; these are not read")
    if sum(1 for _ in _ENTRY.finditer(plain)) > MOST_ENTRIES:
        raise IntakeError(name, f"a feed of more than {MOST_ENTRIES} entries")
    if plain.count(b"<") + plain.count(b"&") > MOST_MARKS or CROWDED.search(plain):
        raise IntakeError(name, "a feed with too many tags, attributes or entities")
    if any(_depth(entry) > DEEPEST for entry in _ENTRY.split(plain)):
        raise IntakeError(name, "a feed with tags nested too deeply")
    with broken(name, "feed", etree.LxmlError):
        # A stream: bytes and text it would take for the name of a file or an address to fetch.
        found = parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if len(found.entries) > MOST_ENTRIES:
        raise IntakeError(name, f"a feed of more than {MOST_ENTRIES} entries")
    publisher = _words(found.feed, "publisher") or _words(found.feed, "title")
    pieces = [made for entry in found.entries for made in _pieces(name, entry, publisher)]
    if not pieces:
        raise IntakeError(name, "a feed without entries")
    return pieces


def _depth(entry: bytes) -> int:
    """How many tags are open at a time in an entry, at most."""
    steps = (-1 if match[1] or match[2] else 1 for match in _TAG.finditer(entry))
    return max(accumulate(steps), default=0)


def _pieces(name: str, entry: Mapping[str, Any], publisher: str) -> list[Piece]:
    """The entry's piece, none where it has no words."""
    title = one_line(fragment_text(name, _words(entry, "title")))
    text = _text(name, entry) or title
    if not text:
        return []
    source = entry.get("source")
    facts = Facts(
        title=title,
        byline=_words(entry, "author"),
        publisher=(_words(source, "title") if isinstance(source, Mapping) else "") or publisher,
        url=_words(entry, "link"),
        published=_words(entry, "published") or _words(entry, "updated"),
        basis=BASIS,
    )
    return [piece(name, text, facts)]


def _text(name: str, entry: Mapping[str, Any]) -> str:
    """The longest of the entry's texts: whole articles stand beside their summaries, under either name."""
    details = [*(entry.get("content") or []), entry.get("summary_detail") or {}]
    texts = [_plain(name, detail) for detail in details if isinstance(detail, Mapping)]
    return max(texts, key=len, default="")


def _plain(name: str, detail: Mapping[str, Any]) -> str:
    words = _words(detail, "value")
    return words if detail.get("type") == "text/plain" and "<" not in words else fragment_text(name, words)


def _words(mapping: Mapping[str, Any], key: str) -> str:
    value = mapping.get(key)
    return value if isinstance(value, str) else ""
