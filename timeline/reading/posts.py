"""Embedded posts: whose words they are, on which platform, and the date printed under them."""

import re
from dataclasses import dataclass

from timeline.reading.furniture import Paragraph, Role
from timeline.reading.lexicon.pages import PLATFORMS
from timeline.reading.printed import find_printed
from timeline.reading.signatures import SHARED, match_signature

_LINK = re.compile(r"(?:pic\.)?(?P<site>twitter|x|t|instagram|facebook|fb|tiktok|youtube)\.(?P<end>com|co|me|watch)/")
_SITES = {"t.co": "Twitter", "t.me": "Telegram", "fb.watch": "Facebook"}


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post: the span of its words, its author and handle, its platform, the span of its printed date
    (empty where none is printed)."""

    start: int
    end: int
    author: str
    handle: str
    platform: str
    date_start: int
    date_end: int


def find_posts(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Post, ...]:
    """The embedded posts of an article in order; a signature without words above it makes none."""
    posts: list[Post] = []
    first: int | None = None  # the first paragraph of the post being read
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role is Role.POST:
            first = number if first is None else first
            if _ends_alone(paragraphs, number):
                posts.append(_unsigned(text, paragraphs[first].start, paragraph.end))
                first = None
        elif paragraph.role is Role.SIGNATURE and first is not None:
            posts.append(_signed(text, paragraphs[first].start, paragraphs[number - 1].end, paragraph))
            first = None
    return tuple(posts)


def _ends_alone(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """No signature follows: a post known by its link only."""
    after = paragraphs[number + 1].role if number + 1 < len(paragraphs) else None
    return after not in (Role.POST, Role.SIGNATURE)


def _unsigned(text: str, start: int, end: int) -> Post:
    return Post(start, end, "", "", _platform(text[start:end], ""), end, end)


def _signed(text: str, start: int, end: int, signature: Paragraph) -> Post:
    match = match_signature(text, signature.start, signature.end)
    if match is None:  # the words were cut off a signature that is a dateline of its own
        return _unsigned(text, start, end)
    dates = find_printed(text, match.end(), signature.end)
    date_start, date_end = (dates[0].start, dates[0].end) if dates else (signature.end, signature.end)
    platform = "Instagram" if match.re is SHARED else _platform(text[start : signature.end], match["handle"])
    return Post(start, end, " ".join(match["author"].split()), match["handle"], platform, date_start, date_end)


def _platform(words: str, handle: str) -> str:
    """The platform its links name; a handle in brackets alone is Twitter's way to sign."""
    link = _LINK.search(words)
    if link is None:
        return PLATFORMS["twitter"] if handle else ""
    site = f"{link['site']}.{link['end']}"
    return _SITES.get(site) or PLATFORMS.get(link["site"], "")
