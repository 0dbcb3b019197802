"""Forms of the desk: they check what a service would refuse, so that an editor hears of it beside the field."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelect
from django.core.exceptions import ValidationError

from timeline import services
from timeline.models import Article, Claim, Conflict, Event, Judgement, Quantity, Ruling, Timestamp
from timeline.reading.lexicon.happenings import EXTRA_TYPES, HAPPENINGS
from timeline.services.spans import nearest
from timeline.validators import validate_zone
from timeline.zones import zone_names

TYPES = sorted({happening.type for happening in HAPPENINGS} | set(EXTRA_TYPES))
VERDICTS = [("", "–"), *Judgement.Verdict.choices]


class TypeField(forms.ChoiceField):
    """The kinds of happening the reader knows; a stored one it does not know stays a choice."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[(name, name) for name in TYPES], **options)

    def allow(self, stored: str) -> None:
        if stored and stored not in TYPES:
            self.choices = [(stored, stored), *self.choices]


class FollowingForm(forms.ModelForm):
    """What the editor did not touch stays as it is now, also where the reader or weaving changed it meanwhile: each
    field carries what it showed."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.show_hidden_initial = True
        if self.is_bound and self.instance.pk:
            self._follow()

    def _follow(self) -> None:
        now = {}
        for name, field in self.fields.items():
            sent, shown = self.add_prefix(name), self.add_initial_prefix(name)
            value = field.prepare_value(self.get_initial_for_field(field, name))
            if shown in self.data and self.data.get(sent, "") == self.data[shown]:
                now |= dict.fromkeys((sent, shown), "" if value is None else str(value))
        if any(self.data.get(name) != value for name, value in now.items()):
            self.data = self.data.copy()
            for name, value in now.items():
                self.data[name] = value


class ClaimForm(FollowingForm):
    """What a claim says, and the event it is about."""

    type = TypeField(help_text=Claim._meta.get_field("type").help_text)

    class Meta:
        model = Claim
        fields = (
            "article", "quote", "type", "status", "place", "actor", "target", "voice", "role", "cue", "via", "event",
        )  # fmt: skip
        widgets = {"quote": forms.Textarea(attrs={"rows": 3, "cols": 90})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["type"].allow(self.instance.type)
        if "quote" in self.fields:
            self.fields["quote"].help_text = "The exact words, as they stand in the article."
        if "event" in self.fields:
            # Events are made by moving claims to a new one, and go when no claim is left.
            self.fields["event"].widget.can_add_related = False
            self.fields["event"].widget.can_delete_related = False

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        article = values.get("article") or (self.instance.article if self.instance.article_id else None)
        quote, event = values.get("quote"), values.get("event")
        if article and quote:
            start = nearest(article.text, quote, self.instance.start or 0)
            if start is None:
                self.add_error("quote", "These words do not stand in the article exactly so.")
            else:
                self.instance.start, self.instance.end = start, start + len(quote)
        if article and event and event.dossier_id != article.dossier_id:
            self.add_error("event", "This event belongs to another dossier.")
        if article:
            self.instance.dossier_id = article.dossier_id
        return values


class ClaimRowForm(FollowingForm):
    """A claim in a row beside its words, with an editor's word on it."""

    type = TypeField()
    verdict = forms.ChoiceField(choices=VERDICTS, required=False, label="your word")

    class Meta:
        model = Claim
        fields = ("type", "status", "voice")
        widgets = {"voice": forms.TextInput(attrs={"size": 16})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["type"].allow(self.instance.type)


class JudgementForm(forms.ModelForm):
    class Meta:
        model = Judgement
        fields = ("verdict", "why")
        widgets = {"why": forms.Textarea(attrs={"rows": 2, "cols": 80})}


class TimeForm(forms.ModelForm):
    """An editor's time: both ends on the clock of a zone, which is the dossier's unless the editor names another."""

    start = forms.SplitDateTimeField(
        required=False, widget=AdminSplitDateTime, help_text="Not before; empty for an open start."
    )
    end = forms.SplitDateTimeField(
        required=False, widget=AdminSplitDateTime, help_text="Before this; empty for an open end."
    )
    zone = forms.CharField(
        required=False,
        validators=[validate_zone],
        help_text="The clock the two times are told on, like Europe/Paris; empty for the dossier's place.",
    )

    class Meta:
        model = Timestamp
        fields = ("start", "end", "zone", "granularity", "approximate", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "cols": 80})}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        claim = getattr(self.instance, "claim", None)
        zone = values.get("zone") or (claim.dossier.zone if claim and claim.pk else "UTC")
        if zone in zone_names():
            values["zone"] = zone
            for name in ("start", "end"):
                values[name] = on_the_clock(values.get(name), zone)
        if not values.get("start") and not values.get("end"):
            raise ValidationError("Give a start, an end or both.")
        if values.get("start") and values.get("end") and values["start"] >= values["end"]:
            raise ValidationError("The start must be before the end.")
        return values


def on_the_clock(typed: datetime | None, zone: str) -> datetime | None:
    """A time typed without a zone (which the form takes for UTC) on the clock of `zone`."""
    return typed and typed.replace(tzinfo=ZoneInfo(zone))


class QuantityForm(forms.ModelForm):
    """A number in a claim; its place in the article is found from its words."""

    class Meta:
        model = Quantity
        fields = ("text", "low", "high", "approximate", "unit", "of")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        claim, words = self.instance.claim, values.get("text")
        start = nearest(claim.article.text, words, claim.start) if words else None
        if words and start is None:
            self.add_error("text", "These words do not stand in the article exactly so.")
        elif words and start is not None:
            self.instance.start, self.instance.end = start, start + len(words)
        if None not in (values.get("low"), values.get("high")) and values["low"] > values["high"]:
            self.add_error("high", "This is less than the low bound.")
        return values


class ArticleForm(FollowingForm):
    url = forms.URLField(
        required=False, max_length=1000, assume_scheme="https", help_text=Article._meta.get_field("url").help_text
    )

    class Meta:
        model = Article
        fields = ("source", "via", "title", "byline", "url", "published_text", "zone", "copy_of")
        help_texts = {
            "published_text": "As printed, or like 7 July 2021 14:10; a change has the article read again by it. Empty "
            "for what the text says.",
            "zone": "The zone of that date, like Europe/Paris; “unknown” for what the text says.",
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        changes = {name: values[name] for name in self.changed_data if name in values}
        if {"published_text", "zone"} & set(changes):
            services.articles.check_date(article=self.instance, changes=changes)
        return values


class RulingForm(forms.ModelForm):
    """A ruling; the preferred interval is told on the clock of the dossier's place."""

    class Meta:
        model = Ruling
        fields = ("event", "kind", "of", "state", "start", "end", "value", "confidence", "reason")
        help_texts = {
            "start": "Preferred interval: not before, on the clock of the dossier's place.",
            "end": "Preferred interval: before this, on the same clock.",
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        event = values.get("event") or (self.instance.event if self.instance.event_id else None)
        for name in ("start", "end"):
            if event:
                values[name] = on_the_clock(values.get(name), event.dossier.zone)
        if not (values.get("reason") or "").strip():
            self.add_error("reason", "A ruling needs a reason.")
        return values


class ConflictForm(forms.ModelForm):
    """What becomes of a conflict: a state and its reason, which make a ruling."""

    ruling = forms.ChoiceField(choices=[("", "– leave it as it is –"), *Ruling.State.choices], required=False)
    why_so = forms.CharField(
        required=False, label="reason", widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        help_text="Why. Required for a ruling.",
    )  # fmt: skip

    class Meta:
        model = Conflict
        fields = ()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("ruling") and not (values.get("why_so") or "").strip():
            self.add_error("why_so", "A ruling needs a reason.")
        return values


class MoveForm(forms.Form):
    """Where selected claims go: to an event that is there, or to a new one."""

    event = forms.ModelChoiceField(
        queryset=Event.objects.none(),
        required=False,
        widget=AutocompleteSelect(Claim._meta.get_field("event"), admin.site),
        help_text="An event of the same dossier.",
    )
    title = forms.CharField(
        max_length=300, required=False, label="or a new event", help_text="Its title, in a few words."
    )

    def __init__(self, dossier_id: int, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["event"].queryset = Event.objects.filter(dossier_id=dossier_id)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if bool(values.get("event")) == bool(values.get("title")) and not self.errors:
            raise ValidationError("Choose an event, or give the title of a new one.")
        return values


class MergeForm(forms.Form):
    """Which of the selected events stays."""

    into = forms.ModelChoiceField(
        queryset=Event.objects.none(), widget=forms.RadioSelect, label="Keep", empty_label=None
    )

    def __init__(self, events: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["into"].queryset = events
        self.fields["into"].label_from_instance = lambda event: f"{event} ({event.claim_count} claims)"
