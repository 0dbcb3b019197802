"""For everyone: by keyboard alone, by ear, without motion, on a small screen, with names of any length and script."""

import re

import pytest

from tests import factories
from tests.browser.test_looks import LABELS, address, check

PAGES = ["/harbour/", "/harbour/conflicts/", "/harbour/lineage/", "event", "compare", "article"]
# What a person can press or type into, as far as it is shown.
CONTROLS = """() => {
  const shown = (part) => part.checkVisibility() && !part.closest('[hidden], [aria-hidden=true]');
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')];
  return all.filter(shown).map((part, number) => { part.dataset.control = number; return part.outerHTML.slice(0, 90); });
}"""
FOCUSED = """() => {
  const part = document.activeElement, box = part.getBoundingClientRect(), style = getComputedStyle(part);
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { control: part.dataset.control ?? null, seen, ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0, html: part.outerHTML.slice(0, 90) };
}"""


@pytest.mark.parametrize("path", PAGES)
def test_every_control_is_reached_by_tab_is_seen_and_shows_that_it_has_the_focus(open_page, harbour, path):
    page = open_page(address(harbour, path))
    controls = page.evaluate(CONTROLS)
    reached = set()
    for _ in controls:
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["control"] is None:
            break
        assert now["seen"] and now["ring"], now["html"]
        reached.add(int(now["control"]))
    assert [controls[number] for number in range(len(controls)) if number not in reached] == []
    assert len(controls) > 15


def test_the_first_tab_leads_past_the_header(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_bar_is_heard_as_a_sentence(open_page, harbour):
    page = open_page()
    names = [bar.get_attribute("aria-label") for bar in page.locator("a.bar").all()]
    assert len(names) > 10
    for name in names:
        assert re.fullmatch(r".+: .+\. “.+”", name), name
    assert "Harbour Radio, a docker: 6 Mar 2023 11:30–12:30. “The port fell to mutineers at Monday noon”" in names
    assert page.get_by_role("link", name=names[0]).count() == 1


def test_the_table_has_everything_the_drawing_has(open_page):
    sentences = "(parts) => parts.map((part) => part.hash)"
    drawn = set(open_page().locator("a.bar").evaluate_all(sentences))
    told = set(open_page("/harbour/?view=table").locator(".claims td a").evaluate_all(sentences))
    assert drawn and drawn <= told


def test_no_source_is_told_by_its_colour_alone(open_page):
    page = open_page()
    for lane in page.locator("#drawing .lane:not(.gap-lane)").all():
        assert lane.locator(".lane-label .s").first.text_content().strip()
    dots = page.locator(".chips .dot").evaluate_all("(dots) => dots.map((dot) => dot.innerHTML)")
    assert len(set(dots)) == len(dots) > 4


@pytest.mark.parametrize(("asked", "lasts"), [("reduce", "0s"), ("no-preference", "0.12s")])
def test_nothing_moves_where_motion_is_unwelcome(open_page, asked, lasts):
    page = open_page(reduced_motion=asked)
    took = page.locator(".chip").first.evaluate("(chip) => getComputedStyle(chip).transitionDuration.split(',')[0]")
    assert took == lasts
    smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert smooth == "auto"


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("Donaudampfschifffahrtsgesellschaftskapitänszeitung" * 3, "x" * 190),
        ("صحيفة الميناء اليومية " * 6, "متحدث باسم وزارة النقل البحري " * 6),
    ],
    ids=["one word", "right to left"],
)
def test_long_names_of_any_script_break_no_page(open_page, harbour, name, voice):
    factories.models.Source.objects.filter(name="The Wire").update(name=name[:200])
    harbour.claims.filter(article__source__name=name[:200]).update(voice=voice[:200], via=name[:200])
    harbour.events.update(title=name[:300])
    page = open_page("/harbour/sources/")
    root = page.url.removesuffix("/harbour/sources/")
    for path in ("/harbour/sources/", "/harbour/conflicts/", "/harbour/lineage/", "event", "compare", "article"):
        page.goto(root + (path if path[0] == "/" else own(harbour, path)))
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        if path == "event":
            check(page.evaluate(LABELS))


def own(harbour, path):
    one = harbour.claims.get(quote__contains="Monday noon").event
    return {
        "event": one.get_absolute_url(),
        "compare": "/harbour/compare/?" + "&".join(f"event={event.pk}" for event in harbour.events.all()),
        "article": harbour.articles.get(byline="Mira Vell").get_absolute_url(),
    }[path]


@pytest.mark.parametrize("width", [360, 768, 1000, 1440])
def test_twenty_columns_stand_without_scrolling_sideways(open_page, harbour, width):
    won = harbour.events.get(title__contains="win the port back")
    paper = factories.article(harbour, "The Crowd", "Loyal crews won on Tuesday.")
    for number in range(16):
        factories.claim(paper, "Loyal crews won", won, origin=10 + number, voice=f"Witness {number}")
    page = open_page(won.get_absolute_url(), width=width)
    assert page.locator(".column:not(.names)").count() == 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    narrowest = page.locator(".column:not(.names)").evaluate_all(
        "(all) => Math.min(...all.map((one) => one.offsetWidth))"
    )
    assert narrowest > 150
    assert page.locator(".column.names").first.is_visible() == (width > 980)  # cards name their rows themselves
