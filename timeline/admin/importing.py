"""The form by which articles come in through the desk."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from timeline.intake import LIMIT, Given, Sidecar, files_given, parse_sidecar
from timeline.intake.files import SIDECAR
from timeline.intake.formats import LARGEST
from timeline.models import Article
from timeline.reading.anchors import Known
from timeline.validators import validate_zone

MOST_FILES = 1000


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, as a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            raise ValidationError(f"At most {MOST_FILES} files at a time.")
        return [super(FilesField, self).clean(one, initial) for one in given]


class ImportForm(forms.Form):
    """Files or a pasted text, and what is known of them besides; the same for all files given at once."""

    files = FilesField(
        required=False,
        # An empty one is refused by itself, as any that cannot be read; the others come in.
        allow_empty_file=True,
        help_text="Any number of them: plain text, HTML, PDF, DOCX, RSS or Atom, WARC or WACZ, CSV, JSON as exported, "
        "zips of these; a sources.toml among them says what is known. At most 10 MB each, archives 50 MB.",
    )
    pasted = forms.CharField(
        required=False,
        strip=False,
        max_length=LIMIT,
        label="or a text",
        widget=forms.Textarea(attrs={"rows": 12, "cols": 90}),
        help_text="Paste the whole article, as it stood on the page: headline, date, text.",
    )
    name = forms.CharField(
        required=False,
        max_length=200,
        label="called",
        help_text="A file name for the pasted text, if it is to have one.",
    )
    source = forms.CharField(required=False, max_length=200, help_text="Who published it; empty when not known.")
    via = forms.CharField(required=False, max_length=200, help_text="Whose copy it is, e.g. an agency.")
    url = forms.URLField(
        required=False, max_length=1000, assume_scheme="https", help_text=Article._meta.get_field("url").help_text
    )
    published = forms.CharField(
        required=False, max_length=200, help_text="When, if the text does not say: 7 July 2021 14:10."
    )
    zone = forms.CharField(
        required=False, max_length=64, validators=[validate_zone], help_text="The zone of that date, like Europe/Paris."
    )
    basis = forms.CharField(required=False, max_length=300, help_text="How you know what you filled in above.")

    @property
    def brought(self) -> list[forms.BoundField]:
        """What comes in."""
        return [self[name] for name in ("files", "pasted", "name")]

    @property
    def besides(self) -> list[forms.BoundField]:
        """What is known of it."""
        return [self[name] for name in self.fields if name not in {"files", "pasted", "name"}]

    @property
    def says_more(self) -> bool:
        """Whether anything was said, or is wrong, of what is known besides."""
        return any(field.errors or field.data for field in self.besides)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("files") and not (values.get("pasted") or "").strip() and not self.errors:
            raise ValidationError("Choose files, or paste a text.")
        facts = ("source", "via", "url", "published", "zone")
        if any(values.get(name) for name in facts) and not values.get("basis"):
            self.add_error("basis", "Say how you know it.")
        return values

    def files_given(self) -> Iterator[Given]:
        """Each file, those in a zip by themselves, the pasted text last; IntakeError where a sources.toml is wrong."""
        sent = self.cleaned_data["files"]
        beside = next((one for one in sent if one.name == SIDECAR), None)
        sidecar = parse_sidecar(beside.read(LIMIT).decode("utf-8", "replace")) if beside else Sidecar()
        for one in (one for one in sent if one.name != SIDECAR):
            # No more is read of a file than shows it is too large.
            yield from files_given(one.name, one.read(LARGEST + 1), sidecar=sidecar, known=self.known())
        if pasted := self.cleaned_data["pasted"].strip():
            name = self.cleaned_data["name"] or f"pasted-{pasted.split()[0][:40]}.txt"
            yield from files_given(name, self.cleaned_data["pasted"].encode(), known=self.known())

    def known(self) -> Known:
        values = self.cleaned_data
        return Known(
            publisher=values["source"],
            via=values["via"],
            url=values["url"],
            zone=values["zone"],
            published=values["published"],
            basis=values["basis"],
        )
