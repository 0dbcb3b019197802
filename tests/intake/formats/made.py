"""Small real files of every format, and how a test says that one is refused."""

import io
import zipfile

import docx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from timeline.intake import IntakeError
from timeline.intake.formats import read

LEAD = (
    "The governor said on Wednesday that armed men had entered the harbour from three sides, and that fighting went "
    "on around the customs house until the afternoon."
)
SECOND = "A second paragraph tells that around forty people were taken to the hospital during the night, doctors said."


def page(body="", head="", title="Harbour stormed"):
    body = body or f"<article><h1>{title}</h1><p>{LEAD}</p><p>{SECOND}</p></article>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def meta(name, content, kind="property"):
    return f'<meta {kind}="{name}" content="{content}">'


def rss(*items, title="The Herald"):
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


def pdf(*pages, info=""):
    """A PDF of pages of lines, Helvetica, one under the other; `info` is the dictionary of its metadata."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line.replace('(', '').replace(')', '')}) ' " for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< {info} >>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return out + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def word(*paragraphs, title="", author=""):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    document.core_properties.author = author
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def warc(*answers, packed=True, encoding=""):
    """A WARC file of answers: (address, body, content type, status)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body, kind, status in answers:
        sent = [("Content-Type", kind), *([("Content-Encoding", encoding)] if encoding else [])]
        http = StatusAndHeaders(status, sent, protocol="HTTP/1.1")
        headers = {"WARC-Date": "2021-07-09T08:00:00Z"}
        record = writer.create_warc_record(
            url, "response", io.BytesIO(body), http_headers=http, warc_headers_dict=headers
        )
        writer.write_record(record)
    return out.getvalue()


def answer(url="https://herald.example.org/a", body="", kind="text/html; charset=utf-8", status="200 OK"):
    return url, (body or page()).encode(), kind, status


def zipped(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return out.getvalue()


def only(name, data):
    (piece,) = read(name, data)
    return piece


def refused(name, data):
    """The reason why a file is not taken; the error must name it."""
    with pytest.raises(IntakeError) as caught:
        read(name, data)
    assert caught.value.name.startswith(name)
    assert "Traceback" not in caught.value.reason
    return caught.value.reason
