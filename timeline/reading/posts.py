"""Embedded posts: whose words they are, on which platform, and the date printed under them."""

from dataclasses import dataclass

from timeline.reading.furniture import Paragraph


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post: the span of its words, its author and handle, its platform, the span of its printed date."""

    start: int
    end: int
    author: str
    handle: str
    platform: str
    date_start: int
    date_end: int


def find_posts(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Post, ...]:
    return ()
