"""Dossiers with their way in for articles, and sources."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from timeline import services, wording
from timeline.access import SEES_ALL, visible_dossiers
from timeline.admin import memory, previewing
from timeline.admin.base import DeskAdmin, tell
from timeline.admin.importing import ImportForm
from timeline.admin.queue import sections
from timeline.intake import EVERY_PART, IntakeError
from timeline.models import Act, Dossier, Source
from timeline.reading.anchors import Known


@admin.register(Dossier)
class DossierAdmin(DeskAdmin):
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
        given = {name: form.cleaned_data[name] for name in ("access", "people") if name in form.cleaned_data}
        if given:
            services.edit_dossier(dossier=made, changes=given)
        # The admin goes on with the object it made of the form: for the log and the page that follows.
        obj.pk = made.pk
        obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The people were stored with the rest."""

    def delete_model(self, request: HttpRequest, obj: Dossier) -> None:
        services.delete_dossier(dossier=obj)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        guard = self.admin_site.admin_view
        return [
            path("<int:pk>/import/", view, name="timeline_dossier_import"),
            path("<int:pk>/changes/", guard(self.changes_view), name="timeline_dossier_changes"),
            path("queue/", guard(self.queue_view), name="timeline_queue"),
            path("acts/<int:pk>/undo/", guard(require_POST(self.undo_view)), name="timeline_act_undo"),
            *super().get_urls(),
        ]

    def changes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What people changed in the dossier since a moment, newest first."""
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
            "page": memory.acts_since(dossier, since, request.GET.get("page", "1")),
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

    def import_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Bring articles into the dossier: files, or a pasted text, with what is known of them."""
        dossier = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, dossier):
            raise PermissionDenied
        if "store" in request.POST:
            return self._store(request, dossier)
        sent = request.method == "POST"
        form = ImportForm(request.POST, request.FILES) if sent else ImportForm()
        if form.is_valid() and "look" in request.POST:
            return self._preview(request, dossier, form)
        if form.is_valid() and self._import(request, dossier, form.files_given(), form.known()):
            return HttpResponseRedirect(reverse("admin:timeline_dossier_change", args=[pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import articles into {dossier}",
            "dossier": dossier,
            "form": form,
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/import_articles.html", context)

    def _preview(self, request: HttpRequest, dossier: Dossier, form: ImportForm) -> HttpResponse:
        """What would be read, before anything is stored."""
        try:
            waiting = previewing.look_at(dossier, form.files_given(), form.known())
        except ValidationError as error:
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": f"What will be read into {dossier}",
            "dossier": dossier,
            "waiting": waiting,
            "facts": previewing.facts_of(form.known()),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/preview_articles.html", context)

    def _store(self, request: HttpRequest, dossier: Dossier) -> HttpResponse:
        """Bring in the files that waited in the page, with what was corrected there."""
        try:
            files = previewing.come_back(request.POST)
        except ValidationError as error:
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())
        for name, data, known in files:
            self._import(request, dossier, [(name, data)], known)
        return HttpResponseRedirect(reverse("admin:timeline_dossier_change", args=[dossier.pk]))

    def _import(
        self, request: HttpRequest, dossier: Dossier, files: list[tuple[str, bytes]], known: Known | dict[int, Known]
    ) -> bool:
        """Bring in each file, and say what became of it; whether any came in."""
        stored, known_by_part = 0, known if isinstance(known, dict) else {EVERY_PART: known}
        for name, data in files:
            try:
                outcome = services.import_file(dossier=dossier, name=name, data=data, known_by_part=known_by_part)
            except (IntakeError, ValidationError) as error:
                reason = error.reason if isinstance(error, IntakeError) else " ".join(error.messages)
                self.message_user(request, f"“{name}” was not taken: {reason}.", messages.ERROR)
            else:
                stored += 1
                claims = f"{wording.counted(outcome.articles, 'article')}, {wording.counted(outcome.claims, 'claim')}"
                told = "; ".join([f"“{name}”: {outcome.state}, {claims}", *outcome.notes])
                self.message_user(request, f"{told}.", messages.WARNING if outcome.notes else messages.SUCCESS)
        if stored:
            services.weave_dossier(dossier=dossier)
            self.log_change(request, dossier, f"Imported {wording.counted(stored, 'file')}.")
        return bool(stored)


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
