"""How a publisher looks wherever it stands: a colour, a texture, a name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline import wording
from timeline.models import Article

COLOURS, TEXTURES = 8, 6
# A checksum in a file's name tells a person nothing; what stands before it does.
DIGEST = re.compile(r"(?<=.)[ _-]?[0-9a-f]{12,}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """One of eight colours (0 is none), one of six textures (0 is plain), and the name that goes with them."""

    name: str
    colour: int
    texture: int


class Styles:
    """The style of every source of a dossier, stable in the order they came in; no two of the first 24 look alike.

    Files of which no publisher is known are told apart: by whose copy they are, else by the names of their files, for
    they may well be different papers; what stands for all of them has no colour, for none of them has that.
    """

    def __init__(
        self,
        sources: Iterable[tuple[int, str]],
        unknown: Iterable[tuple[int, str, int, str]] = (),
        nameless: Collection[int] = (),
    ) -> None:
        """`sources` are (id, name), `nameless` the ids of those that stand for no known publisher; `unknown` are their
        articles: (id, file, part, via)."""
        self._sources: dict[int, Style] = {}
        self._articles: dict[int, Style] = {}
        for pk, name in sources:
            self._sources[pk] = Style(name, 0, 0) if pk in nameless else self._next(name)
        files = list(unknown)
        several = {file for _, file, part, _ in files if part > 1}
        copies: Counter[str] = Counter()
        for pk, file, part, via in files:
            copies[via] += 1
            self._articles[pk] = self._next(
                _copy_of(via, copies[via]) if via else _unknown(file, part if file in several else 0)
            )

    def _next(self, name: str) -> Style:
        number = len(self._sources) + len(self._articles)
        return Style(name, number % COLOURS + 1, number % TEXTURES)

    def source(self, pk: int) -> Style:
        return self._sources.get(pk) or self._come_meanwhile(pk, "new")

    def of(self, article: Article) -> Style:
        """The style of who published the article."""
        found = self._articles.get(article.pk) or self._sources.get(article.source_id)
        return found or self._come_meanwhile(article.source_id, article.source.name)

    def _come_meanwhile(self, pk: int, name: str) -> Style:
        """That of a source whose first article came in while the page was being put together."""
        return self._sources.setdefault(pk, self._next(name))


def _copy_of(via: str, number: int) -> str:
    """“Reuters copy”, the next one “Reuters copy 2”."""
    return f"{via} copy{f' {number}' if number > 1 else ''}"


def _unknown(file: str, part: int) -> str:
    stem = wording.short(DIGEST.sub("", file.rsplit(".", 1)[0]), 20)
    return f"unknown: {stem}{f' ({part})' if part else ''}"
