"""The site of the editors' desk: what an editor is here for comes first, on its first page and beside the others."""

from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from timeline.access import visible_dossiers

FIRST = "timeline"
# Tables of other packages that are looked at when something is wrong, not worked with.
LAST = ("axes", "otp_static", "otp_totp", "django_tasks_database", "django_rq")


class Desk(admin.AdminSite):
    """Django's admin with the dossiers, and where one goes on with them, on its first page."""

    site_header = "Timeline: the editors' desk"
    site_title = "Timeline"
    index_title = "Dossiers, what was read, and what was decided"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        dossiers = visible_dossiers(request.user).annotate(articles_n=Count("articles")).order_by("title")
        return super().index(request, {"dossiers": dossiers} | (extra_context or {}))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        found = super().get_app_list(request, app_label)
        return sorted(found, key=lambda app: (app["app_label"] in LAST, app["app_label"] != FIRST))
