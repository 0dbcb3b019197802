"""Plain text: from bytes to the text that is stored, or a reason why not."""

import codecs
import re

from timeline.intake.errors import IntakeError

# How files begin that people try and that no reader here takes; those of other formats never come this far.
BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": "an old office document; save it as DOCX or PDF",
    b"{\\rtf": "an RTF document; save it as DOCX or PDF",
}
# C0 controls without white space and form feed, and the C1 controls: they do not occur in prose.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]")
# Western prose has single accented letters, quotation marks and dashes; a longer run of characters outside ASCII
# means that the bytes are another script's.
FOREIGN_RUN = re.compile(r"[^\x00-\x7f]{4}")
FOREIGN_SHARE = 0.1  # of letters outside ASCII; French and German prose stay under 0.06


def decode(name: str, data: bytes) -> str:
    r"""The text in `data`, with line ends as "\n" and otherwise as received; IntakeError names `name` and the reason.

    UTF-8 and UTF-16 (by its byte order mark) are read, and Windows-1252 where the result looks like prose.
    """
    if not data.strip():
        raise IntakeError(name, "empty")
    for beginning, what in BEGINNINGS.items():
        if data.startswith(beginning):
            raise IntakeError(name, what)
    text = _decoded(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise IntakeError(name, "empty")
    return text


def _decoded(name: str, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(name, data, "utf-16")
    if b"\x00" in data:
        raise IntakeError(name, "binary, not text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _western(name, data)
    return _without_controls(name, text)


def _checked(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError(name, f"begins like {encoding.upper()} text but is broken at byte {error.start}") from error
    return _without_controls(name, text)


def _without_controls(name: str, text: str) -> str:
    # A stray control character (a form feed gone wrong, a bell) is no reason to refuse an article; many are.
    if "\x00" in text or len(CONTROL.findall(text)) > 1 + len(text) // 1000:
        raise IntakeError(name, "binary, not text")
    return text


def _western(name: str, data: bytes) -> str:
    """The text as Windows-1252, where that is plausible."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or CONTROL.search(text):
        raise IntakeError(name, "of an unknown encoding or binary; save it as UTF-8")
    foreign = sum(character > "\x7f" and character.isalpha() for character in text)
    if foreign > FOREIGN_SHARE * len(text) or FOREIGN_RUN.search(text):
        raise IntakeError(name, "of an unknown encoding; save it as UTF-8")
    return text
