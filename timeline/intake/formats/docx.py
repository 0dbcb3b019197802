"""DOCX: the paragraphs of the body, tables and notes in the text included."""

import io
from typing import Any

from lxml import etree

from timeline.intake.formats.archive import open_zip
from timeline.intake.formats.pieces import Facts, Piece, broken, piece

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What Word shows instead where it cannot show a drawing: the same words once more.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
AS_TEXT = {f"{WORDS}tab": "\t", f"{WORDS}br": "\n", f"{WORDS}cr": "\n", f"{WORDS}noBreakHyphen": "-"}


def read_docx(name: str, data: bytes) -> list[Piece]:
    """The text of a Word document. Its dates say when the file was made, and not when the text was published."""
    from docx import Document

    with open_zip(name, data), broken(name, "Word document", etree.LxmlError):
        document = Document(io.BytesIO(data))
        text = "\n\n".join(_paragraphs(document.element.body))
        properties = document.core_properties
        made = properties.created.date().isoformat() if properties.created else ""
        facts = Facts(title=properties.title or "", byline=properties.author or "", made=made)
    return [piece(name, text, facts, glued=True)]


def _paragraphs(body: Any) -> list[str]:
    """The text of each paragraph, those in tables and boxes too; what was deleted with changes tracked is left out."""
    unseen = {child for fallback in body.iter(FALLBACK) for child in fallback.iter()}
    paragraphs: list[list[str]] = [[]]
    for element in body.iter():
        if element in unseen:
            continue
        if element.tag == f"{WORDS}p":
            paragraphs.append([])
        elif element.tag == f"{WORDS}t":
            paragraphs[-1].append(element.text or "")
        elif element.tag in AS_TEXT:
            paragraphs[-1].append(AS_TEXT[element.tag])
    return [text for words in paragraphs if (text := "".join(words).strip())]
