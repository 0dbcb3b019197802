"""What is known of an article besides its text, as the lines kept in `Article.known`."""

from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from timeline.intake.formats import Facts
from timeline.models import Article, Source
from timeline.reading.anchors import Known
from timeline.reading.undated import OF_OTHERS
from timeline.reading.yearless import OF_DOSSIER
from timeline.services.rows import fitted

EDITOR = "editor"


def known_to_text(known: Known) -> str:
    """A "name: value" a line; the dossier's zone is not the article's and is left out."""
    facts = asdict(known) | {"place_zone": ""}
    return "\n".join(f"{name}: {' '.join(value.split())}" for name, value in facts.items() if value)


def known_from_text(text: str) -> Known:
    """The reverse; lines of other names (an editor's notes) are passed over."""
    pairs = (line.partition(": ") for line in text.splitlines())
    names = set(asdict(Known())) - {"place_zone"}
    return Known(**{name: value for name, _, value in pairs if name in names and value})


def joined(said: Known, found: Known) -> Known:
    """What people said of an article over what its file says of itself: each fact from whoever has it."""
    taken = {name: value for name, value in asdict(found).items() if value and not getattr(said, name)}
    facts = {name: value for name, value in taken.items() if name not in {"basis", "dated_by"}}
    if not facts:
        return said
    dated_by = found.dated_by if "published" in facts else said.dated_by
    return replace(said, **facts, basis=said.basis or found.basis, dated_by=dated_by)


def known_of_file(facts: Facts) -> Known:
    """What a file says of an article, as far as the columns hold it: an address that is none is left out."""
    known = facts.known()
    try:
        Article._meta.get_field("url").clean(known.url, None)
    except ValidationError:
        known = replace(known, url="")
    return replace(known, publisher=fitted(Source, {"name": known.publisher})["name"])


def edited_columns(article: Article) -> set[str]:
    """The names of the columns an editor changed."""
    return set(article.edited.split())


def known_of(article: Article) -> Known:
    """What to read the article by now: the sidecar's facts under an editor's, the zones of its source and dossier."""
    known = known_from_text(article.known)
    edited = edited_columns(article)
    if "published_text" in edited:
        known = replace(known, published=article.published_text, basis=EDITOR)
    if "zone" in edited:
        zone = "" if article.zone == "unknown" else article.zone
        known = replace(known, zone=zone, basis=EDITOR)
    publisher = "" if article.source.kind == Source.Kind.UNKNOWN else article.source.name
    zone = known.zone or article.source.zone
    months, days = _months_beside(article), _days_beside(article)
    return replace(known, publisher=publisher, zone=zone, place_zone=article.dossier.zone, months=months, days=days)


def _months_beside(article: Article) -> str:
    """The months in which the dossier's other articles came out, for an article that prints no year; "" for one that is
    read for the first time, or that has a date of its own."""
    if article.pk is None or not (article.start is None or article.basis == OF_DOSSIER):
        return ""
    dated = _dated(article)
    months = dated.exclude(pk=article.pk).exclude(basis=OF_DOSSIER).datetimes("start", "month", tzinfo=UTC)
    return " ".join(f"{month:%Y-%m}" for month in months)


# The first articles of a dossier say on which days its story was told.
_ENOUGH = 1000
_DAYS = 31


def _days_beside(article: Article) -> str:
    """The days on which the dossier's other articles came out, the most common first, for an article that prints no
    date; "" for any other, and for one that is read for the first time."""
    if article.pk is None or not (article.start is None or article.basis == OF_OTHERS):
        return ""
    spans = _dated(article).exclude(pk=article.pk).filter(end__isnull=False).order_by("pk")
    middles = [start + (end - start) / 2 for start, end in spans.values_list("start", "end")[:_ENOUGH]]
    zone = ZoneInfo(article.dossier.zone) if article.dossier.zone else UTC
    days = Counter(middle.astimezone(zone).date() for middle in middles)
    common = sorted(days, key=lambda day: (-days[day], day))
    return " ".join(day.isoformat() for day in common[:_DAYS])


def _dated(article: Article) -> QuerySet[Article]:
    """The articles of its dossier that have a date of their own."""
    return Article.objects.filter(dossier=article.dossier_id, weak=False, start__isnull=False)
