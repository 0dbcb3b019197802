"""What the pages of the desk share: saving through services, read-only listings, words beside what they mean."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import all_valid
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline import labels, services
from timeline.access import SEES_ALL, visible_dossiers
from timeline.admin import overtaking
from timeline.admin.memory import changes_in
from timeline.intake import IntakeError
from timeline.models import Claim, Dossier, Timestamp

# Characters of the article shown on either side of a claim's words.
AROUND = 160


class DeskAdmin(admin.ModelAdmin):
    """Saves through services: every page's changes are one transaction, and each dossier is woven once."""

    list_per_page = 50
    # The way from a row to its dossier; "" for rows of no dossier.
    dossier_path = "dossier"
    object_history_template = "admin/timeline/object_history.html"
    show_full_result_count = False
    change_form_template = "admin/timeline/change_form.html"
    change_list_template = "admin/timeline/change_list.html"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    class Media:
        css = {"all": ["admin/timeline.css"]}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """The rows of the dossiers this person may see."""
        found = super().get_queryset(request)
        if not self.dossier_path or request.user.has_perm(SEES_ALL):
            return found
        return found.filter(**{f"{self.dossier_path}__in": visible_dossiers(request.user).values("pk")})

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Only rows of dossiers this person may see can be chosen."""
        desk = self.admin_site._registry.get(db_field.related_model)
        if isinstance(desk, DeskAdmin):
            options.setdefault("queryset", desk.get_queryset(request))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method != "POST":
            context = {"seen": self.seen(request, object_id)} | (extra_context or {})
            return super().changeform_view(request, object_id, form_url, context)
        try:
            with services.acting(editor=request.user), services.together():
                rows = self.hold(request, [object_id] if object_id else [])
                row = rows[0] if object_id and rows else None
                if overtaken := self.overtaken(request, rows, lambda: self._sent(request, row)):
                    return overtaken
                context = {"seen": request.POST.get("seen", "")} | (extra_context or {})
                return super().changeform_view(request, object_id, form_url, context)
        except (ValidationError, IntakeError) as error:
            # What no form can foresee (the reader's own faults, another editor's change): nothing is saved.
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        said = request.POST.get("seen") or overtaking.seen(visible_dossiers(request.user))
        return super().changelist_view(request, {"seen": said} | (extra_context or {}))

    def response_action(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        try:
            with services.acting(editor=request.user), services.together():
                rows = self.hold(request, request.POST.getlist(ACTION_CHECKBOX_NAME))
                if overtaken := self.overtaken(request, rows, lambda: self._asked(request, rows)):
                    return overtaken
                return super().response_action(request, queryset)
        except (ValidationError, IntakeError) as error:
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())

    def seen(self, request: HttpRequest, object_id: str | None) -> str:
        """What a page is going to show of the row's dossier; of a new row, of every dossier."""
        number = object_id if object_id and object_id.isdecimal() else "0"
        if not self.dossier_path:
            return overtaking.seen_of_source(int(number))
        dossiers = visible_dossiers(request.user)
        if object_id:
            found = self.get_queryset(request).filter(pk=number).order_by()
            dossiers = dossiers.filter(pk__in=found.values(self.dossier_path))
        return overtaking.seen(dossiers)

    def hold(self, request: HttpRequest, ids: Iterable[str]) -> list[models.Model]:
        """The rows with these ids, as they are once nobody else works on them: until the transaction ends."""
        wanted = {int(pk) for pk in ids if pk.isdecimal()}
        found = self.get_queryset(request).filter(pk__in=wanted).order_by("pk")
        if self.dossier_path:
            services.hold(set(found.values_list(self.dossier_path, flat=True)))
        else:
            for pk in sorted(wanted):
                services.hold_source(pk)
        return list(found.all())

    def overtaken(
        self, request: HttpRequest, rows: Sequence[models.Model], sent: Callable[[], list[tuple[str, str]]]
    ) -> HttpResponse | None:
        """The page that shows what others did to the rows meanwhile beside what was sent; None where nobody did, or
        nothing was sent that would be saved."""
        done = overtaking.done_since(request.POST.get("seen", ""), rows)
        mine = sent() if done else []
        if not mine:
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Somebody else was here meanwhile",
            "done": done,
            "mine": mine,
            "again": overtaking.sent_again(request.POST),
            "seen": self.seen(request, None if self.dossier_path else str(rows[0].pk)),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/overtaken.html", context, status=409)

    def _sent(self, request: HttpRequest, row: models.Model | None) -> list[tuple[str, str]]:
        """What the forms of a row's page would change; nothing where they have faults, which come first."""
        form = self.get_form(request, row, change=row is not None)(request.POST, request.FILES, instance=row)
        formsets, _ = self._create_formsets(request, form.instance, change=row is not None)
        if not form.is_valid() or not all_valid(formsets):
            return []
        return overtaking.changed_in([form, *(one for formset in formsets for one in formset.forms)])

    def _asked(self, request: HttpRequest, rows: list[models.Model]) -> list[tuple[str, str]]:
        """What an action would do, once it is asked for for good."""
        name = request.POST.get("action", "")
        called = dict(self.get_action_choices(request)).get(name, "")
        return [(called, ", ".join(map(str, rows)))] if called else []

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with services.acting(editor=request.user):
            return super().delete_view(request, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        changes = {"row_changes": changes_in(self.opts.model_name, object_id) if object_id.isdecimal() else []}
        return super().history_view(request, object_id, changes | (extra_context or {}))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without “delete selected”: what goes, goes one by one, with a look at what goes with it."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> tuple[Any, Any, set[str], Any]:
        """What hangs on a row goes with it: who may delete the row may delete that."""
        to_delete, counts, _, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set(), protected


class DossierFilter(admin.RelatedFieldListFilter):
    """The dossiers this person may see."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[int, str]]:
        return [(dossier.pk, dossier.title) for dossier in visible_dossiers(request.user)]


class ViewOnly:
    """Rows that are shown and not typed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Listing(ViewOnly, admin.TabularInline):
    """A table of rows beside their parent."""

    extra = 0
    can_delete = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields


class Writing(admin.StackedInline):
    """One empty form beside the parent, to add a row; those that are there are in a `Listing`."""

    extra = 0
    max_num = 1
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).none()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def tell(desk: admin.ModelAdmin, request: HttpRequest, error: ValidationError | IntakeError) -> None:
    """Say why nothing was saved."""
    reasons = error.messages if isinstance(error, ValidationError) else [str(error)]
    desk.message_user(request, f"Nothing was changed. {' '.join(reasons)}", messages.ERROR)


def link(row: models.Model | None, words: str = "") -> str:
    """A link to the row's page on the desk; a dash for none."""
    if row is None:
        return "–"
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, words or str(row))


def in_context(claim: Claim, text: str) -> SafeString:
    """The claim's words, marked, with what stands around them in their paragraph of the article's text."""
    paragraph = text.rfind("\n", 0, claim.start) + 1
    ending = text.find("\n", claim.end)
    first, last = max(claim.start - AROUND, paragraph), claim.end + AROUND
    last = min(last, len(text) if ending < 0 else ending)
    return format_html(
        '<span class="around">{}{}</span><mark>{}</mark><span class="around">{}{}</span>',
        "…" if first > paragraph else "",
        text[first : claim.start],
        text[claim.start : claim.end],
        text[claim.end : last],
        "…" if last == claim.end + AROUND else "",
    )


def when(stamp: Timestamp | None, dossier: Dossier) -> str:
    """A time on the clock of the dossier's place, in words."""
    return labels.when(stamp, ZoneInfo(dossier.zone))


def verdict_of(claim: Claim) -> str:
    """The newest judgement's word, from prefetched `judgements`; a dash for none."""
    return next((judgement.verdict for judgement in claim.judgements.all()), "–")
