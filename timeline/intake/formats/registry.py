"""From any file that is taken to its pieces."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline.intake.errors import IntakeError
from timeline.intake.formats import archive
from timeline.intake.formats.pieces import Piece
from timeline.intake.formats.sniffing import Format, format_of
from timeline.intake.limits import LIMIT, within_limit
from timeline.intake.plain import decode

# These hold more than text, and are held to a limit of their own.
ARCHIVES = frozenset({Format.ZIP, Format.WARC, Format.WACZ})
Reader = Callable[[str, bytes], list[Piece]]


def read(name: str, data: bytes) -> list[Piece]:
    """The pieces of a file, numbered from 1; IntakeError names it and says why it is not taken.

    The files in a zip are read one by one: `files_of` gives them.
    """
    found = format_of(name, _within_limit(name, data))
    if found is Format.ZIP:
        raise IntakeError(name, "a zip in a zip; unpack it first")
    pieces = _reader(found)(name, data)
    return [replace(piece, number=number) for number, piece in enumerate(pieces, start=1)]


def files_of(name: str, data: bytes) -> Iterable[archive.Member]:
    """The files that come in with a file: those in a zip, in order of path; any other file is itself the only one.

    IntakeError where the zip is broken or breaks a limit.
    """
    if format_of(name, _within_limit(name, data)) is not Format.ZIP:
        return [archive.Member(name, data)]
    return archive.members(name, data)


def _within_limit(name: str, data: bytes) -> bytes:
    if len(data) > archive.LARGEST:
        raise IntakeError(name, f"larger than {archive.LARGEST // 2**20} MB")
    if len(data) > LIMIT and format_of(name, data) not in ARCHIVES:
        within_limit(name, data)
    return data


def _reader(found: Format) -> Reader:
    """The reader of a format. Imported here: a library is loaded only when a file needs it."""
    if found is Format.HTML:
        from timeline.intake.formats.html import read_html as reader
    elif found is Format.PDF:
        from timeline.intake.formats.pdf import read_pdf as reader
    elif found is Format.DOCX:
        from timeline.intake.formats.docx import read_docx as reader
    elif found is Format.FEED:
        from timeline.intake.formats.feed import read_feed as reader
    elif found is Format.WARC:
        from timeline.intake.formats.warc import read_warc as reader
    elif found is Format.WACZ:
        from timeline.intake.formats.warc import read_wacz as reader
    elif found is Format.CSV:
        from timeline.intake.formats.tables import read_csv as reader
    elif found is Format.JSON:
        from timeline.intake.formats.tables import read_json as reader
    else:
        reader = _read_text
    return reader


def _read_text(name: str, data: bytes) -> list[Piece]:
    """Plain text just as it is: it is the article, character for character."""
    return [Piece(decode(name, data), glued=True)]
