"""Events and their conflicts."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern

from timeline import services, wording
from timeline.admin.base import DeskAdmin, DossierFilter, Listing, link, when
from timeline.admin.forms import ConflictForm, MergeForm
from timeline.admin.rulings import RuleOnIt, RulingsOfEvent, save_ruling
from timeline.admin.settling import SettleViews
from timeline.admin.splitting import SplitViews
from timeline.models import Claim, Conflict, Event, Side


class ClaimsOfEvent(Listing):
    model = Claim
    fields = ("words", "source", "time", "voice", "status", "origin", "event_fixed", "rejected")
    ordering = ("origin", "article", "start")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        found = super().get_queryset(request).select_related("article__source", "timestamp", "dossier")
        return found.defer("article__text")

    @admin.display(description="words")
    def words(self, claim: Claim) -> str:
        return link(claim)

    @admin.display(description="source")
    def source(self, claim: Claim) -> str:
        return claim.article.source.name

    @admin.display(description="time in force")
    def time(self, claim: Claim) -> str:
        return when(claim.timestamp, claim.dossier)


class ConflictsOfEvent(Listing):
    model = Conflict
    fields = ("reason_linked", "kind", "of", "strength", "state", "reason")

    @admin.display(description="why")
    def reason_linked(self, conflict: Conflict) -> str:
        return link(conflict, conflict.why)


@admin.register(Event)
class EventAdmin(SplitViews, DeskAdmin):
    change_form_template = "admin/timeline/event_form.html"
    list_display = (
        "title", "type", "dossier", "begins", "claim_count", "origin_count", "conflict_count", "hard_count",
        "background",
    )  # fmt: skip
    list_filter = (("dossier", DossierFilter), "type", "background", "title_fixed", "hard_count")
    search_fields = ("title", "place", "type")
    date_hierarchy = "start"
    list_select_related = ("dossier",)
    inlines = (ConflictsOfEvent, RulingsOfEvent, RuleOnIt, ClaimsOfEvent)
    actions = ("merge",)
    fields = (
        "title", "title_fixed", "dossier", "type", "place", "interval", "supported", "claim_count", "origin_count",
        "conflict_count",
    )  # fmt: skip
    readonly_fields = tuple(name for name in fields if name != "title")

    def get_urls(self) -> list[URLPattern]:
        return [*self.split_urls(), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        # An event is made of claims: by moving some to a new one.
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.claim_count)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "title" and field:
            field.required = False
            field.help_text = "What happened, in a few words. Empty for the reader's own title."
            field.widget.attrs["size"] = 80
        return field

    @admin.display(description="begins", ordering="start")
    def begins(self, event: Event) -> str:
        return wording.moment(event.start, ZoneInfo(event.dossier.zone)) if event.start else "–"

    @admin.display(description="accounts from … to")
    def interval(self, event: Event) -> str:
        return _interval(event, event.start, event.end)

    @admin.display(description="most supported time")
    def supported(self, event: Event) -> str:
        if not event.supported_by:
            return "–"
        told = _interval(event, event.supported_start, event.supported_end)
        return f"{told}, compatible with {event.supported_by} of {event.dated_origins} origins"

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        if "title" in form.changed_data:
            services.name_event(event=obj, title=form.cleaned_data["title"])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for ruling in formset.save(commit=False):
            save_ruling(request, ruling)

    def delete_model(self, request: HttpRequest, obj: Event) -> None:
        services.delete_event(event=obj)

    @admin.action(description="Merge the selected events", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        events = queryset.select_related("dossier").order_by("-claim_count", "pk")
        if len(events) < 2 or len({event.dossier_id for event in events}) > 1:
            self.message_user(request, "Merging takes two events or more of one dossier.", messages.ERROR)
            return None
        form = MergeForm(events, request.POST if "apply" in request.POST else None, initial={"into": events[0]})
        if not form.is_valid():
            return self._ask_which(request, events, form)
        into = form.cleaned_data["into"]
        services.merge_events(into=into, others=[event for event in events if event != into])
        self.log_change(request, into, f"Merged with {', '.join(str(e) for e in events if e != into)}.")
        self.message_user(request, f"{len(events)} events are one now: “{into}”.")
        return None

    def _ask_which(self, request: HttpRequest, events: QuerySet[Event], form: MergeForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Merge events",
            "events": events,
            "form": form,
            "seen": request.POST.get("seen", ""),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/merge_events.html", context)


def _interval(event: Event, start: Any, end: Any) -> str:
    return wording.interval(start, end, ZoneInfo(event.dossier.zone)) if start or end else "–"


class SidesOfConflict(Listing):
    model = Side
    fields = ("number", "words", "source", "time")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Side]:
        found = super().get_queryset(request)
        found = found.select_related("claim__article__source", "claim__timestamp", "claim__dossier")
        return found.defer("claim__article__text")

    @admin.display(description="words")
    def words(self, side: Side) -> str:
        return link(side.claim)

    @admin.display(description="source")
    def source(self, side: Side) -> str:
        return side.claim.article.source.name

    @admin.display(description="time in force")
    def time(self, side: Side) -> str:
        return when(side.claim.timestamp, side.claim.dossier)


@admin.register(Conflict)
class ConflictAdmin(SettleViews, DeskAdmin):
    """What cannot all be true. It is worked out anew with every change; a ruling on it stays."""

    dossier_path = "event__dossier"
    form = ConflictForm
    list_display = ("why", "event", "kind", "of", "strength", "state", "gap")
    list_filter = (("event__dossier", DossierFilter), "kind", "strength", "state")
    search_fields = ("why", "event__title", "of")
    list_select_related = ("event",)
    inlines = (SidesOfConflict,)
    fieldsets = (
        (None, {"fields": ("why", "event_link", "kind", "of", "strength", "gap", "state", "reason")}),
        ("Rule on it", {"fields": ("ruling", "why_so"), "description": "A ruling is kept with its reason; the one "
                        "in force before it is kept too."}),
    )  # fmt: skip
    readonly_fields = ("why", "event_link", "kind", "of", "strength", "gap", "state", "reason")

    def get_urls(self) -> list[URLPattern]:
        return [*self.settle_urls(), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Conflict | None = None) -> bool:
        return False

    @admin.display(description="gap", ordering="gap_seconds")
    def gap(self, conflict: Conflict) -> str:
        return "–" if conflict.gap_seconds is None else wording.apart(conflict.gap_seconds)

    @admin.display(description="event")
    def event_link(self, conflict: Conflict) -> str:
        return link(conflict.event)

    def save_model(self, request: HttpRequest, obj: Conflict, form: forms.ModelForm, change: bool) -> None:
        if form.cleaned_data.get("ruling"):
            services.settle_conflict(
                conflict=obj, state=form.cleaned_data["ruling"], reason=form.cleaned_data["why_so"], editor=request.user
            )

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Sides are shown, not typed."""
        formset.save(commit=False)
