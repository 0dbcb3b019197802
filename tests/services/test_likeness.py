"""The same text once more is recognised and linked, whatever it came in; another report of the same event is not."""

from importlib import import_module

import pytest
from django.apps import apps

from tests.intake.formats.made import page, pdf, word
from timeline import services
from timeline.models import Article, Dossier, Shingle

LINES = [
    "A ferry with two hundred people on board sank off the port early on Monday, the harbour master told reporters.",
    "Divers brought twelve bodies to the quay before noon, and boats went on with the search until it became dark.",
    "The owner of the ferry said that it had been inspected in spring, and that its captain had thirty years at sea.",
]
TEXT = "\n\n".join(["Ferry sinks off Port Varda", "7 March 2023 16:00", *LINES])
OTHER = "\n\n".join(
    [
        "Ferry sinks off Port Varda",
        "7 March 2023 18:00",
        "At least twelve people died when a ferry with two hundred on board went down on Monday, the coast guard said.",
        "Survivors told of a loud noise under the deck. The captain was arrested in the evening, the police told us.",
    ]
)
FILES = {
    "b.html": page(f"<h1>Ferry sinks off Port Varda</h1>{''.join(f'<p>{line}</p>' for line in LINES)}").encode(),
    "b.docx": word("Ferry sinks off Port Varda", *LINES),
    "b.pdf": pdf(["Ferry sinks off Port Varda", "", *LINES]),
    "b.txt": f"Home News Sport\n\n{TEXT}\n\nShare this story".encode(),
}


def bring(dossier, name, data):
    outcome = services.import_file(dossier=dossier, name=name, data=data, known_by_part={})
    services.weave_dossier(dossier=dossier)
    return outcome


@pytest.fixture
def first(dossier):
    bring(dossier, "a.txt", TEXT.encode())
    return Article.objects.get()


@pytest.mark.parametrize("name", FILES)
def test_the_same_article_in_another_file_is_kept_as_a_copy_and_said_to_be_one(dossier, first, name):
    outcome = bring(dossier, name, FILES[name])
    assert outcome.state == services.State.NEW
    assert outcome.notes[0] == "the same text as “Ferry sinks off Port Varda” (a.txt), kept as its copy"
    copy = Article.objects.exclude(pk=first.pk).get()
    assert copy.copy_of == copy.same_text == first


def test_another_report_of_the_same_event_is_no_copy(dossier, first):
    assert bring(dossier, "b.txt", OTHER.encode()).notes == ()
    assert not Article.objects.exclude(same_text=None).exists()


def test_the_same_text_in_another_dossier_is_no_copy(dossier, first):
    other, _ = services.open_dossier(slug="other")
    assert bring(other, "b.txt", FILES["b.txt"]).notes == ()


def test_a_flash_of_a_few_words_is_recognised_by_nothing(dossier):
    bring(dossier, "a.txt", b"Ferry sinks off the port.")
    bring(dossier, "b.txt", b"Ferry sinks off the port. ")
    assert not Shingle.objects.exists()
    assert not Article.objects.exclude(same_text=None).exists()


def test_what_an_editor_said_of_copies_stays(dossier, first):
    bring(dossier, "b.txt", FILES["b.txt"])
    copy = Article.objects.exclude(pk=first.pk).get()
    services.edit_article(article=copy, changes={"copy_of": None})
    services.weave_dossier(dossier=dossier)
    copy.refresh_from_db()
    assert copy.copy_of is None


def test_read_again_it_is_the_same_copy(dossier, first, monkeypatch):
    bring(dossier, "b.txt", FILES["b.txt"])
    before = list(Shingle.objects.values_list("article", "value").order_by("article", "value"))
    monkeypatch.setattr("timeline.reading.reader.VERSION", "next")
    assert bring(dossier, "b.txt", FILES["b.txt"]).state == services.State.READ_AGAIN
    assert list(Shingle.objects.values_list("article", "value").order_by("article", "value")) == before
    assert Article.objects.exclude(pk=first.pk).get().copy_of == first


OLDER = import_module("timeline.migrations.0015_older_articles")


def test_articles_that_came_in_before_anything_was_recognised_are_recognised_from_then_on(dossier, first):
    before = set(Shingle.objects.values_list("value", flat=True))
    Shingle.objects.all().delete()
    OLDER.recognise(apps, None)
    assert set(Shingle.objects.values_list("value", flat=True)) == before
    assert bring(dossier, "b.txt", FILES["b.txt"]).notes[0].startswith("the same text as")


def test_two_older_articles_with_one_text_are_linked_and_woven_with_the_next_import(dossier, first):
    bring(dossier, "b.txt", FILES["b.txt"])
    Shingle.objects.all().delete()
    Article.objects.update(same_text=None, copy_of=None)
    OLDER.recognise(apps, None)
    copy = Article.objects.exclude(pk=first.pk).get()
    assert copy.same_text == first
    assert Dossier.objects.get().stale


def test_older_articles_that_differ_are_not_linked(dossier, first):
    bring(dossier, "b.txt", OTHER.encode())
    Shingle.objects.all().delete()
    OLDER.recognise(apps, None)
    assert Shingle.objects.values("article").distinct().count() == 2
    assert not Article.objects.exclude(same_text=None).exists()
    assert not Dossier.objects.get().stale
