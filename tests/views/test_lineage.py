"""Lineage: who said it, who relayed it, who published it, who copied whom; for an event and for the dossier."""

import re

import pytest

from tests import factories
from timeline import services
from timeline.models import Claim

BEFORE_RADIO = "as_of=2023-03-07T12:00Z"


@pytest.fixture
def woven(harbour):
    services.weave_dossier(dossier=harbour)
    return harbour


def line(text, name):
    """The words of a voice's line in the list."""
    found = [part for part in text.split('<li class="strand">')[1:] if name in part.split("</h3>")[0]]
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def test_it_draws_voices_relays_outlets_and_the_copy(vera, harbour):
    text = vera.get("/harbour/lineage/").text
    drawing = text.split('<svg class="flow-svg"')[1].split("</section>")[0]
    assert "Iru Sand" in drawing and "<title>The Wire: " in drawing
    assert "Iru Sand → The Wire: 1 claim" in drawing and "The Daily Mast repeats The Wire" in drawing


def test_the_list_says_the_way_of_a_voice(vera, harbour):
    told = line(vera.get("/harbour/lineage/").text, "Iru Sand")
    assert "3 claims in 3 outlets" in told
    assert "relayed by The Wire → published by The Courier 1 · The Daily Mast 1" in told
    assert "no relay named → published by The Wire 1" in told


def test_it_says_who_repeats_whom(vera, harbour):
    text = " ".join(vera.get("/harbour/lineage/").text.split())
    assert re.search(r"The Daily Mast: [^<]+</a> <b>repeats</b> <a [^>]+>The Wire: ", text)


def test_without_copies_it_says_so(vera, dossier):
    factories.claim(factories.article(dossier), "A ship burned")
    assert "No article was found to repeat another" in vera.get("/harbour/lineage/").text


def test_it_says_how_each_source_stands(vera, harbour):
    text = vera.get("/harbour/lineage/").text
    row = next(part for part in text.split("<tr>") if "The Courier</span>" in part and "data-label" in part)
    figures = dict(re.findall(r'data-label="([^"]+)">(\d+)<', row))
    assert figures["First"] == "2" and set(figures) >= {"Alone", "Maybe first", "With most", "Otherwise", "Mended"}


def test_an_editors_rejection_is_counted(vera, harbour):
    text = vera.get("/harbour/lineage/").text
    row = next(part for part in text.split("<tr>") if "The Old Pier</span>" in part and "data-label" in part)
    assert 'data-label="Mended">1<' in row


def test_the_event_has_a_strand_for_each_witness_that_says_why_it_is_one(vera, woven):
    url = Claim.objects.filter(quote__contains="sailors left the brig").first().event.get_absolute_url()
    text = vera.get(url).text
    told = line(text, "Iru Sand")
    assert "relayed by The Wire" in told and "One witness, counted once:" in told and "the same named voice" in told
    assert " repeats The Courier." in told
    assert "First for certain: The Courier" in told


def test_where_dates_leave_it_open_no_outlet_is_called_the_first(vera, woven):
    woven.articles.filter(source__name="The Courier").update(end=factories.at("2023-03-08"))
    url = Claim.objects.filter(quote__contains="sailors left the brig").first().event.get_absolute_url()
    told = line(vera.get(url).text, "Iru Sand")
    assert "Which outlet had it first cannot be told" in told and "First for certain" not in told


def test_it_is_as_known_at_a_moment(vera, woven):
    text = vera.get(f"/harbour/lineage/?{BEFORE_RADIO}").text
    assert "Iru Sand" in text and "a docker" not in text and "The Old Pier itself" not in text
    assert "a docker" in vera.get("/harbour/lineage/?as_of=2023-03-07T13:15Z").text


def test_nothing_was_out_at_first(vera, woven):
    text = vera.get("/harbour/lineage/?as_of=2023-03-01").text
    assert "Nothing had come out for certain" in text and "<svg class=" in text


def test_an_empty_dossier_says_what_to_do_next(vera, dossier):
    assert "import_articles" in vera.get("/harbour/lineage/").text


def test_a_moment_that_makes_no_sense_is_refused(vera, harbour):
    assert vera.get("/harbour/lineage/?as_of=noon").status_code == 400


def test_it_takes_as_many_queries_for_many_claims(vera, harbour, django_assert_max_num_queries):
    crowd = factories.article(harbour, "The Crowd", "Mutineers came. " * 40, published="2023-03-07 12:00")
    for number in range(40):
        factories.claim(crowd, "Mutineers came", harbour.events.first(), voice=f"Voice {number}", via="The Wire")
    with django_assert_max_num_queries(16):
        text = vera.get("/harbour/lineage/").text
    assert "more voices" in text


def test_a_voice_that_all_outlets_carry_names_twelve_and_counts_the_others(vera, dossier):
    for number in range(15):
        factories.claim(factories.article(dossier, f"Paper {number}"), "A ship burned", voice="Iru Sand")
    assert "and 3 more outlets" in line(vera.get("/harbour/lineage/").text, "Iru Sand")
