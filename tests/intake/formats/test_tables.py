"""CSV and JSON: an article a row; wrong columns are named, not guessed."""

import json

import pytest

from tests.intake.formats.made import LEAD, only, refused
from timeline.intake.formats import read

HEAD = "text,url,published,publisher\n"


def test_a_row_is_a_piece_with_its_facts():
    first, second = read(
        "a.csv", f'{HEAD}"One, and\nmore",https://a.example.org/x,2021-07-07T14:10+04:30,Herald\nTwo,,,\n'.encode()
    )
    assert first.text == "One, and\nmore"
    assert first.facts.known().published == "2021-07-07T14:10+04:30"
    assert (first.facts.publisher, first.facts.url, first.facts.basis) == (
        "Herald",
        "https://a.example.org/x",
        "CSV row",
    )
    assert (second.number, second.text, second.facts.known().basis) == (2, "Two", "")


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_columns_may_be_parted_as_spreadsheets_do(sign):
    piece = only("a.csv", f"\ufeffTitle{sign} Text\r\nHarbour{sign}Words\r\n".encode())
    assert piece.text == "Harbour\n\nWords"


def test_a_cell_that_looks_like_a_formula_is_words():
    assert only("a.csv", b"text\n=HYPERLINK(1)\n").text == "=HYPERLINK(1)"


def test_a_long_article_fits_into_a_cell():
    assert len(only("a.csv", f'text\n"{LEAD * 2000}"\n'.encode()).text) > 131_072


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"text\n", "without rows"),
        (b"text\n\n", "without rows"),
        (b"body,url\na,b\n", "unknown name 'body'"),
        (b"url,title\na,b\n", "lacks the name text"),
        (b"text,text\na,b\n", "two columns"),
        (b"text,url\na\n", "line 2 has more or fewer cells"),
        (b"text,url\na,b,c\n", "line 2 has more or fewer cells"),
        (b'text,url\n"a,b\n', "broken CSV"),
        (b'text,url\n" ",b\n', "no text"),
        (b"text\n\x00\x00\n", "binary"),
        (b"text\n" + b"word\n" * 10_001, "more than 10000"),
    ],
)
def test_a_wrong_table_is_refused_with_the_reason(data, reason):
    assert reason in refused("a.csv", data)


def test_a_list_of_objects_is_read():
    rows = [{"text": "One", "title": "T", "publisher": None}, {"text": "Two", "published": "2021-07-07"}]
    first, second = read("a.json", json.dumps(rows).encode())
    assert (first.text, first.facts.publisher) == ("T\n\nOne", "")
    assert (second.facts.published, second.facts.basis) == ("2021-07-07", "JSON object")


def test_what_no_database_takes_is_left_out():
    assert only("a.json", b'{"text": "wo\\u0000rd\\ud800s"}').text == "words"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "broken JSON"),
        (b"[" * 200_000, "broken JSON"),
        (b"[" + b"9" * 10_000 + b"]", "JSON"),
        (b"[]", "without rows"),
        (b"[1]", "no object of texts"),
        (b'[{"text": 1}]', "no object of texts"),
        (b'[{"text": ["a"]}]', "no object of texts"),
        (b'[{"body": "a"}]', "unknown name"),
        (b'[{"title": "a"}]', "lacks the name text"),
        (b'[{"text": ""}]', "no text"),
        (b'"words"', "no object"),
        (b'{"dossier": "d", "articles": [], "claims": [], "events": [], "conflicts": []}', "without rows"),
        (b'{"articles": 3, "claims": [], "events": []}', "no list of objects"),
        (b'{"articles": [{"id": 1}], "claims": [], "events": []}', "article 1 has no text"),
    ],
)
def test_wrong_json_is_refused_with_the_reason(data, reason):
    assert reason in refused("a.json", data)
