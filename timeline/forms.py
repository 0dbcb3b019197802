"""The query strings of the pages, validated: a value that makes no sense is an error with a reason, never ignored."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from timeline.axis import EARLIEST_YEAR, LATEST_YEAR, SHORTEST, Axis
from timeline.exports.names import CHOICES
from timeline.models import Conflict, Dossier
from timeline.reading.claims import Status
from timeline.zones import zone_names

DATE_LENGTH = len("2023-03-07")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How a page of a large dossier looks for what the filters leave, so that it looks at so many rows only.

    `narrow`: the filters leave so little that it is looked for first, the window afterwards. `matches`: the ids of the
    claims that match the words, None where they were not looked up; `within`: only of events that began in the window
    or the day before; `each`: only so many of each of its days, months or years, as there are more.
    """

    narrow: bool = False
    matches: tuple[int, ...] | None = None
    within: bool = False
    each: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """A timeline's query string, understood. None and empty mean: not asked for."""

    zone: ZoneInfo
    place: ZoneInfo
    start: datetime | None = None
    end: datetime | None = None
    q: str = ""
    sources: list[int] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    conflicts: bool = False
    origins: int = 0
    by: str = "event"
    event: int | None = None
    view: str = "drawing"
    format: str = ""
    as_of: datetime | None = None
    since: datetime | None = None
    play: bool = False
    bounds: Bounds = Bounds()

    @property
    def narrowed(self) -> bool:
        """Whether any filter but the window hides a claim."""
        return bool(self.q or self.sources or self.types or self.statuses or self.conflicts or self.origins)

    @property
    def asked(self) -> list[str]:
        """What the form behind “Filter” is set to, for its button."""
        origins = [f"{self.origins}+ origins"] if self.origins else []
        return [*([f"“{self.q}”"] if self.q else []), *self.types, *self.statuses, *origins]

    def axis(self, default: tuple[datetime, datetime]) -> Axis:
        """The window asked for; a missing end comes from the default, or a day from the other end."""
        start, end = self.start or default[0], self.end or default[1]
        if start >= end:
            start, end = (start, start + timedelta(days=1)) if self.start else (end - timedelta(days=1), end)
        return Axis(start, end, self.zone)


class ManyField(forms.MultipleChoiceField):
    """Repeated values; an empty one, as an untouched select sends it, counts for none."""

    def to_python(self, value: Any) -> list[str]:
        return [item for item in super().to_python(value) if item]


class InstantField(forms.CharField):
    """A date or a date and time, ISO 8601; read on the form's clock where it has no offset.

    “2023-03-07” as a `last` one means the whole of that day.
    """

    def __init__(self, *, last: bool = False, **options: Any) -> None:
        super().__init__(required=False, max_length=40, **options)
        self.last = last

    def instant(self, text: str, zone: ZoneInfo) -> datetime | None:
        """The instant in UTC, or None for no words. Raises ValidationError for words that are no date."""
        if not text:
            return None
        try:
            # The plus sign of an offset reaches us as a space.
            read = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
            if self.last and len(text) == DATE_LENGTH:
                read += timedelta(days=1)
            instant = (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise forms.ValidationError(f"“{text}” is not a date such as 2023-03-07 or 2023-03-07T16:00.") from error
        if not EARLIEST_YEAR <= instant.year <= LATEST_YEAR:
            raise forms.ValidationError(f"“{text}” is outside the calendar.")
        return instant


class ZoneField(forms.CharField):
    """An IANA time zone; empty means the dossier's."""

    def clean(self, value: Any) -> str:
        name = super().clean(value)
        if name and name not in zone_names():
            raise forms.ValidationError(f"“{name}” is not a time zone such as Asia/Kathmandu or UTC.")
        return name


class MomentForm(forms.Form):
    """The clock a page is read on, and the moment as known at which it is drawn."""

    tz = ZoneField(required=False, max_length=64, label="Time zone")
    as_of = InstantField(label="As known at", last=True)
    since = InstantField(label="Compared with", last=True)
    play = forms.ChoiceField(required=False, choices=[("", "stand still"), ("1", "play")])

    def __init__(self, query: QueryDict, dossier: Dossier) -> None:
        super().__init__(query)
        self.dossier = dossier

    def clean(self) -> dict[str, Any]:
        """Read the moments on the clock of `tz`, else the dossier's; the one to compare with must be the earlier."""
        cleaned = super().clean() or self.cleaned_data
        ends = self.instants(cleaned, "as_of", "since")
        if ends["since"] and not ends["as_of"] and not self.errors:
            self.add_error("since", "There is nothing to compare with: “as_of” names no moment.")
        elif ends["since"] and ends["as_of"] and ends["since"] >= ends["as_of"]:
            self.add_error("since", "The moment to compare with is not before the other.")
        return cleaned | ends

    def instants(self, cleaned: dict[str, Any], *names: str) -> dict[str, datetime | None]:
        """The instants of these fields; what is none becomes an error of its field."""
        found: dict[str, datetime | None] = dict.fromkeys(names)
        zone = ZoneInfo(cleaned.get("tz") or self.dossier.zone)
        for name in names:
            try:
                found[name] = self.fields[name].instant(cleaned.get(name, ""), zone)
            except forms.ValidationError as error:
                self.add_error(name, error)
        return found

    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.cleaned_data["tz"] or self.dossier.zone)


class TimelineFilter(MomentForm):
    """The timeline's query string; `sources` and `types` are those of the dossier."""

    q = forms.CharField(required=False, max_length=200, label="Words")
    source = ManyField(required=False)
    type = ManyField(required=False)
    status = ManyField(required=False, choices=[(status.value, status.value) for status in Status])
    conflicts = forms.ChoiceField(required=False, choices=[("", "all"), ("1", "only conflicts")])
    origins = forms.IntegerField(required=False, min_value=0, max_value=1000, label="Origins")
    by = forms.ChoiceField(required=False, choices=[("event", "event"), ("origin", "origin")])
    event = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    view = forms.ChoiceField(required=False, choices=[("drawing", "drawing"), ("table", "table")])
    format = forms.ChoiceField(required=False, choices=CHOICES)

    def __init__(self, query: QueryDict, *, dossier: Dossier, sources: list[tuple[int, str]], types: list[str]) -> None:
        super().__init__(query, dossier)
        # “from” is a word of Python's, so these two cannot be declared in the class.
        self.fields["from"] = InstantField(label="From")
        self.fields["to"] = InstantField(label="To", last=True)
        self.fields["source"].choices = [(str(pk), name) for pk, name in sources]
        self.fields["type"].choices = [(name, name) for name in types]

    def clean(self) -> dict[str, Any]:
        """Both ends of the window must be in order and apart."""
        cleaned = super().clean()
        ends = self.instants(cleaned, "from", "to")
        start, end = ends["from"], ends["to"]
        if start and end and end - start < SHORTEST:
            self.add_error("to", "The window ends before it begins, or is shorter than ten minutes.")
        return cleaned | ends

    def filters(self) -> Filters:
        """What was asked; only of a form that is valid."""
        cleaned = self.cleaned_data
        place = ZoneInfo(self.dossier.zone)
        return Filters(
            zone=self.zone(),
            place=place,
            start=cleaned["from"],
            end=cleaned["to"],
            q=cleaned["q"],
            sources=[int(pk) for pk in cleaned["source"]],
            types=cleaned["type"],
            statuses=cleaned["status"],
            conflicts=cleaned["conflicts"] == "1",
            origins=cleaned["origins"] or 0,
            by=cleaned["by"] or "event",
            event=cleaned["event"],
            view=cleaned["view"] or "drawing",
            format=cleaned["format"],
            as_of=cleaned["as_of"],
            since=cleaned["since"],
            play=cleaned["play"] == "1",
        )


class PageFilter(MomentForm):
    """The query string of a page that has only a clock, a moment and a page number to choose."""

    page = forms.IntegerField(required=False, min_value=1, max_value=10**6)


class ConflictFilter(PageFilter):
    """The query string of the page of conflicts."""

    kind = forms.ChoiceField(required=False, choices=[("", "all kinds"), *Conflict.Kind.choices])
    strength = forms.ChoiceField(required=False, choices=[("", "hard and soft"), ("hard", "hard"), ("soft", "soft")])
    state = forms.ChoiceField(required=False, choices=[("", "any state"), *Conflict.State.choices])
    sort = forms.ChoiceField(
        required=False,
        label="Order",
        choices=[
            ("", "hard first"),
            ("gap", "widest gap"),
            ("time", "when it happened"),
            ("origins", "most origins"),
            ("kind", "by kind"),
            ("state", "by state"),
        ],
    )


class NumbersField(forms.MultipleChoiceField):
    """Repeated ids of rows; any number is one, whether or not there is such a row."""

    def to_python(self, value: Any) -> list[str]:
        return [item for item in super().to_python(value) if item]

    def validate(self, value: list[str]) -> None:
        for item in value:
            if not (item.isascii() and item.isdigit() and 0 < int(item) < 2**63):
                raise forms.ValidationError(f"“{item}” is not the number of an event.")

    def clean(self, value: Any) -> list[int]:
        return [int(item) for item in super().clean(value)]


class CompareFilter(PageFilter):
    """The query string of the page that puts several events side by side."""

    event = NumbersField(required=False)
