"""Stored rows as what weaving looks at, so that an editor's changes count."""

from collections.abc import Iterator
from typing import Any

from timeline.models import Article, Claim, Dossier, Quantity, Timestamp
from timeline.reading import claims as reading_claims
from timeline.reading.accounts import Account
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.moments import UNLIKE


def accounts_of(dossier: Dossier) -> Iterator[Account]:
    """The claims of a dossier that are not rejected, in reading order."""
    claims = (
        Claim.objects.filter(dossier=dossier, rejected=False)
        .select_related("timestamp")
        .prefetch_related("quantities")
        .order_by("article_id", "start", "id")
    )
    articles = {article.pk: article for article in _articles(dossier)}
    for claim in claims:
        yield account_of(claim, articles[claim.article_id])


def _articles(dossier: Dossier) -> Iterator[Article]:
    return dossier.articles.select_related("source").defer("text").iterator()


def account_of(claim: Claim, article: Article) -> Account:
    """One claim with what its article tells about it."""
    return Account(
        id=claim.pk,
        article=article.pk,
        source=article.source.name,
        text=claim.quote,
        type=claim.type,
        status=reading_claims.Status(claim.status),
        place=claim.place,
        actor=claim.actor,
        target=claim.target,
        voice=claim.voice,
        role=claim.role,
        via=claim.via,
        article_via=article.via,
        quantities=tuple(_quantity(quantity) for quantity in claim.quantities.all()),
        published=_published(article),
        start=claim.start,
        pinned=claim.event_id if claim.event_fixed else None,
        **_time(claim.timestamp),
    )


def _time(stamp: Timestamp | None) -> dict[str, Any]:
    if stamp is None:
        return {}
    return {
        "interval": Interval(stamp.start, stamp.end),
        "granularity": Granularity(stamp.granularity),
        "approximate": stamp.approximate,
        "inherited": stamp.inherited,
        "saying": stamp.saying,
        "cut": stamp.cut,
        "zone": stamp.zone,
        "unlike_clocks": UNLIKE in stamp.steps,
    }


def _published(article: Article) -> Interval | None:
    """When it was published; None for a date that only the newest post or caption gives."""
    if article.weak or (article.start is None and article.end is None):
        return None
    return Interval(article.start, article.end)


def _quantity(quantity: Quantity) -> reading_claims.Quantity:
    return reading_claims.Quantity(
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        unit=quantity.unit,
        of=quantity.of,
    )
