"""Feeds: a piece an entry, and feeds made to break a parser."""

import pytest

from tests.intake.formats.made import LEAD, SECOND, refused, rss
from timeline.intake.formats import read

ITEM = (
    "<title>Harbour &amp;amp; town stormed</title><link>https://herald.example.org/1</link>"
    f"<description>&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description>"
    "<pubDate>Wed, 07 Jul 2021 14:10:00 +0300</pubDate>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Herald</title><entry><title>Harbour stormed</title>'
    '<link href="https://herald.example.org/2"/><published>2021-07-07T14:10:00+04:30</published>'
    f"<author><name>Jo Doe</name></author><summary>Short.</summary><content type='html'>&lt;p&gt;{LEAD}&lt;/p&gt;</content>"
    "</entry></feed>"
)


def test_an_entry_is_a_piece_with_its_facts():
    first, second = read("a.rss", rss(ITEM, "<title>A headline alone</title>"))
    assert first.text == f"Harbour & town stormed\n\n{LEAD}\n\n{SECOND}"
    assert first.facts.published == "Wed, 07 Jul 2021 14:10:00 +0300"
    assert (first.facts.publisher, first.facts.url) == ("The Herald", "https://herald.example.org/1")
    assert first.facts.basis == "feed entry"
    assert (first.number, second.number, second.text) == (1, 2, "A headline alone")


def test_the_whole_article_goes_before_its_summary():
    (piece,) = read("a.atom", ATOM.encode())
    assert piece.text == f"Harbour stormed\n\n{LEAD}"
    assert (piece.facts.byline, piece.facts.published) == ("Jo Doe", "2021-07-07T14:10:00+04:30")


@pytest.mark.parametrize("name", ["a.xml", "feed", "a.txt"])
def test_a_feed_is_known_by_its_bytes_whatever_its_name(name):
    assert len(read(name, b"\xef\xbb\xbf<!-- kept -->" + rss(ITEM)[38:])) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_it_reads_the_encodings_of_the_field(encoding):
    item = "<title>Взрыв</title><description>Взрыв в порту</description>"
    text = rss(item).decode().replace('encoding="utf-8"', f'encoding="{encoding}"')
    assert read("a.rss", text.encode(encoding))[0].text == "Взрыв\n\nВзрыв в порту"


def test_script_in_an_entry_is_no_text():
    (piece,) = read(
        "a.rss", rss("<title>T</title><description>&lt;script&gt;alert(1)&lt;/script&gt;Words</description>")
    )
    assert piece.text == "T\n\nWords"


def test_an_address_in_the_place_of_a_feed_is_not_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the network was asked"))
    for data in (b"https://feeds.example.org/news.xml", b"/etc/passwd", b"file:///etc/passwd"):
        assert "without entries" in refused("a.rss", data)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    "entities", [f'<!ENTITY l0 "ha">{LAUGHS}', '<!ENTITY f SYSTEM "file:///etc/passwd">', '<!ENTITY % p "x">']
)
def test_entities_of_its_own_are_refused(entities, encoding):
    data = f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss><channel><item><title>&l9;&f;</title></item></channel></rss>"
    assert "entities" in refused("a.xml", data.encode(encoding))


@pytest.mark.parametrize("data", [b"", b"<rss>", rss(), b"<rss><channel><item></item></channel></rss>", b"words"])
def test_a_feed_without_entries_is_refused(data):
    assert refused("a.rss", data)


def test_other_xml_is_refused_by_its_root():
    assert "<svg>" in refused("a.xml", b"<?xml version='1.0'?><svg xmlns='x'/>")


def test_too_many_entries_are_refused_before_they_are_read():
    assert "10000 entries" in refused("a.rss", rss(*["<title>T</title>"] * 10_001))


@pytest.mark.parametrize("tag", ["item", "b", "div", "category"])
def test_a_hundred_thousand_tags_deep_is_no_crash(tag):
    assert refused("a.rss", f"<rss><channel>{f'<{tag}>' * 100_000}".encode())


def test_deep_markup_in_an_entry_is_refused_in_words():
    markup = "&lt;b&gt;" * 100_000
    assert "nested too deeply" in refused("a.rss", rss(f"<title>T</title><description>{markup}x</description>"))
