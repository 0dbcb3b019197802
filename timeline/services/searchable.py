"""Claims as they are searched: a row of words for each that is not rejected, brought to what the claims say now."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from timeline.models import Article, Claim, Dossier, Source, Term, Words
from timeline.searching import EDGE, searched_as
from timeline.selectors.search import keys_of

BATCH = 2000
LONGEST = Term._meta.get_field("word").max_length or 0
SEARCHED = (
    "quote", "voice", "via", "place",
    "event__title", "event__place", "article__title", "article__source__name",
)  # fmt: skip
# Titles and names are the same for many claims.
_searched_as = lru_cache(maxsize=10_000)(searched_as)


@transaction.atomic
def keep_searchable(*, dossier: Dossier, claims: Sequence[int] | None = None) -> None:
    """Bring the words of the dossier's claims, or of these, to what is searched of them; only what differs is
    written. A word no claim has any more may stay among its terms."""
    if claims is None:
        Words.objects.filter(dossier=dossier, claim__rejected=True).delete()
    known = set(dossier.terms.values_list("word", flat=True)) if claims is None else set()
    for rows in _batches(_claims(dossier, claims)):
        stored = {words.pk: (words.keys, words.text) for words in Words.objects.filter(pk__in=[row.pk for row in rows])}
        changed = [row for row in rows if stored.get(row.pk) != (row.keys, row.text)]
        Words.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["claim"], update_fields=["keys", "text"]
        )
        new = {word for row in changed for word in row.text.split() if len(word) <= LONGEST} - known
        known |= new
        Term.objects.bulk_create([Term(dossier=dossier, word=word) for word in sorted(new)], ignore_conflicts=True)


def forget_rejected(*, articles: QuerySet[Article]) -> None:
    """Claims of these articles that are rejected are not searched."""
    Words.objects.filter(claim__rejected=True, claim__article__in=articles).delete()


def keep_source_searchable(*, source: Source) -> None:
    """The same for every dossier that the source has articles in: its name is searched."""
    for dossier in Dossier.objects.filter(articles__source=source).distinct():
        keep_searchable(dossier=dossier)


def _claims(dossier: Dossier, chosen: Sequence[int] | None) -> Iterator[Words]:
    """The words of each claim, by id, or of the chosen ones."""
    if chosen is None:
        parts = [dossier.claims.all()]
    else:
        parts = [Claim.objects.filter(pk__in=chosen[at : at + BATCH]) for at in range(0, len(chosen), BATCH)]
    at = Coalesce("event__supported_start", "event__start", "event__supported_end", "event__end")
    for claims in parts:
        rows = claims.filter(rejected=False).order_by("pk").values_list("pk", at, *SEARCHED)
        for pk, day, *texts, title, name in rows.iterator(chunk_size=BATCH):
            text = f"{searched_as(texts)} {EDGE} {_searched_as((title, name))}"
            yield Words(claim_id=pk, dossier=dossier, keys=keys_of(dossier, day), text=text)


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch
