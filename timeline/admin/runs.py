"""Bringing articles in: the form, what will be read, and how far an import has come."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from timeline import services
from timeline.admin import previewing
from timeline.admin.arrivals import may_take_back
from timeline.admin.base import tell
from timeline.admin.importing import ImportForm
from timeline.htmx import wants_fragment
from timeline.intake import IntakeError
from timeline.models import Article, Dossier, ImportFile, ImportRun, Source
from timeline.zones import zone_names

# Seconds of an import that a request does itself: little enough that nobody thinks the page has died.
A_WHILE = 2.0
# Files of a finished or running import that its page lists.
LISTED = 500


class ImportViews(admin.ModelAdmin):
    """The pages of the desk by which files come into a dossier."""

    def import_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        return [
            path("<int:pk>/import/", guard(self.import_view), name="timeline_dossier_import"),
            path("<int:pk>/imports/<int:run>/", guard(self.run_view), name="timeline_import_run"),
        ]

    def _editable(self, request: HttpRequest, pk: int) -> Dossier:
        dossier: Dossier = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, dossier):
            raise PermissionDenied
        return dossier

    def import_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hand files or a pasted text in, with what is known of them: to be looked at, or to come in at once."""
        dossier = self._editable(request, pk)
        form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
        if form.is_valid():
            try:
                run = services.open_run(dossier=dossier, files=form.files_given(), editor=request.user)
            except IntakeError as error:
                form.add_error("files", str(error))
            else:
                return self._look_or_start(request, run)
        return self._page(
            request,
            "import_articles",
            dossier,
            title=f"Import articles into {dossier}",
            form=form,
            unfinished=dossier.import_runs.exclude(state=ImportRun.State.DONE),
        )

    def _look_or_start(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        if "look" not in request.POST or not run.files.filter(state=ImportFile.State.WAITING).exists():
            self._start(request, run)
        return HttpResponseRedirect(address(run))

    def _start(self, request: HttpRequest, run: ImportRun, here: bool = False) -> None:
        if services.has_workers() and not here:
            services.hand_over(run=run)
        else:
            services.start_run(run=run)
            services.work_off(run=run, seconds=A_WHILE)
        self.log_change(request, run.dossier, f"Imported {run.files.count()} files.")

    def run_view(self, request: HttpRequest, pk: int, run: int) -> HttpResponse:
        """An import: what would be read while it waits, then how far it has come and what became of each file."""
        dossier = self._editable(request, pk)
        found = get_object_or_404(ImportRun.objects.select_related("dossier"), pk=run, dossier=dossier)
        if request.method == "POST":
            return self._step(request, found)
        return self._show(request, found)

    def _step(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        step = request.POST.get("do", "")
        if run.state == ImportRun.State.WAITING and step != "discard":
            faults = previewing.correct(run, request.POST)
            for fault in faults:
                self.message_user(request, fault, messages.ERROR)
            if faults or step.startswith("page "):
                return HttpResponseRedirect(f"{address(run)}?page={step.removeprefix('page ') or 1}")
        if step in {"start", "go on"}:
            # Asked for of a page that watches a worker, “go on here” needs none.
            self._start(request, run, here=run.queued and run.state == ImportRun.State.RUNNING)
        elif step == "work":
            services.work_off(run=run, seconds=A_WHILE)
        elif step == "stop":
            services.stop_run(run=run)
        elif step == "take back":
            self._take_back(request, run)
        elif step == "discard":
            services.discard_run(run=run)
            self.message_user(request, "What waited was discarded.")
            return HttpResponseRedirect(reverse("admin:timeline_dossier_import", args=[run.dossier_id]))
        return self._show(request, run) if wants_fragment(request) else HttpResponseRedirect(address(run))

    def _take_back(self, request: HttpRequest, run: ImportRun) -> None:
        if not may_take_back(request.user, run):
            raise PermissionDenied
        try:
            services.take_back_run(run=run, editor=request.user)
        except ValidationError as error:
            tell(self, request, error)
        else:
            self.message_user(request, "The import is taken back. Its files can be brought in again.")

    def _show(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        if run.state == ImportRun.State.WAITING:
            page = previewing.look_at(run, request.GET.get("page", "1"))
            refused = run.files.filter(state=ImportFile.State.REFUSED).defer("data")
            title = f"What will be read into {run.dossier}"
            offers = sum(one.suggested is not None for waiting in page for one in waiting.preview.articles)
            known = {
                "sources": Source.objects.values_list("name", flat=True),
                "zones": sorted(zone_names()),
                "offers": offers,
            }
            return self._page(
                request, "import_preview", run.dossier, title=title, run=run, page=page, refused=refused, **known
            )
        template = "_import_progress" if wants_fragment(request) else "import_progress"
        title = f"Articles come into {run.dossier}"
        back = {"may_take_back": may_take_back(request.user, run)}
        return self._page(request, template, run.dossier, title=title, run=run, **progress(run), **back)

    def _page(self, request: HttpRequest, template: str, dossier: Dossier, **more: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "dossier": dossier,
            "media": self.media,
            "opts": self.opts,
            **more,
        }
        return TemplateResponse(request, f"admin/timeline/{template}.html", context)


def address(run: ImportRun) -> str:
    return reverse("admin:timeline_import_run", args=[run.dossier_id, run.pk])


def progress(run: ImportRun) -> dict[str, Any]:
    """How far an import has come: files in and in all, what became of each, and where to go on."""
    files = run.files.defer("data", "known", "sources")
    done = files.exclude(state=ImportFile.State.WAITING)
    articles = Article.objects.select_related("source").defer("text")
    listed = done.select_related("original").defer("data", "known", "sources", "original__data").order_by("number")
    total, left = files.count(), files.filter(state=ImportFile.State.WAITING).count()
    return {
        "total": total,
        "done": total - left,
        "left": left,
        "files": listed.prefetch_related(Prefetch("original__articles", articles))[:LISTED],
        "first": articles.filter(original__arrivals__run=run, claims__isnull=False).order_by("pk").first(),
    }
