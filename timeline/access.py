"""Who may see which dossier: the one place that says so, for pages, exports, API and desk.

`Gate` stands before every view whose address names a dossier (by a `slug`), so that a view cannot forget to ask; lists
of dossiers and rows go through `visible_dossiers`.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from timeline.models import Dossier

# Who may remove a dossier sees all of them, and says who else may.
SEES_ALL = "timeline.delete_dossier"
# A slug no dossier can have.
NOWHERE = ""


def visible_dossiers(user: Any) -> QuerySet[Dossier]:
    """The dossiers this person may see: public ones, with an account also those for the signed-in, and those that
    name them."""
    if not user.is_authenticated:
        return Dossier.objects.filter(access=Dossier.Access.PUBLIC)
    if user.has_perm(SEES_ALL):
        return Dossier.objects.all()
    named = Dossier.people.through.objects.filter(user=user.pk).values("dossier")
    return Dossier.objects.filter(
        Q(access__in=[Dossier.Access.PUBLIC, Dossier.Access.SIGNED_IN]) | Q(access=Dossier.Access.NAMED, pk__in=named)
    )


def get_dossier(user: Any, slug: str) -> Dossier:
    """The dossier of that slug; Http404 where there is none or this person may not know of it."""
    found = visible_dossiers(user).filter(slug=slug).first()
    if found is None:
        raise Http404("There is no such dossier.")
    return found


class Gate:
    """Middleware: to who may not see a dossier, an address that names it by `slug` is one of a dossier that is none.

    The view is asked for `NOWHERE` instead and says in its own way (a page, JSON) that there is no such thing. The
    dossier that may be seen is kept as `request.dossier`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, options: dict[str, Any]) -> None:
        if "slug" not in options:
            return
        request.dossier = visible_dossiers(request.user).filter(slug=options["slug"]).first()
        if request.dossier is None:
            options["slug"] = NOWHERE
