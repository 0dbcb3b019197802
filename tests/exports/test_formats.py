"""Every format by its name: on the page, from the command, in the menu."""

import re

import pytest
from django.core.management import call_command

from tests import factories
from timeline.exports.formats import WRITERS, Selection, write
from timeline.exports.names import FORMATS


def test_every_name_has_a_writer():
    assert set(WRITERS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_page_hands_it_out_as_a_file(vera, harbour, name):
    response = vera.get(f"/harbour/?format={name}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMATS[name].content_type
    assert response["Content-Disposition"] == f'attachment; filename="harbour.{FORMATS[name].suffix}"'
    assert response.content


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_the_same_kind_of_file(harbour, tmp_path, name):
    call_command("export", "harbour", format=name, output=tmp_path / "out")
    assert (tmp_path / "out").read_bytes()[:4] == write(name, Selection(harbour))[:4]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_dossier_is_no_error(vera, dossier, name):
    assert vera.get(f"/harbour/?format={name}").status_code == 200


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"png", "annotations"}))
def test_a_rejected_claim_is_in_none(vera, harbour, name):
    told = vera.get(f"/harbour/?format={name}&from=2023-01-01&to=2023-12-31").content.decode()
    # The text of an article has all its words; an export in JSON holds the texts.
    assert "Proof below" not in re.sub(r'"text": ".*"', "", told)


@pytest.mark.parametrize("name", FORMATS)
def test_no_more_queries_for_more_claims(vera, dossier, name, django_assert_max_num_queries):
    event = factories.event(dossier)
    for number in range(30):
        article = factories.article(dossier, text=f"A ship burned on Tuesday, {number}.")
        claim = factories.claim(article, "A ship burned", event, origin=number + 1)
        factories.time(claim, "Tuesday", "2023-03-07", "2023-03-08")
    factories.count_up(event)
    with django_assert_max_num_queries(30):
        vera.get(f"/harbour/?format={name}")


def test_the_menu_offers_every_format_for_what_is_on_screen(vera, harbour):
    page = vera.get("/harbour/?q=drones&view=table").text
    for name, one in FORMATS.items():
        assert f'<a href="?q=drones&amp;format={name}">{one.says}</a>' in page
