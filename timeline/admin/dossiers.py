"""Dossiers with their way in for articles, and sources."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from timeline import services
from timeline.access import SEES_ALL, visible_dossiers
from timeline.admin import memory
from timeline.admin.base import DeskAdmin, tell
from timeline.admin.queue import is_decided, sections
from timeline.admin.runs import ImportViews
from timeline.intake import IntakeError
from timeline.models import Act, Dossier, Source


@admin.register(Dossier)
class DossierAdmin(ImportViews, DeskAdmin):
    dossier_path = "pk"
    list_display = ("title", "slug", "place", "zone", "articles_found", "claims_found", "events_found")
    search_fields = ("title", "slug", "place")
    date_hierarchy = "created"
    fields = ("title", "slug", "place", "zone", "access", "people")
    filter_horizontal = ("people",)
    change_form_template = "admin/timeline/dossier_form.html"

    def get_prepopulated_fields(self, request: HttpRequest, obj: Dossier | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("title",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Dossier | None = None) -> Any:
        # Only who sees every dossier says who sees this one.
        return () if request.user.has_perm(SEES_ALL) else ("access", "people")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dossier]:
        # Three counts by join would multiply each other's rows; the dossiers are few.
        return super().get_queryset(request).annotate(articles_n=Count("articles"))

    @admin.display(description="articles", ordering="articles_n")
    def articles_found(self, dossier: Dossier) -> int:
        return dossier.articles_n

    @admin.display(description="claims")
    def claims_found(self, dossier: Dossier) -> int:
        return dossier.claims.filter(rejected=False).count()

    @admin.display(description="events")
    def events_found(self, dossier: Dossier) -> int:
        return dossier.events.filter(claim_count__gt=0).count()

    def save_model(self, request: HttpRequest, obj: Dossier, form: Any, change: bool) -> None:
        if change:
            services.edit_dossier(dossier=obj, changes={name: form.cleaned_data[name] for name in form.changed_data})
            return
        made, _ = services.open_dossier(slug=obj.slug, title=obj.title, place=obj.place, zone=obj.zone)
        given = {name: form.cleaned_data[name] for name in ("access", "people") if name in form.changed_data}
        if given:
            services.edit_dossier(dossier=made, changes=given)
        # The admin goes on with the object it made of the form: for the log and the page that follows.
        obj.pk = made.pk
        obj.refresh_from_db()

    def response_add(self, request: HttpRequest, obj: Dossier, post_url_continue: str | None = None) -> HttpResponse:
        """A new dossier is for articles to come into."""
        if "_save" in request.POST and self.has_change_permission(request, obj):
            return HttpResponseRedirect(reverse("admin:timeline_dossier_import", args=[obj.pk]))
        return super().response_add(request, obj, post_url_continue)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The people were stored with the rest."""

    def delete_model(self, request: HttpRequest, obj: Dossier) -> None:
        services.delete_dossier(dossier=obj)

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        return [
            *self.import_urls(),
            path("<int:pk>/changes/", guard(self.changes_view), name="timeline_dossier_changes"),
            path("queue/", guard(self.queue_view), name="timeline_queue"),
            path("acts/<int:pk>/undo/", guard(require_POST(self.undo_view)), name="timeline_act_undo"),
            *super().get_urls(),
        ]

    def changes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What people changed in the dossier since a moment, and what imports brought, newest first."""
        dossier = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, dossier):
            raise PermissionDenied
        form = memory.SinceForm(request.GET)
        since = memory.since_when(form, dossier)
        context = {
            **self.admin_site.each_context(request),
            "title": f"What changed in {dossier}",
            "dossier": dossier,
            "form": form,
            "since": since,
            "page": memory.done_since(dossier, since, request.GET.get("page", "1"), request.user),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/changes.html", context)

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """What needs eyes, in one dossier or in all this person may see."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        seen = visible_dossiers(request.user)
        asked = request.GET.get("dossier", "")
        chosen = get_object_or_404(seen, pk=asked) if asked.isdecimal() else None
        context = {
            **self.admin_site.each_context(request),
            "decided": chosen and is_decided(seen.filter(pk=chosen.pk)),
            "title": f"What needs eyes in {chosen}" if chosen else "What needs eyes",
            "seen": seen,
            "chosen": chosen,
            "sections": sections(seen.filter(pk=chosen.pk) if chosen else seen),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/queue.html", context)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take an act back, and go where the editor came from."""
        act = get_object_or_404(Act, pk=pk)
        try:
            memory.check_may_undo(request.user, act)
            services.undo(act=act, editor=request.user)
        except (ValidationError, IntakeError) as error:
            tell(self, request, error)
        else:
            self.message_user(request, f"Taken back: {act.called}.")
        back = request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
        return HttpResponseRedirect(back if safe else reverse("admin:index"))


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    dossier_path = ""
    list_display = ("name", "kind", "zone", "reliability", "articles_found", "home_page")
    list_filter = ("kind", "reliability")
    search_fields = ("name", "home_page", "note")
    fields = ("name", "kind", "zone", "home_page", "reliability", "note")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(articles_n=Count("articles"))

    @admin.display(description="articles", ordering="articles_n")
    def articles_found(self, source: Source) -> int:
        return source.articles_n

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        services.save_source(source=obj)

    def delete_model(self, request: HttpRequest, obj: Source) -> None:
        services.delete_source(source=obj)
