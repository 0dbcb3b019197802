"""Web pages: main text, facts, encodings, and pages made to break a parser."""

import pytest

from tests.intake.formats.made import LEAD, SECOND, meta, only, page, refused
from timeline.intake.formats.charsets import page_text

PRINTED = "Published 7 July 2021 14:10 EDT"


def facts(head="", body=""):
    return only("a.html", page(head=head, body=body).encode()).facts


def with_json(text):
    return facts(head=f'<script type="application/ld+json">{text}</script>')


def test_it_keeps_the_paragraphs_of_the_main_text_and_nothing_of_the_frame():
    around = (
        f"<nav><a href='/'>Front page</a></nav><article><h1>Harbour stormed</h1><p>{LEAD}</p><p>{SECOND}</p></article>"
    )
    piece = only("a.html", page(body=f"{around}<footer>All rights reserved</footer>").encode())
    assert piece.text == f"Harbour stormed\n\n{LEAD}\n\n{SECOND}"
    assert not piece.glued


def test_it_takes_the_date_of_the_page_with_its_zone():
    found = facts(meta("article:published_time", "2021-07-07T14:10:00+04:30"))
    assert (found.published, found.basis) == ("2021-07-07T14:10:00+04:30", "page metadata")
    assert found.known().published == found.published


@pytest.mark.parametrize("kind", ["name", "property", "itemprop"])
def test_it_reads_metadata_under_any_of_their_attributes(kind):
    assert facts(meta("datePublished", "2021-07-07", kind)).published == "2021-07-07"


def test_it_takes_who_and_where_from_the_page():
    link = '<link rel="canonical" href="https://herald.example.org/a">'
    found = facts(meta("og:site_name", "The Herald") + meta("author", "Jo Doe", "name") + link)
    assert (found.publisher, found.byline, found.url) == ("The Herald", "Jo Doe", "https://herald.example.org/a")


@pytest.mark.parametrize("wrap", ["%s", "[%s]", '{"@graph": [{"@type": "Person", "name": "X"}, %s]}'])
def test_it_reads_the_article_of_a_json_script(wrap):
    found = with_json(
        wrap % '{"@type": ["NewsArticle"], "datePublished": "2021-07-07T09:10:00Z", "author": [{"name": "A"}, "B"],'
        ' "publisher": {"name": "The Herald"}}'
    )
    assert (found.published, found.byline, found.publisher) == ("2021-07-07T09:10:00Z", "A, B", "The Herald")


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", ',
        "[" * 5000,
        '"x"',
        '{"@graph": 7}',
        '{"@type": "Article", "datePublished": {}}',
        "{}",
    ],
)
def test_a_broken_json_script_says_nothing(broken):
    assert with_json(broken).published == ""


@pytest.mark.parametrize(
    "said", [meta("date", "yesterday"), meta("date", ""), meta("article:modified_time", "2021-07-07"), "<meta>", ""]
)
def test_what_is_no_date_of_publication_is_none(said):
    found = facts(said)
    assert found.published == ""
    assert found.known().basis == ""


def test_the_date_a_page_only_prints_stays_in_the_text_below_the_title():
    body = (
        f"<h1>Harbour stormed</h1><div class='post-date'>{PRINTED}</div><article><p>{LEAD}</p><p>{SECOND}</p></article>"
    )
    text = only("a.html", page(body=body).encode()).text
    assert text.startswith(f"Harbour stormed\n\n{PRINTED}\n\n{LEAD}")
    assert text.count(PRINTED) == 1


def test_a_marked_time_is_the_date_of_the_page():
    body = f"<h1>T</h1><time itemprop='datePublished' datetime='2021-07-07T10:00Z'>long ago</time><p>{LEAD}</p>"
    assert facts(body=body).published == "2021-07-07T10:00Z"


def test_a_text_without_a_frame_is_taken_whole():
    assert only("a.html", b"<p>Explosion in the harbour.<p>Ten hurt.").text.split() == [
        *"Explosion in the harbour. Ten hurt.".split()
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://[x", "/a", "http://a b.org/"]
)
def test_an_address_that_is_none_is_dropped(address):
    assert facts(f'<link rel="canonical" href="{address}">').url == ""


def test_script_and_style_are_no_text():
    text = only("a.html", f"<body><script>alert('x')</script><style>p {{}}</style><p>{LEAD}</p>".encode()).text
    assert text == LEAD


# --- encodings ----------------------------------------------------------------------------------------------------

CYRILLIC = "Взрыв в порту, сообщил губернатор."


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "iso-8859-5"])
def test_it_goes_by_the_encoding_a_page_declares(encoding):
    data = f"<html><head><meta charset='{encoding}'></head><p>{CYRILLIC}</p></html>".encode(encoding)
    assert CYRILLIC in only("a.html", data).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_goes_before_what_is_declared(encoding):
    assert CYRILLIC in only("a.html", page(body=f"<p>{CYRILLIC}</p>").replace("utf-8", "koi8-r").encode(encoding)).text


def test_the_servers_word_goes_before_the_pages():
    assert page_text("a", CYRILLIC.encode("cp1251"), "windows-1251") == CYRILLIC


@pytest.mark.parametrize("label", ["nonsense", "utf-7", "rot13", "unicode_escape", "base64", "utf-8"])
def test_a_false_or_strange_declaration_is_passed_over(label):
    text = page_text("a", f"<meta charset={label}><p>caf\xe9 +ADw-".encode("cp1252"))
    assert text.endswith("caf\xe9 +ADw-")


def test_bytes_of_no_encoding_are_refused():
    assert "unknown encoding" in refused("a.html", b"<html><p>\x81\x8d\x8f\x90\x9d \xff\xfe\xfd")


# --- pages made to break a parser ---------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
@pytest.mark.parametrize("closed", [True, False])
def test_a_hundred_thousand_tags_deep_is_refused_in_words(tag, closed):
    end = "".join(f"</{part}>" for part in reversed(tag.split("><"))) * 100_000 if closed else ""
    data = f"<html><body>{f'<{tag}>' * 100_000}{LEAD}{end}".encode()
    assert "nested too deeply" in refused("deep.html", data)


def test_a_paragraph_of_ten_million_characters_is_refused_in_words():
    assert "no parser takes" in refused("long.html", b"<p>" + b"x" * (10 * 2**20 - 3))


def test_a_page_without_words_is_refused():
    for data in (page(body="<p> </p>"), "<html></html>", "<html><script>1</script>", "<!doctype html>"):
        assert refused("a.html", data.encode())


def test_too_many_elements_are_refused():
    assert "elements" in refused("a.html", b"<html>" + b"<p>x" * 50_001)


def test_entities_of_a_pages_own_are_not_expanded():
    entities = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = only(
        "a.xhtml", f"<?xml version='1.0'?>{entities}<html><body><p>{LEAD} &b; &f;</p></body></html>".encode()
    ).text
    assert "aaaa" not in text
    assert "root:" not in text
