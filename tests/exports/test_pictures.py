"""The drawing as a file: XML that stands alone, with everything the page draws, and a PNG of it."""

import re
import struct
from xml.etree import ElementTree

import pytest

from tests import factories
from timeline.exports import pictures
from timeline.exports.pictures import palette, png, svg, wrapped
from timeline.exports.selection import Selection

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dossier_without_articles(db):
    return factories.dossier(slug="empty")


def drawn(dossier, **options):
    return ElementTree.fromstring(svg(Selection(dossier, **options)))


def words(root):
    return " ".join("".join(root.itertext()).split())


def test_it_is_xml_and_asks_for_nothing_outside_itself(harbour):
    root = drawn(harbour)
    assert root.tag == f"{SVG}svg"
    text = svg(Selection(harbour))
    assert not re.findall(r"""(?:href|src)=|@import|url\((?!#)|<script|<image|var\(--""", text)


def test_every_reference_leads_somewhere(harbour):
    text = svg(Selection(harbour))
    assert set(re.findall(r"url\(#([\w-]+)\)", text)) <= set(re.findall(r'id="([\w-]+)"', text))


def test_it_draws_the_bars_and_gaps_of_the_page(vera, harbour):
    page, picture = vera.get("/harbour/").text, drawn(harbour)
    bars = [e for e in picture.iter(f"{SVG}g") if e.get("class", "").startswith("bar")]
    assert len(bars) == len(re.findall(r'<a class="bar"', page.split("beyond")[0])) > 5
    assert "5 h 30 apart" in words(picture)
    assert {e.text for e in picture.iter(f"{SVG}text") if e.get("class") == "group"} >= {"CONTESTED"}


def test_every_colour_is_written_out(harbour):
    assert {f"c{number}" for number in range(1, 9)} <= set(palette())
    assert palette()["c1"] in svg(Selection(harbour))


def test_bars_link_to_their_sentences_where_the_site_is_known(harbour):
    links = [a.get("href") for a in drawn(harbour, site="https://timeline.example").iter(f"{SVG}a")]
    assert links
    assert all(link.startswith("https://timeline.example/harbour/articles/") for link in links)


def test_words_of_an_article_are_neither_markup_nor_broken_xml(dossier):
    title = "</text><script>alert(1)</script>\x0b\x00 & more"
    event = factories.event(dossier, title=title.replace("\x00", ""))
    claim = factories.claim(factories.article(dossier), "A ship burned", event)
    factories.time(claim, "", "2023-03-07", "2023-03-08")
    factories.count_up(event)
    root = drawn(dossier)
    assert not list(root.iter(f"{SVG}script"))
    assert "alert(1)" in words(root)


def test_an_empty_dossier_says_that_there_is_nothing(dossier):
    assert "Nothing is dated in this window" in words(drawn(dossier))


def test_rows_stand_one_below_another(harbour):
    tops = [float(e.get("y")) for e in drawn(harbour).iter(f"{SVG}text") if e.get("class") == "row-title"]
    assert tops == sorted(tops)


def test_a_dossier_too_large_to_draw_is_counted(harbour, monkeypatch):
    monkeypatch.setattr("timeline.selectors.timeline.MOST_CLAIMS", 3)
    assert [e for e in drawn(harbour).iter(f"{SVG}rect") if "cell" in e.get("class", "")]


def size(data):
    """(width, height) of a PNG, from its header."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_the_png_is_the_drawing_twice_as_large(harbour, dossier_without_articles):
    full = png(Selection(harbour))
    assert size(full)[0] == pictures.WIDTH * 2
    assert len(full) > 2 * len(png(Selection(dossier_without_articles)))


def test_a_long_drawing_is_made_smaller_than_memory(harbour, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100_000)
    width, height = size(png(Selection(harbour)))
    assert width * height <= 110_000


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Port retaken", ["Port retaken"]),
        ("The port is taken again", ["The port is", "taken again"]),
        ("The port is taken again and again and again", ["The port is", "taken again a…"]),
        ("Unbreakableandlong", ["Unbreakablea…"]),
        ("", [""]),
    ],
)
def test_a_title_is_wrapped_and_cut(text, lines):
    assert wrapped(text, 14, 2) == lines
