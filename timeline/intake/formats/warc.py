"""Web archives: the pages in WARC files, and in WACZ packages of them."""

import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.intake.errors import IntakeError
from timeline.intake.formats.archive import member, open_zip
from timeline.intake.formats.html import read_html
from timeline.intake.formats.pieces import Facts, Piece, broken
from timeline.intake.formats.warc_records import raw_records
from timeline.intake.limits import LIMIT

MOST_PAGES = 2000
BASIS = "WARC record"
_PAGE = re.compile(r"(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_PACKED = re.compile(r"archive/.+\.warc(?:\.gz)?", re.IGNORECASE)


def read_warc(name: str, data: bytes) -> list[Piece]:
    """The articles of the pages in a WARC file, in its order; IntakeError where no page in it holds one."""
    pieces = list(_pages(name, data))
    if not pieces:
        raise IntakeError(name, "a web archive without a page that holds a text")
    return pieces


def read_wacz(name: str, data: bytes) -> list[Piece]:
    """The articles of the pages in a WACZ package's archives."""
    archive = open_zip(name, data)
    paths = sorted(path for path in archive.namelist() if _PACKED.fullmatch(path))
    pieces = [made for path in paths for made in _pages(name, member(name, archive, path))]
    if not pieces:
        raise IntakeError(name, "a WACZ package without a page that holds a text")
    return pieces


def _pages(name: str, data: bytes) -> Iterator[Piece]:
    """The pages of a WARC file; frames and answers without a text are passed over, and texts that were there before."""
    seen: set[str] = set()
    for record in _records(name, data):
        for found in _pieces(name, record):
            if found.text not in seen:
                seen.add(found.text)
                if len(seen) > MOST_PAGES:
                    raise IntakeError(name, f"a web archive of more than {MOST_PAGES} pages")
                yield found


def _records(name: str, data: bytes) -> Iterator[Any]:
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    for raw in raw_records(name, data):
        with broken(name, "WARC record", ArchiveLoadFailed):
            yield from WARCIterator(io.BytesIO(raw))


def _pieces(name: str, record: Any) -> list[Piece]:
    if record.rec_type not in {"response", "resource"}:
        return []
    http, head = record.http_headers, record.rec_headers
    kind = (http or head).get_header("Content-Type") or ""
    if not _PAGE.match(kind) or (http and http.get_statuscode() != "200"):
        return []
    url = head.get_header("WARC-Target-URI") or ""
    body = _body(name, record)
    charset = _CHARSET.search(kind)
    given = Facts(url=url.strip("<>"), made=head.get_header("WARC-Date") or "", basis=BASIS)
    try:
        return read_html(f"{name}: {url}"[:300], body, charset[1] if charset else "", given)
    except IntakeError:
        return []  # a frame, an advertisement, an answer to a script


def _body(name: str, record: Any) -> bytes:
    """What the server answered, unpacked; empty where it is longer than an article may be."""
    from warcio.bufferedreaders import ChunkedDataException

    with broken(name, "WARC record", ChunkedDataException):
        body: bytes = record.content_stream().read(LIMIT + 1)
    return body if len(body) <= LIMIT else b""
