"""The records of a WARC file, one at a time and within limits, as bytes that warcio then takes apart.

warcio itself reads heads of any length, and a hostile head takes all memory before it ends.
"""

import gzip
import io
import re
from collections.abc import Iterator

from timeline.intake.errors import IntakeError
from timeline.intake.formats.pieces import broken
from timeline.intake.limits import LIMIT

LARGEST = 200 * 2**20  # bytes of records, unpacked; pictures and films are read past and not kept
MOST_RECORDS = 100_000
LONGEST_HEAD = 2**16  # bytes of a record's head, and of the head of the answer in it; servers allow a quarter
BLOCK = 2**20
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,12})\s*$", re.IGNORECASE | re.MULTILINE)
# Of these an article may come; the others (requests, metadata, visits to unchanged pages) hold none.
_OF_PAGES = re.compile(rb"^warc-type:\s*(?:response|resource)\s*$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^warc-target-uri:\s*\S", re.IGNORECASE | re.MULTILINE)


def raw_records(name: str, data: bytes) -> Iterator[bytes]:
    """Head and body of each record that may hold a page, in order; IntakeError where the file is broken or too long."""
    stream: io.BufferedIOBase = io.BytesIO(data)
    if data.startswith(b"\x1f\x8b"):
        stream = gzip.GzipFile(fileobj=stream)
    left = LARGEST
    for _ in range(MOST_RECORDS):
        with broken(name, "WARC file"):
            head = _head(name, stream)
            if not head:
                return
            length = _length(name, head)
            left -= len(head) + length
            if left < 0:
                raise IntakeError(name, f"a web archive of more than {LARGEST // 2**20} MB when unpacked")
            body = _body(name, stream, length, keep=_may_hold_a_page(head, length))
        if body and _short_head(body):
            yield head + body + b"\r\n\r\n"
    raise IntakeError(name, f"a web archive of more than {MOST_RECORDS} records")


def _head(name: str, stream: io.BufferedIOBase) -> bytes:
    """The lines of a record's head with the empty one behind it; b"" at the end of the file."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(LONGEST_HEAD):
        empty = not line.strip()
        if empty and lines:
            return b"".join([*lines, b"\r\n"])
        if not empty and not lines and not line.startswith(b"WARC/"):
            raise IntakeError(name, "a broken WARC file: a record does not begin where the one before ends")
        lines += [] if empty else [line.rstrip(b"\r\n") + b"\r\n"]
        size += len(line)
        if size > LONGEST_HEAD:
            raise IntakeError(name, "a WARC file with a head of a record without end")
    if lines:
        raise IntakeError(name, "a WARC file that ends in the head of a record")
    return b""


def _length(name: str, head: bytes) -> int:
    found = _LENGTH.search(head)
    if not found:
        raise IntakeError(name, "a broken WARC file: a record without its length")
    return int(found[1])


def _may_hold_a_page(head: bytes, length: int) -> bool:
    return bool(length <= LIMIT + LONGEST_HEAD and _OF_PAGES.search(head) and _ADDRESS.search(head))


def _body(name: str, stream: io.BufferedIOBase, length: int, *, keep: bool) -> bytes:
    """The body of a record, read past and b"" where it is not to be kept."""
    kept: list[bytes] = []
    while length:
        block = stream.read(min(length, BLOCK))
        if not block:
            raise IntakeError(name, "a WARC file that ends in a record")
        length -= len(block)
        kept += [block] if keep else []
    return b"".join(kept)


def _short_head(body: bytes) -> bool:
    """Whether the answer in a record, where it is one, has a head that a server would send."""
    return not body.startswith(b"HTTP/") or body.find(b"\r\n\r\n", 0, LONGEST_HEAD) > 0
