"""The text of a web page's or a feed's bytes, by what says how it is encoded."""

import codecs
import re

from timeline.intake.errors import IntakeError

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page declares its encoding; browsers look at 1024
# Encodings of the web; Python knows others (UTF-7, escapes) that hide markup.
_OF_THE_WEB = re.compile(
    r"utf-?(?:8|16(?:-?[lb]e)?)|iso8859-\d+|cp(?:125\d|866|874|949|932)|koi8-[rut]|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_jp|mac-roman|mac-cyrillic|ascii|tis-620"
)
# Pages that say these mean Windows-1252, and browsers read them so.
_WESTERN = frozenset({"iso8859-1", "ascii"})


def page_text(name: str, data: bytes, charset: str = "") -> str:
    """The text of `data`, by its byte order mark, else `charset` (a server's header), else what it declares itself,
    else UTF-8 or Windows-1252; IntakeError where none of them fits."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    declared = _DECLARED.search(data[:_HEAD])
    named = [charset, declared[1].decode("ascii") if declared else "", "utf-8"]
    for encoding in filter(None, map(_of_the_web, named)):
        text = _strict(data, encoding)
        if text is not None:
            return text
    text = _strict(data, "cp1252")
    if text is None:
        raise IntakeError(name, "of an unknown encoding; save it as UTF-8")
    return text


def _of_the_web(label: str) -> str:
    """Python's name of an encoding that pages use, "" for any other."""
    try:
        name = codecs.lookup(label).name if label else ""
    except LookupError:
        return ""
    return "cp1252" if name in _WESTERN else name if _OF_THE_WEB.fullmatch(name) else ""


def _strict(data: bytes, encoding: str) -> str | None:
    """The text, or None where the bytes are not of that encoding. UTF-16 without a mark is not believed."""
    if encoding.startswith("utf-16"):
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
