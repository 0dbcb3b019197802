"""An article read as a person would: traces where the times stand, claims by key, furniture folded away."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(open_page, harbour):
    return open_page(harbour.articles.get(title__contains="icon menu").get_absolute_url())


def test_pointing_at_a_time_shows_its_trace_there(page):
    page.locator("a.timex", has_text="around 2pm local time").hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("7 Mar 2023 13:30–14:30")
    for words in ("counted from", "Asia/Kathmandu", "zone", "rule"):
        expect(tip).to_contain_text(words)
    page.mouse.move(5, 5)
    expect(tip).to_have_count(0)


def test_a_time_reached_by_key_shows_it_too_and_escape_hides_it(page):
    time = page.locator("a.timex", has_text="on Tuesday morning")
    time.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("06:00–12:00")
    expect(time).to_have_attribute("aria-describedby", "trace-tip")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_trace_stays_on_the_page(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    for time in page.locator("a.timex").all():
        time.focus()
        box = page.get_by_role("tooltip").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_lead_from_claim_to_claim_and_back(page):
    claims = [claim.get_attribute("id") for claim in page.locator(".claim-number").all()]
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(page.locator(".claim-number:target")).to_have_id(claims[at])
    expect(page.locator(".claim-number:target")).to_be_focused()
    expect(page.locator(".claim-notes li.lit .number")).to_have_text("1")


def test_a_claim_and_its_note_are_lit_together(page):
    page.locator(".claimed", has_text="The fleet left Cape Orlo").hover()
    expect(page.locator(".claim-notes li.lit")).to_contain_text("The fleet leaves Cape Orlo")
    page.locator(".claim-notes li").first.hover()
    expect(page.locator(".claimed.lit").first).to_contain_text("Mutineers entered the port")


def test_furniture_unfolds(page):
    promo = page.get_by_text("Also in the Courier: ten ways to cook mackerel").last
    expect(promo).to_be_hidden()
    page.locator("details.fold summary", has_text="promo").click()
    expect(promo).to_be_visible()


def test_a_bar_of_its_own_timeline_leads_to_the_sentence(page, harbour):
    claim = harbour.claims.get(quote__contains="around 2pm local time")
    page.locator(f".course #b{claim.pk} rect").first.click()
    expect(page.locator(".claim-number:target")).to_have_id(f"claim-{claim.pk}")


def test_without_a_script_a_time_leads_to_its_trace(open_page, harbour):
    page = open_page(harbour.articles.get(title__contains="icon menu").get_absolute_url(), javascript=False)
    page.locator("a.timex", has_text="around 2pm local time").click()
    assert "#time-" in page.url
    expect(page.locator("details.trace:target summary")).to_be_in_viewport()
