"""Which format a file is of: by how its bytes begin, then by its name."""

import re
import zlib
from enum import StrEnum
from pathlib import PurePosixPath

from timeline.intake.errors import IntakeError
from timeline.intake.formats.archive import open_zip


class Format(StrEnum):
    TEXT = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    FEED = "feed"
    WARC = "WARC"
    WACZ = "WACZ"
    CSV = "CSV"
    JSON = "JSON"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".xml": Format.FEED,
    ".warc": Format.WARC,
    ".gz": Format.WARC,
    ".wacz": Format.WACZ,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".json": Format.JSON,
    ".zip": Format.ZIP,
}
# Formats whose bytes always show it: without that they are broken, whatever the name says.
SHOWN = frozenset({Format.PDF, Format.DOCX, Format.WARC, Format.WACZ, Format.ZIP})
# Of these a file may hold several articles of one page, one after the other.
GLUED = frozenset({Format.TEXT, Format.PDF, Format.DOCX})
_ROOTS = {"rss": Format.FEED, "feed": Format.FEED, "rdf:rdf": Format.FEED} | dict.fromkeys(
    ("html", "head", "body", "!doctype html"), Format.HTML
)
# The first tag of a document, behind its declaration, comments and a document type of XML.
# Atomic throughout: whatever hostile file it is tried on, it never tries a part again.
_ROOT = re.compile(
    r"\s*+(?:(?>(?><\?.{0,1000}?\?>)|(?><!--.{0,2000}?-->)|(?><!doctype\s++(?!html)[^>\[]{0,500}+(?:\[.{0,2000}?\])?\s*>))"
    r"\s*+)*+<(?P<tag>!doctype\s+html|[a-z][\w:.-]{0,40})(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)


def format_of(name: str, data: bytes) -> Format:
    """The format of a file; IntakeError where its bytes are of one that is not read."""
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and _suffix(name) is Format.PDF):
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(name, data)
    if data.startswith(b"WARC/"):
        return Format.WARC
    if data.startswith(b"\x1f\x8b"):
        return _packed(name, data)
    found = _root(name, data) or _suffix(name)
    if found in SHOWN:
        raise IntakeError(name, f"named as {found} but none")
    return found


def _suffix(name: str) -> Format:
    return SUFFIXES.get(PurePosixPath(name).suffix.lower(), Format.TEXT)


def _package(name: str, data: bytes) -> Format:
    """Which of the formats that are zips a zip is of, by what lies in it."""
    with open_zip(name, data) as archive:
        paths = set(archive.namelist())
    if "word/document.xml" in paths:
        return Format.DOCX
    if "datapackage.json" in paths and any(path.startswith("archive/") for path in paths):
        return Format.WACZ
    if {"[Content_Types].xml", "mimetype"} & paths or "META-INF/MANIFEST.MF" in paths:
        raise IntakeError(name, "an office document of a format that is not read; save it as DOCX or PDF")
    return Format.ZIP


def _packed(name: str, data: bytes) -> Format:
    """WARC, where that is what is packed with gzip."""
    try:
        head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4096], 16)
    except zlib.error as error:
        raise IntakeError(name, f"a broken compressed file ({error})") from error
    if not head.startswith(b"WARC/"):
        raise IntakeError(name, "a compressed file that is no web archive (WARC); unpack it first")
    return Format.WARC


def _root(name: str, data: bytes) -> Format | None:
    """By the first tag, None for what is no markup."""
    head = data[:8192].replace(b"\x00", b"").decode("latin-1").lstrip("ï»¿ÿþ")
    match = _ROOT.match(head)
    if not match:
        return None
    found = _ROOTS.get(" ".join(match["tag"].lower().split()))
    if not found and head.lstrip().startswith("<?xml"):
        raise IntakeError(name, f"XML of a kind that is not read (<{match['tag']}>)")
    return found
