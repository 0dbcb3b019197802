"""WARC and WACZ: the pages in them, and archives made to break a reader."""

import gzip
import re

import pytest

from tests.intake.formats.made import LEAD, answer, meta, only, page, refused, warc, zipped
from timeline.intake.formats import read

URL = "https://herald.example.org/a"


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_is_a_piece_with_the_address_it_was_taken_from(packed):
    piece = only("a.warc", warc(answer(URL), packed=packed))
    assert LEAD in piece.text
    assert piece.facts.url == URL
    assert piece.facts.made == "2021-07-09T08:00:00Z"


def test_the_day_it_was_taken_is_no_date_of_publication():
    facts = only("a.warc.gz", warc(answer(URL))).facts
    assert (facts.published, facts.basis) == ("", "WARC record")


def test_the_pages_own_date_is():
    body = page(head=meta("article:published_time", "2021-07-07T14:10Z"))
    facts = only("a.warc", warc(answer(URL, body))).facts
    assert (facts.published, facts.basis) == ("2021-07-07T14:10Z", "page metadata, WARC record")


def test_only_pages_that_were_found_and_hold_a_text_are_pieces():
    pieces = read(
        "a.warc",
        warc(
            answer(f"{URL}/missing", page(title="Not found"), status="404 Not Found"),
            answer(f"{URL}/picture", "GIF89a", kind="image/gif"),
            answer(f"{URL}/frame", "<html><body></body></html>"),
            answer(f"{URL}/1", page(title="One")),
            answer(f"{URL}/1", page(title="One")),
            answer(f"{URL}/2", page(title="Two")),
        ),
    )
    assert [(piece.number, piece.facts.title) for piece in pieces] == [(1, "One"), (2, "Two")]


def test_the_servers_charset_is_heard():
    url, _, _, status = answer()
    data = warc((url, "<html><p>Взрыв в порту</p></html>".encode("cp1251"), "text/html; charset=windows-1251", status))
    assert "Взрыв в порту" in only("a.warc", data).text


def test_wacz_is_read_by_the_archives_in_it():
    files = {"datapackage.json": "{}", "archive/data.warc.gz": warc(answer()), "pages/pages.jsonl": "{}"}
    assert LEAD in only("a.wacz", zipped(files)).text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.warc", b"WARC/1.0\r\n", "web archive|WARC"),
        (
            "a.warc",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK",
            "web archive|WARC",
        ),
        ("a.warc", b"words", "none"),
        ("a.warc.gz", warc(answer())[:300], "broken|web archive"),
        ("a.warc.gz", b"\x1f\x8bno", "broken compressed"),
        ("a.gz", gzip.compress(b"some words"), "no web archive"),
        ("a.warc", warc(answer(body="<html></html>")), "without a page"),
        ("a.wacz", zipped({"datapackage.json": "{}", "archive/x.warc": b"WARC/1.0\r\n"}), "."),
        ("a.wacz", zipped({"datapackage.json": "{}", "archive/x.txt": b"words"}), "without a page"),
        ("a.wacz", b"words", "none"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(name, data, reason):
    assert re.search(reason, refused(name, data))


RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example.org\r\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (RECORD + b"x" * 2**20, "without end"),
        (RECORD + b"x: y\r\n" * 2**18, "without end"),
        (RECORD + b"Content-Length: 0\r\n\r\n" + b"\r\n" * 2**19, "without end"),
        (RECORD + b"Content-Length: 999999999\r\n\r\n", "200 MB"),
        (RECORD + b"Content-Length: 9999\r\n\r\nHTTP/1.1 200 OK", "ends in a record"),
    ],
)
def test_an_archive_without_end_is_refused(data, reason):
    assert reason in refused("bomb.warc", data)


def test_an_answer_with_a_head_without_end_is_passed_over():
    body = b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 2**20
    assert "without a page" in refused("bomb.warc", RECORD + b"Content-Length: %d\r\n\r\n" % len(body) + body)


def test_films_are_read_past():
    film = bytes(15 * 2**20)
    assert LEAD in only("a.warc.gz", warc(("https://a.example.org/f", film, "video/mp4", "200 OK"), answer())).text


def test_a_page_that_unpacks_without_end_is_passed_over():
    body = gzip.compress(b"<html><p>" + b"x " * 50 * 2**20)
    data = warc(("https://herald.example.org/a", body, "text/html", "200 OK"), encoding="gzip")
    assert "without a page" in refused("bomb.warc.gz", data)


def test_an_answer_that_was_sent_packed_is_unpacked():
    body = gzip.compress(page().encode())
    assert (
        LEAD in only("a.warc.gz", warc(("https://a.example.org/", body, "text/html", "200 OK"), encoding="gzip")).text
    )
