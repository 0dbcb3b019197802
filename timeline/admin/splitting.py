"""Making two events of one: its claims with a box each, and the title of the event that those ticked become."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from timeline import services, wording
from timeline.admin.base import link, tell, when
from timeline.admin.memory import undoable
from timeline.models import Claim, Event


class SplitForm(forms.Form):
    """Which claims become an event of their own, and what it is called."""

    title = forms.CharField(max_length=300, help_text="What happened then, in a few words.")
    claims = forms.ModelMultipleChoiceField(
        queryset=Claim.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="Claims of the new event",
        help_text="The others stay. Weaving leaves both where they are, whatever is imported later.",
    )

    def __init__(self, event: Event, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["claims"].queryset = claims_of(event)
        self.fields["claims"].label_from_instance = _called


def claims_of(event: Event) -> QuerySet[Claim]:
    """The claims of an event that are not rejected, those of one witness together."""
    found = event.claims.filter(rejected=False).select_related("article__source", "timestamp", "dossier")
    return found.defer("article__text").order_by("origin", "article", "start")


def _called(claim: Claim) -> str:
    said = ", ".join(filter(None, [claim.voice, claim.article.source.name]))
    words, time = wording.short(claim.quote, 160), when(claim.timestamp, claim.dossier)
    return format_html('{} <span class="around">{} · {}</span>', words, time, said)


class SplitViews(admin.ModelAdmin):
    """The page on which an event is split."""

    def split_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.split_view)
        return [path("<int:pk>/split/", view, name="timeline_event_split")]

    def split_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        event = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, event):
            raise PermissionDenied
        form = SplitForm(event, request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                return self._split(request, event, form.cleaned_data)
            except ValidationError as error:
                tell(self, request, error)
                return HttpResponseRedirect(request.get_full_path())
        context = {
            "seen": self.seen(request, str(pk)),
            **self.admin_site.each_context(request),
            "title": f"Split “{event}”",
            "event": event,
            "form": form,
            "last": undoable(request.user, event.dossier),
            "media": self.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/timeline/split_event.html", context)

    def _split(self, request: HttpRequest, event: Event, asked: dict[str, Any]) -> HttpResponse:
        with services.acting(editor=request.user), services.together():
            services.hold([event.dossier_id])
            sent = [("title", asked["title"]), ("claims", ", ".join(map(str, asked["claims"])))]
            if overtaken := self.overtaken(request, [event, *asked["claims"]], lambda: sent):
                return overtaken
            made = services.split_event(event=event, claims=asked["claims"], title=asked["title"])
        told = wording.counted(len(asked["claims"]), "claim")
        self.message_user(request, format_html("{} of “{}” are “{}” now.", told, event, link(made)))
        return HttpResponseRedirect(reverse("admin:timeline_event_split", args=[event.pk]))
