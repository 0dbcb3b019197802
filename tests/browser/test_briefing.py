"""The briefing on paper: each sheet is A4 with its words on it."""

import io

import pypdf
import pytest

PAGE = "/harbour/briefing/"


@pytest.fixture
def pages(browser, live_server, harbour):
    """The sheets Chromium prints: (width, height in mm, words)."""
    page = browser.new_page()
    complaints = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.goto(live_server.url + PAGE)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    page.close()
    assert complaints == []
    return [
        (*(round(side / 72 * 25.4) for side in sheet.mediabox[2:]), sheet.extract_text()) for sheet in printed.pages
    ]


def test_it_prints_on_a4_the_drawing_across(pages):
    assert {(width, height) for width, height, _ in pages} == {(210, 297), (297, 210)}
    assert pages[0][:2] == (210, 297) and "Port Varda" in pages[0][2]
    across = [words for width, _, words in pages if width == 297]
    assert "1 · Timeline" in across[0]
    assert len(across) > 1 and all("Tue 7" in words for words in across)


def test_each_chapter_begins_a_sheet_and_none_is_blank(pages):
    for chapter in ("1 · Timeline", "2 · Conflicts", "3 · Sources", "4 · Method"):
        assert sum(f"\n{chapter}\n" in words[:60] for _, _, words in pages) == 1, chapter
    assert all(len(words.strip()) > 40 for _, _, words in pages)
