"""Help: the legend, every kind of conflict and every word, from every page."""

import pytest
from django.utils.text import slugify

from timeline.badges import MEANINGS
from timeline.models import Conflict


def test_every_kind_of_conflict_is_explained(vera, harbour):
    assert set(MEANINGS) == set(Conflict.Kind)
    text = vera.get("/harbour/glossary/").text
    for kind in Conflict.Kind:
        assert f"<dt>{kind.label.capitalize()}</dt>" in text


def test_it_holds_the_legend_open_and_the_words(vera, harbour):
    text = vera.get("/harbour/glossary/").text
    assert text.count('<ul class="keys">') == 1 and '<section class="legend" id="legend"' in text
    assert "<dt>Origin</dt>" in text and "<dt>As known at</dt>" in text


@pytest.mark.parametrize("page", ["", "conflicts/", "sources/", "lineage/", "articles/", "compare/", "?view=table"])
def test_it_is_at_hand_on_every_page_and_so_is_the_legend(vera, harbour, page):
    text = vera.get(f"/harbour/{page}").text
    assert 'href="/harbour/glossary/"' in text and '<details id="legend">' in text
    assert text.count('<ul class="keys">') == 1


def test_a_conflict_leads_to_what_its_kind_means(vera, harbour):
    assert '/harbour/glossary/#kind-quantity"' in vera.get("/harbour/conflicts/").text
    text = vera.get("/harbour/glossary/").text
    for kind in Conflict.Kind:
        assert f'id="kind-{slugify(kind.label)}"' in text


def test_the_conflicts_of_one_kind_come_with_what_it_means(vera, harbour):
    meaning = "One account says that it happened, another denies it"
    text = vera.get("/harbour/conflicts/?kind=status").text
    assert meaning in text and "The counts do not overlap" not in text
    assert meaning in vera.get("/harbour/conflicts/").text


def test_of_no_dossier_there_is_none(vera, harbour):
    assert vera.get("/elsewhere/glossary/").status_code == 404
