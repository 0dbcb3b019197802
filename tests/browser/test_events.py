"""Events made two and one again, and claims moved between them, as an editor does it in a browser; each taken back."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from timeline import services
from timeline.models import Claim, Event

TEXT = (
    "A ferry sank off the port on Monday\n\nTuesday 7 March 2023 16:00 GMT\n\n"
    "A ferry sank off the port on Monday, the harbour master said. Twelve people drowned when the ferry sank. "
    "Police arrested a banker in the capital on 20 February over a fraud, a prosecutor said."
)


@pytest.fixture
def desk(signed_in, live_server):
    """`desk(name, row)` opens a page of the desk on an article that tells of two happenings."""
    dossier = factories.dossier(zone="UTC")
    services.import_file(dossier=dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=dossier)

    def opened(name, *rows, query=""):
        signed_in.goto(live_server.url + reverse(f"admin:timeline_{name}", args=rows) + query)
        return signed_in

    return opened


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def groups():
    """The claims by their events, whatever those are called."""
    events = Event.objects.filter(claim_count__gt=0)
    return sorted(sorted(event.claims.values_list("quote", flat=True)) for event in events)


def of(words):
    return Claim.objects.get(quote__contains=words)


def taken_back(page, before):
    press(page, "z")
    expect(page.locator(".messagelist")).to_contain_text("Taken back")
    assert groups() == before


def work_on(desk, claim):
    return desk("article_work", claim.article_id, query=f"?claim={claim.pk}")


def test_a_claim_is_moved_to_another_event_and_back(desk):
    claim, other, before = of("arrested"), of("drowned").event, groups()
    assert len(before) > 1
    page = work_on(desk, claim)
    page.keyboard.press("e")
    page.locator("#event").select_option(str(other.pk))
    with page.expect_navigation():
        page.click("[value=move]")
    assert of("arrested").event == of("drowned").event == other
    assert of("arrested").event_fixed
    taken_back(page, before)
    assert not of("arrested").event_fixed


def test_a_claim_is_moved_to_an_event_of_its_own_by_keys(desk):
    before = groups()
    page = work_on(desk, of("drowned"))
    page.keyboard.press("m")
    page.keyboard.type("The drowned")
    press(page, "Enter")
    assert of("drowned").event.title == "The drowned"
    assert list(of("drowned").event.claims.all()) == [of("drowned")]
    taken_back(page, before)
    assert not Event.objects.filter(title="The drowned").exists()


def test_an_event_is_merged_into_another_beside_its_article(desk):
    before = groups()
    page = work_on(desk, of("drowned"))
    page.locator("#event").select_option(str(of("arrested").event_id))
    with page.expect_navigation():
        page.click("[value=merge]")
    assert of("arrested").event == of("drowned").event
    taken_back(page, before)


def test_events_are_merged_in_their_list(desk):
    before, stays = groups(), of("drowned").event
    page = desk("event_changelist")
    for event in Event.objects.filter(claim_count__gt=0):
        page.check(f"input[name=_selected_action][value='{event.pk}']")
    page.select_option("select[name=action]", "merge")
    page.click("button[name=index]")
    page.check(f"input[name=into][value='{stays.pk}']")
    with page.expect_navigation():
        page.click("input[name=apply]")
    assert {claim.event for claim in Claim.objects.all()} == {stays}
    page = desk("dossier_changes", stays.dossier_id)
    with page.expect_navigation():
        page.locator(".act", has_text="Merged events").get_by_role("button", name="Take this back").click()
    assert groups() == before


def test_an_event_is_split_on_its_page_and_made_whole_again(desk):
    event = of("arrested").event
    services.move_claims(claims=[of("drowned")], event=event)
    before = groups()
    page = desk("event_change", event.pk)
    page.get_by_role("link", name="Split it").click()
    page.get_by_label("Twelve people drowned").check()
    page.fill("#id_title", "The drowned")
    press(page, "Enter")
    expect(page.locator(".messagelist")).to_contain_text("are “The drowned” now")
    assert of("drowned").event.title == "The drowned"
    assert "drowned" not in " ".join(event.claims.values_list("quote", flat=True))
    taken_back(page, before)


def test_words_selected_over_a_claims_end_are_quoted_and_taken_back(desk):
    claim = of("drowned")
    page = work_on(desk, claim)
    # Dragged with the mouse, from the first letter of “Twelve” to the end of “sank”.
    start, end = (
        page.evaluate(
            """([words, last]) => {
              const found = document.createTreeWalker(document.querySelector("[data-article]"), NodeFilter.SHOW_TEXT);
              for (let node; (node = found.nextNode());) {
                const at = last ? node.data.lastIndexOf(words) : node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at + (last ? words.length - 1 : 0));
                range.setEnd(node, at + (last ? words.length : 1));
                const box = range.getBoundingClientRect();
                return [last ? box.right : box.left, box.top + box.height / 2];
              }
            }""",
            [words, last],
        )
        for words, last in (("Twelve", False), ("drowned", True))
    )
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()
    page.keyboard.press("s")
    assert page.input_value("#quote") == "Twelve people drowned"
    with page.expect_navigation():
        page.click("[value=requote]")
    assert Claim.objects.get(pk=claim.pk).quote == "Twelve people drowned"
    press(page, "z")
    assert Claim.objects.get(pk=claim.pk).quote == claim.quote
