"""What a person sees: nothing cut off, nothing on top of anything, and axe-core finds nothing, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = ["/harbour/", "/harbour/?view=table", "/harbour/?by=origin", "/harbour/conflicts/", "/harbour/sources/"]
PAGES += ["/harbour/lineage/", "/harbour/articles/", "/harbour/glossary/", "article", "event", "panel", "compare"]
ERRORS = ["/harbour/?tz=x", "/nowhere/"]


def address(harbour, page):
    one = harbour.events.get(title__contains="enter the port")
    own = {
        "article": harbour.articles.first().get_absolute_url(),
        "event": one.get_absolute_url(),
        "panel": f"/harbour/?event={one.pk}",
        "compare": "/harbour/compare/?" + "&".join(f"event={event.pk}" for event in harbour.events.all()),
    }
    return own.get(page, page)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, *ERRORS])
def test_axe_finds_nothing(open_page, harbour, path, color_scheme):
    page = open_page(address(harbour, path), color_scheme=color_scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page)
    page.complaints.clear()  # the browser reports every 400 and 404
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(open_page, harbour, path):
    page = open_page(address(harbour, path))
    for width in (360, 390, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# Boxes of all labels that are drawn, in one lane or in none, and of the plot they stand in.
LABELS = """() => [...document.querySelectorAll('#drawing .plot, .event-axis .plot')].map((plot) => {
  const box = (part) => { const { left, right, top, bottom } = part.getBoundingClientRect(); return { left, right, top, bottom, text: part.textContent.trim() }; };
  const seen = (part) => part.getClientRects().length && part.textContent.trim();
  const labels = [...plot.querySelectorAll('svg text, .lane-label, .left-out')].filter(seen).map(box);
  return { plot: box(plot), labels };
})"""


@pytest.mark.parametrize("path", ["/harbour/", "panel", "event", "/harbour/?from=2023-03-07&to=2023-03-07"])
def test_no_label_is_cut_off_or_on_top_of_another(open_page, harbour, path):
    page = open_page(address(harbour, path))
    for width in (360, 900, 1100, 1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        check(page.evaluate(LABELS))


def check(rows):
    assert sum(len(row["labels"]) for row in rows) > 5
    for row in rows:
        for label in row["labels"]:
            assert row["plot"]["left"] - 1 <= label["left"], label["text"]
            assert label["right"] <= row["plot"]["right"] + 1, label["text"]
        for one in row["labels"]:
            for other in row["labels"]:
                assert one is other or not overlap(one, other), (one["text"], other["text"])


def overlap(one, other):
    """Whether two boxes share more than their margins."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 4


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("query", ["", "?from=2001-01-01&to=2023-03-20", "?from=2023-03-07T01:00&to=2023-03-07T05:00"])
def test_the_names_of_hours_and_years_do_not_touch_or_end_outside(open_page, query, width):
    page = open_page(f"/harbour/{query}", width=width)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('#drawing .scale text')].filter((part) => part.getClientRects().length
            && part.textContent).map((part) => { const { left, right, top, bottom } = part.getBoundingClientRect();
            return { left, right, top, bottom, text: part.textContent }; })"""
    )
    assert len(boxes) > 4
    edge = page.evaluate("() => document.querySelector('#drawing .scale').getBoundingClientRect().right")
    for one in boxes:
        assert one["right"] <= edge + 1, one["text"]
        for other in boxes:
            assert one is other or not overlap(one, other), (one["text"], other["text"])


def test_the_page_prints(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".toolbar").is_visible()
    assert page.locator("#drawing").is_visible()


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("The Incorporated Herald of the Northern and Southern Provinces " * 3, "A SPOKESMAN FOR THE MINISTRY " * 6),
        ("Donaudampfschifffahrtsgesellschaftskapitänszeitung" * 3, "x" * 190),
        ("صحيفة الميناء اليومية " * 6, "متحدث باسم وزارة النقل البحري " * 6),
        ("港湾日報" * 20, "海運省報道官" * 20),
    ],
    ids=["many words", "one word", "right to left", "ideographs"],
)
def test_long_names_of_any_script_break_nothing(open_page, harbour, name, voice):
    harbour.articles.first().source.__class__.objects.filter(name="The Wire").update(name=name[:200])
    harbour.claims.filter(article__source__name=name[:200]).update(voice=voice[:200])
    page = open_page()
    for width in (360, 1160, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        check(page.evaluate(LABELS))
