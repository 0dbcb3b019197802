"""Going through what cannot all be true, one conflict at a time: the accounts side by side, and a ruling by a key."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from timeline import badges, services, wording
from timeline.admin import working
from timeline.admin.base import tell, verdict_of, when
from timeline.admin.memory import undoable
from timeline.models import Claim, Conflict, Dossier, Ruling

TIME, QUANTITY, IMPOSSIBLE = Conflict.Kind.TIME, Conflict.Kind.QUANTITY, Conflict.Kind.IMPOSSIBLE
# What explains most differences, or speaks for one side, each with its key and the kinds of conflict for which it is
# offered first: to choose from or to write over.
REASONS = (
    ("c", "different clocks", {TIME, IMPOSSIBLE}),
    ("t", "an updated toll", {QUANTITY}),
    ("l", "a later correction", {TIME, QUANTITY}),
    ("p", "one part of the same happening", {TIME, QUANTITY}),
    ("s", "another place or scope", {QUANTITY}),
    ("i", "more independent accounts say so", set()),
    ("e", "an eyewitness, or nearer to it", set()),
    ("r", "an official record", set()),
    ("h", "hearsay", set()),
    ("b", "those blamed deny it", {Conflict.Kind.STATUS, Conflict.Kind.ACTOR}),
    ("m", "a misprint", {IMPOSSIBLE}),
    ("y", "a misreading of the words", set()),
)
LONGEST = 240  # characters of an account
SETTLED = {"explained": Ruling.State.EXPLAINED, "dismissed": Ruling.State.DISMISSED, "open": Ruling.State.OPEN}


@dataclass(slots=True)
class Outlet:
    """Where a witness is heard again: how many times, and the first of them."""

    url: str
    accounts: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """A claim on one side: what it says of the matter, its words, who says so, and where it is worked on; and where
    else the same witness is heard."""

    claim: Claim
    says: str
    words: str
    verdict: str
    url: str
    others: dict[str, Outlet]


def waiting(dossier: Dossier) -> QuerySet[Conflict]:
    """The conflicts nobody has said anything about, the hard ones first."""
    hard = Case(When(strength="hard", then=Value(0)), default=Value(1))
    states = [Conflict.State.OPEN, Conflict.State.DOUBT]
    return Conflict.objects.filter(event__dossier=dossier, state__in=states).order_by(hard, "event__start", "pk")


def address(conflict: Conflict) -> str:
    return reverse("admin:timeline_conflict_settle", args=[conflict.pk])


def onward(dossier: Dossier, behind: Conflict | None = None) -> str:
    """The conflict to go on with, in their order; the queue where none is left."""
    left = list(waiting(dossier).only("pk"))
    places = [one.pk for one in left]
    first = places.index(behind.pk) + 1 if behind and behind.pk in places else 0
    if first < len(left):
        return address(left[first])
    return f"{reverse('admin:timeline_queue')}?dossier={dossier.pk}"


def sides(conflict: Conflict) -> list[tuple[int, list[Account]]]:
    """The accounts of each side, one for each independent witness."""
    claims = Claim.objects.select_related("article__source", "timestamp", "dossier").defer("article__text")
    stored = claims.filter(sides__conflict=conflict).prefetch_related("judgements", "quantities").in_bulk()
    found: dict[int, dict[int, Account]] = defaultdict(dict)
    for side in conflict.sides.order_by("number", "claim"):
        claim = stored[side.claim_id]
        says, words = _says(conflict, claim), wording.short(claim.quote.strip(' "“”'), LONGEST)
        account = Account(claim, says, words, verdict_of(claim), working.address(claim.article, claim), {})
        first = found[side.number].setdefault(claim.origin or -claim.pk, account)
        if first is not account:
            first.others.setdefault(claim.article.source.name, Outlet(account.url)).accounts += 1
    return [(number, list(accounts.values())) for number, accounts in sorted(found.items())]


def _says(conflict: Conflict, claim: Claim) -> str:
    """What a claim says of what is in dispute, in a few words; "" where that takes its own."""
    if conflict.kind == QUANTITY:
        return badges.amounts([claim], conflict.of)
    if conflict.kind == Conflict.Kind.STATUS:
        return claim.get_status_display()
    return when(claim.timestamp, claim.dossier) if conflict.kind in {TIME, IMPOSSIBLE} else ""


class SettleViews(admin.ModelAdmin):
    """The page on which a conflict is ruled on, explained or dismissed."""

    def settle_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.settle_view)
        return [path("<int:pk>/settle/", view, name="timeline_conflict_settle")]

    def settle_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        conflict = get_object_or_404(self.get_queryset(request).select_related("event__dossier"), pk=pk)
        if not self.has_view_permission(request, conflict):
            raise PermissionDenied
        if request.method == "POST":
            return self._settle(request, conflict)
        dossier = conflict.event.dossier
        left = waiting(dossier)
        context = {
            "seen": self.seen(request, str(pk)),
            **self.admin_site.each_context(request),
            "title": conflict.event.title,
            "conflict": conflict,
            "dossier": dossier,
            "gap": "" if conflict.gap_seconds is None else wording.apart(conflict.gap_seconds),
            "sides": sides(conflict),
            "reasons": sorted(REASONS, key=lambda one: conflict.kind not in one[2]),
            "left": left.count(),
            "next": onward(dossier, conflict),
            "may_rule": request.user.has_perm("timeline.add_ruling"),
            "last": undoable(request.user, dossier),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/settle.html", context)

    def _settle(self, request: HttpRequest, conflict: Conflict) -> HttpResponse:
        if not request.user.has_perm("timeline.add_ruling"):
            raise PermissionDenied
        following = onward(conflict.event.dossier, conflict)
        try:
            with services.acting(editor=request.user), services.together():
                services.hold([conflict.event.dossier_id])
                if overtaken := self.overtaken(request, [conflict], lambda: list(_sent(request.POST.items()))):
                    return overtaken
                rule(conflict, request)
        except ValidationError as error:
            tell(self, request, error)
            return HttpResponseRedirect(address(conflict))
        self.message_user(request, format_html("“{}” is {}.", wording.short(conflict.why, 80), request.POST["do"]))
        return HttpResponseRedirect(following)


def _sent(sent: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, str]]:
    return ((name, str(value)) for name, value in sent if name in {"do", "reason"})


def rule(conflict: Conflict, request: HttpRequest) -> None:
    """Do what was asked; ValidationError says why nothing was done."""
    asked, reason = request.POST.get("do", ""), request.POST.get("reason", "").strip()
    if not reason:
        raise ValidationError("A ruling needs a reason.")
    if asked in SETTLED:
        services.settle_conflict(conflict=conflict, state=SETTLED[asked], reason=reason, editor=request.user)
    elif asked.removeprefix("side ").isdecimal():
        number = int(asked.removeprefix("side "))
        services.prefer_side(conflict=conflict, number=number, reason=reason, editor=request.user)
    else:
        raise ValidationError("There is no such step.")
