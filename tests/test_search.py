"""Full-text search in the database that is at hand: what is found, what is not, and that nothing typed is an error."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import factories
from timeline.axis import Axis
from timeline.forms import Filters
from timeline.models import Claim
from timeline.selectors.filtering import bounded, events_within
from timeline.selectors.search import matching
from timeline.services.searchable import keep_searchable
from timeline.services.tallies import keep_tallies

UTC = ZoneInfo("UTC")

ODD = [
    '"', '""', "'", "''", "a'b", "*", "**", "-pier", "+pier", "^pier", "text:pier", "keys : pier", "NEAR(a b)", "a NEAR b",
    "(", ")", "(pier", "{pier}", "pier OR", "AND", "NOT", "OR OR", "pier AND NOT pier", "!", "|", "&", "a & b | !c", "<->",
    ":*", "pier:*", "\\", "%", "%s", "_", ";", "--", "/*", "🔥", "🚢 pier", "\u202epier\u202c", "\u200b", "é̂", "ﬁre", "İ",
    "٣", "²", "1e5", "0x0", "-1.5", "http://a.b/c?d=e", "a@b.c", "/a/b/", "<b>pier</b>", "x" * 200, "a " * 100, '"a ' * 60,
    "ि", "हिन्दी", "港", "\ufffd", "\U0010ffff",
]  # fmt: skip


@pytest.fixture
def pier(dossier):
    """One claim in each of two articles, worked out by nobody but in the index."""
    text = "Rebels stormed the outer pier at 4pm, the warden of Žatec said. It fell."
    first = factories.article(dossier, by="The Courier", text=text, title="Night at the harbour")
    event = factories.event(dossier, title="Assault on the quays", place="Port Varda")
    factories.claim(first, "Rebels stormed the outer pier at 4pm", about=event, voice="the warden", via="The Wire")
    other = factories.article(dossier, by="The Mast", text="A ship burned.")
    factories.claim(other, "A ship burned", place="Cape Orlo")
    keep_searchable(dossier=dossier)
    return dossier


def found(dossier, asked):
    return set(Claim.objects.filter(pk__in=matching(dossier, asked)).values_list("quote", flat=True))


STORMED, BURNED = "Rebels stormed the outer pier at 4pm", "A ship burned"


@pytest.mark.parametrize(
    "asked",
    [
        "rebels", "STORMED", "storm", "storm*", "4pm", "outer rebels", '"outer pier"', '"the outer pi"*', "outer-pier",
        "warden", "wire", "courier", "harbour", "night", "quays", "varda", '"port varda"', "rebels courier varda",
    ],
)  # fmt: skip
def test_quotes_voices_places_and_titles_are_found(pier, asked):
    assert found(pier, asked) == {STORMED}


@pytest.mark.parametrize(
    "asked",
    [
        "zeppelin", "rebels zeppelin", "ier", '"pier outer"', '"oute"', '"at 4pm the"', '"4pm port"', '"quays night"',
        '"wire port"', "fell", "s", "indossier1", "onday", "0x1",
    ],
)  # fmt: skip
def test_other_words_are_not_found(pier, asked):
    assert not found(pier, asked)


def test_accents_and_capitals_do_not_matter(pier):
    factories.claim(pier.articles.first(), "the warden of Žatec", voice="Łukasz Ångström")
    keep_searchable(dossier=pier)
    for asked in ("zatec", "ŽATEC", "angstrom", "Ångstr"):
        assert found(pier, asked) == {"the warden of Žatec"}, asked


def test_a_claim_of_another_dossier_is_not_found(pier):
    other = factories.dossier("Other", "other")
    factories.claim(factories.article(other, text="Rebels fled."), "Rebels fled")
    keep_searchable(dossier=other)
    assert found(other, "rebels") == {"Rebels fled"}
    assert found(pier, "rebels") == {STORMED}


def test_a_word_that_begins_as_a_key_of_the_index_does_is_found_as_any_other(pier):
    """“indossier1” and “onday20230307” are keys of every claim here: of the index, not of what is said."""
    article = factories.article(pier, by="The Crane", text="Indonesia’s only onlookers fled.", title="Fled")
    factories.claim(article, "Indonesia’s only onlookers", place="Cape Indossier1")
    keep_searchable(dossier=pier)
    for asked in ("in", "indo", "indossier", "indossier1", "onl", '"indonesia s on"*', "on indossier1"):
        assert found(pier, asked) == {"Indonesia’s only onlookers"}, asked
    assert found(pier, "on") == {STORMED, "Indonesia’s only onlookers"}
    assert not found(pier, "onday") and not found(pier, "indossier2")


@pytest.mark.parametrize("asked", ODD)
def test_odd_words_are_no_error(pier, vera, asked):
    assert found(pier, asked) <= {STORMED, BURNED}
    assert vera.get(f"/{pier.slug}/", {"q": asked}).status_code == 200
    assert vera.get(f"/api/v1/dossiers/{pier.slug}/claims", {"q": asked}).status_code == 200


class Anything(TestCase):
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text(max_size=60))
    def test_any_text_is_no_error(self, asked):
        pier = factories.dossier()
        factories.claim(factories.article(pier, text="A ship burned."), "A ship burned")
        keep_searchable(dossier=pier)
        assert found(pier, asked) <= {"A ship burned"}

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text(st.characters(categories=["L", "N", "P", "Z", "S"], max_codepoint=0x24F), min_size=1, max_size=40))
    def test_what_is_said_is_found_by_its_own_words(self, said):
        pier = factories.dossier()
        text = f"x{said}x"
        factories.claim(factories.article(pier, text=text), text)
        keep_searchable(dossier=pier)
        assert found(pier, text.replace('"', " ").replace("“", " ").replace("”", " ")) == {text}


def test_a_search_reads_no_table_whole(pier):
    """The index answers; rows are fetched by their numbers."""
    query, values = Claim.objects.filter(pk__in=matching(pier, "rebels")).query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # So few rows it would read whole, or by the key; an index of words is read in the third way.
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{query}", values)
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    assert "timeline_words_index" in plan
    assert "SCAN timeline_claim" not in plan and "Seq Scan" not in plan


@pytest.fixture
def talked_about(dossier, monkeypatch):
    """A large dossier in which a word is said of six days of March and of two of May, twice a day."""
    monkeypatch.setattr("timeline.services.tallies.LARGE", 1)
    monkeypatch.setattr("timeline.selectors.filtering.MOST_MATCHES", 6)
    days = ["03-01", "03-02", "03-03", "03-04", "03-05", "03-06", "05-01", "05-02"]
    article = factories.article(dossier, title="Fire", text=" ".join(f"A ship burned {day}." for day in days))
    for day in days:
        event = factories.event(dossier, title=day)
        for _ in range(2):
            start = factories.at(f"2023-{day} 12:00")
            factories.time(
                factories.claim(article, f"A ship burned {day}", event), "", start, start + timedelta(hours=1)
            )
        factories.count_up(event)
    keep_searchable(dossier=dossier)
    keep_tallies(dossier=dossier)
    return dossier


def looked_at(dossier, start, end, asked="burned"):
    axis = Axis(factories.at(start), factories.at(end), UTC)
    filters = bounded(dossier, Filters(UTC, UTC, q=asked), axis)
    days = sorted(event.title for event in events_within(dossier, filters, axis))
    return days, filters.bounds.within, filters.bounds.each


def test_words_said_too_often_are_looked_for_in_the_window_only(talked_about):
    assert looked_at(talked_about, "2023-05-01", "2023-05-03") == (["05-01", "05-02"], True, None)
    assert looked_at(talked_about, "2023-04-01", "2023-06-01") == (["05-01", "05-02"], True, None)


def test_of_words_said_too_often_in_the_window_a_share_of_each_stretch_is_looked_at(talked_about):
    days, within, each = looked_at(talked_about, "2023-03-01", "2023-05-02")
    assert ([day[:2] for day in days], within, each) == (["03", "05"], True, 2)


def test_words_said_seldom_are_found_wherever_they_are(talked_about):
    assert looked_at(talked_about, "2023-03-01", "2023-06-01", '"03 02"') == (["03-02"], False, None)


def test_the_page_says_what_was_looked_at(vera, talked_about):
    assert "in this window or the day before" in vera.get("/harbour/?q=burned&from=2023-05-01&to=2023-05-03").text
    assert (
        "that it takes in whole, 2 are looked at"
        in vera.get("/harbour/?q=burned&from=2023-03-01&to=2023-05-01T23:00").text
    )


@pytest.mark.parametrize("asked", ["burn", "burned", "ship", '"a ship bur"*', "s", "05-02"])
@pytest.mark.parametrize("most", [0, 30])
def test_a_large_dossier_finds_the_same_by_the_words_that_begin_so(talked_about, monkeypatch, asked, most):
    monkeypatch.setattr("timeline.selectors.search.MOST_SPELLINGS", most)
    large = found(talked_about, asked)
    talked_about.tallied = False
    assert found(talked_about, asked) == large
    assert bool(large) == (asked != "s")


def test_the_words_of_a_claim_that_changed_are_terms_at_once(talked_about):
    claim = talked_about.claims.first()
    claim.voice = "the harbourmistress"
    claim.save()
    keep_searchable(dossier=talked_about)
    assert found(talked_about, "harbourmis") == {claim.quote}
