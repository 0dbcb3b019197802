"""What needs eyes: all of it on one page, each with a link to where it is settled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from timeline import wording
from timeline.admin.working import address
from timeline.models import Article, Claim, Conflict, Dossier, Doubt, Ruling, Source

# Rows of a section that are shown; its count tells of the rest.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Row:
    words: str
    url: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing to look at: how many there are, the first of them, and where all are listed."""

    key: int
    title: str
    count: int
    rows: tuple[Row, ...]
    all_url: str = ""


def stale_rulings(seen: QuerySet[Dossier]) -> QuerySet[Ruling]:
    """Rulings in force on events that have a claim the ruling did not weigh."""
    in_force = Ruling.objects.filter(event__dossier__in=seen.values("pk"), superseded_by=None)
    return in_force.filter(Exists(_unweighed(OuterRef("event"), OuterRef(OuterRef("pk")))))


def _unweighed(event: Any, ruling: Any) -> QuerySet[Claim]:
    weighed = Ruling.weighed.through.objects.filter(ruling=ruling, claim=OuterRef("pk"))
    return Claim.objects.filter(event=event, rejected=False).exclude(Exists(weighed))


def new_claims(seen: QuerySet[Dossier]) -> QuerySet[Claim]:
    """Claims on ruled events that a ruling in force did not weigh."""
    weighed = Ruling.weighed.through.objects.filter(ruling=OuterRef("pk"), claim=OuterRef(OuterRef("pk")))
    ruling = Ruling.objects.filter(event=OuterRef("event"), superseded_by=None).exclude(Exists(weighed))
    return _live(seen).filter(Exists(ruling))


def _live(seen: QuerySet[Dossier]) -> QuerySet[Claim]:
    found = Claim.objects.filter(dossier__in=seen.values("pk"), rejected=False)
    return found.select_related("article__source").defer("article__text").order_by("-pk")


def _articles(seen: QuerySet[Dossier]) -> QuerySet[Article]:
    return Article.objects.filter(dossier__in=seen.values("pk")).select_related("source").defer("text").order_by("-pk")


def sections(seen: QuerySet[Dossier]) -> list[Section]:
    """The queue of the given dossiers."""
    doubts = Doubt.objects.filter(article__dossier__in=seen.values("pk"), settled=False)
    doubts = doubts.select_related("article__source", "claim").defer("article__text").order_by("-pk")
    unknown = _articles(seen).filter(source__kind=Source.Kind.UNKNOWN)
    no_zone = _articles(seen).filter(zone="unknown").exclude(Q(start=None) & Q(end=None))
    undated = _articles(seen).filter(start=None, end=None)
    rulings = stale_rulings(seen).select_related("event").order_by(F("made").desc())
    conflicts = Conflict.objects.filter(event__dossier__in=seen.values("pk"), state__in=["open", "doubt"])
    conflicts = conflicts.select_related("event").order_by("strength", "event__start", "pk")
    given: list[tuple[str, QuerySet[Any], Callable[[Any], Row], str]] = [
        ("Doubts not settled", doubts, _doubt, _list("doubt", "?settled__exact=0")),
        ("New claims on ruled events", new_claims(seen), _claim, ""),
        ("Rulings gone stale", rulings, _ruling, _list("ruling", "?standing=stale")),
        ("Conflicts without a ruling", conflicts, _conflict, _list("conflict", "?state__exact=open")),
        ("Claims in no event", _live(seen).filter(event=None), _claim, _list("claim", "?event__isempty=1")),
        ("Articles of an unknown publisher", unknown, _article, _list("article", "?source__kind__exact=unknown")),
        ("Articles whose clock has no known zone", no_zone, _article, _list("article", "?zone=unknown")),
        ("Articles without a date", undated, _article, ""),
    ]
    return [
        Section(key, title, found.count(), tuple(row(one) for one in found[:SHOWN]), url)
        for key, (title, found, row, url) in enumerate(given, start=1)
    ]


def is_decided(seen: QuerySet[Dossier]) -> bool:
    """Whether nothing waits for a decision: each claim has a word, each conflict and doubt is settled, and no ruling is
    stale. What nobody may ever know (a publisher, a zone, a date) does not wait for one."""
    waiting: list[QuerySet[Any]] = [
        _live(seen).filter(judgements=None),
        Conflict.objects.filter(event__dossier__in=seen.values("pk"), state__in=["open", "doubt"]),
        Doubt.objects.filter(article__dossier__in=seen.values("pk"), settled=False),
        stale_rulings(seen),
    ]
    return _live(seen).exists() and not any(found.exists() for found in waiting)


def _list(model: str, query: str) -> str:
    return reverse(f"admin:timeline_{model}_changelist") + query


def _page(row: Any) -> str:
    return reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])


def _doubt(doubt: Doubt) -> Row:
    return Row(doubt.text, address(doubt.article, doubt.claim), str(doubt.article))


def _claim(claim: Claim) -> Row:
    return Row(wording.short(claim.quote, 140), address(claim.article, claim), claim.article.source.name)


def _ruling(ruling: Ruling) -> Row:
    return Row(wording.short(ruling.reason, 140), _page(ruling.event), ruling.event.title)


def _conflict(conflict: Conflict) -> Row:
    url = reverse("admin:timeline_conflict_settle", args=[conflict.pk])
    return Row(wording.short(conflict.why, 140), url, conflict.event.title)


def _article(article: Article) -> Row:
    return Row(article.title, _page(article), article.source.name)
