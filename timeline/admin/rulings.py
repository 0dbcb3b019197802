"""What was decided on events and conflicts, each with its reason."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.html import format_html_join

from timeline import services
from timeline.access import visible_dossiers
from timeline.admin.base import DeskAdmin, DossierFilter, Listing, Writing, link
from timeline.admin.forms import RulingForm
from timeline.models import Claim, Event, Ruling


def with_unweighed(rulings: QuerySet[Ruling]) -> QuerySet[Ruling]:
    """Each with the number of claims of its event that it did not weigh, as `unweighed_n`."""
    weighed = Ruling.weighed.through.objects.filter(ruling=OuterRef(OuterRef("pk")), claim=OuterRef("pk"))
    others = Claim.objects.filter(event=OuterRef("event"), rejected=False).exclude(Exists(weighed)).order_by()
    return rulings.annotate(unweighed_n=SubqueryCount(others))


class SubqueryCount(Subquery):
    """How many rows a subquery has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


class RulingsOfEvent(Listing):
    model = Ruling
    fields = ("kind", "of", "state", "start", "end", "value", "reason", "confidence", "editor", "made", "in_force",
              "unweighed")  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ruling]:
        return with_unweighed(super().get_queryset(request)).select_related("editor")

    @admin.display(description="claims come since")
    def unweighed(self, ruling: Ruling) -> str:
        """How many claims it did not weigh, while it is in force: a ruling with some is stale."""
        return f"stale: {ruling.unweighed_n} new" if ruling.unweighed_n and not ruling.superseded_by_id else "–"

    @admin.display(description="in force", boolean=True)
    def in_force(self, ruling: Ruling) -> bool:
        return ruling.superseded_by_id is None


class RuleRow(RulingForm):
    class Meta(RulingForm.Meta):
        fields = tuple(name for name in RulingForm.Meta.fields if name != "event")


class RuleOnIt(Writing):
    model = Ruling
    form = RuleRow
    verbose_name_plural = "rule on it"


def save_ruling(request: HttpRequest, ruling: Ruling) -> Ruling:
    """Store what an editor decided; the ruling in force before is superseded."""
    return services.rule(
        event=ruling.event,
        kind=ruling.kind,
        of=ruling.of,
        state=ruling.state,
        start=ruling.start,
        end=ruling.end,
        value=ruling.value,
        confidence=ruling.confidence,
        reason=ruling.reason,
        editor=request.user,
    )


class InForceFilter(admin.SimpleListFilter):
    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("force", "in force"), ("stale", "in force, but a new claim has come"), ("superseded", "superseded")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Ruling]) -> QuerySet[Ruling]:
        if self.value() == "superseded":
            return queryset.exclude(superseded_by=None)
        found = queryset.filter(superseded_by=None) if self.value() else queryset
        return found.filter(is_stale=True) if self.value() == "stale" else found


@admin.register(Ruling)
class RulingAdmin(DeskAdmin):
    """Decisions with their reasons. None is changed: a new one supersedes it."""

    dossier_path = "event__dossier"
    form = RulingForm
    list_display = ("event", "kind", "of", "state", "reason", "confidence", "editor", "made", "in_force", "stale")
    list_filter = (("event__dossier", DossierFilter), InForceFilter, "state", "kind", "confidence", "editor")
    search_fields = ("reason", "event__title", "value")
    date_hierarchy = "made"
    list_select_related = ("event", "editor")
    autocomplete_fields = ("event",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ruling]:
        weighed = Ruling.weighed.through.objects.filter(ruling=OuterRef(OuterRef("pk")), claim=OuterRef("pk"))
        unweighed = Claim.objects.filter(event=OuterRef("event"), rejected=False).exclude(Exists(weighed))
        return super().get_queryset(request).annotate(is_stale=Exists(unweighed))

    def hold(self, request: HttpRequest, ids: Iterable[str]) -> list[models.Model]:
        """A new ruling stands beside those on its event."""
        asked = request.POST.get("event", "")
        if list(ids) or not asked.isdecimal():
            return super().hold(request, ids)
        found = Event.objects.filter(pk=asked, dossier__in=visible_dossiers(request.user).values("pk"))
        services.hold(set(found.values_list("dossier", flat=True)))
        return list(found.all())

    def has_change_permission(self, request: HttpRequest, obj: Ruling | None = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Ruling | None = None) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj: Ruling | None = None) -> Any:
        shown = RulingForm.Meta.fields
        return (*shown, "editor", "made", "superseded_by", "claims_weighed") if obj else shown

    def get_readonly_fields(self, request: HttpRequest, obj: Ruling | None = None) -> Any:
        return ("editor", "made", "superseded_by", "claims_weighed") if obj else ()

    @admin.display(description="in force", boolean=True, ordering=F("superseded_by").asc(nulls_first=True))
    def in_force(self, ruling: Ruling) -> bool:
        return ruling.superseded_by_id is None

    @admin.display(description="a new claim has come", boolean=True)
    def stale(self, ruling: Ruling) -> bool:
        return ruling.is_stale

    @admin.display(description="claims it weighed")
    def claims_weighed(self, ruling: Ruling) -> str:
        return format_html_join("", "{}<br>", ((link(claim),) for claim in ruling.weighed.all()))

    def save_model(self, request: HttpRequest, obj: Ruling, form: Any, change: bool) -> None:
        made = save_ruling(request, obj)
        # The admin goes on with the object it made of the form: for the log and the page that follows.
        obj.pk = made.pk
        obj.refresh_from_db()
