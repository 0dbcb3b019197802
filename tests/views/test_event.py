"""The comparison of one event: its columns, what cannot hold, its ruling, its neighbours."""

import re

import pytest

from tests import factories

HTMX = {"HX-Request": "true"}


def address(harbour, title, query=""):
    return f"/harbour/events/{harbour.events.get(title__contains=title).pk}/{query}"


@pytest.fixture
def won(vera, harbour):
    return vera.get(address(harbour, "win the port back")).text


def test_it_is_a_page_and_a_fragment(vera, harbour):
    url = address(harbour, "win the port back")
    assert "<html" in vera.get(url).text
    assert vera.get(url, headers=HTMX).text.strip().startswith("<article")
    assert "<html" in vera.get(url, headers=HTMX | {"HX-History-Restore-Request": "true"}).text


def test_it_has_a_column_an_origin(won):
    assert won.count('<section class="column"') == 4
    assert won.index("around 2pm local time") < won.index("On March 8")


def test_it_says_when_on_both_clocks(won):
    assert "7 Mar 2023 13:30–14:30" in won and "7 Mar 2023 07:45–08:45" in won


def test_it_says_how_a_time_was_read(won):
    assert "hour · approximate" in won and "takes its day from “Tuesday morning”" in won
    assert "dates the saying: a bound" in won and "cut at publication" in won


def test_it_says_what_cannot_hold_and_what_is_most_supported(won):
    assert "The times cannot all hold." in won
    assert "Most supported: 7 Mar 2023 13:30–14:30, compatible with 3 of 4 origins" in won


def test_it_marks_the_cell_that_differs_with_the_reason(won):
    assert won.count("cell differs") == 1
    assert "Cannot hold with The Ministry of Shipping, Hal Orme and Officials, 9 h 30 apart." in won


def test_every_side_is_marked_where_none_has_more_origins(vera, harbour):
    text = vera.get(address(harbour, "Sailors leave")).text
    actor_cells = [
        part for part in text.split('<div class="cell')[1:] if part.startswith(' differs"><p class="name">What')
    ]
    assert len(actor_cells) == 2


def test_outlets_of_one_witness_stand_in_one_column(vera, harbour):
    text = vera.get(address(harbour, "Sailors leave")).text
    first = text.split('<section class="column" aria-label="Iru Sand">')[1].split("</section>")[0]
    assert all(name in first for name in ("The Courier", "The Wire", "The Daily Mast"))
    assert first.count("“More than 20 sailors") <= 1


def test_counts_keep_their_bounds(vera, harbour):
    text = vera.get(address(harbour, "Sailors leave")).text
    assert "20+ sailors escaped" in text and "~40 sailors escaped" in text


def test_a_denial_is_shown(vera, harbour):
    text = vera.get(address(harbour, "The port falls")).text
    assert "Some say it happened, some deny it." in text and "denied" in text


def test_each_cell_opens_its_sentence(won, harbour):
    claim = harbour.claims.get(quote__contains="On March 8")
    assert f"/harbour/articles/{claim.article_id}/#claim-{claim.pk}" in won


def test_there_is_no_ruling_yet(won):
    assert "None yet." in won


def test_a_ruling_is_stale_when_a_claim_was_not_weighed(vera, harbour):
    text = vera.get(address(harbour, "enter the port")).text
    assert "The log book of the pilot boat" in text and "stale: 2 claims not weighed" in text


def test_a_ruling_that_weighed_all_is_in_force(vera, harbour):
    fell = harbour.events.get(title="The port falls")
    factories.ruling(fell, "Seen by our own eyes.", fell.claims.all(), value="it fell")
    text = vera.get(fell.get_absolute_url()).text
    assert "Seen by our own eyes." in text and "stale" not in text


def test_a_superseded_ruling_is_kept_as_history(vera, harbour):
    fell = harbour.events.get(title="The port falls")
    old = factories.ruling(fell, "At first sight.")
    old.superseded_by = factories.ruling(fell, "On reflection.")
    old.save()
    text = vera.get(fell.get_absolute_url()).text
    assert "1 earlier ruling" in text and text.index("On reflection.") < text.index("At first sight.")
    assert "On reflection." not in text.split("1 earlier ruling")[1]


def test_it_leads_to_its_neighbours(vera, harbour):
    text = vera.get(address(harbour, "enter the port")).text
    assert 'rel="next"' in text and "of 8" in text


def test_the_clock_can_be_changed(vera, harbour):
    text = vera.get(address(harbour, "win the port back", "?tz=Europe/Madrid")).text
    assert "7 Mar 2023 08:45–09:45" in text and "When, in Madrid" in text


def test_a_clock_that_is_none_is_a_400(vera, harbour):
    response = vera.get(address(harbour, "win the port back", "?tz=noon"))
    assert response.status_code == 400 and "is not a time zone" in response.text


def test_a_rejected_claim_is_not_in_it(vera, harbour):
    assert "Proof below" not in vera.get(address(harbour, "enter the port")).text


def test_an_event_without_claims_is_gone(vera, harbour):
    assert vera.get(factories.event(harbour).get_absolute_url()).status_code == 404


def test_an_event_of_another_dossier_is_a_404(vera, harbour):
    factories.dossier(slug="other")
    pk = harbour.events.first().pk
    assert vera.get(f"/other/events/{pk}/").status_code == 404


def test_an_undated_event_has_a_page(vera, harbour):
    response = vera.get(address(harbour, "Mutineers killed"))
    assert response.status_code == 200 and "69 dead killed" in response.text


def test_it_takes_as_many_queries_for_many_claims(vera, harbour, django_assert_max_num_queries):
    won = harbour.events.get(title__contains="win the port back")
    article = factories.article(harbour, "The Crowd", "Loyal crews won on Tuesday.")
    for number in range(30):
        claim = factories.claim(article, "Loyal crews won", won, origin=10 + number)
        factories.time(claim, "on Tuesday", "2023-03-07 00:00", "2023-03-08 00:00")
    factories.count_up(won)
    with django_assert_max_num_queries(20):
        vera.get(won.get_absolute_url())


def test_only_an_editor_is_led_to_the_admin(vera, ada, edo, harbour):
    url = address(harbour, "win the port back")
    assert "Rule on this event" in edo.get(url).text
    assert all("/admin/" not in client.get(url).text for client in (vera, ada))


def weighing(text):
    return " ".join(re.sub(r"<[^>]+>", " ", text.split('id="weighing"')[1].split("</details>")[0]).split())


def test_it_says_what_the_most_supported_time_rests_on_and_what_would_change_it(won):
    told = weighing(won)
    assert "Allow it The Ministry of Shipping · Hal Orme · Officials" in told and "Do not Southern Eye" in told
    assert "Next best 7 Mar 2023 14:30–16:31, compatible with 2 of 4 origins" in told
    assert "To change it 2 more independent origins for the next best time" in told


def test_a_level_count_is_called_so(vera, harbour):
    strike = harbour.events.get(title__contains="Drone strikes")
    one = strike.claims.order_by("pk").last()
    one.timestamp.start, one.timestamp.end = factories.at("2023-03-08"), factories.at("2023-03-09")
    one.timestamp.save()
    told = weighing(vera.get(strike.get_absolute_url()).text)
    assert "level with it" in told and "To change it 1 more independent origin for" in told


def test_there_is_nothing_to_weigh_where_no_account_gives_a_time(vera, harbour):
    assert "weighing" not in vera.get(address(harbour, "Mutineers killed")).text


def test_the_reason_of_a_difference_opens_with_the_words_of_the_conflict(won):
    cell = won.split('cell differs"')[1].split("</div>")[0]
    assert "<summary>Cannot hold with" in cell and "begins 9 h 30 after" in cell and "#conflict-" in cell


def crowd(harbour, number):
    won = harbour.events.get(title__contains="win the port back")
    paper = factories.article(harbour, "The Crowd", "Loyal crews won on Tuesday.")
    for origin in range(number):
        factories.claim(paper, "Loyal crews won", won, origin=10 + origin, voice=f"Witness {origin}")
    return won.get_absolute_url()


@pytest.mark.parametrize(("more", "bands", "width"), [(0, 1, 4), (1, 1, 5), (2, 2, 3), (16, 4, 5)])
def test_many_columns_stand_in_even_bands(vera, harbour, more, bands, width):
    text = vera.get(crowd(harbour, more)).text
    assert text.count(f'<div class="columns of-{width}">') == bands
    assert text.count('<section class="column"') == 4 + more


def test_a_long_column_keeps_what_differs_in_sight(vera, harbour):
    won = harbour.events.get(title__contains="win the port back")
    eye = won.claims.get(quote__contains="On March 8")
    texts = [f"The port was won back with {n} crews." for n in range(5)]
    more = factories.article(harbour, "Southern Eye", [("body", text) for text in texts], published="2023-03-08 22:00")
    for text in texts:
        factories.time(factories.claim(more, text[:-1], won, origin=eye.origin), "", "2023-03-07", "2023-03-08")
    column = vera.get(won.get_absolute_url()).text.split('aria-label="Southern Eye"')[1].split("</section>")[0]
    shown, opened = column.split("more sentences</summary>")
    assert "recaptured the port" in shown and shown.count('class="quote"') == 3 and "with 4 crews" in opened


def test_how_long_after_is_one_dash_where_no_outlet_says_when(vera, dossier):
    it = factories.event(dossier)
    dated = ("The Wire", "2023-03-07 12:00", 1)
    for name, published, origin in [dated, ("The Mast", None, 1), ("The Eye", None, 2), ("The Pier", None, 2)]:
        one = factories.claim(
            factories.article(dossier, name, "A ship burned.", published), "A ship", it, origin=origin
        )
        factories.time(one, "", "2023-03-07 08:00", "2023-03-07 09:00")
    factories.count_up(it)
    first, other = re.findall("How long after</p>(.*?)</div>", vera.get(it.get_absolute_url()).text)
    assert "3 h after it ended" in first and "The Mast:</span> –" in first
    assert other == '<p class="muted">–</p>'
