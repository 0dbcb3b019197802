"""PDF: the text of its pages, with the lines of a paragraph joined again."""

import io
import logging
import re
from contextlib import AbstractContextManager
from statistics import quantiles

from timeline.intake.errors import IntakeError
from timeline.intake.formats.pieces import Facts, Piece, broken, one_line, piece

MOST_PAGES = 500
# Bytes that a stream may unpack to and steps a page's drawing may have: a page of a newspaper has a hundredth of them.
LONGEST_STREAM = 20 * 2**20
MOST_STEPS = 1_000_000
# Below this share of the usual line, a line is the last one of its paragraph.
FULL_LINE = 0.75
FEWEST_LINES = 4  # by which the usual line can be told
_TITLE_OF_A_FILE = re.compile(r"(?i)(?:microsoft word|untitled|.*\.(?:docx?|pdf|indd|odt|rtf|txt|html?)\Z)")


def read_pdf(name: str, data: bytes) -> list[Piece]:
    """The text of a PDF. Its dates say when the file was made, and not when the text was published."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of each small fault of a file
    with broken(name, "PDF", PyPdfError, DependencyError), _limits():
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise IntakeError(name, "a PDF that asks for a password")
        if len(reader.pages) > MOST_PAGES:
            raise IntakeError(name, f"a PDF of more than {MOST_PAGES} pages")
        pages = [page.extract_text() for page in reader.pages]
        facts = _facts(reader.metadata or {})
    text = "\n\n".join(filter(None, map(join_lines, pages)))
    if not text:
        raise IntakeError(name, "a PDF without text, perhaps scanned; have its text recognised first")
    return [piece(name, text, facts, glued=True)]


def _limits() -> AbstractContextManager[object]:
    from pypdf import apply_configuration

    return apply_configuration(
        zlib_maximum_output_length=LONGEST_STREAM,
        lzw_maximum_output_length=LONGEST_STREAM,
        run_length_maximum_output_length=LONGEST_STREAM,
        array_based_stream_maximum_output_length=LONGEST_STREAM,
        stream_decoding_work_maximum_length=4 * LONGEST_STREAM,
        stream_parsing_work_maximum_count=MOST_STEPS,
        jbig2dec_binary=None,
    )


def _facts(info: dict[str, object]) -> Facts:
    title = one_line(str(info.get("/Title", "")))
    made = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(info.get("/CreationDate", "")))
    return Facts(
        title="" if _TITLE_OF_A_FILE.match(title) else title,
        byline=one_line(str(info.get("/Author", ""))),
        made="-".join(made.groups()) if made else "",
    )


def join_lines(text: str) -> str:
    """A page's lines as paragraphs, a blank line between them: full lines go on in the next one.

    Pages without lines enough to tell how long a full one is stay as they are.
    """
    lines = [one_line(line.replace("\xad", "")) for line in text.split("\n")]
    lengths = [len(line) for line in lines if line]
    if len(lengths) < FEWEST_LINES:
        return "\n".join(lines).strip()
    full = FULL_LINE * quantiles(lengths, n=10)[-1]
    words = set(re.findall(r"\w+", text))
    paragraphs = [""]
    for line, before in zip(lines, ["", *lines], strict=False):
        if not line or len(before) < full:
            paragraphs.append(line)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line, words)
    return "\n\n".join(filter(None, paragraphs))


def _joined(head: str, line: str, words: set[str]) -> str:
    """Two lines as one. A word cut at the end of a line is whole again where it stands whole elsewhere on the page."""
    cut, rest = re.search(r"(\w+)-\Z", head), re.match(r"[^\W\d_]+", line)
    if cut and rest:
        return f"{head[:-1]}{line}" if cut[1] + rest[0] in words else f"{head}{line}"
    return f"{head} {line}"
