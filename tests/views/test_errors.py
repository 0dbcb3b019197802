"""What goes wrong has a page, and no page has markup that the content security policy forbids."""

import re

import pytest
from django.test import Client


def test_there_is_no_such_page(vera, db):
    response = vera.get("/no/such/page/")
    assert response.status_code == 404 and "There is no such page" in response.text


def test_a_fault_of_ours_has_a_page(harbour, monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr("timeline.frames.sources_shown", broken)
    response = Client(raise_request_exception=False).get("/harbour/sources/")
    assert response.status_code == 500 and "Something went wrong here" in response.text


PAGES = ["/", "/harbour/", "/harbour/?view=table", "/harbour/?by=origin", "/harbour/conflicts/", "/harbour/sources/"]
PAGES += ["/harbour/articles/", "article", "event", "panel", "/harbour/?tz=x", "/nowhere/"]


def address(harbour, page):
    one = harbour.events.get(title__contains="enter the port")
    own = {
        "article": harbour.articles.first().get_absolute_url(),
        "event": one.get_absolute_url(),
        "panel": f"/harbour/?event={one.pk}",
    }
    return own.get(page, page)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_inline_style_or_script(vera, harbour, page):
    text = vera.get(address(harbour, page), follow=True).text
    assert not re.search(r"<[^>]+\sstyle=", text)
    assert not re.search(r"<[^>]+\son\w+=", text)
    assert all(script.strip() == "" for script in re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL))


@pytest.mark.parametrize("page", PAGES)
def test_every_id_on_a_page_is_its_own(vera, harbour, page):
    ids = re.findall(r'\sid="([^"]+)"', vera.get(address(harbour, page), follow=True).text)
    assert len(ids) == len(set(ids))


def test_every_hx_get_repeats_an_href(vera, harbour):
    text = vera.get("/harbour/?event=" + str(harbour.events.first().pk)).text
    for tag in re.findall(r"<a [^>]*hx-get=[^>]*>", text):
        assert re.search(r'href="([^"]*)"', tag)[1] == re.search(r'hx-get="([^"]*)"', tag)[1]
