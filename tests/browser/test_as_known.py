"""As known at, as a person would use it: drag, keys, play and pause, step, type a time, compare two."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from timeline import services


@pytest.fixture
def woven(harbour):
    services.weave_dossier(dossier=harbour)
    return harbour


def moment(page):
    return page.locator(".moment-now b")


def test_steps_lead_from_publication_to_publication(woven, open_page):
    page = open_page()
    expect(moment(page)).to_have_text("Everything")
    page.click("#moment-before")
    expect(moment(page)).to_have_text("8 Mar 2023 21:00")
    page.click("#moment-before")
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")
    expect(page.locator(".changes")).to_contain_text("1 conflict opened")
    expect(page.locator("#drawing")).to_contain_text("new · Monday noon")
    page.click("#moment-before")
    expect(page.locator("#drawing")).not_to_contain_text("Monday noon")
    assert "as_of=2023-03-07T10%3A46Z" in page.url
    page.go_back()
    expect(page.locator("#drawing")).to_contain_text("Monday noon")


def test_the_slider_is_moved_by_keys_and_keeps_the_focus(woven, open_page):
    page = open_page()
    page.focus("#moment-slider")
    page.keyboard.press("Home")
    expect(moment(page)).to_have_text("7 Mar 2023 15:11")
    expect(page.locator("#moment-slider")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(moment(page)).to_have_text("7 Mar 2023 16:01")
    expect(page.locator("#moment-slider")).to_have_attribute("aria-valuetext", "7 Mar 2023 16:01")
    page.keyboard.press("End")
    expect(moment(page)).to_have_text("Everything")
    assert "as_of" not in page.url


def test_the_slider_is_dragged(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-07T10:16Z")
    box = page.locator("#moment-slider").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) / 5, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 3 / 5, y, steps=8)
    page.mouse.up()
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")


def test_keys_step_play_and_pause(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-07T10:16Z")
    page.keyboard.press("]")
    expect(moment(page)).to_have_text("7 Mar 2023 16:31")
    page.keyboard.press("[")
    expect(moment(page)).to_have_text("7 Mar 2023 16:01")
    page.keyboard.press("p")
    expect(page.get_by_role("link", name="Pause")).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_role("link", name="Play the publications in order")).to_be_visible()
    page.wait_for_timeout(2600)
    expect(moment(page)).to_have_text("7 Mar 2023 16:01")


def test_it_plays_to_the_end_and_stops(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-07T13:15Z")
    page.click("#moment-play")
    expect(moment(page)).to_have_text("8 Mar 2023 21:00")
    expect(moment(page)).to_have_text("Everything", timeout=8000)
    assert "play" not in page.url and "as_of" not in page.url


PAGES = ["conflicts/", "sources/", "lineage/", "articles/", "compare/?event={}&event={}", "events/{}/"]


@pytest.mark.parametrize("path", PAGES)
def test_the_bar_is_the_same_on_every_page(woven, open_page, path):
    events = woven.events.filter(conflict_count__gt=0).order_by("pk").values_list("pk", flat=True)
    path = path.format(*events)
    page = open_page(f"/harbour/{path}{'&' if '?' in path else '?'}as_of=2023-03-07T10:16Z")
    page.keyboard.press("]")
    expect(moment(page)).to_have_text("7 Mar 2023 16:31")
    expect(page.locator(".as-known-mark")).to_contain_text("7 Mar 2023 16:31")
    page.focus("#moment-slider")
    page.keyboard.press("ArrowRight")
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")
    expect(page.locator("#moment-slider")).to_be_focused()
    expect(page.locator(".changes")).to_contain_text("1 conflict opened")
    page.click("#moment-play")
    expect(page.get_by_role("link", name="Pause")).to_be_focused()
    page.click("#moment-play")
    page.wait_for_timeout(2600)
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")
    page.click("#moment-play")
    expect(moment(page)).to_have_text("Everything", timeout=9000)
    expect(page.locator(".as-known-mark")).to_have_count(0)
    assert "as_of" not in page.url and "play" not in page.url


def test_the_header_and_its_links_go_along(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-08T15:15Z")
    page.click("#moment-before")
    expect(page.locator(".as-known-mark")).to_contain_text("7 Mar 2023 19:00")
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Articles").click()
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")
    page.go_back()
    expect(page.locator(".as-known-mark")).to_contain_text("7 Mar 2023 19:00")
    expect(page.get_by_role("button", name="Dark")).to_be_visible()


def test_a_mark_leads_to_its_publication(woven, open_page):
    page = open_page()
    page.get_by_role("link", name="7 Mar 2023 16:31: The Daily Mast").locator("circle").first.click()
    expect(moment(page)).to_have_text("7 Mar 2023 16:31")


def test_a_time_is_typed_and_two_are_compared(woven, open_page):
    page = open_page()
    page.click("#moments-more summary")
    page.fill("#moments-more input[name=as_of]", "2023-03-08T23:00")
    page.fill("#moments-more input[name=since]", "2023-03-07T16:10")
    page.click("#moments-more button")
    expect(page.locator(".changes h2")).to_contain_text("Since 7 Mar 2023 16:10")
    expect(page.locator("#drawing")).to_contain_text("new · On March 8")


def test_the_moment_goes_along_to_the_conflicts_and_the_event(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-07T13:15Z")
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Conflicts").click()
    expect(page.locator(".conflict")).to_have_count(1)
    page.locator(".conflict h2 a").click()
    expect(page.locator(".as-known-mark")).to_contain_text("As known at 7 Mar 2023 19:00")
    expect(page.locator(".column:not(.names)")).to_have_count(4)
    page.click("#moment-before")
    expect(page.locator(".column:not(.names)")).to_have_count(3)


def test_it_all_works_without_a_script(woven, open_page):
    page = open_page(javascript=False)
    expect(page.locator("#moment-slider")).to_be_hidden()
    page.click("#moment-before")
    page.click("#moment-before")
    expect(moment(page)).to_have_text("7 Mar 2023 19:00")
    page.click("#moments-more summary")
    page.fill("#moments-more input[name=as_of]", "2023-03-07T16:10")
    page.click("#moments-more button")
    expect(moment(page)).to_have_text("7 Mar 2023 16:10")
    page.click("#moment-play")
    expect(moment(page)).to_have_text("7 Mar 2023 16:31", timeout=9000)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/harbour/", "/harbour/conflicts/", "event"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(woven, open_page, path, color_scheme):
    one = woven.claims.get(quote__contains="Monday noon").event
    path = one.get_absolute_url() if path == "event" else path
    page = open_page(f"{path}?as_of=2023-03-07T13:15Z", color_scheme=color_scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
