"""The same text once more: found among a dossier's articles by a few runs of its words, whatever the file it came in.

Each article keeps the least of the hashes of its copy's runs of words (a bottom-k sketch). Two articles share as large
a part of the least of both as they share of all their runs, so that no text is compared with every other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from django.db.models import Manager

from timeline.models import Article, Shingle
from timeline.reading.furniture import COPY

RUN = 5  # words
KEPT = 24  # runs of an article; with fewer than half of them nothing is told
ALIKE = 0.5  # of all runs of both; a page's furniture makes up a tenth, another report of one event shares none
_WORD = re.compile(r"\w+")


def find_same_text(article: Article) -> Article | None:
    """Keep what a stored article is recognised by; the first of its dossier that has the same text, where one has."""
    same = keep_sketch(article, Shingle.objects)
    return Article.objects.filter(pk=same).select_related("original").defer("text", "original__data").first()


def keep_sketch(article: Article, shingles: "Manager[Shingle]") -> int | None:
    """Keep what an article is recognised by; the id of the first of its dossier with the same text. A migration gives
    the rows of its own time."""
    roles = [role.value for role in COPY]
    mine = sketch(article.text, article.passages.filter(role__in=roles).order_by("start").values_list("start", "end"))
    shingles.filter(article=article).delete()
    shingles.bulk_create(shingles.model(article=article, value=value) for value in mine)
    theirs: dict[int, set[int]] = defaultdict(set)
    shared = shingles.filter(value__in=mine, article__dossier=article.dossier_id, article__lt=article.pk)
    for found in shingles.filter(article__in=shared.values("article")):
        theirs[found.article_id].add(found.value)
    return next((pk for pk in sorted(theirs) if _alike(mine, theirs[pk])), None)


def sketch(text: str, paragraphs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The least hashes of the runs of words in a text's paragraphs (their spans), below 2**63; none of a few lines."""
    words = _WORD.findall(" ".join(text[start:end] for start, end in paragraphs).casefold())
    runs = {" ".join(words[first : first + RUN]) for first in range(len(words) - RUN + 1)}
    return frozenset(sorted(map(_hash, runs))[:KEPT]) if len(runs) >= KEPT // 2 else frozenset()


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) >> 1


def _alike(one: Iterable[int], other: Iterable[int]) -> bool:
    both = set(one) & set(other)
    least = sorted({*one, *other})[:KEPT]
    return len(both & set(least)) >= ALIKE * len(least)
