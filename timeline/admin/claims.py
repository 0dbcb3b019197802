"""Claims: judged, corrected, dated and moved."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html

from timeline import services, wording
from timeline.admin.base import DeskAdmin, DossierFilter, Listing, ViewOnly, Writing, in_context, link, when
from timeline.admin.forms import ClaimForm, JudgementForm, MoveForm, QuantityForm, TimeForm
from timeline.models import Claim, Doubt, Judgement, Quantity, Timestamp
from timeline.services.claims import EDITABLE


class TimesGiven(Listing):
    model = Timestamp
    fk_name = "claim"
    verbose_name_plural = "times, the reader's and the editors'"
    fields = ("interval", "granularity", "text", "rule", "zone", "basis", "trace", "by", "editor", "note")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Timestamp]:
        return super().get_queryset(request).select_related("claim__dossier", "editor")

    @admin.display(description="interval")
    def interval(self, stamp: Timestamp) -> str:
        force = " (in force)" if stamp.claim.timestamp_id == stamp.pk else ""
        return when(stamp, stamp.claim.dossier) + force

    @admin.display(description="trace")
    def trace(self, stamp: Timestamp) -> str:
        return format_html('<span class="trace">{}</span>', stamp.steps)


class GiveTime(Writing):
    model = Timestamp
    fk_name = "claim"
    form = TimeForm
    verbose_name = "time of your own"
    verbose_name_plural = "give another time"


class JudgementsMade(Listing):
    model = Judgement
    fields = ("verdict", "why", "editor", "made")


class Judge(Writing):
    model = Judgement
    form = JudgementForm
    verbose_name = "word on it"
    verbose_name_plural = "judge it"


class Quantities(admin.TabularInline):
    model = Quantity
    form = QuantityForm
    extra = 0


class DoubtsRaised(Listing):
    model = Doubt
    fields = ("text", "settled")


class JudgedFilter(admin.SimpleListFilter):
    title = "last word on it"
    parameter_name = "judged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("none", "not judged"), *Judgement.Verdict.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        if self.value() == "none":
            return queryset.filter(verdict=None)
        return queryset.filter(verdict=self.value()) if self.value() else queryset


class DoubtfulFilter(admin.SimpleListFilter):
    title = "doubts"
    parameter_name = "doubts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "with open doubts")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        doubts = Doubt.objects.filter(claim=OuterRef("pk"), settled=False)
        return queryset.filter(Exists(doubts)) if self.value() == "open" else queryset


@admin.register(Claim)
class ClaimAdmin(DeskAdmin):
    form = ClaimForm
    list_display = ("words", "source", "type", "status", "time", "voice", "event", "last_word", "touched")
    list_filter = (
        ("dossier", DossierFilter), JudgedFilter, DoubtfulFilter, "type", "status", "touched", "event_fixed",
        ("event", admin.EmptyFieldListFilter),
    )  # fmt: skip
    search_fields = ("quote", "voice", "actor", "target", "place", "article__title")
    search_help_text = "Words of the quote, the speaker, who did what to whom, the place or the headline."
    date_hierarchy = "timestamp__start"
    list_select_related = ("article__source", "event", "timestamp", "dossier")
    ordering = ("article", "start", "id")
    autocomplete_fields = ("event", "article")
    actions = ("accept", "reject", "call_unsure", "move", "release")
    fieldsets = (
        (None, {"fields": ("place_in_text", "quote", "type", "status")}),
        ("Who says so", {"fields": (("voice", "role"), ("cue", "via"))}),
        ("What happened", {"fields": (("actor", "target"), "place")}),
        ("Where it belongs", {"fields": ("article_link", "event", "event_fixed", "rejected", "touched", "rule")}),
    )
    add_fieldsets = (
        (None, {"fields": ("article", "quote", "type", "status")}),
        ("Who says so", {"fields": (("voice", "role"), ("cue", "via"))}),
        ("What happened", {"fields": (("actor", "target"), "place")}),
    )
    readonly_fields = ("place_in_text", "article_link", "event_fixed", "rejected", "touched", "rule")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        newest = Judgement.objects.filter(claim=OuterRef("pk")).order_by("-made", "-id")
        found = super().get_queryset(request).annotate(verdict=Subquery(newest.values("verdict")[:1]))
        return found.defer("article__text")

    def get_fieldsets(self, request: HttpRequest, obj: Claim | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Claim | None = None) -> Any:
        return self.readonly_fields if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Claim | None) -> Any:
        return (TimesGiven, GiveTime, Quantities, JudgementsMade, Judge, DoubtsRaised) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        # A claim that was read is rejected instead: a new reading would bring it back.
        return super().has_delete_permission(request, obj) and not (obj and obj.read_as)

    @admin.display(description="words", ordering="quote")
    def words(self, claim: Claim) -> str:
        return wording.short(claim.quote, 120)

    @admin.display(description="source", ordering="article__source__name")
    def source(self, claim: Claim) -> str:
        return claim.article.source.name

    @admin.display(description="time in force", ordering="timestamp__start")
    def time(self, claim: Claim) -> str:
        return when(claim.timestamp, claim.dossier)

    @admin.display(description="last word", ordering="verdict")
    def last_word(self, claim: Claim) -> str:
        return claim.verdict or "–"

    @admin.display(description="in its place")
    def place_in_text(self, claim: Claim) -> str:
        return in_context(claim, claim.article.text)

    @admin.display(description="article")
    def article_link(self, claim: Claim) -> str:
        return link(claim.article)

    def save_model(self, request: HttpRequest, obj: Claim, form: ClaimForm, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in form.changed_data if name in EDITABLE}
        if not change:
            self._add(obj, form)
            return
        if values:
            services.edit_claim(claim=obj, changes=values)
        if "event" in form.changed_data and obj.event:
            services.move_claims(claims=[obj], event=obj.event)
        elif "event" in form.changed_data:
            services.release_claims(claims=[obj])

    def _add(self, obj: Claim, form: ClaimForm) -> None:
        columns = {name: form.cleaned_data[name] for name in EDITABLE if name in form.cleaned_data}
        added = services.add_claim(article=form.cleaned_data["article"], **columns)
        # The admin goes on with the object it made of the form: for the log and the page that follows.
        obj.pk = added.pk
        obj.refresh_from_db()

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        claim = form.instance
        if formset.model is Quantity:
            changed = [quantity for quantity, _ in formset.changed_objects] + formset.new_objects
            if changed or formset.deleted_objects:
                services.edit_quantities(claim=claim, changed=changed, removed=formset.deleted_objects)
        for row in formset.new_objects:
            if formset.model is Judgement:
                services.judge_claim(claim=claim, verdict=row.verdict, why=row.why, editor=request.user)
            elif formset.model is Timestamp:
                services.retime_claim(
                    claim=claim, start=row.start, end=row.end, granularity=row.granularity, zone=row.zone,
                    approximate=row.approximate, note=row.note, editor=request.user,
                )  # fmt: skip

    def delete_model(self, request: HttpRequest, obj: Claim) -> None:
        services.delete_claim(claim=obj)

    @admin.action(description="Accept the selected claims", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        self._judge(request, queryset, Judgement.Verdict.ACCEPTED)

    @admin.action(description="Reject the selected claims", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        self._judge(request, queryset, Judgement.Verdict.REJECTED)

    @admin.action(description="Call the selected claims unsure", permissions=["change"])
    def call_unsure(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        self._judge(request, queryset, Judgement.Verdict.UNSURE)

    def _judge(self, request: HttpRequest, queryset: QuerySet[Claim], verdict: str) -> None:
        claims = list(queryset)
        services.judge_claims(claims=claims, verdict=verdict, editor=request.user)
        self._log(request, claims, f"Judged: {verdict}.")
        self.message_user(request, f"{wording.counted(len(claims), 'claim')} {verdict}.")

    @admin.action(description="Move the selected claims to another event", permissions=["change"])
    def move(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        claims = list(queryset)
        if len({claim.dossier_id for claim in claims}) > 1:
            self.message_user(request, "These claims belong to several dossiers.", messages.ERROR)
            return None
        form = MoveForm(claims[0].dossier_id, request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            return self._ask_where(request, claims, form)
        event = form.cleaned_data["event"]
        if event:
            services.move_claims(claims=claims, event=event)
        else:
            event = services.open_event(claims=claims, title=form.cleaned_data["title"])
        self._log(request, claims, f"Moved to “{event}”.")
        self.message_user(request, f"{wording.counted(len(claims), 'claim')} moved to “{event}”.")
        return None

    def _ask_where(self, request: HttpRequest, claims: list[Claim], form: MoveForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Move claims to another event",
            "claims": claims,
            "form": form,
            "seen": request.POST.get("seen", ""),
            "media": self.media + form.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/move_claims.html", context)

    @admin.action(description="Let weaving choose the event of the selected claims again", permissions=["change"])
    def release(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        claims = list(queryset)
        services.release_claims(claims=claims)
        self._log(request, claims, "Released from the event an editor chose.")
        self.message_user(request, f"{wording.counted(len(claims), 'claim')} released.")

    def _log(self, request: HttpRequest, claims: list[Claim], message: str) -> None:
        for claim in claims:
            self.log_change(request, claim, message)


@admin.register(Timestamp)
class TimestampAdmin(ViewOnly, DeskAdmin):
    """Every time with its trace. A new one is given on the page of its claim; an editor's can be taken back."""

    dossier_path = "claim__dossier"
    list_display = ("claim", "interval", "granularity", "text", "rule", "zone", "by", "editor")
    list_filter = (
        "by",
        ("claim__dossier", DossierFilter),
        "granularity",
        "approximate",
        "inherited",
        "saying",
        "cut",
        "rule",
    )
    search_fields = ("text", "claim__quote", "note")
    date_hierarchy = "start"
    list_select_related = ("claim__dossier", "editor")

    @admin.display(description="interval", ordering="start")
    def interval(self, stamp: Timestamp) -> str:
        return when(stamp, stamp.claim.dossier)

    def has_delete_permission(self, request: HttpRequest, obj: Timestamp | None = None) -> bool:
        editors = obj is None or obj.by == Timestamp.By.EDITOR
        return editors and request.user.has_perm("timeline.delete_timestamp")

    def delete_model(self, request: HttpRequest, obj: Timestamp) -> None:
        services.withdraw_time(stamp=obj)


@admin.register(Judgement)
class JudgementAdmin(ViewOnly, DeskAdmin):
    """Every word an editor said on a claim. None is changed; a new one is said on the page of the claim."""

    dossier_path = "claim__dossier"
    list_display = ("claim", "verdict", "why", "editor", "made")
    list_filter = ("verdict", ("claim__dossier", DossierFilter), "editor")
    search_fields = ("why", "claim__quote")
    date_hierarchy = "made"
    list_select_related = ("claim", "editor")
