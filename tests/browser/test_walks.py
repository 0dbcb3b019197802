"""The analyst's desk, walked as a person would: one walk for each thing it is for. What each part does in every case
is tested beside it (`test_as_known.py`, `test_reading.py`, `test_everyone.py`, `test_main_path.py`)."""

import csv
import io
import json
import re
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from tests import factories
from timeline import services
from timeline.exports.names import FORMATS


@pytest.fixture
def woven(harbour):
    services.weave_dossier(dossier=harbour)
    return harbour


def taken(page, name):
    """The file that a line of the Export menu hands out."""
    if not page.locator("#export").evaluate("(menu) => menu.open"):
        page.click("#export summary")
    with page.expect_download() as download:
        page.locator("#export").get_by_role("link", name=FORMATS[name].says).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_1_she_sees_what_could_be_known_before_the_docker_spoke_and_what_he_changed(woven, open_page):
    page = open_page()
    for moment in ("8 Mar 2023 21:00", "7 Mar 2023 19:00"):
        page.click("#moment-before")
        expect(page.locator(".moment-now b")).to_have_text(moment)
    expect(page.locator(".changes")).to_contain_text("1 conflict opened")
    page.locator(".change-list li", has_text="Conflict opened (time)").get_by_role("link").click()
    expect(page.locator(".as-known-mark")).to_contain_text("As known at 7 Mar 2023 19:00")
    for section in ("Sources", "Lineage", "Articles", "Conflicts"):
        page.get_by_role("navigation", name="Dossier").get_by_role("link", name=section).click()
        expect(page.locator(".as-known-mark")).to_contain_text("As known at 7 Mar 2023 19:00")
        expect(page.locator("main")).not_to_contain_text("Southern Eye,")
    page.click("#moments-more summary")
    expect(page.locator(".not-placed")).to_contain_text("The Old Pier no date of publication is known: it never counts")


def test_2_she_puts_two_events_side_by_side_and_asks_why_they_differ(harbour, open_page):
    page = open_page()
    expect(page.locator(".chosen button")).to_be_hidden()
    page.get_by_role("checkbox", name="Compare Mutineers enter the port").check()
    page.click("#zoom-out")
    page.wait_for_url(re.compile("from="))
    expect(page.get_by_role("checkbox", name="Compare Mutineers enter the port")).to_be_checked()
    page.get_by_role("checkbox", name="Compare Loyal crews win the port back").check()
    page.get_by_role("button", name="Compare 2 events").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 events side by side")
    expect(page.locator(".together-axis .row")).to_have_count(2)
    page.get_by_label("Add an event").select_option(label="The port falls (change of control, 3 reports)")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".column:not(.names)")).to_have_count(3)
    page.get_by_role("link", name="Take The port falls out").click()
    expect(page.locator(".column:not(.names)")).to_have_count(2)
    page.locator(".column").get_by_role("link", name="Loyal crews win the port back", exact=True).click()
    page.locator(".cell.differs summary").click()
    expect(page.locator(".cell.differs .why")).to_contain_text("begins 9 h 30 after the ministry's “around 2pm” ended")
    page.click("#weighing summary")
    expect(page.locator("#weighing")).to_contain_text("2 more independent origins for the next best time")
    page.locator(".cell.differs").get_by_role("link", name="The sides in full").click()
    expect(page.locator(".conflict:target")).to_contain_text("9 h 30 apart")


def test_2_on_a_phone_the_accounts_are_cards(harbour, open_page):
    won = harbour.events.get(title__contains="win the port back")
    page = open_page(won.get_absolute_url(), width=360)
    boxes = [card.bounding_box() for card in page.locator(".column:not(.names)").all()]
    assert len(boxes) == 4 and len({box["x"] for box in boxes}) == 1
    expect(page.locator(".column:not(.names) .name").first).to_be_visible()


def test_3_she_traces_a_voice_to_the_outlets_that_carry_it(harbour, open_page):
    page = open_page()
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Lineage").click()
    drawing = page.locator(".flow-svg")
    expect(drawing.locator("text", has_text="Iru Sand")).to_be_visible()
    expect(drawing.locator("title", has_text="The Daily Mast repeats The Wire").first).to_be_attached()
    expect(page.locator(".standings tbody tr", has_text="The Courier")).to_contain_text("2")
    page.locator(".strand", has_text="Iru Sand").get_by_role("link").first.click()
    expect(page.locator("#drawing ol.rows > .row")).to_have_count(1)
    page.get_by_role("link", name="Sailors leave the brig").click()
    page.locator("#panel .button").click()
    expect(page.locator(".lineage-part .strand", has_text="Iru Sand")).to_contain_text("First for certain: The Courier")


def test_4_she_finds_by_words_and_filters_and_keeps_the_address(harbour, open_page):
    page = open_page()
    counts = page.locator(".chips .n").all_inner_texts()
    assert len(counts) == 7 and all(count.isdigit() for count in counts)
    page.click("#filters summary")
    page.fill("#filters input[type=search]", "port")
    page.select_option("#filters select[name=status]", "denied")
    page.click("#filters button")
    expect(page.locator("#drawing ol.rows > .row")).to_have_count(1)
    view = page.url
    page.get_by_role("link", name="Clear filters").click()
    expect(page.locator("#drawing ol.rows > .row")).not_to_have_count(1)
    page.goto(view)
    expect(page.locator("#drawing ol.rows > .row h3")).to_have_text("The port falls")
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Conflicts").click()
    page.locator("select[name=sort]").select_option("gap")
    page.wait_for_url(re.compile("sort=gap"))
    expect(page.locator(".conflict").first).to_contain_text("9 h 30 apart")
    page.locator("select[name=kind]").select_option("quantity")
    expect(page.locator(".conflict")).to_have_count(1)
    expect(page.locator(".meaning")).to_contain_text("The counts do not overlap")


def test_5_she_reads_an_article_and_sees_how_a_time_was_read(harbour, open_page):
    page = open_page("/harbour/articles/")
    page.get_by_role("link", name="icon menu").click()
    page.wait_for_load_state()
    expect(page.locator(".course .bar").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".claim-number:target")).to_have_text("1")
    page.locator("a.timex").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("means")
    expect(page.get_by_text("ten ways to cook mackerel").last).to_be_hidden()


def test_6_she_takes_what_is_on_screen_away_in_every_format(harbour, open_page):
    page = open_page("/harbour/?q=port")
    files = {name: taken(page, name) for name in FORMATS}
    assert all(file == f"harbour.{FORMATS[name].suffix}" for name, (file, _) in files.items())
    data = {name: content for name, (_, content) in files.items()}
    rows = list(csv.DictReader(io.StringIO(data["csv"].decode())))
    assert rows and len(rows) == len(json.loads(data["json"])["claims"])
    assert len(icalendar.Calendar.from_ical(data["ics"]).walk("VEVENT")) == len(
        json.loads(data["timelinejs"])["events"]
    )
    assert {"event_date", "time_precision", "sub_event_type"} <= set(
        next(csv.DictReader(io.StringIO(data["acled"].decode())))
    )
    assert json.loads(data["annotations"])["total"] == len(rows)
    assert data["png"][:8] == b"\x89PNG\r\n\x1a\n" and data["svg"].startswith(b"<svg")


def test_6_the_picture_is_one_a_browser_draws(harbour, open_page, live_server):
    page = open_page("/harbour/articles/")
    for name in ("svg", "png"):
        size = page.evaluate(
            """async (address) => { const picture = new Image(); picture.src = address; await picture.decode();
               return [picture.naturalWidth, picture.naturalHeight]; }""",
            f"{live_server.url}/harbour/?format={name}",
        )
        assert size[0] > 1000 and size[1] > 500


def test_6_what_was_known_then_is_taken_away_and_printed(woven, open_page):
    page = open_page("/harbour/?as_of=2023-03-07T12:00Z")
    file, content = taken(page, "csv")
    assert file == "harbour-as-of-2023-03-07T1200Z.csv" and b"onday noon" not in content and b"overnight" in content
    page.locator("#export").get_by_role("link", name="Briefing to print").click()
    expect(page.locator(".as-of")).to_contain_text("As known at 7 Mar 2023 17:45")


def test_7_a_script_finds_its_way_from_the_page_about_the_api(harbour, open_page, live_server):
    page = open_page("/api/v1/docs")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    described = page.request.get(f"{live_server.url}/api/v1/openapi.json").json()
    plain = [path for path in described["paths"] if re.findall(r"{\w+}", path) == ["{name}"]]
    assert len(plain) > 4
    for path in plain:
        answer = page.request.get(live_server.url + path.format(name="harbour"))
        assert answer.status == 200 and answer.json(), path


def test_9_a_crowd_is_counted_and_zoomed_into(harbour, open_page, monkeypatch):
    monkeypatch.setattr("timeline.selectors.timeline.MOST_CLAIMS", 5)
    page = open_page()
    expect(page.locator(".strips h2")).to_contain_text("too many to draw one by one")
    assert page.locator("#drawing .contested").count() > 0
    before = page.url
    page.locator(".strip-svg a").first.click()
    page.wait_for_url(lambda url: url != before and "from=" in url)


def test_10_a_first_time_visitor_is_told_what_she_sees(harbour, open_page):
    page = open_page()
    page.keyboard.press("?")
    expect(page.locator(".at-hand-body")).to_be_in_viewport()
    expect(page.locator(".at-hand-body")).to_contain_text("two accounts cannot both hold: this far apart")
    page.keyboard.press("Escape")
    expect(page.locator(".at-hand-body")).to_be_hidden()
    page.mouse.wheel(0, 900)
    page.locator(".at-hand summary").click()
    page.get_by_role("link", name="the kinds of conflict").click()
    expect(page.get_by_role("heading", name="Kinds of conflict")).to_be_in_viewport()
    assert page.locator(".terms").first.locator("dt").count() == 10
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Conflicts").click()
    page.locator(".conflict a.badge").first.click()
    expect(page.locator(".terms div:target")).to_be_in_viewport()


def test_10_an_empty_dossier_says_what_to_do_next_on_every_page(harbour, open_page):
    factories.dossier("The lighthouse", slug="lighthouse")
    page = open_page("/lighthouse/")
    for section in ("Timeline", "Conflicts", "Sources", "Lineage", "Articles"):
        page.get_by_role("navigation", name="Dossier").get_by_role("link", name=section).click()
        expect(page.locator("main")).to_contain_text("import_articles")
