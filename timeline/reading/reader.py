"""The table of contents: `read` is one article, `weave` is many."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.reading.accounts import Account, Weave
from timeline.reading.anchors import Anchor, Known, find_anchor
from timeline.reading.claims import Claim
from timeline.reading.documents import Document
from timeline.reading.furniture import Paragraph, find_byline, find_title, label_paragraphs
from timeline.reading.posts import Post, find_posts
from timeline.reading.resolution import Time, resolve_timexes
from timeline.reading.sentences import Sentence, split_sentences
from timeline.reading.timexes import find_timexes

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article; every span counts characters of `document.text`."""

    document: Document
    title: str
    byline: str
    anchor: Anchor
    paragraphs: tuple[Paragraph, ...]
    posts: tuple[Post, ...]
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    doubts: tuple[str, ...] = ()


def read(document: Document, known: Known = Known()) -> Reading:
    """Read one article: from its text to the dated, attributed claims it makes."""
    text = document.text
    paragraphs = label_paragraphs(text)
    posts = find_posts(text, paragraphs)
    anchor = find_anchor(text, paragraphs, known)
    sentences = split_sentences(text, paragraphs)
    timexes = tuple(timex for s in sentences for timex in find_timexes(text, s.start, s.end))
    times = resolve_timexes(text, timexes, anchor, known.place_zone)
    return Reading(
        document=document,
        title=find_title(text, paragraphs),
        byline=find_byline(text, paragraphs),
        anchor=anchor,
        paragraphs=paragraphs,
        posts=posts,
        sentences=sentences,
        times=times,
        claims=(),
    )


def weave(accounts: Iterable[Account]) -> Weave:
    """Group the claims of many articles into events with their origins, support and conflicts."""
    return Weave(())
