"""What `export --format json` wrote: its articles come in again, and are read anew."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.intake.errors import IntakeError
from timeline.intake.formats.pieces import Facts, Piece, clean_facts, safe_text
from timeline.intake.limits import LIMIT
from timeline.reading.anchors import OF_ANOTHER
from timeline.zones import zone_names

BASIS = "export"
NOBODY = "unknown publisher"
# Dates that the text gives when it is read again, just as it did; the rest came from elsewhere.
FROM_THE_TEXT = ("dateline", "post date", "caption", "first sentences", "unknown")


def read_export(name: str, found: Mapping[str, Any]) -> Iterator[Piece]:
    """The articles of an export, character for character; IntakeError where one has no text."""
    articles = found["articles"]
    if not isinstance(articles, list) or not all(isinstance(article, dict) for article in articles):
        raise IntakeError(name, "an export whose articles are no list of objects")
    for number, article in enumerate(articles, start=1):
        text = safe_text(_words(article, "text"))
        if not text.strip() or len(text) > LIMIT:
            raise IntakeError(name, f"an export in which article {number} has no text that can be read")
        yield Piece(text, clean_facts(_facts(article)))


def _facts(article: Mapping[str, Any]) -> Facts:
    stated = article.get("published")
    published = stated if isinstance(stated, dict) else {}
    basis, url, zone = _words(published, "basis"), _words(article, "url"), _words(published, "zone")
    date = _words(published, "text")
    if (basis.startswith(FROM_THE_TEXT) and not basis.endswith(OF_ANOTHER)) or date == url:
        date = ""
    source = _words(article, "source")
    return Facts(
        title=_words(article, "title"),
        byline=_words(article, "byline"),
        publisher="" if source == NOBODY else source,
        via=_words(article, "via"),
        url=url,
        published=date,
        zone=zone if zone in zone_names() else "",
        basis=basis if date else BASIS,
    )


def _words(mapping: Mapping[str, Any], key: str) -> str:
    value = mapping.get(key)
    return value if isinstance(value, str) else ""
