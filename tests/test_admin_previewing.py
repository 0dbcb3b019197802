"""What will be read is shown before it is stored, and can be corrected there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.pages import fields_of, inline_code
from timeline.models import Article, Claim, Original, Source

TEXT = "Fire in the port\n\n8 March 2023 16:00\n\nA ship exploded in the port on Tuesday, killing 12 sailors.\n"


@pytest.fixture
def address(dossier):
    return reverse("admin:timeline_dossier_import", args=[dossier.pk])


def look(client, address, **sent):
    return client.post(address, {"look": "1"} | sent)


def stored():
    return [model.objects.count() for model in (Original, Article, Claim, Source)]


def test_what_will_be_read_is_shown_and_not_stored(address, edo):
    answer = look(edo, address, pasted=TEXT)
    told = answer.content.decode()
    assert "Fire in the port" in told
    assert "8 March 2023 16:00" in told
    assert "A ship exploded in the port on Tuesday" in told
    assert inline_code(answer) == []
    assert stored() == [0, 0, 0, 0]


def test_what_was_shown_is_stored_with_its_corrections(address, edo):
    values = fields_of(look(edo, address, pasted=TEXT))
    corrected = {"publisher-1-1": "The Courier", "published-1-1": "9 March 2023 10:00", "zone-1-1": "Asia/Tokyo"}
    answer = edo.post(address, values | corrected | {"store": "Store"}, follow=True)
    assert "new, 1 article" in answer.content.decode()
    article = Article.objects.get()
    assert (article.source.name, article.zone) == ("The Courier", "Asia/Tokyo")
    assert (article.start.day, article.text) == (9, TEXT)
    assert bytes(article.original.data) == TEXT.encode()


def test_what_was_not_corrected_stays_the_readers(address, edo):
    values = fields_of(look(edo, address, pasted=TEXT))
    edo.post(address, values | {"store": "Store"})
    article = Article.objects.get()
    assert (article.source.name, article.start.day, article.edited) == ("unknown publisher", 8, "")


def test_a_file_that_cannot_be_taken_is_told_and_left_out(address, edo):
    files = [SimpleUploadedFile("b.txt", b"\x00\x01"), SimpleUploadedFile("a.txt", TEXT.encode())]
    answer = look(edo, address, files=files)
    assert "Not taken: binary" in answer.content.decode()
    edo.post(address, fields_of(answer) | {"publisher-1-1": "The Courier", "store": "Store"})
    assert [(article.file, article.source.name) for article in Article.objects.all()] == [("a.txt", "The Courier")]


def test_a_zone_that_is_none_and_bytes_that_did_not_come_back_are_refused(address, edo):
    values = fields_of(look(edo, address, pasted=TEXT))
    for wrong in ({"zone-1-1": "Port time"}, {"data": "%%%"}):
        answer = edo.post(address, values | wrong | {"store": "Store"}, follow=True)
        assert "Nothing was changed" in answer.content.decode()
    assert stored() == [0, 0, 0, 0]


def test_who_may_not_import_may_not_look(address, ada):
    assert look(ada, address, pasted=TEXT).status_code == 302
