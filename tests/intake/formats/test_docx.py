"""DOCX: paragraphs in order, and what cannot be read."""

import io
import zipfile

import docx
import pytest

from tests.intake.formats.made import LEAD, SECOND, only, refused, saved, word, zipped


def test_it_reads_title_and_paragraphs():
    piece = only("a.docx", word(LEAD, "", SECOND, title="Harbour stormed", author="Jo Doe"))
    assert piece.text == f"Harbour stormed\n\n{LEAD}\n\n{SECOND}"
    assert piece.facts.byline == "Jo Doe"
    assert piece.facts.published == ""
    assert piece.glued


def test_tables_are_read_where_they_stand():
    document = docx.Document()
    document.add_paragraph("Before.")
    document.add_table(1, 2).rows[0].cells[1].text = "In the cell."
    document.add_paragraph("After.")
    assert only("a.docx", saved(document)).text == "Before.\n\nIn the cell.\n\nAfter."


def test_what_was_deleted_with_changes_tracked_is_left_out():
    document = docx.Document()
    paragraph = document.add_paragraph("Kept.")
    deleted = paragraph.runs[0]._r.makeelement(docx.oxml.ns.qn("w:delText"))
    deleted.text = "Gone."
    paragraph.runs[0]._r.append(deleted)
    assert only("a.docx", saved(document)).text == "Kept."


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def with_body(xml):
    with zipfile.ZipFile(io.BytesIO(word("x"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped(files | {"word/document.xml": xml.encode()}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<w:document", "broken Word document"),
        ("", "broken Word document"),
        (BODY.format(""), "no text"),
        (BODY.format("<w:p>" * 100_000 + "</w:p>" * 100_000), "broken Word document"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(xml, reason):
    assert reason in refused("a.docx", with_body(xml))


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    words = "<w:p><w:r><w:t>Words &b; &f;</w:t></w:r></w:p>"
    text = only("a.docx", with_body(bomb + BODY.format(words))).text
    assert "aaaa" not in text
    assert "root:" not in text


def test_a_cut_off_file_is_refused():
    assert "broken zip" in refused("a.docx", word(LEAD)[:2000])


def test_other_office_documents_are_refused_by_name():
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    assert "save it as DOCX" in refused("a.odt", data)
