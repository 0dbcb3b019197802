"""What is searched follows what the claims say: through imports, edits, undoing, deletions and restoring."""

import pytest
from django.db import connection

from tests.readings import TEXT, claim
from tests.services.fire import BURNED, DAY, KILLED, OUT, bring
from timeline import services
from timeline.models import Act, Article, Claim, Dossier, Event, Source, Words
from timeline.selectors.search import matching
from timeline.services.backups import backup, restore


def found(asked):
    """The quotes found; and that the index holds what its table does, no more."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # The index's own check of itself against the table; an error where they differ.
            cursor.execute(
                "INSERT INTO timeline_words_index (timeline_words_index, rank) VALUES ('integrity-check', 1)"
            )
    live = Claim.objects.filter(rejected=False)
    assert set(Words.objects.values_list("pk", flat=True)) == set(live.values_list("pk", flat=True))
    return set(Claim.objects.filter(pk__in=matching(Dossier.objects.get(), asked)).values_list("quote", flat=True))


def one(quote):
    return Claim.objects.get(quote=quote)


def test_what_comes_in_is_found(ship):
    assert found("noon") == {OUT}
    assert found('"killed about 12 sailors"') == {KILLED}


def test_a_new_reading_is_found_and_the_old_is_not(ship):
    ship.claims = [claim(TEXT, BURNED, when=DAY), claim(TEXT, "killed about 12 sailors", "fire", when=DAY)]
    Article.objects.update(reader="an older one")
    bring(ship)
    assert found("sailors") == {"killed about 12 sailors"}
    assert found("noon") == set()


def test_a_corrected_claim_is_found_by_its_new_words_until_it_is_undone(ship, editor):
    services.edit_claim(claim=one(OUT), changes={"voice": "the harbour master"})
    assert found("master") == {OUT}
    services.undo(act=Act.objects.latest("id"), editor=editor)
    assert found("master") == set()


def test_a_rejected_claim_is_not_found_until_it_is_accepted(ship, editor):
    services.judge_claim(claim=one(OUT), verdict="rejected", editor=editor)
    assert found("noon") == set()
    services.judge_claim(claim=one(OUT), verdict="accepted", editor=editor)
    assert found("noon") == {OUT}


def test_an_added_claim_is_found_until_it_is_deleted(ship):
    added = services.add_claim(article=Article.objects.get(), quote="by noon", type="fire", voice="a docker")
    assert found("docker") == {"by noon"}
    services.delete_claim(claim=added)
    assert found("docker") == set()


def test_the_titles_of_event_article_and_source_are_followed(ship, editor):
    services.name_event(event=Event.objects.get(), title="The great conflagration")
    assert found("conflagration") == {BURNED, KILLED, OUT}
    services.name_event(event=Event.objects.get(), title="")
    assert found("conflagration") == set()
    services.edit_article(article=Article.objects.get(), changes={"title": "Inferno"})
    assert found("inferno") == {BURNED, KILLED, OUT}
    source = Source.objects.get()
    source.name = "The Gazette"
    services.save_source(source=source)
    assert found("gazette") == {BURNED, KILLED, OUT}
    services.undo(act=Act.objects.latest("id"), editor=editor)
    assert found("gazette") == set()


def test_split_events_are_found_by_their_own_titles(ship, editor):
    services.split_event(event=one(OUT).event, claims=[one(OUT)], title="The rescue")
    assert found("rescue") == {OUT}
    services.merge_events(into=one(BURNED).event, others=[one(OUT).event])
    assert found("rescue") == set()


def test_a_deleted_article_is_not_found(ship):
    services.delete_article(article=Article.objects.get())
    assert found("burned") == set()


def test_a_deleted_dossier_leaves_nothing(ship):
    services.delete_dossier(dossier=Dossier.objects.get())
    assert not Words.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_restored_is_found(ship, tmp_path):
    backup(path=tmp_path / "kept.gz", portable=True)
    services.edit_claim(claim=one(OUT), changes={"voice": "the harbour master"})
    restore(path=tmp_path / "kept.gz", replace=True)
    assert found("noon") == {OUT}
    assert found("master") == set()


def test_nothing_is_written_where_nothing_changed(ship, django_assert_num_queries):
    dossier = Dossier.objects.get()
    # A transaction's two, the rejected ones, the claims, their words.
    with django_assert_num_queries(6):
        services.searchable.keep_searchable(dossier=dossier)
