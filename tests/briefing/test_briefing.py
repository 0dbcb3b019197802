"""The briefing to print: what it holds."""

from tests import factories
from timeline import services
from timeline.models import Conflict

PAGE = "/harbour/briefing/"


def test_it_has_a_cover_a_timeline_conflicts_sources_and_a_method(vera, harbour):
    text = vera.get(PAGE).text
    for words in ("The mutiny at Port Varda", "1 · Timeline", "2 · Conflicts", "3 · Sources", "4 · Method"):
        assert words in text
    assert "Asia/Kathmandu" in text


def test_every_conflict_stands_there_with_its_reason_and_both_sides_in_their_words(vera, harbour):
    text = vera.get(PAGE).text
    assert text.count('<article class="conflict') == Conflict.objects.count()
    assert "Monday noon" in text and "5 h 30 apart" in text
    assert text.count("Side 2") >= 2


def test_every_article_is_listed_with_where_its_date_comes_from(vera, harbour):
    text = vera.get(PAGE).text
    assert all(article.file in text for article in harbour.articles.all())
    assert "date from: dateline" in text


def test_a_rejected_claim_is_not_in_it(vera, harbour):
    assert "Proof below" not in vera.get(PAGE).text


def test_an_empty_dossier_has_a_briefing_that_says_so(vera, dossier):
    text = vera.get(PAGE).text
    assert "Nothing is dated." in text and "Nothing dated yet" in text
    assert "No two accounts were found that cannot both hold." in text


def test_there_is_none_of_what_is_not_there(vera, harbour):
    assert vera.get("/nowhere/briefing/").status_code == 404
    assert vera.post(PAGE).status_code == 405


def test_words_of_an_article_are_no_markup(vera, dossier):
    event = factories.event(dossier, title="<script>alert(1)</script>")
    claim = factories.claim(factories.article(dossier), "A ship burned", event)
    factories.time(claim, "", "2023-03-07", "2023-03-08")
    factories.count_up(event)
    assert "<script>alert" not in vera.get(PAGE).text


def test_it_takes_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(45):
        vera.get(PAGE)


def test_it_can_be_had_as_known_at_a_moment(vera, harbour):
    services.weave_dossier(dossier=harbour)
    text = vera.get("/harbour/briefing/?as_of=2023-03-07T12:00Z").text
    assert "As known at 7 Mar 2023 17:45" in text and "overnight" in text and "Monday noon" not in text
    assert "Harbour Radio" not in text and "The Wire" in text
    assert vera.get("/harbour/briefing/?as_of=noon").status_code == 400
