"""The desk by its keys: accept, reject, next, undo; words selected in the article become a quote or a claim."""

import pytest
from django.urls import reverse

from tests import factories
from timeline.models import Article, Claim

TEXT = "A ship burned on Monday. The fire killed 12 sailors, the harbour master said. It was out by noon."


@pytest.fixture
def work(signed_in, live_server):
    """The work screen of an article with two claims."""
    article = factories.article(factories.dossier(), text=TEXT, published="2023-03-07 16:00")
    event = factories.event(article.dossier)
    for words in ("A ship burned on Monday", "The fire killed 12 sailors"):
        factories.claim(article, words, about=event)
    signed_in.goto(live_server.url + reverse("admin:timeline_article_work", args=[article.pk]))
    return signed_in


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def verdicts():
    claims = Claim.objects.order_by("start")
    return [claim.judgements.values_list("verdict", flat=True).first() for claim in claims]


def select(page, words):
    """Drag over words of the article, as far as the page can tell."""
    page.evaluate(
        """words => {
          const article = document.querySelector("[data-article]");
          const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          const [first, last] = [article.textContent.indexOf(words), article.textContent.indexOf(words) + words.length];
          for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
            if (at <= first && first < at + node.length) range.setStart(node, first - at);
            if (at < last && last <= at + node.length) range.setEnd(node, last - at);
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def test_keys_accept_reject_undo_and_go_on(work):
    press(work, "a")
    assert verdicts() == ["accepted", None]
    assert "The fire killed" in work.locator("mark.current").inner_text()
    press(work, "k")
    assert "A ship burned" in work.locator("mark.current").inner_text()
    press(work, "j")
    press(work, "r")
    assert verdicts() == ["accepted", "rejected"]
    work.go_back()
    press(work, "z")
    assert verdicts() == ["accepted", None]


def test_a_letter_that_is_typed_is_no_key(work):
    work.keyboard.press("t")
    work.keyboard.type("around noon")
    assert work.input_value("#when") == "around noon"
    assert verdicts() == [None, None]
    press(work, "Enter")
    stamp = Claim.objects.order_by("start").first().timestamps.get(by="editor")
    assert stamp.approximate
    assert stamp.note == "typed: around noon"


def test_selected_words_become_the_quote(work):
    select(work, "ship burned on Monday. The fire")
    work.keyboard.press("s")
    assert work.input_value("#quote") == "ship burned on Monday. The fire"
    with work.expect_navigation():
        work.click("[value=requote]")
    claim = Claim.objects.order_by("start").first()
    assert (claim.quote, claim.touched) == ("ship burned on Monday. The fire", True)
    press(work, "z")
    assert Claim.objects.order_by("start").first().quote == "A ship burned on Monday"


def test_selected_words_become_a_claim_of_their_own(work):
    select(work, "It was out by noon")
    work.keyboard.press("n")
    work.select_option("#type", "fire")
    with work.expect_navigation():
        work.click("[value=add]")
    claim = Claim.objects.get(quote="It was out by noon")
    assert Article.objects.get().text[claim.start : claim.end] == claim.quote
    press(work, "z")
    assert Claim.objects.count() == 2
