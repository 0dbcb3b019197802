"""An analyst's way: open, zoom, filter, open an event, read the sentence, go back."""

import re

import pytest
from playwright.sync_api import expect


def window(page):
    timeline = page.locator("#timeline")
    return timeline.get_attribute("data-from"), timeline.get_attribute("data-to")


def settled(page, change):
    """Do `change` and wait until the drawing is another one."""
    before = window(page)
    change()
    page.wait_for_function("before => document.querySelector('#timeline').dataset.from !== before", arg=before[0])
    return before, window(page)


def test_zoom_by_button_is_in_the_address_and_back_undoes_it(open_page):
    page = open_page()
    before, after = settled(page, lambda: page.click("#zoom-in"))
    assert before[0] < after[0] and after[1] < before[1]
    assert "from=" in page.url
    page.go_back()
    page.wait_for_function("before => document.querySelector('#timeline').dataset.from === before", arg=before[0])
    assert "from=" not in page.url
    expect(page.locator("header.masthead h1")).to_be_visible()


@pytest.mark.parametrize(("key", "moved"), [("+", 1), ("ArrowRight", 1), ("-", -1), ("ArrowLeft", -1)])
def test_keys_zoom_and_move(open_page, key, moved):
    page = open_page()
    before, after = settled(page, lambda: page.keyboard.press(key))
    assert (after[0] > before[0]) == (moved > 0)


def test_zero_goes_back_to_the_happening(open_page):
    page = open_page("/harbour/?from=2023-01-01&to=2023-02-01")
    _, after = settled(page, lambda: page.keyboard.press("0"))
    assert after[0] == "2023-03-05T18:15Z"


def test_keys_typed_into_a_field_are_letters(open_page):
    page = open_page()
    before = window(page)
    page.click("#filters summary")
    page.locator("#filters input[type=search]").press_sequentially("+-0")
    page.wait_for_timeout(300)
    assert window(page) == before


def test_dragging_moves_the_window_and_opens_nothing(open_page):
    page = open_page()
    box = page.locator("#drawing .plot").nth(1).bounding_box()
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2

    def drag():
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 150, y, steps=5)
        page.mouse.up()

    before, after = settled(page, drag)
    assert after[0] > before[0]
    assert "/articles/" not in page.url


def test_the_wheel_with_ctrl_zooms_about_the_pointer(open_page):
    page = open_page()
    box = page.locator("#drawing .scale").bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 20)

    def turn():
        page.keyboard.down("Control")
        page.mouse.wheel(0, -120)
        page.keyboard.up("Control")

    before, _ = window(page), turn()
    page.wait_for_function("before => document.querySelector('#timeline').dataset.to !== before", arg=before[1])
    after = window(page)
    assert after[0][:13] == before[0][:13] and after[1] < before[1]


def test_the_wheel_alone_scrolls_the_page(open_page):
    page = open_page(height=500)
    before = window(page)
    box = page.locator("#drawing .plot").first.bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 20)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 100")
    assert window(page) == before


def test_a_filter_narrows_the_rows_and_can_be_cleared(open_page):
    page = open_page()
    page.locator(".chip", has_text="Harbour Radio").click()
    expect(page.locator(".row h3", has_text="Drone strikes")).to_have_count(0)
    assert "source=" in page.url
    page.get_by_role("link", name="Clear filters").click()
    expect(page.locator(".row h3", has_text="Drone strikes")).to_have_count(1)


def test_the_search_form_filters_without_leaving_the_page(open_page):
    page = open_page()
    page.evaluate("window.still = true")
    page.click("#filters summary")
    page.fill("#filters input[type=search]", "drones")
    page.click("#filters button")
    expect(page.locator("#drawing ol.rows > .row")).to_have_count(1)
    assert page.evaluate("window.still") and "q=drones" in page.url


def test_what_the_server_refuses_it_explains_on_a_page(open_page):
    page = open_page()
    page.click("#filters summary")
    page.fill("#filters input[name=from]", "2023-03-09T00:00")
    page.fill("#filters input[name=to]", "2023-03-08T00:00")
    page.click("#filters button")
    expect(page.get_by_role("heading", name="This address makes no sense")).to_be_visible()
    page.complaints.clear()  # the browser reports every 400


def test_an_event_opens_beside_and_its_sentence_opens_in_the_article(open_page):
    page = open_page()
    page.get_by_role("link", name="Loyal crews win the port back").click()
    expect(page.locator("#panel-title")).to_be_focused()
    assert "event=" in page.url
    expect(page.locator(".row.chosen h3")).to_have_text("Loyal crews win the port back")
    page.locator("#panel .carriers a").first.click()
    page.wait_for_url(re.compile(r"/articles/\d+/#claim-\d+"))
    target = page.locator(".claim-number:target")
    expect(target).to_be_in_viewport()
    assert "cleared out by loyal crews" in target.locator("xpath=..").inner_text()
    page.go_back()
    expect(page.locator("#panel-title")).to_be_visible()
    expect(page.locator("header.masthead h1")).to_be_visible()
    page.go_back()
    expect(page.locator("#panel")).to_have_count(0)
    expect(page.locator("header.masthead h1")).to_be_visible()


def test_the_panel_closes_by_key_and_gives_the_focus_back(open_page, harbour):
    one = harbour.events.get(title__contains="win the port back")
    page = open_page(f"/harbour/?event={one.pk}")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_count(0)
    expect(page.locator(f"#open-e{one.pk}")).to_be_focused()


def test_history_comes_back_whole_when_the_cache_of_htmx_is_gone(open_page):
    page = open_page()
    settled(page, lambda: page.click("#zoom-in"))
    page.evaluate("sessionStorage.clear()")
    page.go_back()
    page.wait_for_function("() => !location.search")
    expect(page.locator("#drawing")).to_be_visible()
    expect(page.locator("header.masthead")).to_have_count(1)


def test_a_bar_opens_by_keyboard(open_page, harbour):
    claim = harbour.claims.get(quote__contains="Monday noon")
    page = open_page()
    page.focus(f"#b{claim.pk}")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"#claim-{claim.pk}$"))


def test_a_bar_opens_by_pointer(open_page, harbour):
    claim = harbour.claims.get(quote__contains="On March 8")
    page = open_page()
    page.locator(f"#b{claim.pk} rect").first.click()
    page.wait_for_url(re.compile(f"#claim-{claim.pk}$"))


def test_my_clock_is_the_readers(open_page):
    page = open_page(timezone_id="America/Lima")
    page.get_by_role("link", name="My clock").click()
    expect(page.locator(".window-line")).to_contain_text("on the clock of Lima (UTC-05:00)")


def test_the_trace_of_a_time_opens_from_the_text(open_page, harbour):
    row = harbour.articles.get(title__contains="icon menu")
    page = open_page(row.get_absolute_url())
    page.locator("a.timex", has_text="around 2pm local time").click()
    expect(page.locator("details.trace[open] dl")).to_be_visible()


def test_the_theme_can_be_changed_and_stays(open_page):
    page = open_page()
    page.click("#theme")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_main_path_needs_no_script(open_page):
    page = open_page(javascript=False)
    page.click("#zoom-in")
    assert "from=" in page.url
    page.get_by_role("link", name="Loyal crews win the port back").first.click()
    expect(page.locator("#panel-title")).to_be_visible()
    page.click("#filters summary")
    page.fill("#filters input[type=search]", "drones")
    page.click("#filters button")
    expect(page.locator("#drawing ol.rows > .row")).to_have_count(1)
