"""The list of articles, and one of them as received with everything in it marked."""

import html
import re

import pytest

from tests import factories
from timeline.reading.furniture import Role


def article(harbour, title):
    return harbour.articles.get(title__contains=title)


def page_of(vera, harbour, title="icon menu"):
    return vera.get(article(harbour, title).get_absolute_url()).text


def test_the_list_is_by_publication(vera, harbour):
    text = vera.get("/harbour/articles/").text
    assert text.index("7 Mar 2023 16:01") < text.index("8 Mar 2023 21:00")
    assert "2023-03-07 15:10, zone not known" in text
    assert "date not known" in text and "1 doubt" in text and "repeats" in text


def test_the_list_of_none_says_so(vera, dossier):
    assert "No articles yet" in vera.get("/harbour/articles/").text


def test_the_text_is_there_as_received(vera, harbour):
    row = article(harbour, "What we know")
    text = vera.get(row.get_absolute_url()).text
    body = text[text.index('<div class="text"') : text.index('<div class="notes"')]
    body = re.sub(r'<span class="role">.*?</span>|<a class="claim-number".*?</a>|<summary>.*?</summary>', "", body)
    shown = html.unescape(re.sub(r"<[^>]+>", "", body))
    assert shown.split() == row.text.split()


def test_a_claim_can_be_opened_by_its_address(vera, harbour):
    text = page_of(vera, harbour)
    for claim in article(harbour, "icon menu").claims.all():
        assert text.count(f'id="claim-{claim.pk}"') == 1
        assert f'id="note-{claim.pk}"' in text


def test_claims_may_nest_and_overlap(vera, dossier):
    row = factories.article(dossier, text="The mutineers took the house and the mast on Tuesday.")
    for words in ("took the house and the mast", "the house", "house and the mast on Tuesday"):
        factories.claim(row, words)
    text = vera.get(row.get_absolute_url()).text
    assert text.count('class="claim-number"') == 3
    assert 'data-claims="1 3 2 "' in text.replace("3 1 2", "1 3 2")


def test_furniture_is_kept_and_named(vera, harbour):
    text = page_of(vera, harbour)
    assert '<div class="block role-promo furniture"><span class="role">promo</span>' in text
    assert "ten ways to cook mackerel" in text


def test_a_post_is_named_and_no_furniture(vera, harbour):
    text = page_of(vera, harbour, "What we know")
    assert '<div class="block role-post"><span class="role">post</span>' in text


def test_text_between_paragraphs_is_not_lost(vera, dossier):
    row = factories.article(dossier, text=[(Role.BODY, "First."), (Role.BODY, "Second.")])
    row.passages.filter(start=0).delete()
    text = vera.get(row.get_absolute_url()).text
    assert "First." in text and "Second." in text


def test_every_time_has_its_trace(vera, harbour):
    text = page_of(vera, harbour)
    assert "around 2pm local time" in text and "7 Mar 2023 13:30–14:30" in text
    assert '<details class="trace"' in text


def test_the_date_stands_with_its_zone_and_basis(vera, harbour):
    text = page_of(vera, harbour)
    assert "no zone printed" in text and "from dateline" in text and "unknown" in text


def test_doubts_are_shown_until_they_are_settled(vera, harbour):
    assert "In doubt." in page_of(vera, harbour)
    harbour.articles.get(title__contains="icon menu").doubts.update(settled=True)
    assert "In doubt." not in page_of(vera, harbour)


def test_the_text_of_strangers_is_escaped(vera, dossier):
    row = factories.article(dossier, text='<img src=x onerror="alert(1)"> burned <script>x</script>')
    factories.claim(row, '<img src=x onerror="alert(1)"> burned')
    text = vera.get(row.get_absolute_url()).text
    assert "<img" not in text and "<script>x" not in text


@pytest.mark.parametrize(("url", "linked"), [("https://example.org/a", True), ("javascript:alert(1)", False)])
def test_only_web_addresses_are_linked(vera, dossier, url, linked):
    text = vera.get(factories.article(dossier, url=url).get_absolute_url()).text
    assert (f'href="{url}"' in text) == linked


def test_a_rejected_claim_is_not_marked(vera, harbour):
    text = page_of(vera, harbour, "What we know")
    rejected = harbour.claims.get(rejected=True)
    assert "Proof below" in text and f"claim-{rejected.pk}" not in text


def test_an_article_of_another_dossier_is_a_404(vera, harbour):
    factories.dossier(slug="other")
    assert vera.get(f"/other/articles/{harbour.articles.first().pk}/").status_code == 404


@pytest.mark.parametrize("query", ["tz=noon", "page=-1"])
def test_a_value_that_makes_no_sense_is_a_400(vera, harbour, query):
    assert vera.get(f"/harbour/articles/?{query}").status_code == 400
    assert vera.get(f"{harbour.articles.first().get_absolute_url()}?{query}").status_code == 400


def test_they_take_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        vera.get("/harbour/articles/")
    with django_assert_max_num_queries(16):
        page_of(vera, harbour)


def test_the_list_shows_only_what_was_out_at_a_moment(vera, harbour):
    text = vera.get("/harbour/articles/?as_of=2023-03-07T12:00Z").text
    assert "7 March 2023 10:16 GMT</a>" in text and "Port Varda falls to mutineers" not in text
    assert "no date of publication is known: it never counts" in text  # the slider says what is not placed
    assert vera.get("/harbour/articles/?as_of=noon").status_code == 400


def test_the_file_comes_back_byte_for_byte_and_never_as_a_page(vera, harbour):
    one = article(harbour, "icon menu")
    assert f'href="{one.get_absolute_url()}original/"' in page_of(vera, harbour)
    answer = vera.get(f"{one.get_absolute_url()}original/")
    assert b"".join(answer.streaming_content) == bytes(one.original.data)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_there_is_no_file_of_an_article_of_another_dossier(vera, harbour):
    other = factories.article(factories.dossier(slug="other", title="Other"))
    assert vera.get(f"/harbour/articles/{other.pk}/original/").status_code == 404


def test_furniture_next_to_each_other_folds_away_under_its_first_words(vera, dossier):
    text = [(Role.WIDGET, "icon menu"), (Role.PROMO, "Ten ways"), (Role.BODY, "A ship burned."), (Role.FORM, "Reply")]
    page = vera.get(factories.article(dossier, text=text).get_absolute_url()).text
    assert re.findall(r"<summary>([^<]+)</summary>", page)[:2] == ["widget, promo: icon menu", "form: Reply"]


def test_what_says_whose_it_is_and_of_when_is_never_folded(vera, dossier):
    text = [(Role.DATELINE, "7 March"), (Role.BYLINE, "By Mira Vell"), (Role.BODY, "A ship burned.")]
    page = vera.get(factories.article(dossier, text=text).get_absolute_url()).text
    assert '<details class="fold">' not in page and '<span class="role">byline</span>' in page


def test_it_has_a_timeline_of_its_own(vera, harbour):
    text = page_of(vera, harbour)
    course = text.split('aria-labelledby="course-title"')[1].split("</section>")[0]
    assert "Loyal crews win the port back" in course and "Published 2023-03-07 15:10" in course
    assert "2 claims without a time of their own are not drawn" in course


def test_an_article_that_tells_no_time_has_none(vera, dossier):
    row = factories.article(dossier)
    factories.claim(row, "A ship burned")
    assert "course-title" not in vera.get(row.get_absolute_url()).text


def test_the_trace_says_what_a_time_was_counted_from(vera, harbour):
    assert "<dt>counted from</dt><dd>2023-03-07 15:10, zone not known" in page_of(vera, harbour)


def test_each_paragraph_runs_the_way_of_its_own_script(vera, dossier):
    text = [(Role.HEADLINE, "احترقت سفينة."), (Role.BODY, "احترقت سفينة في الميناء."), (Role.BODY, "A ship burned.")]
    page = vera.get(factories.article(dossier, text=text).get_absolute_url()).text
    assert page.count('<p dir="auto">') == 3 and '<h1 dir="auto">احترقت' in page
