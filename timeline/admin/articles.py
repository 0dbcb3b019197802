"""Articles with their claims beside their words; doubts; the files as they arrived."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from timeline import services, wording
from timeline.admin import settling, working
from timeline.admin.base import DeskAdmin, DossierFilter, ViewOnly, in_context, link, tell, verdict_of, when
from timeline.admin.forms import ArticleForm, ClaimRowForm
from timeline.admin.memory import undoable
from timeline.intake import IntakeError
from timeline.models import Article, Claim, Doubt, Original
from timeline.services.articles import EDITABLE


class ClaimRows(admin.TabularInline):
    """The article's claims in reading order: the words in their place, and what was read in them."""

    model = Claim
    form = ClaimRowForm
    fields = ("words", "judged", "verdict", "type", "status", "voice", "time", "about")
    readonly_fields = ("words", "time", "about", "judged")
    ordering = ("start", "id")
    extra = 0
    can_delete = False

    def get_formset(self, request: HttpRequest, obj: Article | None = None, **options: Any) -> Any:
        # Kept for the rows' words and times: asking each claim for its article would cost a query a row.
        self.parent = obj
        return super().get_formset(request, obj, **options)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        return super().get_queryset(request).select_related("event", "timestamp").prefetch_related("judgements")

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    @admin.display(description="words")
    def words(self, claim: Claim) -> str:
        return format_html("{}<br>{}", in_context(claim, self.parent.text), link(claim, "Open this claim"))

    @admin.display(description="time in force")
    def time(self, claim: Claim) -> str:
        return when(claim.timestamp, self.parent.dossier)

    @admin.display(description="event")
    def about(self, claim: Claim) -> str:
        return link(claim.event)

    @admin.display(description="word so far")
    def judged(self, claim: Claim) -> str:
        return verdict_of(claim)


class DoubtRows(admin.TabularInline):
    model = Doubt
    fields = ("text", "settled")
    readonly_fields = ("text",)
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    inlines = (ClaimRows, DoubtRows)
    list_display = ("title", "source", "dossier", "published", "basis", "claim_count", "open_doubts")
    list_filter = (("dossier", DossierFilter), "source", "source__kind", "zone", "basis", "weak", "granularity")
    search_fields = ("title", "byline", "url", "text")
    search_help_text = "Words of the headline, the author, the address or the text."
    date_hierarchy = "start"
    autocomplete_fields = ("source", "copy_of")
    list_select_related = ("source", "dossier")
    fieldsets = (
        (None, {"fields": ("title", "source", "via", "byline", "url")}),
        ("When it was published", {"fields": ("published_text", "zone", "published", "granularity", "basis",
                                              "zone_basis", "weak")}),
        ("Where it comes from", {"fields": ("dossier", "file", "part", "known", "copy_of", "edited", "reader"),
                                 "classes": ("collapse",)}),
        ("The text as received", {"fields": ("whole",), "classes": ("collapse",)}),
    )  # fmt: skip
    readonly_fields = (
        "published", "granularity", "basis", "zone_basis", "weak", "dossier", "file", "part", "known", "edited",
        "reader", "whole",
    )  # fmt: skip

    change_form_template = "admin/timeline/article_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.work_view)
        return [path("<int:pk>/work/", view, name="timeline_article_work"), *super().get_urls()]

    def work_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The text and its claims side by side; each step comes back here, at the claim to go on with."""
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if request.method == "POST":
            try:
                with services.acting(editor=request.user), services.together():
                    step, claim = working.asked_for(request, article)
                    concerned = working.concerned(request, claim)
                    if overtaken := self.overtaken(request, concerned, lambda: working.sent(request)):
                        return overtaken
                    after = step.work(request, article, claim)
                return HttpResponseRedirect(_go_on(article, after, request.POST.get("do", "")))
            except (ValidationError, IntakeError) as error:
                tell(self, request, error)
                return HttpResponseRedirect(request.get_full_path())
        context = {
            "seen": self.seen(request, str(pk)),
            **self.admin_site.each_context(request),
            **working.context(article, request.GET.get("claim", "")),
            "title": str(article),
            "last": undoable(request.user, article.dossier),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/work.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        # Articles come in through their dossier's import page.
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        found = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name.endswith("_changelist"):
            found = found.defer("text").annotate(
                claims_found=Count("claims", distinct=True),
                doubts_open=Count("doubts", filter=Q(doubts__settled=False), distinct=True),
            )
        return found

    @admin.display(description="published", ordering="start")
    def published(self, article: Article) -> str:
        if article.start is None and article.end is None:
            return "unknown"
        return wording.interval(article.start, article.end, ZoneInfo(article.dossier.zone))

    @admin.display(description="claims", ordering="claims_found")
    def claim_count(self, article: Article) -> int:
        return article.claims_found

    @admin.display(description="open doubts", ordering="doubts_open")
    def open_doubts(self, article: Article) -> int:
        return article.doubts_open

    @admin.display(description="text")
    def whole(self, article: Article) -> str:
        return format_html('<div class="whole">{}</div>', article.text)

    def save_model(self, request: HttpRequest, obj: Article, form: ArticleForm, change: bool) -> None:
        changes = {name: form.cleaned_data[name] for name in form.changed_data if name in EDITABLE}
        if changes:
            services.edit_article(article=obj, changes=changes)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        if formset.model is Doubt:
            for doubt, _ in formset.changed_objects:
                services.settle_doubts(doubts=[doubt], settled=doubt.settled)
            return
        for row in formset.forms:
            _save_claim(request, row)

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        services.delete_article(article=obj)


def _go_on(article: Article, claim: Claim | None, step: str) -> str:
    """Where work goes on: with the claim, else with the next article, else with the conflicts."""
    if claim or step == "settle":
        return working.address(article, claim)
    following = working.next_article(article)
    return working.address(following) if following else settling.onward(article.dossier)


def _save_claim(request: HttpRequest, row: forms.ModelForm) -> None:
    """Store what an editor changed in a claim's row, and the word on it."""
    changes = {name: row.cleaned_data[name] for name in row.changed_data if name not in {"verdict", "id"}}
    # Saving the article may have read it again: only a claim that is still there can be changed.
    claim = Claim.objects.filter(pk=row.instance.pk).first()
    if claim is None:
        return
    if changes:
        services.edit_claim(claim=claim, changes=changes)
    if row.cleaned_data.get("verdict"):
        services.judge_claim(claim=claim, verdict=row.cleaned_data["verdict"], editor=request.user)


@admin.register(Doubt)
class DoubtAdmin(DeskAdmin):
    dossier_path = "article__dossier"
    list_display = ("text", "about", "settled")
    list_filter = ("settled", ("article__dossier", DossierFilter))
    search_fields = ("text", "article__title")
    list_select_related = ("article__source", "claim")
    fields = ("text", "about", "settled")
    readonly_fields = ("text", "about")
    actions = ("settle",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Doubt | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Doubt]:
        return super().get_queryset(request).defer("article__text")

    @admin.display(description="about")
    def about(self, doubt: Doubt) -> str:
        return link(doubt.claim) if doubt.claim else link(doubt.article)

    @admin.action(description="Settle the selected doubts", permissions=["change"])
    def settle(self, request: HttpRequest, queryset: QuerySet[Doubt]) -> None:
        doubts = list(queryset)
        services.settle_doubts(doubts=doubts)
        self.message_user(request, f"{wording.counted(len(doubts), 'doubt')} settled.")

    def save_model(self, request: HttpRequest, obj: Doubt, form: Any, change: bool) -> None:
        services.settle_doubts(doubts=[obj], settled=obj.settled)


@admin.register(Original)
class OriginalAdmin(ViewOnly, DeskAdmin):
    """The files as they arrived: to look up, not to change."""

    list_display = ("name", "format", "dossier", "size", "sha256", "received")
    list_filter = (("dossier", DossierFilter),)
    search_fields = ("name", "sha256")
    date_hierarchy = "received"
    list_select_related = ("dossier",)
    fields = (
        "name",
        "format",
        "dossier",
        "size",
        "sha256",
        "received",
        "articles_in_it",
        "came_as",
        "bytes_as_received",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        return super().get_queryset(request).defer("data").annotate(length=Length("data"))

    @admin.display(description="bytes", ordering="length")
    def size(self, original: Original) -> int:
        return original.length

    @admin.display(description="came as")
    def came_as(self, original: Original) -> str:
        """Every name it arrived under, with when and by whom."""
        found = original.arrivals.select_related("run__editor").defer("data", "known", "sources").order_by("pk")
        told = ((one.path, one.run.made, one.run.editor or "a command", one.get_state_display()) for one in found)
        return format_html_join(mark_safe("<br>"), "{}, {:%Y-%m-%d %H:%M} UTC by {}: {}", told) or "–"

    @admin.display(description="its bytes")
    def bytes_as_received(self, original: Original) -> str:
        first = original.articles.order_by("part").first()
        if first is None:
            return "–"
        address = reverse("original", args=[original.dossier.slug, first.pk])
        return format_html('<a href="{}" download>Download {}</a>', address, original.name)

    @admin.display(description="articles in it")
    def articles_in_it(self, original: Original) -> str:
        articles = original.articles.select_related("source").defer("text")
        return format_html("<br>".join("{}" for _ in articles), *(link(article) for article in articles))
