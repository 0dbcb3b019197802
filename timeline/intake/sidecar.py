"""`sources.toml`: what is known of articles besides their text, and how one knows it.

    [dossier]            slug, title, place, zone
    [[source]]           name, kind, zone, home_page, reliability, basis   (a publisher; zone is its newsroom's clock)
    [[article]]          file, part, title, source, via, url, zone, published, basis

`file` is a bare file name, `part` the number of an article in a file that holds several (without it the table is
for every part that has none of its own); zones are IANA names. Anything else is refused, not passed over.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.intake.errors import IntakeError
from timeline.intake.files import SIDECAR
from timeline.reading.anchors import Known
from timeline.zones import zone_names

EVERY_PART = 0
DOSSIER_KEYS = frozenset({"slug", "title", "place", "zone"})
SOURCE_KEYS = frozenset({"name", "kind", "zone", "home_page", "reliability", "basis"})
ARTICLE_KEYS = frozenset({"file", "part", "title", "source", "via", "url", "zone", "published", "basis"})

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """The `[dossier]` table; "" where it does not say."""

    slug: str = ""
    title: str = ""
    place: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A `[[source]]` table; "" where it does not say."""

    name: str
    kind: str = ""
    zone: str = ""
    home_page: str = ""
    reliability: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A whole `sources.toml`. `articles` maps a file name to what is known of its parts (`EVERY_PART` for the rest)."""

    dossier: DossierFacts = DossierFacts()
    sources: tuple[SourceFacts, ...] = ()
    articles: Mapping[str, Mapping[int, Known]] = field(default_factory=dict)

    def known(self, file: str) -> Mapping[int, Known]:
        """What is known of a file's parts; empty where nothing is."""
        return self.articles.get(file, {})


def load_sidecar(folder: Path) -> Sidecar:
    """The `sources.toml` of a folder, empty where there is none; IntakeError where it is wrong."""
    path = folder / SIDECAR
    if not path.exists():
        return Sidecar()
    try:
        return parse_sidecar(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise IntakeError(SIDECAR, f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise IntakeError(SIDECAR, "not UTF-8 text") from error


def parse_sidecar(text: str) -> Sidecar:
    """What a `sources.toml` says; IntakeError names the table and the key that are wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IntakeError(SIDECAR, f"not TOML: {error}") from error
    _check_keys("the file", tables, frozenset({"dossier", "source", "article"}))
    return Sidecar(
        dossier=_dossier(tables.get("dossier", {})),
        sources=tuple(_source(number, table) for number, table in _tables(tables, "source")),
        articles=_articles(tables),
    )


def _dossier(table: object) -> DossierFacts:
    facts = DossierFacts(**_strings("[dossier]", _table("[dossier]", table), DOSSIER_KEYS))
    _check_zone("[dossier]", facts.zone)
    return facts


def _source(number: int, table: object) -> SourceFacts:
    where = f"[[source]] {number}"
    texts = _strings(where, _table(where, table), SOURCE_KEYS)
    if not texts.get("name"):
        raise IntakeError(SIDECAR, f"{where} needs a name")
    _check_zone(where, texts.get("zone", ""))
    return SourceFacts(**texts)


def _articles(tables: Table) -> dict[str, dict[int, Known]]:
    articles: dict[str, dict[int, Known]] = {}
    for number, table in _tables(tables, "article"):
        where = f"[[article]] {number}"
        file, part, known = _article(where, _table(where, table))
        if part in articles.setdefault(file, {}):
            raise IntakeError(SIDECAR, f"{where} speaks of {file} once more, and of the same part")
        articles[file][part] = known
    return articles


def _article(where: str, table: Table) -> tuple[str, int, Known]:
    part = table.get("part", EVERY_PART)
    if not isinstance(part, int) or isinstance(part, bool) or ("part" in table and part < 1):
        raise IntakeError(SIDECAR, f"{where}: part must be a number from 1")
    texts = _strings(where, {key: value for key, value in table.items() if key != "part"}, ARTICLE_KEYS)
    file = texts.pop("file", "")
    if not file or Path(file).name != file:
        raise IntakeError(SIDECAR, f"{where} needs a file: its bare name")
    _check_zone(where, texts.get("zone", ""))
    if texts and not texts.get("basis"):
        raise IntakeError(SIDECAR, f"{where} needs a basis: how one knows")
    return file, part, Known(publisher=texts.pop("source", ""), **texts)


def _tables(tables: Table, key: str) -> list[tuple[int, object]]:
    found = tables.get(key, [])
    if not isinstance(found, list):
        raise IntakeError(SIDECAR, f"{key} must be written [[{key}]]")
    return list(enumerate(found, start=1))


def _table(where: str, table: object) -> Table:
    if not isinstance(table, dict):
        raise IntakeError(SIDECAR, f"{where} must be a table")
    return table


def _strings(where: str, table: Table, keys: frozenset[str]) -> dict[str, str]:
    """The table's values without outer white space; dates may be written as TOML dates."""
    _check_keys(where, table, keys)
    texts = {key: _string(where, key, value) for key, value in table.items()}
    return {key: text for key, text in texts.items() if text}


def _string(where: str, key: str, value: object) -> str:
    if key == "published" and hasattr(value, "isoformat"):
        return str(value.isoformat())
    if not isinstance(value, str):
        raise IntakeError(SIDECAR, f"{where}: {key} must be text in quotation marks")
    return value.strip()


def _check_keys(where: str, table: Table, keys: frozenset[str]) -> None:
    if unknown := sorted(set(table) - keys):
        raise IntakeError(SIDECAR, f"{where} has the unknown key {unknown[0]}; known are {', '.join(sorted(keys))}")


def _check_zone(where: str, zone: str) -> None:
    if zone and zone not in zone_names():
        raise IntakeError(SIDECAR, f"{where}: {zone} is no IANA time zone (such as Asia/Kabul)")
