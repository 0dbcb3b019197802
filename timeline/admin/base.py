"""What the pages of the desk share: saving through services, read-only listings, words beside what they mean."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline import labels, services
from timeline.access import SEES_ALL, visible_dossiers
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

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with services.acting(editor=request.user), services.together():
                return super().changeform_view(request, *args, **kwargs)
        except (ValidationError, IntakeError) as error:
            # What no form can foresee (the reader's own faults, another editor's change): nothing is saved.
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())

    def response_action(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        try:
            with services.acting(editor=request.user), services.together():
                return super().response_action(request, queryset)
        except (ValidationError, IntakeError) as error:
            tell(self, request, error)
            return HttpResponseRedirect(request.get_full_path())

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
