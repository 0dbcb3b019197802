"""Working through an article: its text beside its claims, one claim at a time, each step a key.

Every step is a service call and one act, so that it can be taken back; who may not take a step is told so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from timeline import services
from timeline.admin.base import verdict_of, when
from timeline.admin.forms import TYPES
from timeline.models import Article, Claim, Event
from timeline.services.typed import read_typed


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the article's text: claimed by something, or by the claim that is being worked on."""

    text: str
    claimed: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Card:
    claim: Claim
    time: str
    verdict: str
    url: str
    current: bool


def address(article: Article, claim: Claim | None = None) -> str:
    url = reverse("admin:timeline_article_work", args=[article.pk])
    return f"{url}?{urlencode({'claim': claim.pk})}" if claim else url


def pieces(article: Article, claims: list[Claim], current: Claim | None) -> list[Piece]:
    """The text cut where claims begin and end."""
    cuts = sorted({0, len(article.text), *(at for claim in claims for at in (claim.start, claim.end))})
    return [
        Piece(
            article.text[first:last],
            any(claim.start <= first and last <= claim.end for claim in claims),
            current is not None and current.start <= first and last <= current.end,
        )
        for first, last in pairwise(cuts)
    ]


def context(article: Article, asked: str) -> dict[str, Any]:
    """What the page shows; `asked` is the id of the claim to work on, else it is the first nobody has judged."""
    claims = list(
        article.claims.select_related("event", "timestamp")
        .prefetch_related("judgements", "doubts")
        .order_by("start", "id")
    )
    current = next((claim for claim in claims if str(claim.pk) == asked), None) or _next(claims, None)
    current = current or next(iter(claims), None)
    position = claims.index(current) if current else 0
    return {
        "article": article,
        "pieces": pieces(article, claims, current),
        "cards": [
            Card(one, when(one.timestamp, article.dossier), verdict_of(one), address(article, one), one == current)
            for one in claims
        ],
        "current": current,
        "doubts": [doubt for doubt in current.doubts.all() if not doubt.settled] if current else [],
        "before": address(article, claims[position - 1]) if position else "",
        "after": address(article, claims[position + 1]) if position + 1 < len(claims) else "",
        "left": sum(verdict_of(one) == "–" for one in claims),
        "sure": _sure(article).count(),
        "unsure": article.doubts.filter(claim=None, settled=False),
        "onward": next_article(article),
        "events": article.dossier.events.order_by("start", "id"),
        "types": TYPES,
    }


def _next(claims: list[Claim], after: Claim | None) -> Claim | None:
    """The first claim nobody has judged behind `after`, else anywhere; None where all are judged."""
    open_ones = [claim for claim in claims if verdict_of(claim) == "–"]
    behind = [one for one in open_ones if after and (one.start, one.pk) > (after.start, after.pk)]
    return next(iter(behind or open_ones), None)


def following(article: Article, claim: Claim | None = None) -> Claim | None:
    """Which claim comes next once this one is judged; None where all are."""
    claims = article.claims.prefetch_related("judgements").order_by("start", "id")
    return _next(list(claims), claim)


def next_article(article: Article) -> Article | None:
    """The article of the dossier to go on with: behind this one, else any, that has a claim nobody has judged."""
    open_claims = Claim.objects.filter(article=OuterRef("pk"), judgements=None)
    left = article.dossier.articles.filter(Exists(open_claims)).exclude(pk=article.pk).defer("text")
    return left.filter(pk__gt=article.pk).order_by("pk").first() or left.order_by("pk").first()


@dataclass(frozen=True, slots=True)
class Step:
    """What a button does: the permission it takes, and the work; it gives the claim to go on with."""

    permission: str
    work: Callable[[HttpRequest, Article, Claim | None], Claim | None]


def asked_for(request: HttpRequest, article: Article) -> tuple[Step, Claim | None]:
    """The step that was asked for, and the claim it is about, which nobody else changes until the transaction ends.
    ValidationError where there is none."""
    step = STEPS.get(request.POST.get("do", ""))
    if step is None:
        raise ValidationError("There is no such step.")
    if not request.user.has_perm(f"timeline.{step.permission}"):
        raise PermissionDenied
    services.hold([article.dossier_id])
    asked = request.POST.get("claim", "")
    return step, article.claims.filter(pk=asked).first() if asked.isdecimal() else None


def concerned(request: HttpRequest, claim: Claim | None) -> list[Claim | Event]:
    """The rows a step is about: another's change to them since the page was shown is told first."""
    if claim is None:
        return []
    if request.POST.get("do") != "merge" or claim.event is None:
        return [claim]
    return [claim, claim.event, _event(request, claim.article)]


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    """What a step would do, in words."""
    typed = [(name, request.POST.get(name, "").strip()) for name in ("why", "when", "quote", "title")]
    return [("step", request.POST.get("do", "")), *((name, value) for name, value in typed if value)]


def _claim(claim: Claim | None) -> Claim:
    if claim is None:
        raise ValidationError("Choose a claim of this article.")
    return claim


def _judge(verdict: str) -> Callable[[HttpRequest, Article, Claim | None], Claim | None]:
    def work(request: HttpRequest, article: Article, claim: Claim | None) -> Claim | None:
        one = _claim(claim)
        services.judge_claim(claim=one, verdict=verdict, why=request.POST.get("why", ""), editor=request.user)
        # Who judges a claim has looked at what was unsure in it.
        services.settle_doubts(doubts=one.doubts.filter(settled=False))
        return following(article, one)

    return work


def _sure(article: Article) -> QuerySet[Claim]:
    """The claims nobody has judged and nothing is unsure in."""
    return article.claims.filter(judgements=None).exclude(doubts__settled=False)


def _accept_rest(request: HttpRequest, article: Article, claim: Claim | None) -> Claim | None:
    """Accept every claim nobody has judged and nothing is unsure in; the first of those that are left."""
    services.judge_claims(claims=_sure(article), verdict="accepted", editor=request.user)
    return following(article)


def _retime(request: HttpRequest, article: Article, claim: Claim | None) -> Claim:
    one, words = _claim(claim), request.POST.get("when", "")
    found = read_typed(text=words, article=article)
    services.retime_claim(
        claim=one,
        start=found.interval.start,
        end=found.interval.end,
        granularity=found.granularity,
        approximate=found.approximate,
        zone=found.zone,
        note=f"typed: {words}",
        editor=request.user,
    )
    return one


def _requote(request: HttpRequest, article: Article, claim: Claim | None) -> Claim:
    return services.edit_claim(claim=_claim(claim), changes={"quote": _words(request.POST)})


def _words(sent: QueryDict) -> str:
    """Words from the page as the article has them: browsers send line breaks as CR LF."""
    return sent.get("quote", "").replace("\r\n", "\n").strip()


def _move(request: HttpRequest, article: Article, claim: Claim | None) -> Claim:
    one, title = _claim(claim), request.POST.get("title", "").strip()
    if title:
        services.open_event(claims=[one], title=title)
    else:
        services.move_claims(claims=[one], event=_event(request, article))
    return one


def _merge(request: HttpRequest, article: Article, claim: Claim | None) -> Claim:
    one = _claim(claim)
    if one.event is None:
        raise ValidationError("This claim is in no event.")
    services.merge_events(into=one.event, others=[_event(request, article)])
    return one


def _event(request: HttpRequest, article: Article) -> Event:
    asked = request.POST.get("event", "")
    found = article.dossier.events.filter(pk=asked).first() if asked.isdecimal() else None
    if found is None:
        raise ValidationError("Choose an event of this dossier.")
    return found


def _add(request: HttpRequest, article: Article, claim: Claim | None) -> Claim:
    type_ = request.POST.get("type", "")
    if type_ not in TYPES:
        raise ValidationError("Choose what kind of happening it is.")
    return services.add_claim(article=article, quote=_words(request.POST), type=type_)


def _settle(request: HttpRequest, article: Article, claim: Claim | None) -> Claim | None:
    """Settle the doubts of a claim, or those of the article as a whole."""
    services.settle_doubts(doubts=article.doubts.filter(claim=claim, settled=False))
    return claim


STEPS = {
    "accept": Step("add_judgement", _judge("accepted")),
    "rest": Step("add_judgement", _accept_rest),
    "reject": Step("add_judgement", _judge("rejected")),
    "unsure": Step("add_judgement", _judge("unsure")),
    "retime": Step("add_timestamp", _retime),
    "requote": Step("change_claim", _requote),
    "move": Step("change_claim", _move),
    "merge": Step("change_event", _merge),
    "add": Step("add_claim", _add),
    "settle": Step("change_doubt", _settle),
}
